// A template's comment may go over separators: documents in it are nobody's.
import type { ChunkedText, ChunkText } from "../syntax/document.ts";
import type { Span } from "../text/span.ts";

const none: ReadonlySet<ChunkText> = new Set();

/** The chunks that stand within a comment as a whole; those at its edges are masked as far as it goes. */
export function commentedChunks({ lines: { text }, chunks }: ChunkedText): ReadonlySet<ChunkText> {
  const comments = commentsOverSeparators(text);
  if (comments.length === 0) return none;
  const isIn = (start: number, end: number) => comments.some((each) => each.start < start && end < each.end);
  return new Set(chunks.flatMap(({ start, content }) => (isIn(start, start + content.text.length) ? content : [])));
}

function commentsOverSeparators(text: string): Span[] {
  const comments: Span[] = [];
  for (let open = text.indexOf("/*"); open >= 0; open = text.indexOf("/*", open + 2)) {
    if (!/\{\{(?:-[ \t\r\n]*)?$/.test(text.slice(Math.max(0, open - 20), open))) continue;
    const close = text.indexOf("*/", open + 2);
    if (close < 0) break;
    if (text.slice(open, close).includes("\n---")) comments.push({ start: open, end: close });
    open = close;
  }
  return comments;
}
