// A file as chunks with their parse and findings, kept until their own text changes. The one place where chunk offsets become file offsets.
import { type KubeObject, objectsIn } from "../model/objects.ts";
import type { Fix, Severity } from "../rules/rule.ts";
import type { ParsedChunk } from "../syntax/chunk.ts";
import { type Chunk, type ChunkedText, type ChunkText, changeText, splitChunks } from "../syntax/document.ts";
import { formatPath } from "../syntax/path.ts";
import { changeLines, type Lines, linesOf } from "../text/lines.ts";
import { applyEdits, type Span, type TextEdit } from "../text/span.ts";
import { commentedChunks } from "./commented.ts";
import { findingsLeft } from "./hushing.ts";
import { type FileOptions, parseAndJudge, type ReadChunk, readNothing } from "./judging.ts";
import { skipReason } from "./limits.ts";

export type { FileOptions } from "./judging.ts";

export interface FileFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** As kubectl counts the documents of the file, from 0. */
  readonly document: number;
  /** As the API server writes it: `spec.containers[0].image`, in a List behind `items[1].`. */
  readonly path: string;
  /** File offsets, half-open. */
  readonly start: number;
  readonly end: number;
  readonly fixes: readonly Fix[];
  readonly unnecessary: boolean;
  /** Red Hat's YAML extension marks it too, where its Kubernetes schema covers the file. */
  readonly schema: boolean;
  readonly chunk: Chunk;
}

/** A chunk in its file, read. */
export interface FileChunk {
  readonly chunk: Chunk;
  /** File offset of the chunk's first character. */
  readonly start: number;
  readonly parsed: ParsedChunk;
  readonly objects: readonly KubeObject[];
}

export interface SourceFile {
  readonly chunked: ChunkedText;
  /** Why nothing in it is looked at, in a sentence for the user; undefined for ordinary files. */
  readonly skipped: string | undefined;
  readonly options: FileOptions;
  /** Braces stand in it: without any, a template is a text like any other. */
  readonly hasActions: boolean;
  /** Chunks that are a template's comment. */
  readonly commented: ReadonlySet<ChunkText>;
  /** Lives as long as its chunks: an edit elsewhere finds everything here again. */
  readonly kept: WeakMap<ChunkText, ReadChunk>;
}

export function openFile(text: string, options: FileOptions): SourceFile {
  const skipped = skipReason(text, options.fromEditor);
  const isRead = skipped === undefined && !options.other;
  const chunked = isRead ? splitChunks(text) : leftAlone(linesOf(text));
  const commented = options.template ? commentedChunks(chunked) : nothing;
  return { chunked, skipped, options, hasActions: hasActions(text), commented, kept: new WeakMap() };
}

const nothing: ReadonlySet<ChunkText> = new Set();

const hasActions = (text: string): boolean => text.includes("{{") || text.includes("{%") || text.includes("{#");

/** The file after `edit`; what it does not touch keeps its parse and findings. */
export function editFile(file: SourceFile, edit: TextEdit): SourceFile {
  const { lines } = file.chunked;
  const text = applyEdits(lines.text, [edit]);
  const skipped = skipReason(text, file.options.fromEditor);
  if (skipped !== undefined || file.options.other)
    return { ...file, skipped, chunked: leftAlone(changeLines(lines, edit, text)) };
  const isOther = file.options.template && hasActions(text) !== file.hasActions;
  if (file.skipped !== undefined || isOther) return openFile(text, file.options);
  const chunked = changeText(file.chunked, edit, text);
  return { ...file, chunked, commented: file.options.template ? commentedChunks(chunked) : nothing };
}

const leftAlone = (lines: Lines): ChunkedText => ({ lines, chunks: [], documents: [] });

export function readChunk(file: SourceFile, content: ChunkText): ReadChunk {
  if (file.commented.has(content)) return readNothing(content);
  const known = file.kept.get(content);
  if (known) return known;
  const read = readText(file, content);
  file.kept.set(content, read);
  return read;
}

