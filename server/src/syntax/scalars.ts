// The three shapes of scalars (plain, quoted, block) with kubectl's rules of folding, escaping and chomping.
import { breakLength, isBlank, isBlankOrEnd, isBreak } from "./characters.ts";
import type { Comment } from "./chunk.ts";
import { type Cursor, Refused } from "./scanner.ts";

export interface Scanned {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

const at = (cursor: Cursor, offset = 0): string => cursor.text[cursor.at + offset] ?? "";
const columnOf = (cursor: Cursor): number => cursor.at - cursor.lineStart;

/** Takes one line break; LS and PS stay themselves, all others are LF. */
function takeBreak(cursor: Cursor): string {
  const char = at(cursor);
  cursor.at += breakLength(cursor.text, cursor.at);
  cursor.lineStart = cursor.at;
  cursor.line++;
  return char === "\u2028" || char === "\u2029" ? char : "\n";
}

/** `---` or `...` alone at the start of a line. The first cannot occur: the file was split there. */
function atDocumentMark(cursor: Cursor): boolean {
  const mark = cursor.text.slice(cursor.at, cursor.at + 3);
  return columnOf(cursor) === 0 && (mark === "..." || mark === "---") && isBlankOrEnd(at(cursor, 3));
}

/** Blanks and breaks between two words of a folded scalar: what stands for them in the value. */
interface Gap {
  blanks: string;
  breaks: string[];
}
const folded = ({ blanks, breaks: [first, ...rest] }: Gap): string => {
  if (first === undefined) return blanks;
  if (first !== "\n") return first + rest.join("");
  return rest.length === 0 ? " " : rest.join("");
};

export function scanPlain(cursor: Cursor): Scanned & { readonly crossedLines: boolean } {
  const start = cursor.at;
  const deepEnough = cursor.indent + 1;
  const inFlow = cursor.flowLevel > 0;
  let end = start;
  let value = "";
  let gap: Gap = { blanks: "", breaks: [] };
  for (;;) {
    if (atDocumentMark(cursor) || at(cursor) === "#") break;
    const from = cursor.at;
    while (!isBlankOrEnd(at(cursor))) {
      const char = at(cursor);
      if (char === ":" && isBlankOrEnd(at(cursor, 1))) break;
      if (inFlow && ",?[]{}".includes(char)) break;
      cursor.at++;
    }
    if (cursor.at > from) {
      value += folded(gap) + cursor.text.slice(from, cursor.at);
      gap = { blanks: "", breaks: [] };
      end = cursor.at;
    }
    if (!isBlank(at(cursor)) && !isBreakHere(cursor)) break;
    while (isBlank(at(cursor)) || isBreakHere(cursor)) {
      if (isBreakHere(cursor)) {
        gap.breaks.push(takeBreak(cursor));
        gap.blanks = "";
      } else {
        if (gap.breaks.length > 0 && columnOf(cursor) < deepEnough && at(cursor) === "\t")
          throw new Refused("tab-indentation", cursor.at, cursor.at + 1);
        if (gap.breaks.length === 0) gap.blanks += at(cursor);
        cursor.at++;
      }
    }
    if (!inFlow && columnOf(cursor) < deepEnough) break;
  }
  return { start, end, value, crossedLines: gap.breaks.length > 0 };
}

const isBreakHere = (cursor: Cursor): boolean => at(cursor) !== "" && isBreak(at(cursor));

const simpleEscapes: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  t: "\t",
  "\t": "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\x1b",
  " ": " ",
  '"': '"',
  "'": "'",
  "\\": "\\",
  N: "\u0085",
  _: "\u00a0",
  L: "\u2028",
  P: "\u2029",
};
const hexLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

export function scanQuoted(cursor: Cursor, quote: "'" | '"'): Scanned {
  const start = cursor.at;
  cursor.at++;
  let value = "";
  for (;;) {
    if (at(cursor) === "") throw new Refused("unclosed-quote", start, firstLineEnd(cursor.text, start), quote);
    if (atDocumentMark(cursor)) throw new Refused("unclosed-quote", start, firstLineEnd(cursor.text, start), quote);
    const gap: Gap = { blanks: "", breaks: [] };
    let continued = false;
    while (!isBlankOrEnd(at(cursor)) && !continued) {
      const char = at(cursor);
      if (quote === "'" && char === "'" && at(cursor, 1) === "'") {
        value += "'";
        cursor.at += 2;
      } else if (char === quote) break;
      else if (quote === '"' && char === "\\") {
        if (at(cursor, 1) !== "" && isBreak(at(cursor, 1))) {
          cursor.at++;
          takeBreak(cursor);
          continued = true;
        } else value += takeEscape(cursor);
      } else {
        value += char;
        cursor.at++;
      }
    }
    if (at(cursor) === quote && !continued) break;
    while (isBlank(at(cursor)) || isBreakHere(cursor)) {
      if (isBreakHere(cursor)) {
        // Behind an escaped break the next ones count from the second on.
        const taken = takeBreak(cursor);
        gap.breaks.push(taken);
        gap.blanks = "";
      } else {
        if (gap.breaks.length === 0 && !continued) gap.blanks += at(cursor);
        cursor.at++;
      }
    }
    value += continued ? gap.breaks.join("") : folded(gap);
  }
  cursor.at++;
  return { start, end: cursor.at, value };
}

