// How a file is written: indentation step, dash style, line breaks. Edits follow it.
import type { ParsedChunk } from "./chunk.ts";
import type { Node } from "./nodes.ts";

export interface Style {
  /** Columns from a key to the keys below it. */
  readonly step: number;
  /** Columns from a key to the dashes of its list: 0 or `step`. */
  readonly dash: number;
  readonly lineBreak: "\n" | "\r\n";
}

const known = new WeakMap<ParsedChunk, Style>();

/** Read off the first block map and list that have something in them; two columns where nothing tells. */
export function styleOf(parsed: ParsedChunk): Style {
  const found = known.get(parsed);
  if (found) return found;
  let step: number | undefined;
  let dash: number | undefined;
  const look = (node: Node): void => {
    if (step !== undefined && dash !== undefined) return;
    if (node.kind === "sequence") for (const item of node.items) look(item);
    if (node.kind !== "map") return;
    for (const { key, value } of node.written) {
      const own = columnOf(parsed.text, key.span.start);
      if (value.kind === "map" && !value.flow && value.span.start > key.span.end)
        step ??= columnOf(parsed.text, value.span.start) - own || undefined;
      if (value.kind === "sequence" && !value.flow) dash ??= columnOf(parsed.text, value.span.start) - own;
      look(value);
    }
  };
  if (parsed.root) look(parsed.root);
  const style: Style = {
    step: step !== undefined && step > 0 ? step : 2,
    dash: Math.max(0, dash ?? step ?? 2),
    lineBreak: parsed.text.includes("\r\n") ? "\r\n" : "\n",
  };
  known.set(parsed, style);
  return style;
}

export function lineStart(text: string, offset: number): number {
  // A search from -1 would look at the first character.
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** Offset of the line's break, or of the text's end. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf("\n", offset);
  if (at < 0) return text.length;
  return text[at - 1] === "\r" && at > offset ? at - 1 : at;
}

/** Offset of the next line's first character, or the text's end. */
export function nextLine(text: string, offset: number): number {
  const at = text.indexOf("\n", offset);
  return at < 0 ? text.length : at + 1;
}

export const columnOf = (text: string, offset: number): number => offset - lineStart(text, offset);

/** A line moved to the right, or to the left as far as its blanks go; an empty one stays empty. */
export function shiftLine(line: string, by: number): string {
  if (/^\r?\n?$/.test(line)) return line;
  if (by >= 0) return " ".repeat(by) + line;
  return line.slice(Math.min(-by, /^ */.exec(line)?.[0].length ?? 0));
}

/** Blanks at the start of the line in which `offset` stands. */
export const indentOf = (text: string, offset: number): number =>
  /^[ \t]*/.exec(text.slice(lineStart(text, offset)))?.[0].length ?? 0;
