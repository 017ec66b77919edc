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
  /** See DocumentText. */
  readonly started: boolean;
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

interface SplitDocument extends DocumentText {
  readonly chunks: readonly Chunk[];
  /** kubectl counts it. */
  readonly counts: boolean;
}

export interface ChunkedText {
  readonly lines: Lines;
  readonly chunks: readonly Chunk[];
  readonly documents: readonly SplitDocument[];
}

export function splitChunks(text: string): ChunkedText {
  return withChunks(linesOf(text), readDocuments(text, splitDocuments(text), 0));
}

/** @param text after the edit. The same result as `splitChunks` of it, with every unchanged `ChunkText` the same object as before. */
export function changeText(old: ChunkedText, edit: TextEdit, text = applyEdits(old.lines.text, [edit])): ChunkedText {
  const before = old.lines.text;
  const delta = edit.newText.length - (edit.span.end - edit.span.start);
  // A separator is made or unmade by what stands on the edit's own lines, and by the break before them.
  const from = Math.max(0, before.lastIndexOf("\n", Math.max(0, edit.span.start - 2)));
  const lineEnd = before.indexOf("\n", edit.span.end);
  const to = lineEnd < 0 ? before.length : lineEnd;
  const first = Math.max(
    0,
    old.documents.findLastIndex((each) => each.start <= from),
  );
  // The first kept document stands behind a text that stays: an empty one decides what the separator behind it belongs to.
  const rest = old.documents.findIndex((each, index) => {
    const before = old.documents[index - 1];
    return each.start > to + 1 && before !== undefined && before.start > to + 1 && before.start < before.end;
  });
  const behind = rest < 0 ? [] : old.documents.slice(rest);
  const replaced = old.documents.slice(first, rest < 0 ? undefined : rest);
  const start = replaced[0]?.start ?? 0;
  const end = behind[0] === undefined ? text.length : behind[0].start + delta;
  const split = splitDocuments(text.slice(start, end), replaced[0]?.started).map((each) => moved(each, start));
  // The slice ends behind a separator, so its last document is the first kept one.
  const again = behind.length > 0 ? split.slice(0, -1) : split;
  const counted = replaced[0]?.chunks[0]?.document ?? 0;
  const changed = keepUnchanged(readDocuments(text, again, counted), replaced);
  const countDelta = count(changed) - count(replaced);
  return withChunks(changeLines(old.lines, edit, text), [
    ...old.documents.slice(0, first),
    ...changed,
    ...behind.map((each) => movedDocument(each, delta, countDelta)),
  ]);
}

const withChunks = (lines: Lines, documents: readonly SplitDocument[]): ChunkedText => ({
  lines,
  documents,
  chunks: documents.flatMap((each) => each.chunks),
});

const count = (documents: readonly SplitDocument[]): number => documents.filter((each) => each.counts).length;

/** @param counted number of the first document */
function readDocuments(whole: string, documents: readonly DocumentText[], counted: number): SplitDocument[] {
  let document = counted;
  return documents.map((each) => {
    // Behind a `---` of its own document it is a character like any other.
    const start = whole[each.start] === "\uFEFF" && !each.started ? each.start + 1 : each.start;
    const text = whole.slice(start, each.end);
    const badSeparator = each.badSeparator ? each.badSeparator.end - each.badSeparator.start : 0;
    const chunks: Chunk[] = [];
    const add = (from: number, to: number, kind: ChunkText["kind"], prefix: Path, bad: number): void => {
      const part = from === 0 && to === text.length ? text : text.slice(from, to);
      const content: ChunkText = { text: part, kind, badSeparator: bad, started: each.started && from === 0 };
      chunks.push({ content, start: start + from, document, prefix });
    };
    const items = itemsOf(text);
    if (!items) add(0, text.length, "document", [], badSeparator);
    else {
      add(0, items.start, "document", [], 0);
      for (const [index, item] of items.items.entries()) add(item.start, item.end, "item", ["items", index], 0);
      add(items.end, text.length, "document", [], badSeparator);
    }
    const counts = !isEmpty(text);
    if (counts) document++;
    return { ...each, chunks, counts };
  });
}

/** Blanks and comments alone, or a written null: kubectl skips such a document. */
function isEmpty(text: string): boolean {
  const rest = text.slice(/^(?:\s|#[^\n]*)*/.exec(text)?.[0].length);
  return rest === "" || /^(?:null|Null|NULL|~)(?:\s+#[^\n]*|\s)*$/.test(rest.slice(0, 200));
}

const sameChunk = (a: ChunkText, b: ChunkText): boolean =>
  a.kind === b.kind && a.badSeparator === b.badSeparator && a.started === b.started && a.text === b.text;

/** Puts the old `ChunkText` in place of each new one that says the same; every old one is taken at most once. */
function keepUnchanged(documents: readonly SplitDocument[], old: readonly SplitDocument[]): SplitDocument[] {
  const before = old.flatMap((each) => each.chunks.map((chunk) => chunk.content));
  const now = documents.flatMap((each) => each.chunks.map((chunk) => chunk.content));
  const kept = new Map<ChunkText, ChunkText>();
  const keep = (own: ChunkText | undefined, known: ChunkText | undefined): boolean => {
    if (!own || !known || !sameChunk(own, known)) return false;
    kept.set(own, known);
    return true;
  };
  // Before and behind an edit the order is the old one: that needs no search.
  let first = 0;
  while (keep(now[first], before[first])) first++;
  let last = 1;
  while (last <= Math.min(now.length, before.length) - first && keep(now.at(-last), before.at(-last))) last++;
  const moved = new Map<string, ChunkText[]>();
  for (const each of before.slice(first, before.length - last + 1)) {
    const list = moved.get(each.text);
    if (list) list.push(each);
    else moved.set(each.text, [each]);
  }
  for (const each of now.slice(first, now.length - last + 1)) {
    const list = moved.get(each.text) ?? [];
    const at = list.findLastIndex((known) => keep(each, known));
    if (at >= 0) list.splice(at, 1);
  }
  return documents.map((each) => ({
    ...each,
    chunks: each.chunks.map((chunk) => ({ ...chunk, content: kept.get(chunk.content) ?? chunk.content })),
  }));
}

function moved<T extends DocumentText>(document: T, by: number): T {
  const bad = document.badSeparator;
  return {
    ...document,
    start: document.start + by,
    end: document.end + by,
    badSeparator: bad && { start: bad.start + by, end: bad.end + by },
  };
}

function movedDocument(document: SplitDocument, by: number, countedBy: number): SplitDocument {
  if (by === 0 && countedBy === 0) return document;
  const chunks = document.chunks.map((each) => ({
    ...each,
    start: each.start + by,
    document: each.document + countedBy,
  }));
  return { ...moved(document, by), chunks };
}
