// Moves pairs from one map into another and leaves every other character alone: comments and quotes go along, and flow
// stays flow, block stays block, JSON stays JSON.
import type { TextEdit } from "../text/span.ts";
import { blockText, emptied, linesOf, type Run, removedLines, runsOf } from "./blockLines.ts";
import type { ParsedChunk } from "./chunk.ts";
import { appendToFlow, holdsUsedAnchor, removeFromFlow } from "./edits.ts";
import { flowPair, keyText } from "./flowText.ts";
import { joinEdits } from "./joinEdits.ts";
import type { Entry, MapNode } from "./nodes.ts";
import { columnOf, indentOf, styleOf } from "./style.ts";

/** A pair, and the name that it has afterwards. */
export interface Moving {
  readonly entry: Entry;
  readonly name: string;
}

export interface Destination {
  /** The map that gets the pairs, or the nearest existing one around it. */
  readonly map: MapNode;
  /** Keys below `map` that lead to it and are made; the first may stand there already, null or `{}`. */
  readonly below: readonly string[];
}

/**
 * @param moving pairs of `from`, as written there
 * @returns undefined where the text cannot be changed safely: an alias would lose its anchor, a comment its place, or
 *   the pair came here by a merge
 */
export function moveEntries(
  parsed: ParsedChunk,
  moving: readonly Moving[],
  from: MapNode,
  to: Destination,
): TextEdit[] | undefined {
  const written = from.written.filter((each) => moving.some(({ entry }) => isSame(each, entry)));
  if (written.length !== moving.length) return undefined;
  const sorted = written.flatMap((each) => moving.filter(({ entry }) => isSame(each, entry)));
  const runs = runsOf(written, from);
  const target = targetOf(parsed, runs, from, to);
  if (!target || !survives(parsed, written, target.at)) return undefined;
  const text = target.flow
    ? flowInsertion(parsed, sorted, from, to, target)
    : blockInsertion(parsed, sorted, from, to, target);
  const removals = removalsOf(parsed, target.inPlace ? runs.slice(1) : runs, from);
  return removals && text && joinEdits(parsed, removals, { ...text, filled: target.filled });
}

const isSame = (a: Entry, b: Entry): boolean => a.key.span.start === b.key.span.start;

interface Target {
  /** Where the new text goes; in place: what it replaces. */
  readonly at: number;
  readonly end: number;
  readonly flow: boolean;
  /** The first pairs stay where they are, and get their new parents around them. */
  readonly inPlace: boolean;
  /** An empty value that the new text replaces. */
  readonly filled: Entry | undefined;
  /** The pair behind which the new one comes; undefined in an empty map, and in place. */
  readonly last: Entry | undefined;
}

function targetOf(
  parsed: ParsedChunk,
  [head]: readonly Run[],
  from: MapNode,
  { map, below }: Destination,
): Target | undefined {
  const flow = map.flow || parsed.json;
  const filled = map.written.find((each) => each.name === below[0]);
  const none = { flow, inPlace: false, filled: undefined, last: undefined };
  const upTo = (entry: Entry): number => (flow ? entry.span.end : linesOf(parsed, entry, map).end);
  if (filled) {
    if (!isEmptyValue(parsed, filled)) return undefined;
    const at = flow ? filled.value.span.start : upTo(filled);
    return { ...none, filled, at, end: at };
  }
  if (map === from) {
    if (!head || below.length === 0) return undefined;
    const { start, end } = spanOf(parsed, head, map);
    return { ...none, inPlace: true, at: start, end };
  }
  const last = map.written.at(-1);
  if (!last) return map.flow ? { ...none, at: map.span.start, end: map.span.end } : undefined;
  return { ...none, last, at: upTo(last), end: upTo(last) };
}

/** Null or `{}`, with a colon before it and nothing that others refer to. */
function isEmptyValue({ text }: ParsedChunk, { key, value, role }: Entry): boolean {
  const empty = value.kind === "map" ? value.written.length === 0 : value.kind === "scalar" && value.value === null;
  if (!empty || role !== "field" || value.anchor !== undefined || value.tag !== undefined) return false;
  return /^[ \t]*:/.test(text.slice(key.span.end));
}

