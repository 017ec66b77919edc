// Block scalars (`|`, `>`): indentation, chomping and folding as kubectl has them.
import { isBlank, isBreak } from "./characters.ts";
import type { Comment } from "./chunk.ts";
import { type Cursor, charAt, columnOf, endOfLine, isBreakHere, takeBreak } from "./cursor.ts";
import type { Scanned } from "./scalars.ts";
import { Refused } from "./tokens.ts";

export function scanBlockScalar(cursor: Cursor, comments: Comment[]): Scanned {
  const start = cursor.at;
  const literal = charAt(cursor) === "|";
  const header = /^[|>](?:([-+])([0-9]?)|([0-9])([-+]?))?[ \t]*/.exec(cursor.text.slice(start, start + 1024));
  const chomping = header?.[1] ?? header?.[4] ?? "";
  const digit = header?.[2] || header?.[3] || "";
  if (digit === "0") throw new Refused("bad-indentation", start, start + 2);
  cursor.at += header?.[0].length ?? 1;
  if (charAt(cursor) === "#") {
    const from = cursor.at;
    cursor.at = endOfLine(cursor.text, from);
    comments.push({ span: { start: from, end: cursor.at }, text: cursor.text.slice(from, cursor.at) });
  }
  if (charAt(cursor) !== "" && !isBreak(charAt(cursor)))
    throw new Refused("unexpected", cursor.at, endOfLine(cursor.text, cursor.at));
  if (isBreakHere(cursor)) takeBreak(cursor);
  let indent = digit === "" ? 0 : Math.max(cursor.indent, 0) + Number(digit);
  let end = cursor.at;

  /** Blank lines before the next text; finds the indentation when no digit gave it. */
  const takeBlankLines = (): string => {
    let breaks = "";
    let deepest = 0;
    end = cursor.at;
    for (;;) {
      while ((indent === 0 || columnOf(cursor) < indent) && charAt(cursor) === " ") cursor.at++;
      deepest = Math.max(deepest, columnOf(cursor));
      if ((indent === 0 || columnOf(cursor) < indent) && charAt(cursor) === "\t")
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
  while (columnOf(cursor) === indent && charAt(cursor) !== "") {
    const blankNow = isBlank(charAt(cursor));
    if (!literal && lastBreak === "\n" && !blankBefore && !blankNow) value += blankLines === "" ? " " : "";
    else value += lastBreak;
    value += blankLines;
    blankBefore = blankNow;
    const from = cursor.at;
    cursor.at = endOfLine(cursor.text, from);
    value += cursor.text.slice(from, cursor.at);
    lastBreak = isBreakHere(cursor) ? takeBreak(cursor) : "";
    blankLines = takeBlankLines();
  }
  if (chomping !== "-") value += lastBreak;
  if (chomping === "+") value += blankLines;
  return { start, end, value };
}
