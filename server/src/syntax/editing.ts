// What every edit needs to know of the text around it.
import type { TextEdit } from "../text/span.ts";
import type { ParsedChunk } from "./chunk.ts";
import type { Entry, Node } from "./nodes.ts";

/** undefined: the text cannot be changed safely. */
export type Edits = TextEdit[] | undefined;

export const edit = (start: number, end: number, newText: string): TextEdit => ({ span: { start, end }, newText });

/** An anchor gives the value to other places too, and a tag would make something else of a new value. */
export const isMarked = (node: Node): boolean => node.anchor !== undefined || node.tag !== undefined;

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
