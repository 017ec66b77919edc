// Gives manifests back the indentation that they lost, from the schema and the order of their keys.
import { toJson } from "../syntax/edits.ts";
import { parseChunk } from "../syntax/parse.ts";
import { splitDocuments } from "../syntax/split.ts";
import { applyEdits, type Span, type TextEdit } from "../text/span.ts";
import { type Line, mostLines, readLines } from "./lines.ts";
import { namedKinds, openRoots } from "./roots.ts";
import { type Reading, readAll } from "./search.ts";

/**
 * - `foreign`: no object of a kind that we know; left alone.
 * - `kept`: the best reading says what the text says already, or it is JSON, which needs no indentation.
 * - `restored`: `edits` make the text say the best reading.
 * - `unreadable`: one of our kinds, but no reading of the lines is YAML.
 */
export interface Restored {
  readonly outcome: "foreign" | "kept" | "restored" | "unreadable";
  readonly edits: readonly TextEdit[];
}

/** @param text one document: no separator in it */
export function restoreIndentation(text: string): Restored {
  const lines = readLines(text);
  const kinds = namedKinds(lines);
  if (parseChunk(text).json) return { outcome: "kept", edits: [] };
  if (openRoots(kinds).length === 0) return { outcome: "foreign", edits: [] };
  const people = lines.length > mostLines ? undefined : readAll(lines, kinds, "people");
  const alphabet = people && readAll(lines, kinds, "alphabet");
  const reading = alphabet && alphabet.cost < people.cost ? alphabet : people;
  const edits = reading ? editsOf(lines, columnsOf(lines, reading)) : [];
  const restored = reading && jsonOf(applyEdits(text, edits));
  if (restored === undefined) return { outcome: "unreadable", edits: [] };
  return restored === jsonOf(text) ? { outcome: "kept", edits: [] } : { outcome: "restored", edits };
}

export interface RestoredFile {
  readonly text: string;
  /** What became of each document. */
  readonly outcomes: readonly Restored["outcome"][];
}

export function restoreFile(text: string): RestoredFile {
  const outcomes: Restored["outcome"][] = [];
  const edits: TextEdit[] = [];
  for (const document of documentsOf(text)) {
    const start = text[document.start] === "\uFEFF" ? document.start + 1 : document.start;
    const restored = restoreIndentation(text.slice(start, document.end));
    outcomes.push(restored.outcome);
    for (const { span, newText } of restored.edits)
      edits.push({ span: { start: span.start + start, end: span.end + start }, newText });
  }
  return { text: applyEdits(text, edits), outcomes };
}

/** A line that only begins with `---` is a text's, moved to the left edge with the others: `-----BEGIN CERTIFICATE-----`. */
function documentsOf(text: string): Span[] {
  const documents: Span[] = [];
  let start: number | undefined;
  for (const each of splitDocuments(text)) {
    start ??= each.start;
    if (each.badSeparator) continue;
    documents.push({ start, end: each.end });
    start = undefined;
  }
  return documents;
}

function jsonOf(text: string): string | undefined {
  const { root, problems } = parseChunk(text, { template: text.includes("{{") });
  return root && problems.length === 0 ? JSON.stringify(toJson(root)) : undefined;
}

function columnsOf(lines: readonly Line[], { steps }: Reading): (number | undefined)[] {
  const columns: (number | undefined)[] = lines.map(() => undefined);
  let firstOfText: number | undefined;
  for (const { line, lines: taken, column, content } of steps) {
    const kept = lines[line]?.column ?? 0;
    firstOfText = content ? (firstOfText ?? kept) : undefined;
    columns[line] = column + (content ? Math.max(0, kept - (firstOfText ?? 0)) : 0);
    for (let more = 1; more < taken; more++) columns[line + more] = column + 2;
  }
  // A comment speaks of what follows it.
  let next = 0;
  for (let index = lines.length - 1; index >= 0; index--) {
    if (lines[index]?.kind === "comment") columns[index] ??= next;
    next = columns[index] ?? next;
  }
  return columns;
}

function editsOf(lines: readonly Line[], columns: readonly (number | undefined)[]): TextEdit[] {
  return lines.flatMap((line, index) => {
    const column = columns[index];
    if (column === undefined || line.kind === "blank" || (column === line.column && line.plainBlanks)) return [];
    return { span: { start: line.start - line.column, end: line.start }, newText: " ".repeat(column) };
  });
}
