// Edits that keep the rest of a file byte for byte: comments, quotes, flow or block style, indentation, line breaks.
// Each gives edits in chunk offsets, or undefined where the text cannot be changed safely.
import type { TextEdit } from "../text/span.ts";
import type { ParsedChunk } from "./chunk.ts";
import { type Entry, type MapNode, type Node, type ResolvedNode, resolve, type SequenceNode } from "./nodes.ts";
import {
  isList,
  isObject,
  type Json,
  renderFlow,
  renderItems,
  renderMap,
  renderScalar,
  renderText,
  renderValue,
} from "./render.ts";
import { columnOf, lineEnd, lineStart, nextLine, styleOf } from "./style.ts";

export type { Json } from "./render.ts";

type Edits = TextEdit[] | undefined;

const edit = (start: number, end: number, newText: string): TextEdit => ({ span: { start, end }, newText });

/** An anchor gives the value to other places too, and a tag would make something else of a new value. */
const isMarked = (node: Node): boolean => node.anchor !== undefined || node.tag !== undefined;

/** Sets a scalar value; a text keeps the quotes that it had. */
export function setScalar(parsed: ParsedChunk, target: Entry | Node, value: string | number | boolean): Edits {
  const node = "role" in target ? target.value : target;
  if (node.kind === "map" || node.kind === "sequence" || isMarked(node)) return undefined;
  if (node.span.start === node.span.end) return [edit(node.span.start, node.span.end, ` ${inPlace(parsed, value)}`)];
  if (node.kind === "scalar" && (node.style === "literal" || node.style === "folded")) return undefined;
  const quoted = node.kind === "scalar" && typeof value === "string" && !/['"\\\n]/.test(value);
  const quotes = quoted && node.style === "single" ? "'" : quoted && node.style === "double" ? '"' : undefined;
  return [
    edit(
      node.span.start,
      node.span.end,
      quotes === undefined ? inPlace(parsed, value) : quotes + String(value) + quotes,
    ),
  ];
}

/** Writes a plain scalar as it is spelled, such as an octal number; not for JSON. */
export function setPlain(parsed: ParsedChunk, node: Node, spelling: string): Edits {
  if (parsed.json || node.kind !== "scalar" || isMarked(node) || node.span.start === node.span.end) return undefined;
  return [edit(node.span.start, node.span.end, spelling)];
}

const inPlace = (parsed: ParsedChunk, value: string | number | boolean): string =>
  parsed.json ? JSON.stringify(value) : renderScalar(value, true);

/** Writes another value in place of a list, map or scalar, in the style (flow or block) that stands there. */
export function replaceNode(parsed: ParsedChunk, node: ResolvedNode, value: Json): Edits {
  if (holdsUsedAnchor(parsed, node.span) || isMarked(node)) return undefined;
  const { start, end } = node.span;
  if (parsed.json) return [edit(start, end, JSON.stringify(value))];
  const block = node.kind !== "scalar" && !node.flow;
  if (!block || (!isList(value) && !isObject(value)))
    return start === end ? [edit(start, end, ` ${renderFlow(value)}`)] : [edit(start, end, renderFlow(value))];
  const column = columnOf(parsed.text, start);
  const style = styleOf(parsed);
  const text = isList(value) ? renderItems(value, column, style) : renderMap(value, column, style);
  return [edit(start, end, text.trimStart())];
}

/** Another key with another value at the place of `entry`. */
export function replaceEntry(parsed: ParsedChunk, map: MapNode, entry: Entry, name: string, value: Json): Edits {
  if (holdsUsedAnchor(parsed, entry.span)) return undefined;
  const { start, end } = entry.span;
  if (parsed.json) return [edit(start, end, `${JSON.stringify(name)}: ${JSON.stringify(value)}`)];
  if (map.flow) return [edit(start, end, `${renderText(name, true)}: ${renderFlow(value)}`)];
  return [
    edit(
      start,
      blockEnd(parsed, entry),
      renderText(name, false) + ":" + renderValue(value, columnOf(parsed.text, start), styleOf(parsed)),
    ),
  ];
}

export function renameKey(parsed: ParsedChunk, entry: Entry, name: string): Edits {
  const { key } = entry;
  if (key.anchor !== undefined) return undefined;
  const quote = parsed.json || key.style === "double" ? '"' : key.style === "single" ? "'" : "";
  return [edit(key.span.start, key.span.end, quote === "" ? renderText(name, true) : quote + name + quote)];
}

/** Removes a pair with its line. The last pair of a map leaves `{}`. */
export function removeEntry(parsed: ParsedChunk, map: MapNode, entry: Entry): Edits {
  const { text } = parsed;
  const index = map.written.findIndex((each) => each.key.span.start === entry.key.span.start);
  if (index < 0 || holdsUsedAnchor(parsed, entry.span)) return undefined;
  const [before, after] = [map.written[index - 1], map.written[index + 1]];
  if (map.flow) return [removeFromFlow(text, entry.span, before?.span, after?.span)];
  const { start } = entry.span;
  const end = blockEnd(parsed, entry);
  if (!before && !after) return [edit(start, end, "{}")].map((each) => pullUp(text, each));
  const ownLine = text.slice(lineStart(text, start), start).trim() === "";
  if (ownLine)
    return [
      edit(
        lineStart(text, start),
        nextLine(text, lineEnd(text, Math.max(start, end - (text[end - 1] === "\n" ? 1 : 0)))),
        "",
      ),
    ].map((each) => keepLastBreak(text, each));
  // Behind a dash: the next key moves up to it, or the comment above that.
  const below = nextLine(text, lineEnd(text, Math.max(start, end - (text[end - 1] === "\n" ? 1 : 0))));
  const blanks = /^\s*/.exec(text.slice(below, after?.span.start))?.[0].length ?? 0;
  return after ? [edit(start, below + blanks, "")] : undefined;
}

/** Removing the last line of a text without a final break takes the break before it. */
function keepLastBreak(text: string, { span, newText }: TextEdit): TextEdit {
  if (span.end < text.length || text.endsWith("\n") || span.start === 0) return { span, newText };
  const start = text[span.start - 2] === "\r" ? span.start - 2 : span.start - 1;
  return edit(start, span.end, newText);
}

/** `key:` LF `  {}` becomes `key: {}`. */
function pullUp(text: string, { span, newText }: TextEdit): TextEdit {
  const lead = /:[ \t]*(?:\r?\n)[ \t]*$/.exec(text.slice(0, span.start));
  return lead ? edit(lead.index + 1, span.end, ` ${newText}`) : edit(span.start, span.end, newText);
}

export function removeItem(parsed: ParsedChunk, list: SequenceNode, index: number): Edits {
  const { text } = parsed;
  const item = list.items[index];
  if (!item || holdsUsedAnchor(parsed, item.span)) return undefined;
  if (list.flow) return [removeFromFlow(text, item.span, list.items[index - 1]?.span, list.items[index + 1]?.span)];
  if (list.items.length === 1) return [pullUp(text, edit(list.span.start, list.span.end, "[]"))];
  const start = lineStart(text, item.span.start);
  if (!/^[ \t]*-[ \t]*$/.test(text.slice(start, item.span.start))) return undefined;
  const end = text[item.span.end - 1] === "\n" ? item.span.end : nextLine(text, item.span.end);
  return [keepLastBreak(text, edit(start, end, ""))];
}

/** Takes `own` out of brackets with one comma; comments of its neighbours stay. */
export function removeFromFlow(
  text: string,
  own: TextEdit["span"],
  before: TextEdit["span"] | undefined,
  after: TextEdit["span"] | undefined,
): TextEdit {
  if (after) {
    const gap = text.slice(own.end, after.start);
    const comments = gap.replace(/^(\s*(?:#[^\n]*\n\s*)*),[ \t]*/, "$1");
    return edit(own.start, after.start, gap.includes("#") ? comments : "");
  }
  // A comma may stand before the closing bracket.
  if (before) return edit(text.slice(before.end, own.start).includes("#") ? own.start : before.end, own.end, "");
  const rest = /^[ \t]*,?[ \t]*/.exec(text.slice(own.end))?.[0].length ?? 0;
  return edit(own.start, own.end + rest, "");
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

export interface InsertOptions {
  /** Before every other key. */
  readonly first?: boolean;
  /** Behind this key when it is there; else at the end. */
  readonly after?: string;
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

/** `x` becomes `[x]`. */
export function wrapInList(parsed: ParsedChunk, node: Node): Edits {
  if (node.kind === "map" && !node.flow) return undefined;
  if (node.kind === "scalar" && (node.style === "literal" || node.style === "folded")) return undefined;
  const text = parsed.text.slice(node.span.start, node.span.end);
  const risky = node.kind === "scalar" && node.style === "plain" && /[,[\]{}]/.test(text);
  return [edit(node.span.start, node.span.end, `[${risky ? JSON.stringify(text) : text}]`)];
}

/** Where a block pair's own text ends: its value's end, or its key's colon. A block scalar ends behind its last line break. */
export function blockEnd({ text }: Pick<ParsedChunk, "text">, entry: Entry): number {
  const value = entry.value;
  if (value.span.end > entry.key.span.end) return value.span.end;
  return entry.key.span.end + (/^[ \t]*:/.exec(text.slice(entry.key.span.end))?.[0].length ?? 0);
}

/** The span holds an anchor that an alias outside of it needs. */
export function holdsUsedAnchor({ text }: Pick<ParsedChunk, "text">, span: TextEdit["span"]): boolean {
  for (const match of text.slice(span.start, span.end).matchAll(/&([A-Za-z0-9_-]+)/g)) {
    const rest = `${text.slice(0, span.start)}\n${text.slice(span.end)}`;
    if (new RegExp(`\\*${match[1]}(?![A-Za-z0-9_-])`).test(rest)) return true;
  }
  return false;
}

/** What kubectl would send; templated scalars as their text. */
export function toJson(node: Node): Json {
  const at = resolve(node);
  if (at.kind === "map") return Object.fromEntries([...at.fields].map(([name, entry]) => [name, toJson(entry.value)]));
  if (at.kind === "sequence") return at.items.map(toJson);
  return typeof at.value === "bigint" ? Number(at.value) : at.value;
}
