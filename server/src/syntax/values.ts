// Puts another value, or another key, in the place of one.
import type { ParsedChunk } from "./chunk.ts";
import { blockEnd, type Edits, edit, holdsUsedAnchor, isMarked } from "./editing.ts";
import { type Entry, type MapNode, type Node, type ResolvedNode, resolve } from "./nodes.ts";
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
import { columnOf, styleOf } from "./style.ts";

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
      `${renderText(name, false)}:${renderValue(value, columnOf(parsed.text, start), styleOf(parsed))}`,
    ),
  ];
}

export function renameKey(parsed: ParsedChunk, entry: Entry, name: string): Edits {
  const { key } = entry;
  if (key.anchor !== undefined) return undefined;
  const quote = parsed.json || key.style === "double" ? '"' : key.style === "single" ? "'" : "";
  return [edit(key.span.start, key.span.end, quote === "" ? renderText(name, true) : quote + name + quote)];
}

/** `x` becomes `[x]`. */
export function wrapInList(parsed: ParsedChunk, node: Node): Edits {
  if (node.kind === "map" && !node.flow) return undefined;
  if (node.kind === "scalar" && (node.style === "literal" || node.style === "folded")) return undefined;
  const text = parsed.text.slice(node.span.start, node.span.end);
  const risky = node.kind === "scalar" && node.style === "plain" && /[,[\]{}]/.test(text);
  return [edit(node.span.start, node.span.end, `[${risky ? JSON.stringify(text) : text}]`)];
}

/** What kubectl would send; templated scalars as their text. */
export function toJson(node: Node): Json {
  const at = resolve(node);
  if (at.kind === "map") return Object.fromEntries([...at.fields].map(([name, entry]) => [name, toJson(entry.value)]));
  if (at.kind === "sequence") return at.items.map(toJson);
  return typeof at.value === "bigint" ? Number(at.value) : at.value;
}
