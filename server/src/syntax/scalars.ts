// Scalars in a line or folded over several, plain and quoted, with kubectl's rules of folding and escaping.
import { isBlank, isBlankOrEnd, isBreak } from "./characters.ts";
import { type Cursor, charAt, columnOf, documentMark, endOfLine, isBreakHere, takeBreak } from "./cursor.ts";
import { Refused } from "./tokens.ts";

export interface Scanned {
  readonly start: number;
  readonly end: number;
  readonly value: string;
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
    if (documentMark(cursor) || charAt(cursor) === "#") break;
    const from = cursor.at;
    while (!isBlankOrEnd(charAt(cursor))) {
      const char = charAt(cursor);
      if (char === ":" && isBlankOrEnd(charAt(cursor, 1))) break;
      if (inFlow && ",?[]{}".includes(char)) break;
      cursor.at++;
    }
    if (cursor.at > from) {
      value += folded(gap) + cursor.text.slice(from, cursor.at);
      gap = { blanks: "", breaks: [] };
      end = cursor.at;
    }
    if (!isBlank(charAt(cursor)) && !isBreakHere(cursor)) break;
    while (isBlank(charAt(cursor)) || isBreakHere(cursor)) {
      if (isBreakHere(cursor)) {
        gap.breaks.push(takeBreak(cursor));
        gap.blanks = "";
      } else {
        if (gap.breaks.length > 0 && columnOf(cursor) < deepEnough && charAt(cursor) === "\t")
          throw new Refused("tab-indentation", cursor.at, cursor.at + 1);
        if (gap.breaks.length === 0) gap.blanks += charAt(cursor);
        cursor.at++;
      }
    }
    if (!inFlow && columnOf(cursor) < deepEnough) break;
  }
  return { start, end, value, crossedLines: gap.breaks.length > 0 };
}

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
    if (charAt(cursor) === "") throw new Refused("unclosed-quote", start, endOfLine(cursor.text, start), quote);
    if (documentMark(cursor)) throw new Refused("unclosed-quote", start, endOfLine(cursor.text, start), quote);
    const gap: Gap = { blanks: "", breaks: [] };
    let continued = false;
    while (!isBlankOrEnd(charAt(cursor)) && !continued) {
      const char = charAt(cursor);
      if (quote === "'" && char === "'" && charAt(cursor, 1) === "'") {
        value += "'";
        cursor.at += 2;
      } else if (char === quote) break;
      else if (quote === '"' && char === "\\") {
        if (charAt(cursor, 1) !== "" && isBreak(charAt(cursor, 1))) {
          cursor.at++;
          takeBreak(cursor);
          continued = true;
        } else value += takeEscape(cursor);
      } else {
        value += char;
        cursor.at++;
      }
    }
    if (charAt(cursor) === quote && !continued) break;
    while (isBlank(charAt(cursor)) || isBreakHere(cursor)) {
      if (isBreakHere(cursor)) {
        // Behind an escaped break the next ones count from the second on.
        const taken = takeBreak(cursor);
        gap.breaks.push(taken);
        gap.blanks = "";
      } else {
        if (gap.breaks.length === 0 && !continued) gap.blanks += charAt(cursor);
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
  const letter = charAt(cursor, 1);
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
