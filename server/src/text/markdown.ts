// Text of a manifest inside Markdown: it stays text, whatever it holds.

/** A code span, fenced by more backticks than the text has in a row; line breaks become blanks. */
export function codeSpan(text: string): string {
  const line = text.replace(/[\r\n]+/g, " ");
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const edge = /^[` ]|[` ]$/.test(line) || line === "" ? " " : "";
  return fence + edge + line + edge + fence;
}

/** Sentences in one paragraph, empty ones left out. No blank follows Chinese punctuation. */
export function sentences(parts: readonly (string | undefined)[]): string {
  const said = parts.filter((each) => each !== undefined && each !== "");
  return said.reduce(
    (text: string, each) => (text === "" || /[。！？]$/.test(text) ? text + each : `${text} ${each}`),
    "",
  );
}

export const paragraphs = (parts: readonly (string | undefined)[]): string =>
  parts.filter((each) => each !== undefined && each !== "").join("\n\n");
