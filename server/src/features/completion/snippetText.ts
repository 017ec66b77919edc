// Snippet bodies fitted to their place: the file's own indentation and dashes, with tab stops or without.
import type { Style } from "../../syntax/style.ts";
import { type Line, readLine, startOf } from "./lines.ts";

/** The lines of a body, a tab as two columns, as they would stand at column 0. */
export function bodyLines(body: readonly string[]): { readonly raw: string; readonly line: Line }[] {
  let start = 0;
  return body.map((each) => {
    const raw = each.replace(/^\t+/, (tabs) => "  ".repeat(tabs.length));
    const line = readLine(raw, start);
    start += raw.length + 1;
    return { raw, line };
  });
}

/** @param column at which the first line starts; it gets no blanks, since the cursor stands there */
export function fitted(body: readonly string[], column: number, style: Style): string {
  const parents: { readonly was: number; readonly is: number; readonly dash: boolean }[] = [];
  return bodyLines(body)
    .map(({ raw, line }, index) => {
      const was = startOf(line);
      while ((parents.at(-1)?.was ?? -1) >= was) parents.pop();
      const parent = parents.at(-1);
      const hasDash = line.dashes.length > 0;
      const is = !parent ? column : parent.is + (parent.dash ? 2 : hasDash ? style.dash : style.step);
      parents.push({ was, is, dash: hasDash });
      if (hasDash) parents.push({ was: line.column, is: is + 2, dash: false });
      return (index === 0 ? "" : " ".repeat(is)) + raw.trimStart();
    })
    .join(style.lineBreak);
}

/** For editors without snippets: every tab stop as its default, the final one as nothing. */
export function withoutStops(text: string): string {
  const defaults = new Map<string, string>();
  const plain = (part: string): string => part.replace(/\\([\\$},|])/g, "$1");
  const stop = /\$\{(\d+)(?::((?:[^\\}]|\\.)*)|\|((?:[^\\,|]|\\.)*)(?:[^\\|]|\\.)*\|)\}|\$\{?(\d+)\}?|\\([\\$}])/g;
  for (const [, number, value, choice] of text.matchAll(stop))
    if (number !== undefined) defaults.set(number, plain(value ?? choice ?? ""));
  return text.replace(
    stop,
    (_, first?: string, _value?: string, _choice?: string, again?: string, escaped?: string) =>
      escaped ?? defaults.get(first ?? again ?? "") ?? "",
  );
}