/** As if the chunk stood in the file; not kept. */
export function readText({ options, hasActions }: SourceFile, content: ChunkText): ReadChunk {
  return parseAndJudge(content, { ...options, template: options.template && hasActions });
}

/** The chunk in which an offset lies; of a template, as it comes out where the offset's branch is taken. */
export function chunkAt(file: SourceFile, offset: number): FileChunk | undefined {
  const chunk = findChunk(file, offset);
  if (!chunk) return undefined;
  const whole = fileChunk(file, chunk);
  const shown = whole.parsed.renderings?.showing(offset - chunk.start).parsed;
  if (!shown || shown.root === whole.parsed.root) return whole;
  return { ...whole, parsed: shown, objects: objectsIn(shown, chunk.content.kind === "item", file.options) };
}

/** The chunk in which an offset lies, unread. */
export function findChunk({ chunked: { chunks } }: SourceFile, offset: number): Chunk | undefined {
  let low = 0;
  let high = chunks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((chunks[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return chunks[low];
}

export function chunksOf(file: SourceFile): FileChunk[] {
  return file.chunked.chunks.map((chunk) => fileChunk(file, chunk));
}

export function fileChunk(file: SourceFile, chunk: Chunk): FileChunk {
  const { parsed, judgement } = readChunk(file, chunk.content);
  return { chunk, start: chunk.start, parsed, objects: judgement.objects };
}

/** All findings in the order of the text. */
export function findingsOf(file: SourceFile): FileFinding[] {
  const { schemaFindings = true } = file.options;
  const left = findingsLeft(file.chunked.chunks, (chunk) => readChunk(file, chunk.content), file.options);
  return left.flatMap(({ chunk, findings }) =>
    findings
      .filter((finding) => schemaFindings || !finding.schema)
      .map((finding) => ({
        rule: finding.rule,
        severity: finding.severity,
        message: finding.message,
        document: chunk.document,
        path: formatPath([...chunk.prefix, ...finding.path]),
        start: chunk.start + finding.span.start,
        end: chunk.start + finding.span.end,
        fixes: finding.fixes,
        unnecessary: finding.unnecessary,
        schema: finding.schema,
        chunk,
      })),
  );
}

/** As people see them: where the API server names several fields for one mistake, only the path differs. */
export function withoutRepeats(findings: readonly FileFinding[]): FileFinding[] {
  return findings.filter((finding, index) => {
    const before = findings[index - 1];
    return (
      before?.rule !== finding.rule ||
      before.start !== finding.start ||
      before.end !== finding.end ||
      before.message !== finding.message
    );
  });
}

/** Line breaks of old machines and of typography, which kubectl takes for breaks: edits know lines by their LF alone. */
const oddBreak = /\r(?!\n)|[\u0085\u2028\u2029]/;

const odd = new WeakMap<ChunkText, boolean>();
function hasOddBreaks(content: ChunkText): boolean {
  const known = odd.get(content) ?? oddBreak.test(content.text);
  odd.set(content, known);
  return known;
}

/** A fix's edits as file offsets; undefined when the text cannot be changed safely. */
export function fixEdits(finding: FileFinding, fix: Fix): TextEdit[] | undefined {
  if (hasOddBreaks(finding.chunk.content)) return undefined;
  const shift = (span: Span): Span => ({
    start: span.start + finding.chunk.start,
    end: span.end + finding.chunk.start,
  });
  return fix.edits()?.map((edit) => ({ span: shift(edit.span), newText: edit.newText }));
}

/** The edits of as many preferred fixes as can be applied together: none overlaps another. */
export function preferredEdits(findings: readonly FileFinding[]): TextEdit[] {
  const taken: TextEdit[] = [];
  const overlaps = (a: Span, b: Span) => (a.start < b.end && b.start < a.end) || a.start === b.start;
  for (const finding of findings) {
    const fix = finding.fixes.find((each) => each.preferred);
    const edits = fix && fixEdits(finding, fix);
    if (edits && !edits.some((edit) => taken.some((other) => overlaps(edit.span, other.span)))) taken.push(...edits);
  }
  return taken;
}
