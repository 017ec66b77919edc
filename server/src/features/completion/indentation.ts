// The cursor's place in block text, by the lines' indentation: where a value stands; keys are in keyPlaces.ts.
import { lineEnd, lineStart } from "../../syntax/style.ts";
import { climb } from "./climb.ts";
import { keyPlaces } from "./keyPlaces.ts";
import { commentStart, readLine } from "./lines.ts";
import type { Place } from "./place.ts";
import { onlyComment, onWay, quoteOf, restOf, type Typed } from "./typed.ts";

/**
 * The likeliest place first: a line without a dash may go on with the last item or begin the next one.
 * Left of everything in the text stands what is around it: an item of a List ends there.
 * Empty in comments, in block scalars, behind a value, and where a line is no key at all.
 */
export function blockPlaces(text: string, offset: number): Place[] {
  const start = lineStart(text, offset);
  const before = text.slice(start, offset);
  const after = text.slice(offset, Math.max(offset, lineEnd(text, offset)));
  if (commentStart(before) >= 0) return [];
  const here = readLine(before, start);
  const typed: Typed = { text, start, offset, here, before, after };
  return here.colon === undefined ? keyPlaces(typed) : valuePlaces(typed, here.colon);
}

function valuePlaces({ text, start, offset, here, before, after }: Typed, colon: number): Place[] {
  const behind = before.slice(colon + 1);
  const word = behind.trimStart();
  if (here.key === undefined || (behind === "" && /^\S/.test(after))) return [];
  if (!/^(?:"[^"\\]*|'[^']*|(?:[^\s"'#[\]{},|>&*!%@`]\S*)?)$/.test(word)) return [];
  const quote = quoteOf(word);
  const more = restOf(after, quote, word === "" ? /^(?:[^\s#[\]{},|>&*!%@`]\S*)?/ : /^\S*/);
  if (!onlyComment.test(after.slice(more.length))) return [];
  const way = climb(text, start, here.column, here.dashes);
  if (!way) return [];
  return [
    {
      ...onWay(text, way, here),
      typing: { kind: "value", key: here.key },
      word: { start: offset - word.length, end: offset + more.length },
      lead: behind === "" ? " " : "",
      tail: "",
      typedLead: "",
      quote,
      column: here.column,
      named: false,
      holds: undefined,
      beside: undefined,
    },
  ];
}
