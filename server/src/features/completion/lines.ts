// Lines of block YAML by their looks: dashes, key, value. All that can be said of text that does not parse.
import { lineStart } from "../../syntax/style.ts";

export interface Line {
  /** Offset of the line's first character. */
  readonly start: number;
  /** Column of each dash that leads the line. */
  readonly dashes: readonly number[];
  /** Column of what follows the dashes, and its index in the line. They differ behind tabs. */
  readonly column: number;
  readonly at: number;
  readonly key: string | undefined;
  /** Index of the key's colon. */
  readonly colon: number | undefined;
  /** What stands behind the colon, or behind the dashes where there is no key; comment, anchor and tag taken off. */
  readonly value: string;
  /** Nothing, or a comment alone. */
  readonly blank: boolean;
}

/** kubectl refuses tabs in indentation; while they stand there, each counts as much as most files indent. */
const tabColumns = 2;

/** @param raw the line without its break, or its beginning */
export function readLine(raw: string, start: number): Line {
  const lead = /^[ \t]*/.exec(raw)?.[0] ?? "";
  let at = lead.length;
  let column = lead.replaceAll("\t", " ".repeat(tabColumns)).length;
  const dashes: number[] = [];
  for (;;) {
    const dash = /^-(?:[ \t]+|$)/.exec(raw.slice(at));
    if (!dash) break;
    dashes.push(column);
    at += dash[0].length;
    // A dash at the line's end: what follows it will stand behind a blank.
    column += Math.max(2, dash[0].length);
  }
  const rest = raw.slice(at);
  const pair = /^(?:"([^"\\]*)"|'([^']*)'|([^\s"'#[\]{},&*!|>%@`].*?))[ \t]*:(?=[ \t]|$)/.exec(rest);
  const plainKey = pair?.[3] === undefined || !/\s#/.test(pair[3]);
  const key = pair && plainKey ? (pair[1] ?? pair[2] ?? pair[3]) : undefined;
  const colon = pair && key !== undefined ? at + pair[0].length - 1 : undefined;
  return {
    start,
    dashes,
    column,
    at,
    key,
    colon,
    value: bare(raw.slice(colon === undefined ? at : colon + 1)),
    blank: dashes.length === 0 && (rest === "" || rest.startsWith("#")),
  };
}

const bare = (text: string): string => {
  const comment = commentStart(text);
  return (comment < 0 ? text : text.slice(0, comment)).trim().replace(/^(?:[&!]\S*(?:\s+|$))+/, "");
};

/** Index of the `#` that starts a comment, -1 for none. */
export function commentStart(line: string): number {
  let quote = "";
  for (let at = 0; at < line.length; at++) {
    const char = line[at] ?? "";
    const before = line[at - 1] ?? " ";
    if (quote !== "") {
      if (char === "\\" && quote === '"') at++;
      else if (char === quote) quote = "";
    } else if ((char === '"' || char === "'") && /[\s[{,:]/.test(before)) quote = char;
    else if (char === "#" && /\s/.test(before)) return at;
  }
  return -1;
}

/** Column of the line's first sign. */
export const startOf = (line: Line): number => line.dashes[0] ?? line.column;

const readAt = (text: string, start: number): Line => {
  const feed = text.indexOf("\n", start);
  return readLine(text.slice(start, feed < 0 ? text.length : feed).replace(/\r$/, ""), start);
};

/** The lines above the one that starts at `start`, nearest first; blank ones and comments left out. */
export function* linesAbove(text: string, start: number): Generator<Line> {
  for (let at = start; at > 0; ) {
    at = lineStart(text, at - 1);
    const line = readAt(text, at);
    if (!line.blank) yield line;
  }
}

/** The lines below the one that starts at `start`; blank ones and comments left out. */
export function* linesBelow(text: string, start: number): Generator<Line> {
  for (let at = text.indexOf("\n", start) + 1; at > 0 && at < text.length; at = text.indexOf("\n", at) + 1) {
    const line = readAt(text, at);
    if (!line.blank) yield line;
  }
}

/** The other fields of the map that has a key in `line`: their scalar text, "" where there is none. */
export function fieldsAround(
  text: string,
  line: { readonly start: number; readonly column: number; readonly dashes: readonly number[] },
): Map<string, string> {
  const { start, column } = line;
  const fields = new Map<string, string>();
  const add = ({ key, value }: Line): void => {
    if (key !== undefined && !fields.has(key)) fields.set(key, unquoted(value));
  };
  if (!line.dashes.some((dash) => dash < column)) {
    for (const above of linesAbove(text, start)) {
      if (above.column === column) add(above);
      if (above.column < column || above.dashes.some((dash) => dash < column)) break;
    }
  }
  for (const below of linesBelow(text, start)) {
    if (below.column < column || below.dashes.some((dash) => dash < column)) break;
    if (below.column === column) add(below);
  }
  return fields;
}

export const unquoted = (value: string): string => /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;
