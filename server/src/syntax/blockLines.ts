// The lines that belong to pairs in block style: with the comments above them, beside them and inside them.
import type { TextEdit } from "../text/span.ts";
import type { ParsedChunk } from "./chunk.ts";
import { blockEnd } from "./edits.ts";
import { rawPair } from "./flowText.ts";
import type { Moving } from "./move.ts";
import type { Entry, MapNode } from "./nodes.ts";
import { columnOf, indentOf, lineEnd, lineStart, nextLine, shiftLine, styleOf } from "./style.ts";

export interface Lines {
  /** Of the first line, or of the key where something stands before it (a dash). */
  readonly start: number;
  /** Behind the last line's break. */
  readonly end: number;
  /** Nothing else stands in these lines. */
  readonly own: boolean;
}

export function linesOf({ text, comments }: ParsedChunk, entry: Entry, map: MapNode): Lines {
  const key = entry.span.start;
  const column = columnOf(text, key);
  const commentIn = (start: number): number | undefined => {
    const found = comments.find((each) => each.span.start >= start && each.span.start < lineEnd(text, start));
    return found && text.slice(start, found.span.start).trim() === "" ? found.span.start - start : undefined;
  };
  let start = lineStart(text, key);
  const own = text.slice(start, key).trim() === "";
  // Above the first key of a file stands what is said about the file.
  const isHead = map.written[0]?.span.start === key && column === 0;
  while (own && !isHead && start > 0) {
    const above = lineStart(text, start - 1);
    if (commentIn(above) !== column) break;
    start = above;
  }
  const valueEnd = blockEnd({ text }, entry);
  let end = text[valueEnd - 1] === "\n" ? valueEnd : nextLine(text, valueEnd);
  for (let deeper = commentIn(end); deeper !== undefined && deeper > column; deeper = commentIn(end))
    end = nextLine(text, end);
  return { start: own ? start : key, end, own };
}

export interface Run {
  readonly run: readonly [Entry, ...Entry[]];
  readonly before: Entry | undefined;
  readonly after: Entry | undefined;
}

/** Neighbours among `some` together, with the pairs around them that stay. */
export function runsOf(some: readonly Entry[], { written }: MapNode): Run[] {
  const runs: Run[] = [];
  let run: [Entry, ...Entry[]] | undefined;
  let before: Entry | undefined;
  for (const entry of written) {
    if (some.includes(entry)) {
      if (run) run.push(entry);
      else run = [entry];
      continue;
    }
    if (run) runs.push({ run, before, after: entry });
    run = undefined;
    before = entry;
  }
  if (run) runs.push({ run, before, after: undefined });
  return runs;
}

/** Takes a run out of a block map that keeps other pairs; undefined when a comment would lose its place. */
export function removedLines(parsed: ParsedChunk, { run, after }: Run, map: MapNode): TextEdit[] | undefined {
  const { text } = parsed;
  const first = linesOf(parsed, run[0], map);
  if (first.own)
    return run.map((entry) => {
      const { start, end } = linesOf(parsed, entry, map);
      return { span: { start, end }, newText: "" };
    });
  if (!after || !/^[ \t]*(?:-[ \t]+)+$/.test(text.slice(lineStart(text, run[0].span.start), run[0].span.start)))
    return undefined;
  // Behind a dash: the next key moves up to it, or the comment above that.
  const { end } = linesOf(parsed, run.at(-1) ?? run[0], map);
  const next = end + (/^\s*/.exec(text.slice(end, after.span.start))?.[0].length ?? 0);
  return [{ span: { start: run[0].span.start, end: next }, newText: "" }];
}

/** All pairs of a block map taken out: `{}` stays. */
export function emptied(parsed: ParsedChunk, map: MapNode): TextEdit[] | undefined {
  const { text } = parsed;
  const ranges = map.written.map((entry) => linesOf(parsed, entry, map));
  const [first] = ranges;
  const last = ranges.at(-1);
  if (!first || !last || map.anchor !== undefined) return undefined;
  if (ranges.some(({ start }, index) => index > 0 && /\S/.test(text.slice(ranges[index - 1]?.end, start))))
    return undefined;
  const end = text[last.end - 1] === "\n" ? lineEnd(text, lineStart(text, last.end - 1)) : last.end;
  const key = /:[ \t]*\r?\n[ \t]*$/.exec(text.slice(0, map.written[0]?.span.start));
  const start =
    key && first.own ? key.index + 1 : first.own ? first.start : (map.written[0]?.span.start ?? first.start);
  const lead = key && first.own ? " " : first.own ? " ".repeat(columnOf(text, map.span.start)) : "";
  return [{ span: { start, end }, newText: `${lead}{}` }];
}

/** The pair as lines, each with its break, its key at `column`. */
export function blockText(parsed: ParsedChunk, moving: Moving, from: MapNode, column: number): string | undefined {
  const { text } = parsed;
  const { lineBreak } = styleOf(parsed);
  const { entry } = moving;
  if (from.flow) {
    const pair = rawPair(parsed, moving);
    return pair && indented(pair, column, indentOf(text, entry.span.start), lineBreak);
  }
  const { start, end, own } = linesOf(parsed, entry, from);
  const key = entry.span.start;
  const old = columnOf(text, key);
  const prefix = own ? text.slice(start, key) : " ".repeat(old);
  const renamed = moving.name === entry.name ? text.slice(key, entry.key.span.end) : moving.name;
  const lines = (prefix + renamed + text.slice(entry.key.span.end, end)).split(/(?<=\n)/);
  const moved = lines.map((line) => shiftLine(line, column - old)).join("");
  return moved.endsWith("\n") ? moved : moved + lineBreak;
}

/** Text that stood in brackets, over as many lines: moved with its key, and deeper than it. */
function indented(pair: string, column: number, old: number, lineBreak: string): string {
  const [first = "", ...rest] = pair.split(/\r?\n/);
  const indents = rest.filter((line) => line.trim() !== "").map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const by = Math.max(column - old, column + 1 - Math.min(...indents));
  return [" ".repeat(column) + first, ...rest.map((line) => shiftLine(line, by))].join(lineBreak) + lineBreak;
}
