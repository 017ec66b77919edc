// Makes a template readable as YAML without moving a character: control lines become blanks, inline braces stay inside a scalar.

/**
 * Same length, same lines. `{{- if … }}` alone on its line becomes blanks; `{{ … }}` beside other text becomes a run of
 * `x` of the same length, so that the scalar around it keeps its place (its value is unknown anyway).
 */
export function maskTemplate(text: string): string {
  const blank = (part: string, sign: string): string => part.replace(/[^\r\n]/g, sign);
  const alone = text.replace(
    /^([ \t]*(?:- )?[ \t]*)((?:\{\{(?:[^}]|\}(?!\}))*\}\}|\{%[\s\S]*?%\})[ \t]*)+(?=\r?$)/gm,
    (line, lead: string) => {
      // `- {{ .Values.x }}` is an item with an unknown value; a bare `{{ … }}` line is control or inserts whole lines.
      return lead.trim() === "" ? blank(line, " ") : lead + blank(line.slice(lead.length), "x");
    },
  );
  return alone.replace(/\{\{(?:[^}]|\}(?!\}))*\}\}|\{%[\s\S]*?%\}/g, (part) => blank(part, "x"));
}
