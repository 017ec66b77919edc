// Puts pairs and items in, in the style of what stands there.
import type { TextEdit } from "../text/span.ts";
import type { ParsedChunk } from "./chunk.ts";
import { blockEnd, type Edits, edit } from "./editing.ts";
import type { Entry, MapNode, SequenceNode } from "./nodes.ts";
import { type Json, renderFlow, renderItems, renderText, renderValue } from "./render.ts";
import { columnOf, lineEnd, lineStart, styleOf } from "./style.ts";
import { replaceEntry, replaceNode, setScalar } from "./values.ts";

export interface InsertOptions {
  /** Before every other key. */
  readonly first?: boolean;
  /** Behind this key when it is there; else at the end. */
  readonly after?: string;
}

/** Puts a pair behind another one of a flow map, in its line or, where each has its own, in the next. */
export function appendToFlow(parsed: ParsedChunk, last: Entry, pair: string): TextEdit {
  const { text } = parsed;
  const { start, end } = last.span;
  const lead = text.slice(lineStart(text, start), start);
  const gap = lead.trim() === "" ? styleOf(parsed).lineBreak + lead : " ";
  const comma = /^\s*,(?=\s*\})/.exec(text.slice(end));
  const at = end + (comma?.[0].length ?? 0);
  return edit(at, at, comma ? gap + pair : `,${gap}${pair}`);
}

/** Adds `name: value` to a map. */
export function insertEntry(
  parsed: ParsedChunk,
  map: MapNode,
  name: string,
  value: Json,
  options: InsertOptions = {},
): Edits {
  const { text } = parsed;
  const first = map.written[0];
  if (map.flow || !first) {
    if (!map.flow) return undefined;
    const pair = parsed.json
      ? `${JSON.stringify(name)}: ${JSON.stringify(value)}`
      : `${renderText(name, true)}: ${renderFlow(value)}`;
    if (!first) return [edit(map.span.start, map.span.end, `{${pair}}`)];
    const last = anchorEntry(map, options) ?? map.written.at(-1) ?? first;
    return options.first ? [edit(first.span.start, first.span.start, `${pair}, `)] : [appendToFlow(parsed, last, pair)];
  }
  // Behind an anchor, a tag or a `?` the key does not stand where the map's other keys do.
  if (!/^[ \t]*(?:-[ \t]+)*$/.test(text.slice(lineStart(text, first.span.start), first.span.start))) return undefined;
  const style = styleOf(parsed);
  const column = columnOf(text, first.span.start);
  const pair = `${renderText(name, false)}:${renderValue(value, column, style)}`;
  if (options.first)
    return [edit(first.span.start, first.span.start, `${pair}${style.lineBreak}${" ".repeat(column)}`)];
  const previous = anchorEntry(map, options) ?? map.written.at(-1) ?? first;
  return [insertLines(parsed, blockEnd(parsed, previous), " ".repeat(column) + pair)];
}

/** Writes `name: value` over what the map has under that name, or adds it. */
export function putEntry(
  parsed: ParsedChunk,
  map: MapNode,
  name: string,
  value: Json,
  options: InsertOptions = {},
): Edits {
  const entry = map.fields.get(name);
  if (!entry) return insertEntry(parsed, map, name, value, options);
  if (value !== null && typeof value !== "object") return setScalar(parsed, entry, value);
  const old = entry.value;
  return old.kind === "map" || old.kind === "sequence"
    ? replaceNode(parsed, old, value)
    : replaceEntry(parsed, map, entry, name, value);
}

const anchorEntry = (map: MapNode, { after }: InsertOptions): Entry | undefined =>
  after === undefined ? undefined : map.written.find((each) => each.name === after);

/** Adds an item at the end of a list. */
export function insertItem(parsed: ParsedChunk, list: SequenceNode, value: Json): Edits {
  const last = list.items.at(-1);
  if (list.flow) {
    const item = parsed.json ? JSON.stringify(value) : renderFlow(value);
    return last
      ? [edit(last.span.end, last.span.end, `, ${item}`)]
      : [edit(list.span.start, list.span.end, `[${item}]`)];
  }
  if (!last) return undefined;
  return [
    insertLines(parsed, list.span.end, renderItems([value], columnOf(parsed.text, list.span.start), styleOf(parsed))),
  ];
}

/** Whole lines behind the line in which `offset` stands. */
function insertLines(parsed: ParsedChunk, offset: number, lines: string): TextEdit {
  const { text } = parsed;
  const { lineBreak } = styleOf(parsed);
  if (offset > 0 && text[offset - 1] === "\n") return edit(offset, offset, lines + lineBreak);
  const end = lineEnd(text, offset);
  return edit(end, end, lineBreak + lines);
}
