// Turns a list into the map that its items make together, and a map into a list of one, with comments and all.
import type { TextEdit } from "../text/span.ts";
import type { ParsedChunk } from "./chunk.ts";
import type { MapNode, SequenceNode } from "./nodes.ts";
import { renderText } from "./render.ts";
import { columnOf, lineStart, styleOf } from "./style.ts";

/**
 * `- a: 1` becomes `a: 1`. The dashes of a block list become blanks, so that nothing else moves.
 * @returns undefined where the items are no maps, name a key twice, or stand in different columns
 */
export function unwrapItems(parsed: ParsedChunk, list: SequenceNode): TextEdit[] | undefined {
  const { text } = parsed;
  const maps = list.items.flatMap((item) => (item.kind === "map" && item.written[0] ? [item] : []));
  const names = maps.flatMap((map) => map.written.map((entry) => entry.name));
  const [first] = maps;
  if (!first || maps.length !== list.items.length || new Set(names).size !== names.length) return undefined;
  if (list.flow) {
    if (list.items.length > 1 || !first.flow) return undefined;
    return [remove(list.span.start, first.span.start), remove(first.span.end, list.span.end)];
  }
  const edits: TextEdit[] = [];
  for (const map of maps) {
    const start = map.span.start;
    const dash = text.lastIndexOf("-", start);
    if (map.flow || dash < lineStart(text, start) || text.slice(dash + 1, start).trim() !== "") return undefined;
    if (columnOf(text, start) !== columnOf(text, first.span.start)) return undefined;
    edits.push({ span: { start: dash, end: dash + 1 }, newText: " " });
  }
  return edits;
}

const remove = (start: number, end: number): TextEdit => ({ span: { start, end }, newText: "" });

/** A block map becomes the only item of a list: a dash before its first key, its other lines two columns to the right. */
export function wrapMap(parsed: ParsedChunk, map: MapNode): TextEdit[] | undefined {
  const { text } = parsed;
  const { start, end } = map.span;
  if (map.flow) return [insert(start, "["), insert(end, "]")];
  if (text.slice(lineStart(text, start), start).trim() !== "") return undefined;
  const edits = [insert(start, "- ")];
  for (let at = text.indexOf("\n", start) + 1; at > 0 && at < end; at = text.indexOf("\n", at) + 1) {
    const isBlank = /^[ \t]*\r?(?:\n|$)/.test(text.slice(at, at + 1 + Math.max(0, text.indexOf("\n", at) - at)));
    if (!isBlank) edits.push(insert(at, "  "));
  }
  return edits;
}

/**
 * `KEY: text` becomes `- name: KEY` and `value: text`, with quotes where kubectl would read no text.
 * @returns undefined where a value is no scalar, or stands in a block of its own
 */
export function pairsToItems(parsed: ParsedChunk, map: MapNode): TextEdit[] | undefined {
  const { text } = parsed;
  const { lineBreak } = styleOf(parsed);
  if (map.flow || text.slice(lineStart(text, map.span.start), map.span.start).trim() !== "") return undefined;
  const edits: TextEdit[] = [];
  for (const { key, value, role } of map.written) {
    if (role !== "field" || key.anchor !== undefined || value.kind !== "scalar" || value.tag !== undefined)
      return undefined;
    if (value.style === "literal" || value.style === "folded" || value.anchor !== undefined) return undefined;
    const column = " ".repeat(columnOf(text, key.span.start));
    const lead = `- name: ${text.slice(key.span.start, key.span.end)}${lineBreak}${column}  value: `;
    const isEmpty = value.span.start === value.span.end;
    const colon = key.span.end + (/^[ \t]*:/.exec(text.slice(key.span.end))?.[0].length ?? 0);
    edits.push({
      span: { start: key.span.start, end: isEmpty ? colon : value.span.start },
      newText: isEmpty ? `${lead}""` : lead,
    });
    if (!isEmpty && typeof value.value !== "string")
      edits.push({ span: value.span, newText: renderText(value.value === null ? "" : value.source, false) });
  }
  return edits;
}

const insert = (at: number, newText: string): TextEdit => ({ span: { start: at, end: at }, newText });
