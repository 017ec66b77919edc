// Takes pairs and items out, with their lines or commas; comments of their neighbours stay.
import type { TextEdit } from "../text/span.ts";
import type { ParsedChunk } from "./chunk.ts";
import { blockEnd, type Edits, edit, holdsUsedAnchor } from "./editing.ts";
import type { Entry, MapNode, SequenceNode } from "./nodes.ts";
import { lineEnd, lineStart, nextLine } from "./style.ts";

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
