// A file as chunks with their parse and findings, kept until their own text changes. The one place where chunk offsets become file offsets.
import * as l10n from "@vscode/l10n";
import type { KubeObject } from "../model/objects.ts";
import type { Fix, Severity } from "../rules/rule.ts";
import { type Judgement, type JudgeOptions, judge } from "../rules/run.ts";
import { judgeTemplate } from "../rules/template.ts";
import type { ParsedChunk } from "../syntax/chunk.ts";
import { type Chunk, type ChunkedText, type ChunkText, changeText, splitChunks } from "../syntax/document.ts";
import { parseChunk } from "../syntax/parse.ts";
import { formatPath } from "../syntax/path.ts";
import { changeLines, type Lines, linesOf } from "../text/lines.ts";
import { applyEdits, type Span, type TextEdit } from "../text/span.ts";

/** How a file is read, beside its text. Files with equal options share nothing but the rules. */
export interface FileOptions extends Omit<JudgeOptions, "partial"> {
  /** Helm and the like: `{{ … }}` is masked before parsing. */
  readonly template: boolean;
  /** Named as a patch by a kustomization. */
  readonly patch: boolean;
  /** Certainly no manifest: nothing in it is looked at, and nothing is said of that. */
  readonly other?: boolean;
  /** The text was decoded by an editor, which shows U+FFFD for bytes that are no UTF-8. */
  readonly fromEditor?: boolean;
}

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
  /** Lives as long as its chunks: an edit elsewhere finds everything here again. */
  readonly kept: WeakMap<ChunkText, { readonly parsed: ParsedChunk; readonly judgement: Judgement }>;
}

/** More characters than this are not read: no manifest has them (the API server takes 3 MB). */
export const mostCharacters = 5_000_000;
export const mostFindings = 5_000;

export function openFile(text: string, options: FileOptions): SourceFile {
  const skipped = skipReason(text, options);
  const isRead = skipped === undefined && !options.other;
  const chunked = isRead ? splitChunks(text) : leftAlone(linesOf(text));
  return { chunked, skipped, options, kept: new WeakMap() };
}

/** The file after `edit`; what it does not touch keeps its parse and findings. */
export function editFile(file: SourceFile, edit: TextEdit): SourceFile {
  const { lines } = file.chunked;
  const text = applyEdits(lines.text, [edit]);
  const skipped = skipReason(text, file.options);
  if (skipped !== undefined || file.options.other)
    return { ...file, skipped, chunked: leftAlone(changeLines(lines, edit, text)) };
  if (file.skipped !== undefined) return openFile(text, file.options);
  return { ...file, chunked: changeText(file.chunked, edit, text) };
}

const leftAlone = (lines: Lines): ChunkedText => ({ lines, chunks: [], documents: [] });

/** Why a text is not looked at, in a sentence for the user; undefined for ordinary files. */
export function skipReason(
  text: string,
  { fromEditor = false }: Pick<FileOptions, "fromEditor"> = {},
): string | undefined {
  if (text.length > mostCharacters)
    return l10n.t("This file has over {0} MB; Pod Lifecycle leaves it alone.", mostCharacters / 1_000_000);
  if (text.slice(0, 8_000).includes("\0")) return l10n.t("This file is not text; Pod Lifecycle leaves it alone.");
  if (fromEditor && text.includes("\uFFFD"))
    return l10n.t(
      "This file holds “�” in place of something that is not UTF-8 text, which kubectl refuses. Pod Lifecycle leaves it alone until that is gone.",
    );
  return undefined;
}

export function readChunk(
  file: SourceFile,
  content: ChunkText,
): { readonly parsed: ParsedChunk; readonly judgement: Judgement } {
  const known = file.kept.get(content);
  if (known) return known;
  const parsed = withSeparator(
    parseChunk(content.text, { template: file.options.template, started: content.started }),
    content,
  );
  const partial = file.options.template || file.options.patch || hasPatchDirective(content.text);
  const read = { parsed, judgement: judgeSafely(parsed, content, { ...file.options, partial }) };
  file.kept.set(content, read);
  return read;
}

/** A chunk that cannot be judged, by a mistake of ours, is as if nothing were wrong with it: the others go on. */
function judgeSafely(parsed: ParsedChunk, { kind }: ChunkText, options: JudgeOptions): Judgement {
  try {
    const isItem = kind === "item";
    return parsed.renderings ? judgeTemplate(parsed.renderings, isItem, options) : judge(parsed, isItem, options);
  } catch (error) {
    options.onError("judge", error);
    return { objects: [], findings: [] };
  }
}

/** The separator behind the chunk holds something: kubectl refuses the file, and this is the document before it. */
function withSeparator(parsed: ParsedChunk, { text, badSeparator }: ChunkText): ParsedChunk {
  if (badSeparator === 0 || parsed.renderings) return parsed;
  return {
    ...parsed,
    problems: [
      ...parsed.problems,
      { code: "separator-content", span: { start: text.length, end: text.length + badSeparator } },
    ],
  };
}

/** `$patch: delete` and the like stand only in patches. */
const hasPatchDirective = (text: string): boolean => /^\s*(?:- )?\$patch\s*:/m.test(text);

export function chunkAt(file: SourceFile, offset: number): FileChunk | undefined {
  const chunk = findChunk(file, offset);
  return chunk && fileChunk(file, chunk);
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
  return file.chunked.chunks.flatMap((chunk) =>
    readChunk(file, chunk.content).judgement.findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message,
      document: chunk.document,
      path: formatPath([...chunk.prefix, ...finding.path]),
      start: chunk.start + finding.span.start,
      end: chunk.start + finding.span.end,
      fixes: finding.fixes,
      unnecessary: finding.unnecessary,
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

/** A fix's edits as file offsets; undefined when the text cannot be changed safely. */
export function fixEdits(finding: FileFinding, fix: Fix): TextEdit[] | undefined {
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
