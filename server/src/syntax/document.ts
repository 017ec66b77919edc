// A file as chunks that keep their identity while their own text stays: what was read from one is found again after an edit elsewhere.
import { changeLines, type Lines, linesOf } from "../text/lines.ts";
import { applyEdits, type TextEdit } from "../text/span.ts";
import { itemsOf } from "./listItems.ts";
import type { Path } from "./path.ts";
import { type DocumentText, splitDocuments } from "./split.ts";

/** What a chunk says, wherever it stands. Its identity is the key to everything kept for it. */
export interface ChunkText {
  readonly text: string;
  /** `item`: one item of a List's `items`, dash included: its tree is a list of one. */
  readonly kind: "document" | "item";
  /** Length of a separator line behind it that holds more than `---`: kubectl refuses the file there. 0: none. */
  readonly badSeparator: number;
}

export interface Chunk {
  readonly content: ChunkText;
  /** File offset of its first character. */
  readonly start: number;
  /** As kubectl counts documents: those of comments alone do not count (and have the number of the next one). */
  readonly document: number;
  /** `["items", 3]` for an item of a List, else `[]`. */
  readonly prefix: Path;
}

export interface ChunkedText {
  readonly lines: Lines;
  readonly chunks: readonly Chunk[];
  readonly documents: readonly DocumentText[];
}

export function splitChunks(text: string): ChunkedText {
  return assemble(linesOf(text), splitDocuments(text), () => undefined);
}

/** The same result as `splitChunks` of the new text, with every unchanged `ChunkText` the same object as before. */
export function changeText(old: ChunkedText, edit: TextEdit): ChunkedText {
  const before = old.lines.text;
  const text = applyEdits(before, [edit]);
  const delta = edit.newText.length - (edit.span.end - edit.span.start);
  // A separator is made or unmade by what stands on the edit's own lines, and by the break before them.
  const from = Math.max(0, before.lastIndexOf("\n", Math.max(0, edit.span.start - 2)));
  const lineEnd = before.indexOf("\n", edit.span.end);
  const to = lineEnd < 0 ? before.length : lineEnd;
  const first = Math.max(
    0,
    lastIndex(old.documents, (each) => each.start <= from),
  );
  const rest = old.documents.findIndex((each) => each.start > to + 1);
  const kept = rest < 0 ? [] : old.documents.slice(rest).map((each) => moved(each, delta));
  const start = old.documents[first]?.start ?? 0;
  const end = kept[0]?.start ?? text.length;
  const again = splitDocuments(text.slice(start, end)).map((each) => moved(each, start));
  // The slice ends behind a separator, so its last document is the first kept one.
  const documents = [...old.documents.slice(0, first), ...(kept.length > 0 ? again.slice(0, -1) : again), ...kept];
  return assemble(changeLines(old.lines, edit, text), documents, reuse(old.chunks));
}

function assemble(
  lines: Lines,
  documents: readonly DocumentText[],
  known: (candidate: ChunkText) => ChunkText | undefined,
): ChunkedText {
  const chunks: Chunk[] = [];
  let counted = 0;
  for (const each of documents) {
    const start = lines.text[each.start] === "\uFEFF" ? each.start + 1 : each.start;
    const text = lines.text.slice(start, each.end);
    const badSeparator = each.badSeparator ? each.badSeparator.end - each.badSeparator.start : 0;
    const add = (from: number, to: number, kind: ChunkText["kind"], prefix: Path, bad: number): void => {
      const candidate: ChunkText = {
        text: from === 0 && to === text.length ? text : text.slice(from, to),
        kind,
        badSeparator: bad,
      };
      chunks.push({ content: known(candidate) ?? candidate, start: start + from, document: counted, prefix });
    };
    const items = itemsOf(text);
    if (!items) add(0, text.length, "document", [], badSeparator);
    else {
      add(0, items.start, "document", [], 0);
      for (const [index, item] of items.items.entries()) add(item.start, item.end, "item", ["items", index], 0);
      add(items.end, text.length, "document", [], badSeparator);
    }
    if (!isEmpty(text)) counted++;
  }
  return { lines, chunks, documents };
}

/** Blanks and comments alone, or a written null: kubectl skips such a document. */
function isEmpty(text: string): boolean {
  const rest = text.slice(/^(?:\s|#[^\n]*)*/.exec(text)?.[0].length);
  return rest === "" || /^(?:null|Null|NULL|~)(?:\s+#[^\n]*|\s)*$/.test(rest.slice(0, 200));
}

/** Unchanged chunks stand before and behind the edit in the old order, so both ends are walked once. */
function reuse(old: readonly Chunk[]): (candidate: ChunkText) => ChunkText | undefined {
  const byText = new Map<string, ChunkText[]>();
  for (const { content } of old) {
    const list = byText.get(content.text);
    if (list) list.push(content);
    else byText.set(content.text, [content]);
  }
  return (candidate) => {
    const list = byText.get(candidate.text);
    const index =
      list?.findIndex((each) => each.kind === candidate.kind && each.badSeparator === candidate.badSeparator) ?? -1;
    return index < 0 ? undefined : list?.splice(index, 1)[0];
  };
}

function moved(document: DocumentText, by: number): DocumentText {
  const bad = document.badSeparator;
  return {
    start: document.start + by,
    end: document.end + by,
    badSeparator: bad && { start: bad.start + by, end: bad.end + by },
  };
}

function lastIndex<T>(list: readonly T[], holds: (item: T) => boolean): number {
  for (let index = list.length - 1; index >= 0; index--) {
    const item = list[index];
    if (item !== undefined && holds(item)) return index;
  }
  return -1;
}
