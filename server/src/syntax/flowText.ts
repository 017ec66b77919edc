// A pair as it reads in one line, in braces: its own text wherever that means the same there.
import type { ParsedChunk } from "./chunk.ts";
import type { Moving } from "./move.ts";
import type { MapNode, Node } from "./nodes.ts";
import { renderText } from "./render.ts";
import { indentOf, shiftLine } from "./style.ts";

export const keyText = ({ json }: ParsedChunk, name: string): string =>
  json ? JSON.stringify(name) : renderText(name, true);

/**
 * @param indent of the line in which it will stand: text of several lines follows it
 * @returns undefined where a tag or a template would be lost
 */
export function flowPair(parsed: ParsedChunk, moving: Moving, from: MapNode, indent: number): string | undefined {
  if (from.flow) {
    const old = indentOf(parsed.text, moving.entry.span.start);
    return rawPair(parsed, moving)
      ?.split(/(?<=\n)/)
      .map((line, index) => (index === 0 ? line : shiftLine(line, indent - old)))
      .join("");
  }
  const value = flowText(parsed, moving.entry.value);
  return value === undefined ? undefined : `${keyOf(parsed, moving)}: ${value}`.trimEnd();
}

/** A pair of a flow map, as it is written. */
export function rawPair(parsed: ParsedChunk, moving: Moving): string | undefined {
  const { key, span } = moving.entry;
  const rest = /^\s*:?\s*/.exec(parsed.text.slice(key.span.end, span.end))?.[0] ?? "";
  if (rest.includes("#")) return undefined;
  return `${keyOf(parsed, moving)}: ${parsed.text.slice(key.span.end + rest.length, span.end)}`.trimEnd();
}

const keyOf = (parsed: ParsedChunk, { entry, name }: Moving): string =>
  name === entry.name ? parsed.text.slice(entry.key.span.start, entry.key.span.end) : keyText(parsed, name);

function flowText(parsed: ParsedChunk, node: Node): string | undefined {
  if (node.tag !== undefined) return undefined;
  const bare = bareText(parsed, node);
  return bare === undefined || node.anchor === undefined ? bare : `&${node.anchor} ${bare}`;
}

function bareText(parsed: ParsedChunk, node: Node): string | undefined {
  const { text } = parsed;
  const raw = text.slice(node.span.start, node.span.end);
  if (node.kind === "alias") return raw;
  if (node.kind === "scalar") {
    const oneLine = !raw.includes("\n") && node.style !== "literal" && node.style !== "folded";
    if (oneLine && (node.style !== "plain" || !/[,[\]{}]/.test(raw))) return raw;
    return node.templated || typeof node.value !== "string" ? undefined : JSON.stringify(node.value);
  }
  if (node.flow && !raw.includes("\n")) return raw;
  if (node.kind === "sequence") {
    const items = node.items.map((item) => flowText(parsed, item));
    return items.every((each) => each !== undefined) ? `[${items.join(", ")}]` : undefined;
  }
  const pairs = node.written.map(({ key, value }) => {
    const name = key.anchor === undefined && key.tag === undefined ? bareText(parsed, key) : undefined;
    const own = flowText(parsed, value);
    return name === undefined || own === undefined ? undefined : `${name}: ${own}`.trimEnd();
  });
  return pairs.every((each) => each !== undefined) ? `{${pairs.join(", ")}}` : undefined;
}
