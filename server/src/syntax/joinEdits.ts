// Takes text out here and puts it in there, as edits that nowhere touch: editors differ in what touching edits mean.
import type { TextEdit } from "../text/span.ts";
import type { ParsedChunk } from "./chunk.ts";
import type { Entry } from "./nodes.ts";
import { styleOf } from "./style.ts";

interface Insertion extends TextEdit {
  /** Whole lines, each with its break. */
  readonly lines: boolean;
  /** An empty block value below which the lines go: it loses its `null` or `{}`. */
  readonly filled: Entry | undefined;
}

export function joinEdits(parsed: ParsedChunk, removals: readonly TextEdit[], inserted: Insertion): TextEdit[] {
  const { text } = parsed;
  const edits = [...removals];
  const { span, newText, filled } = inserted;
  if (!inserted.lines) return closed(text, [...edits, { span, newText }]);
  if (filled) {
    // `key: null # why` keeps its comment.
    const colon = text.indexOf(":", filled.key.span.end) + 1;
    if (filled.value.span.end > colon) edits.push({ span: { start: colon, end: filled.value.span.end }, newText: "" });
  }
  const open = span.start === text.length && !text.endsWith("\n");
  const lines = open ? newText.replace(/\r?\n$/, "") : newText;
  const { lineBreak } = styleOf(parsed);
  const at = edits.findIndex((each) => each.span.end === span.start || each.span.start === span.start);
  const touching = edits[at];
  if (!touching) edits.push({ span, newText: open ? lineBreak + lines : lines });
  else if (touching.span.end === span.start) {
    const startsLine = touching.newText === "" && isLineStart(text, touching.span.start);
    edits[at] = { span: touching.span, newText: touching.newText + (startsLine || !open ? "" : lineBreak) + lines };
  } else {
    const closes = touching.newText === "" && touching.span.end === text.length && !text.endsWith("\n");
    edits[at] = { span: touching.span, newText: closes ? lines.replace(/\r?\n$/, "") : lines + touching.newText };
  }
  return closed(text, edits);
}

function closed(text: string, edits: readonly TextEdit[]): TextEdit[] {
  const sorted = edits.map((each) => closeText(text, each)).sort((a, b) => a.span.start - b.span.start);
  const joined: TextEdit[] = [];
  for (const { span, newText } of sorted) {
    const last = joined.at(-1);
    if (last?.span.end !== span.start) joined.push({ span, newText });
    else joined.splice(-1, 1, { span: { start: last.span.start, end: span.end }, newText: last.newText + newText });
  }
  return joined;
}

const isLineStart = (text: string, offset: number): boolean => offset === 0 || text[offset - 1] === "\n";

/** Lines taken from the end of a text without a final break take the break before them. */
function closeText(text: string, { span, newText }: TextEdit): TextEdit {
  const takesEnd = newText === "" && span.end === text.length && span.end > span.start && !text.endsWith("\n");
  if (!takesEnd || span.start === 0 || !isLineStart(text, span.start)) return { span, newText };
  return { span: { start: span.start - (text[span.start - 2] === "\r" ? 2 : 1), end: span.end }, newText };
}
