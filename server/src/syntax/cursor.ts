// Where the scan of a document stands, and the few steps that every kind of token needs.
import { breakLength, isBlankOrEnd, isBreak } from "./characters.ts";

/** `indent` is the column of the innermost open block collection, −1 outside of all. */
export interface Cursor {
  readonly text: string;
  at: number;
  lineStart: number;
  line: number;
  indent: number;
  flowLevel: number;
  /** A `---` has opened the document, so that what ends one at once leaves an empty one. */
  started: boolean;
}

/** The character at the cursor, or so many behind it; "" at the end. */
export const charAt = (cursor: Cursor, offset = 0): string => cursor.text[cursor.at + offset] ?? "";
export const columnOf = (cursor: Cursor): number => cursor.at - cursor.lineStart;
export const isBreakHere = (cursor: Cursor): boolean => charAt(cursor) !== "" && isBreak(charAt(cursor));

/** Takes one line break; LS and PS stay themselves, all others are LF. */
export function takeBreak(cursor: Cursor): string {
  const char = charAt(cursor);
  cursor.at += breakLength(cursor.text, cursor.at);
  cursor.lineStart = cursor.at;
  cursor.line++;
  return char === "\u2028" || char === "\u2029" ? char : "\n";
}

/** Offset of the line's break, or of the text's end. */
export function endOfLine(text: string, start: number): number {
  let end = start;
  while (end < text.length && !isBreak(text[end] ?? "")) end++;
  return end;
}

/** `---` or `...` alone at the start of a line. The first stands only behind a BOM or a single CR: the file was split there. */
export function documentMark(cursor: Cursor): "---" | "..." | undefined {
  const mark = cursor.text.slice(cursor.at, cursor.at + 3);
  if (columnOf(cursor) !== 0 || !isBlankOrEnd(charAt(cursor, 3))) return undefined;
  return mark === "..." || mark === "---" ? mark : undefined;
}
