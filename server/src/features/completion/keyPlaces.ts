// Where a half-typed key of block text may belong. Its own column is a hint, the lines around it tell more.
import { type Climb, climb } from "./climb.ts";
import { type Line, linesAbove, linesBelow, startOf } from "./lines.ts";
import { type Begins, type Place, samePath } from "./place.ts";
import { onlyComment, onWay, quoteOf, restOf, type Typed } from "./typed.ts";

type Make = (way: Pick<Climb, "path" | "keyLines">, column: number) => Place;

export function keyPlaces(typed: Typed): Place[] {
  const { text, start, offset, here, before, after } = typed;
  const word = before.slice(here.at);
  if (!/^["']?(?:[\w$./][\w$./-]*)?$/.test(word)) return [];
  const quote = quoteOf(word);
  const more = restOf(after, quote, word === "" ? /^(?:[\w$./][\w$./-]*)?/ : /^[\w$./-]*/);
  const rest = after.slice(more.length);
  const named = /^[ \t]*:(?:[ \t]|$)/.test(rest);
  if (!named && !onlyComment.test(rest)) return [];
  const way = climb(text, start, here.column, here.dashes);
  if (!way) return [];
  const span = { start: offset - word.length, end: offset + more.length };
  const next = first(linesBelow(text, start));
  const dash = here.dashes.at(-1);
  const make: Make = (to, column) => {
    const replaced = !named && ((dash ?? here.column) !== column || /^\s*\t/.test(before));
    const bareDash = dash !== undefined && before.endsWith("-");
    return {
      ...onWay(text, to, { start, column: dash === undefined ? column : here.column, dashes: here.dashes }),
      typing: { kind: "key" },
      word: replaced ? { start, end: span.end } : span,
      lead: replaced ? " ".repeat(column) + (dash === undefined ? "" : "- ") : bareDash ? " " : "",
      tail: "",
      typedLead: replaced && dash !== undefined ? "- " : "",
      quote,
      column: dash === undefined ? column : column + here.column - dash,
      named,
      holds: dash === undefined && next && isOrphan(typed, column, next) ? begins(next) : undefined,
      beside: replaced && dash === undefined && next && startOf(next) === column ? begins(next) : undefined,
    };
  };
  if (named || here.dashes.length > 1) return [make(way, dash ?? here.column)];
  if (dash !== undefined) return [make(way, way.level ?? dashBelow(way, dash, next) ?? dash)];
  return placesWithoutDash(typed, way, next, make, word === "");
}

/** @param blank nothing is typed: the cursor's column may be an accident, and a key that takes over what is below is not wanted */
function placesWithoutDash(typed: Typed, way: Climb, next: Line | undefined, make: Make, blank: boolean): Place[] {
  const { text, start, here } = typed;
  const at = (to: Climb, column: number): Place[] => placesAt(typed, to, column, next, make, blank);
  const below = levelBelow(way, next);
  // Deeper lines that have no key above may be its children, or its siblings.
  if (way.level === undefined && below !== undefined && below > here.column)
    return [make(way, here.column), ...at(way, below)];
  const column = way.level ?? below ?? here.column;
  const above = next && startOf(next) > column ? first(linesAbove(text, start)) : undefined;
  if (next && above && (startOf(above) > column || isParent(above, column))) {
    // Among deeper lines, whatever its own column. In a block scalar nothing can be a key.
    const inner = climb(text, start, startOf(next), []);
    if (!inner) return [];
    const deeper = at(inner, startOf(next));
    if (samePath(inner.path, way.path) || isParent(above, column)) return deeper;
    return blank ? [...deeper, ...at(way, column)] : [...at(way, column), ...deeper];
  }
  const isLeftOfItem = way.path.length === 0 && here.column < column && start > 0 && /^ *-(?:\s|$)/.test(text);
  return isLeftOfItem ? [] : at(way, column);
}

/** At the dashes' own column the last item may go on; at a key's own column its list may get an item, the first one too. */
function placesAt(
  { text, start }: Typed,
  way: Climb,
  column: number,
  next: Line | undefined,
  make: Make,
  blank: boolean,
): Place[] {
  const list = listAt(text, start, column);
  const another = list ? [{ ...make(list, column), onlyItem: true }] : [];
  // Before an item of a list at its key's column stands another item, or more of the one above; or a key that takes the item over.
  const inList = next?.dashes[0] === column && !isOrphan({ text, start }, column, next);
  const own = inList ? another : [make(way, column)];
  const takesOver = inList && !blank ? [{ ...make(way, column), holds: begins(next) }] : [];
  let direct = true;
  for (const line of linesAbove(text, start)) {
    if (startOf(line) > column) {
      direct = false;
      continue;
    }
    const ownsList = direct && isParent(line, column);
    if (line.dashes[0] !== column && !ownsList) break;
    const isText = line.key === undefined && line.value !== "";
    const item = ownsList || isText ? undefined : climb(text, start, line.column, []);
    const goesOn = item ? [make(item, line.column)] : [];
    const others = inList || (list && samePath(list.path, way.path)) ? takesOver : another;
    return direct ? [...goesOn, ...own, ...others] : [...own, ...goesOn, ...others];
  }
  return [...own, ...takesOver];
}

const isParent = (line: Line, column: number): boolean =>
  line.column === column && line.key !== undefined && line.value === "";

/** The list whose dashes stand at a column. */
function listAt(text: string, start: number, column: number): Pick<Climb, "path" | "keyLines"> | undefined {
  const item = climb(text, start, column + 2, [column]);
  return item && { path: item.path.slice(0, -1), keyLines: item.keyLines.slice(0, -1) };
}

const begins = ({ key, dashes }: Line): Begins => ({ key, dash: dashes.length > 0 });

/** Deeper than a key at `column`, or a list at that column that no key above holds. */
function isOrphan({ text, start }: Pick<Typed, "text" | "start">, column: number, next: Line): boolean {
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

function first(lines: Iterable<Line>): Line | undefined {
  for (const line of lines) return line;
  return undefined;
}
