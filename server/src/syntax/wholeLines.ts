// Lines that belong together: between those of a bracketed value or of a text over several lines no comment can stand, or none for one of them alone.
import type { Span } from "../text/span.ts";
import type { ParsedChunk } from "./chunk.ts";
import type { Node } from "./nodes.ts";
import { lineStart } from "./style.ts";

/** Offset of the first line at or behind `offset`, itself the start of a line, that holds more than a comment or a template's actions. */
export function contentLine(text: string, offset: number): number | undefined {
  const blank = /[^\S\n]*(?:\{\{(?:(?!\}\})[^\n])*\}\}[^\S\n]*)*(?:#[^\n]*)?(?:\n|$)/y;
  let at = offset;
  while (at < text.length) {
    blank.lastIndex = at;
    if (!blank.test(text)) return at;
    at = blank.lastIndex;
  }
  return undefined;
}

/** The line, with those that belong to what begins in it. @param start where it starts */
export function linesFrom(parsed: Pick<ParsedChunk, "text" | "root">, start: number): Span {
  let end = lineBehind(parsed.text, start);
  for (const whole of wholes(parsed.root)) {
    if (whole.start >= start && whole.start < end) end = Math.max(end, lineBehind(parsed.text, whole.end - 1));
  }
  return { start, end };
}

/** Behind the line's break; of the last line, behind the text's end, where something absent may be missed. */
export function lineBehind(text: string, offset: number): number {
  const at = text.indexOf("\n", offset);
  return (at < 0 ? text.length : at) + 1;
}

/** Where the first of the lines starts to which the one at `offset` belongs. */
export function firstLineOf({ text, root }: Pick<ParsedChunk, "text" | "root">, offset: number): number {
  let start = lineStart(text, offset);
  for (let moved = true; moved; ) {
    const around = wholes(root).find((each) => each.start < start && each.end > start);
    moved = around !== undefined;
    if (around) start = lineStart(text, around.start);
  }
  return start;
}

const known = new WeakMap<Node, readonly Span[]>();

/** Brackets and scalars, each before what stands in it. */
function wholes(root: Node | undefined): readonly Span[] {
  if (!root) return [];
  const found = known.get(root);
  if (found) return found;
  const spans: Span[] = [];
  const look = (node: Node): void => {
    if (node.kind === "scalar" || ((node.kind === "map" || node.kind === "sequence") && node.flow))
      spans.push(node.span);
    if (node.kind === "sequence") for (const item of node.items) look(item);
    if (node.kind !== "map") return;
    for (const { key, value } of node.written) {
      look(key);
      look(value);
    }
  };
  look(root);
  known.set(root, spans);
  return spans;
}
