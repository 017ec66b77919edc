// Where an empty list item is seen: it has no text of its own, so its dash stands for it.
import type { Node } from "../../syntax/nodes.ts";
import type { Span } from "../../text/span.ts";

export function emptyItemSpan(text: string, item: Pick<Node, "span">): Span {
  const { start, end } = item.span;
  if (end > start) return item.span;
  const dash = text.lastIndexOf("-", start);
  return dash >= 0 && text.slice(dash + 1, start).trim() === ""
    ? { start: dash, end: Math.max(dash + 1, end) }
    : item.span;
}