function spanOf(parsed: ParsedChunk, { run }: Run, map: MapNode): TextEdit["span"] {
  const last = run.at(-1) ?? run[0];
  if (map.flow) return { start: run[0].span.start, end: last.span.end };
  return { start: linesOf(parsed, run[0], map).start, end: linesOf(parsed, last, map).end };
}

/** Anchors still stand before their aliases afterwards. */
function survives({ text }: ParsedChunk, written: readonly Entry[], at: number): boolean {
  return written.every(({ span }) => {
    if (holdsUsedAnchor({ text }, span)) return false;
    if (at > span.start) return true;
    const aliases = text.slice(span.start, span.end).matchAll(/\*([A-Za-z0-9_-]+)/g);
    return [...aliases].every(([, name]) => text.slice(0, at).includes(`&${name}`));
  });
}

function removalsOf(parsed: ParsedChunk, runs: readonly Run[], from: MapNode): TextEdit[] | undefined {
  const whole = runs.length === 1 && !runs[0]?.before && !runs[0]?.after;
  if (whole && !from.flow) return emptied(parsed, from);
  const edits = runs.map((each) => {
    if (!from.flow) return removedLines(parsed, each, from);
    return [removeFromFlow(parsed.text, spanOf(parsed, each, from), each.before?.span, each.after?.span)];
  });
  return edits.every((each) => each !== undefined) ? edits.flat() : undefined;
}

interface Insertion extends TextEdit {
  /** Whole lines, each with its break. */
  readonly lines: boolean;
}

function flowInsertion(
  parsed: ParsedChunk,
  moving: readonly Moving[],
  from: MapNode,
  { map, below }: Destination,
  { at, end, inPlace, filled, last }: Target,
): Insertion | undefined {
  const home = (last ?? filled ?? moving[0]?.entry)?.span.start ?? at;
  const pairs = moving.map((each) => flowPair(parsed, each, from, indentOf(parsed.text, home)));
  if (!pairs.every((each) => each !== undefined) || hasComments(parsed, moving, from)) return undefined;
  const open = below.slice(filled ? 1 : 0).map((name) => `${keyText(parsed, name)}: {`);
  const pair = `${filled ? "{" : ""}${open.join("")}${pairs.join(", ")}${"}".repeat(below.length)}`;
  if (inPlace) {
    const comment = parsed.comments.some((each) => at < each.span.start && each.span.end < end);
    return comment ? undefined : { span: { start: at, end }, newText: pair, lines: false };
  }
  if (filled) {
    const { span } = filled.value;
    return { span, newText: span.start === span.end ? ` ${pair}` : pair, lines: false };
  }
  if (!last) return { span: map.span, newText: `{${pair}}`, lines: false };
  return { ...appendToFlow(parsed, last, pair), lines: false };
}

/** Comments in the lines of block text; braces would have no room for them. */
function hasComments(parsed: ParsedChunk, moving: readonly Moving[], from: MapNode): boolean {
  if (from.flow) return false;
  const lines = moving.map(({ entry }) => linesOf(parsed, entry, from));
  return parsed.comments.some(({ span }) => lines.some(({ start, end }) => start <= span.start && span.end <= end));
}

function blockInsertion(
  parsed: ParsedChunk,
  moving: readonly Moving[],
  from: MapNode,
  { map, below }: Destination,
  { at, end, inPlace, filled }: Target,
): Insertion | undefined {
  const { text } = parsed;
  const { step, lineBreak } = styleOf(parsed);
  const first = map.written[0];
  if (!first) return undefined;
  const column = columnOf(text, first.span.start);
  const parents = below.map(
    (name, index) => `${" ".repeat(column + index * step)}${keyText(parsed, name)}:${lineBreak}`,
  );
  const pairs = moving.map((each) => blockText(parsed, each, from, column + below.length * step));
  if (!pairs.every((each) => each !== undefined)) return undefined;
  const newText = [...parents.slice(filled ? 1 : 0), ...pairs].join("");
  if (!inPlace) return { span: { start: at, end: at }, newText, lines: true };
  // Behind a dash the first line is indented already.
  const behindDash = text.slice(0, at).at(-1) !== "\n" && at > 0;
  const open = end === text.length && !text.endsWith("\n");
  const placed = behindDash ? newText.trimStart() : newText;
  return { span: { start: at, end }, newText: open ? placed.replace(/\r?\n$/, "") : placed, lines: false };
}