function takeEscape(cursor: Cursor): string {
  const start = cursor.at;
  const letter = at(cursor, 1);
  const simple = Object.hasOwn(simpleEscapes, letter) ? simpleEscapes[letter] : undefined;
  if (simple !== undefined) {
    cursor.at += 2;
    return simple;
  }
  const length = Object.hasOwn(hexLengths, letter) ? (hexLengths[letter] ?? 0) : 0;
  const digits = cursor.text.slice(start + 2, start + 2 + length);
  const code =
    length > 0 && /^[0-9a-fA-F]+$/.test(digits) && digits.length === length ? Number.parseInt(digits, 16) : -1;
  if (code < 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
    throw new Refused(
      "bad-escape",
      start,
      start + 2 + digits.length,
      cursor.text.slice(start, start + 2 + digits.length),
    );
  }
  cursor.at += 2 + length;
  return String.fromCodePoint(code);
}

function firstLineEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && !isBreak(text[end] ?? "")) end++;
  return end;
}

export function scanBlockScalar(cursor: Cursor, comments: Comment[]): Scanned {
  const start = cursor.at;
  const literal = at(cursor) === "|";
  const header = /^[|>](?:([-+])([0-9]?)|([0-9])([-+]?))?[ \t]*/.exec(cursor.text.slice(start, start + 1024));
  const chomping = header?.[1] ?? header?.[4] ?? "";
  const digit = header?.[2] || header?.[3] || "";
  if (digit === "0") throw new Refused("bad-indentation", start, start + 2);
  cursor.at += header?.[0].length ?? 1;
  if (at(cursor) === "#") {
    const from = cursor.at;
    cursor.at = firstLineEnd(cursor.text, from);
    comments.push({ span: { start: from, end: cursor.at }, text: cursor.text.slice(from, cursor.at) });
  }
  if (at(cursor) !== "" && !isBreak(at(cursor)))
    throw new Refused("unexpected", cursor.at, firstLineEnd(cursor.text, cursor.at));
  if (isBreakHere(cursor)) takeBreak(cursor);
  let indent = digit === "" ? 0 : Math.max(cursor.indent, 0) + Number(digit);
  let end = cursor.at;

  /** Blank lines before the next text; finds the indentation when no digit gave it. */
  const takeBlankLines = (): string => {
    let breaks = "";
    let deepest = 0;
    end = cursor.at;
    for (;;) {
      while ((indent === 0 || columnOf(cursor) < indent) && at(cursor) === " ") cursor.at++;
      deepest = Math.max(deepest, columnOf(cursor));
      if ((indent === 0 || columnOf(cursor) < indent) && at(cursor) === "\t")
        throw new Refused("tab-indentation", cursor.at, cursor.at + 1);
      if (!isBreakHere(cursor)) break;
      breaks += takeBreak(cursor);
      end = cursor.at;
    }
    if (indent === 0) indent = Math.max(deepest, cursor.indent + 1, 1);
    return breaks;
  };

  let value = "";
  let lastBreak = "";
  let blankBefore = false;
  let blankLines = takeBlankLines();
  while (columnOf(cursor) === indent && at(cursor) !== "") {
    const blankNow = isBlank(at(cursor));
    if (!literal && lastBreak === "\n" && !blankBefore && !blankNow) value += blankLines === "" ? " " : "";
    else value += lastBreak;
    value += blankLines;
    blankBefore = blankNow;
    const from = cursor.at;
    cursor.at = firstLineEnd(cursor.text, from);
    value += cursor.text.slice(from, cursor.at);
    lastBreak = isBreakHere(cursor) ? takeBreak(cursor) : "";
    blankLines = takeBlankLines();
  }
  if (chomping !== "-") value += lastBreak;
  if (chomping === "+") value += blankLines;
  return { start, end, value };
}
