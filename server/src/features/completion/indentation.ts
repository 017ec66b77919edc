// The cursor's place in block text, by the lines' indentation.
import { lineEnd, lineStart } from "../../syntax/style.ts";
import { type Climb, climb } from "./climb.ts";
import { commentStart, fieldsAround, type Line, linesAbove, linesBelow, readLine, startOf } from "./lines.ts";
import { type Begins, type Place, samePath } from "./place.ts";

/** What was typed at the cursor, and what its line still holds. */
interface Typed {
  readonly text: string;
  readonly start: number;
  readonly offset: number;
  readonly here: Line;
  readonly before: string;
  readonly after: string;
}

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

const onlyComment = /^\s*(?:\s#.*)?$/;

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

const quoteOf = (word: string): Place["quote"] => (word[0] === '"' || word[0] === "'" ? word[0] : "");

/** What of the rest of the line belongs to the word at the cursor: up to the closing quote, where there is one. */
function restOf(after: string, quote: Place["quote"], plain: RegExp): string {
  const close = quote === "" ? -1 : after.indexOf(quote);
  return close < 0 ? (plain.exec(after)?.[0] ?? "") : after.slice(0, close + 1);
}

function keyPlaces(typed: Typed): Place[] {
  const { text, start, offset, here, before, after } = typed;
  const word = before.slice(here.at);
  if (!/^["']?(?:[\w$./][\w$./-]*)?$/.test(word)) return [];
  const quote = quoteOf(word);
  const more = restOf(after, quote, word === "" ? /^(?:[\w$./][\w$./-]*)?/ : /^[\w$./-]*/);
  const rest = after.slice(more.length);
  const named = /^[ \t]*:(?:[ \t]|$)/.test(rest);
  if (!named && !onlyComment.test(rest)) return [];
  const span = { start: offset - word.length, end: offset + more.length };
  const next = first(linesBelow(text, start));
  const make = (way: Climb, column: number): Place => {
    const dash = here.dashes.at(-1);
    const own = dash ?? here.column;
    const replaced = !named && (own !== column || /^\s*\t/.test(before));
    const bareDash = dash !== undefined && before.endsWith("-");
    return {
      ...onWay(text, way, { start, column: dash === undefined ? column : here.column, dashes: here.dashes }),
      typing: { kind: "key" },
      word: replaced ? { start, end: span.end } : span,
      lead: replaced ? " ".repeat(column) + (dash === undefined ? "" : "- ") : bareDash ? " " : "",
      tail: "",
      typedLead: replaced && dash !== undefined ? "- " : "",
      quote,
      column: dash === undefined ? column : column + here.column - dash,
      named,
      holds: dash === undefined && next && isOrphan(text, start, column, next) ? begins(next) : undefined,
      beside: replaced && dash === undefined && next && startOf(next) === column ? begins(next) : undefined,
    };
  };
  const way = climb(text, start, here.column, here.dashes);
  if (!way) return [];
  const [dash] = here.dashes;
  if (named || here.dashes.length > 1) return [make(way, here.dashes.at(-1) ?? here.column)];
  if (dash !== undefined) return [make(way, way.level ?? dashBelow(way, dash, next) ?? dash)];
  const below = levelBelow(way, next);
  // Deeper lines that have no key above may be its children, or its siblings.
  if (way.level === undefined && below !== undefined && below > here.column)
    return [make(way, here.column), make(way, below)];
  const column = way.level ?? below ?? here.column;
  const inner = between(typed, column, next && startOf(next));
  if (inner === "scalar") return [];
  if (!inner && way.path.length === 0 && here.column < column && lineStart(text, offset) > 0 && isItem(text)) return [];
  const own = make(way, column);
  const around = itemPlaces(typed, way, column, make);
  const places = [...around.likelier, own, ...around.lessLikely];
  if (!inner || samePath(inner.path, way.path)) return places;
  const deeper = make(inner, next ? startOf(next) : column);
  return word === "" ? [deeper, ...places] : [...places, deeper];
}

const isItem = (text: string): boolean => /^ *-(?:\s|$)/.test(text);
const begins = ({ key, dashes }: Line): Begins => ({ key, dash: dashes.length > 0 });

/** Deeper than a key at `column`, or a list at that column that no key above holds. */
function isOrphan(text: string, start: number, column: number, next: Line): boolean {
  if (startOf(next) > column) return true;
  if (next.dashes[0] !== column) return false;
  let directly = true;
  for (const line of linesAbove(text, start)) {
    if (startOf(line) <= column)
      return line.dashes[0] !== column && !(directly && line.column === column && line.value === "");
    directly = false;
  }
  return false;
}

/** The level that the lines below give, where none stands above: those that the same parent holds. */
function levelBelow(way: Climb, next: Line | undefined): number | undefined {
  if (!next || way.level !== undefined) return undefined;
  const from = startOf(next);
  // A list's dashes may stand at its key's own column.
  return from > way.parentColumn || (from === way.parentColumn && next.dashes.length > 0) ? from : undefined;
}

/** A dash that was typed too deep before the first of the list's other items. */
function dashBelow(way: Climb, dash: number, next: Line | undefined): number | undefined {
  const from = next?.dashes[0];
  return from !== undefined && from < dash && from >= way.parentColumn ? from : undefined;
}

/** Deeper lines above and below: the cursor stands among them, whatever its own column. */
function between({ text, start }: Typed, column: number, next: number | undefined): Climb | "scalar" | undefined {
  const above = first(linesAbove(text, start));
  if (next === undefined || next <= column || above === undefined || startOf(above) <= column) return undefined;
  return climb(text, start, next, []) ?? "scalar";
}

/** At the dashes' own column the last item may go on; at a key's own column its list may get an item, the first one too. */
function itemPlaces(
  { text, start }: Typed,
  way: Climb,
  column: number,
  make: (way: Climb, column: number) => Place,
): { likelier: Place[]; lessLikely: Place[] } {
  const likelier: Place[] = [];
  const lessLikely: Place[] = [];
  let direct = true;
  for (const line of linesAbove(text, start)) {
    if (startOf(line) > column) {
      direct = false;
      continue;
    }
    const listKey = direct && line.column === column && line.key !== undefined && line.value === "";
    if (line.dashes[0] !== column && !listKey) break;
    const item =
      listKey || (line.key === undefined && line.value !== "") ? undefined : climb(text, start, line.column, []);
    if (item) (direct ? likelier : lessLikely).push(make(item, line.column));
    const next = climb(text, start, column + 2, [column]);
    const list = next && { ...next, path: next.path.slice(0, -1), keyLines: next.keyLines.slice(0, -1) };
    if (list && !samePath(list.path, way.path)) lessLikely.push({ ...make(list, column), onlyItem: true });
    break;
  }
  return { likelier, lessLikely };
}

function onWay(
  text: string,
  { path, keyLines }: Climb,
  own: { readonly start: number; readonly column: number; readonly dashes: readonly number[] },
): Pick<Place, "path" | "notation" | "onlyItem" | "inMap" | "fieldsAt"> {
  return {
    path,
    notation: "block",
    onlyItem: false,
    inMap: true,
    fieldsAt(depth) {
      if (depth >= path.length) return fieldsAround(text, own);
      const line = keyLines[depth];
      const fields = line ? fieldsAround(text, line) : new Map<string, string>();
      if (line?.key !== undefined) fields.set(line.key, "");
      return fields;
    },
  };
}

function first(lines: Iterable<Line>): Line | undefined {
  for (const line of lines) return line;
  return undefined;
}
