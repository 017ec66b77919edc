// Comments that hush findings where they stand: what they say and what they speak of.
import type { Comment, ParsedChunk } from "../../syntax/chunk.ts";
import type { Node } from "../../syntax/nodes.ts";
import { lineStart, nextLine } from "../../syntax/style.ts";
import { contentLine, lineBehind, linesFrom } from "../../syntax/wholeLines.ts";
import type { Span } from "../../text/span.ts";

export const ignoreWord = "pod-lifecycle-ignore";

export interface IgnoredName {
  /** A rule's id, if there is such a rule. */
  readonly id: string;
  readonly span: Span;
}

export interface Ignore {
  /** Something else behind the word is a slip: it speaks of nothing. */
  readonly scope: "line" | "block" | "file" | "unknown";
  readonly names: readonly IgnoredName[];
  readonly comment: Comment;
  /** It speaks of findings that begin here, of a `file` in every chunk. */
  readonly covers: Span;
  /** Nothing follows in its chunk: it speaks of what comes first in the next one. */
  readonly open: boolean;
}

export const mayIgnore = (text: string): boolean => text.includes(ignoreWord);

/** In the order of the text. A template's comments stand where the branch around them comes out. */
export function ignoresIn(parsed: ParsedChunk): Ignore[] {
  if (!mayIgnore(parsed.text)) return [];
  const { renderings } = parsed;
  const all = renderings
    ? Array.from({ length: renderings.count }, (_, index) => renderings.at(index).parsed)
    : [parsed];
  const byPlace = new Map<number, Ignore>();
  for (const each of all) {
    for (const comment of each.comments) {
      const ignore = byPlace.has(comment.span.start) ? undefined : ignoreOf(each, comment);
      if (ignore) byPlace.set(comment.span.start, ignore);
    }
  }
  return [...byPlace.values()].sort((a, b) => a.comment.span.start - b.comment.span.start);
}

const pattern = /^#+[ \t]*pod-lifecycle-ignore(?:-([\w-]+))?(?![\w-])/;
/** Ids with commas between them; what follows them says why. */
const list = /[ \t]*([\w.-]+)[ \t]*([,，、])?/y;

function ignoreOf(parsed: ParsedChunk, comment: Comment): Ignore | undefined {
  const match = pattern.exec(comment.text);
  if (!match) return undefined;
  const [head, word] = match;
  const scope = word === undefined ? "line" : word === "block" || word === "file" ? word : "unknown";
  return { scope, names: namesBehind(comment, head.length), comment, ...coverOf(parsed, comment, scope) };
}

function namesBehind({ text, span }: Comment, from: number): IgnoredName[] {
  const names: IgnoredName[] = [];
  list.lastIndex = from;
  for (let match = list.exec(text); match; match = list.exec(text)) {
    const [whole, id = "", comma] = match;
    const start = span.start + match.index + whole.indexOf(id);
    names.push({ id, span: { start, end: start + id.length } });
    if (comma === undefined) break;
  }
  return names;
}

function coverOf(parsed: ParsedChunk, { span }: Comment, scope: Ignore["scope"]): Pick<Ignore, "covers" | "open"> {
  const { text } = parsed;
  if (scope === "file") return { covers: { start: 0, end: Number.POSITIVE_INFINITY }, open: false };
  if (scope === "unknown") return { covers: { start: span.start, end: span.start }, open: false };
  const line = lineStart(text, span.start);
  const isAlone = text.slice(line, span.start).trim() === "";
  const from = isAlone ? nextLine(text, span.end) : line;
  const covers = coverFrom(parsed, scope, from);
  // A separator line that holds something belongs to the document before it.
  return { covers: covers ?? { start: from, end: Number.POSITIVE_INFINITY }, open: covers === undefined };
}

/** What a comment above `offset` speaks of; undefined: nothing comes there. */
export function coverFrom(parsed: ParsedChunk, scope: "line" | "block", offset: number): Span | undefined {
  const line = contentLine(parsed.text, offset);
  if (line === undefined) return undefined;
  const { end } = linesFrom(parsed, line);
  const held = scope === "block" && parsed.root ? firstPart(parsed.root, line) : undefined;
  return { start: offset, end: held ? Math.max(end, lineBehind(parsed.text, held.end - 1)) : end };
}

/** The key with its value, or the list item, that begins first at or behind `offset`; the outermost one where several begin. */
function firstPart(root: Node, offset: number): Span | undefined {
  let first: Span | undefined;
  const look = (node: Node): void => {
    const parts =
      node.kind === "map"
        ? node.written.map(({ span, value }) => ({ span, value }))
        : node.kind === "sequence"
          ? node.items.map((value) => ({ span: value.span, value }))
          : [];
    for (const { span, value } of parts) {
      if (span.start >= offset && (first === undefined || span.start < first.start)) first = span;
      if (span.start < offset && span.end > offset) look(value);
    }
  };
  look(root);
  return first;
}
