// Offsets to LSP positions and back. The only table that an edit renews for the whole file.
import type { Span, TextEdit } from "./span.ts";

/** LSP position: line and UTF-16 character, both from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Lines {
  readonly text: string;
  /** Offset of each line's first character. LSP breaks lines at \n, \r\n and \r. */
  readonly starts: readonly number[];
}

export function linesOf(text: string): Lines {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return { text, starts };
}

/** The table after an edit: only the lines of the edit are looked at, those behind it are moved. */
export function changeLines(old: Lines, { span, newText }: TextEdit, text: string): Lines {
  const delta = newText.length - (span.end - span.start);
  // A break may be made or unmade with the character on either side (CR LF), so one more line on each is read again.
  const first = Math.max(0, positionAt(old, span.start).line - 1);
  const last = positionAt(old, span.end).line + 2;
  const from = old.starts[first] ?? 0;
  const behind = old.starts[last];
  const again = linesOf(text.slice(from, behind === undefined ? text.length : behind + delta)).starts;
  // The slice ends with a break, behind which the first moved line starts.
  const count = behind === undefined ? again.length : again.length - 1;
  const starts = old.starts.slice(0, first);
  for (let index = 0; index < count; index++) starts.push((again[index] ?? 0) + from);
  for (let index = last; index < old.starts.length; index++) starts.push((old.starts[index] ?? 0) + delta);
  return { text, starts };
}

/** @param offset any number; outside the text it is moved to its nearest end */
export function positionAt({ text, starts }: Lines, offset: number): Position {
  const at = Math.max(0, Math.min(offset, text.length));
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: at - (starts[low] ?? 0) };
}

/** A line beyond the last is the end of the text, a character beyond the line's end is that end (before its line break). */
export function offsetAt({ text, starts }: Lines, { line, character }: Position): number {
  const start = starts[line];
  if (line < 0 || start === undefined) return line < 0 ? 0 : text.length;
  let end = starts[line + 1] ?? text.length;
  while (end > start && (text[end - 1] === "\n" || text[end - 1] === "\r") && starts[line + 1] !== undefined) end--;
  return Math.max(start, Math.min(start + character, end));
}

export function rangeOf(lines: Lines, span: Span): Range {
  return { start: positionAt(lines, span.start), end: positionAt(lines, span.end) };
}
