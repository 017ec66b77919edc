// Makes a template readable as YAML without moving a character: what comes out of an action is a run of `x`, or blanks
// where it is nothing, or lines of its own.
import type { Span } from "../../text/span.ts";
import { lineStart } from "../style.ts";
import type { Block } from "./blocks.ts";
import type { Template, Unit } from "./template.ts";

/** Which branch of a block comes out; undefined: none. */
export type Choice = (block: Block) => number | "all" | undefined;

export interface Masked {
  /** Same length, same lines as the template. */
  readonly text: string;
  /** Where whole lines come out, in the order of the text. */
  readonly inserted: readonly Insertion[];
  /** Nothing comes out of actions but what stands in a text. */
  readonly nothing: boolean;
}

export interface Insertion extends Span {
  /** Of the lines' first character; undefined: nobody knows. */
  readonly column: number | undefined;
}

/** What becomes of a character. */
const kept = 0;
const blank = 1;
const unknown = 2;

/** Where the structure below a line stands; undefined: there is none. */
type Below = { readonly column: number; readonly dash: boolean } | undefined;

/** Never throws. @param nothing the actions that are a whole value bring nothing at all */
export function mask(template: Template, choice: Choice, nothing = false): Masked {
  const { text } = template;
  const paint = new Uint8Array(text.length);
  hide(template.blocks, choice, paint);
  const units = template.units.filter((unit) => paint[unit.start] === kept);
  let below: Below;
  let last = units.length - 1;
  // From the end: the lines below a value show what it can be.
  for (let end = text.length; end >= 0; ) {
    let start = lineStart(text, end);
    let first = last;
    // An action over several lines makes them one.
    for (let unit = units[first]; unit && unit.end > start; unit = units[--first])
      if (unit.start < start) start = lineStart(text, unit.start);
    below =
      maskLine(text, { start, end }, units.slice(first + 1, last + 1), paint, nothing ? anything : below) ?? below;
    last = first;
    end = start - 1;
  }
  const inserted = units.flatMap((unit) =>
    unit.role === "output" && paint[unit.start] === blank
      ? { start: unit.start, end: unit.end, column: columnOfLines(text, unit) }
      : [],
  );
  return { text: painted(text, paint), inserted: nothing ? [] : inserted, nothing };
}

/** Helm's `nindent 8` says it, and `indent 8` where nothing stands before it. */
function columnOfLines(text: string, { start, end }: Span): number | undefined {
  const last = [...text.slice(start, end).matchAll(/\b(n?)indent[ \t(]+(\d+)/g)].at(-1);
  if (!last) return undefined;
  const column = Number(last[2]);
  return last[1] === "n" || lineStart(text, start) === start ? column : undefined;
}

/** As if every value went on below. */
const anything: Below = { column: Number.POSITIVE_INFINITY, dash: false };

/** @returns where the line's structure stands, if it has any */
function maskLine(text: string, line: Span, units: readonly Unit[], paint: Uint8Array, below: Below): Below {
  const sketch = sketchOf(text, line, units, paint);
  const { head, trailing, comment } = partsOf(sketch);
  const fill = (unit: Unit, what: number): void => {
    // The rest of an action behind its first line stands at columns that mean nothing.
    const feed = text.slice(unit.start, unit.end).search(/\r?\n/);
    const cut = feed < 0 ? unit.end : unit.start + feed;
    paint.fill(what, unit.start, cut);
    paint.fill(blank, cut, unit.end);
  };
  if (head === "") {
    for (const unit of units) fill(unit, unit.start >= line.start + comment ? unknown : blank);
    return undefined;
  }
  const parent = columnOfParent(head, trailing, units[0] && text.slice(units[0].start, units[0].end));
  const lastOutput = trailing.lastIndexOf(signs.output);
  const goesOn = below !== undefined && parent !== undefined && isBelow(below, parent);
  for (const unit of units) {
    const at = unit.start - line.start - head.length;
    const isTrailing = at >= 0 && at < trailing.length;
    if (!isTrailing) fill(unit, unknown);
    else if (parent) fill(unit, lastOutput < 0 || goesOn ? blank : unknown);
    else if (at <= lastOutput) fill(unit, unknown);
    else fill(unit, unit.role === "open" && !/[[{,:-]$/.test(head) ? unknown : blank);
  }
  const column = sketch.search(/[^ \t]/);
  return { column, dash: /^-(?:[\s\uE000-\uE002]|$)/.test(sketch.slice(column, column + 2)) };
}

function hide(blocks: readonly Block[], choice: Choice, paint: Uint8Array): void {
  for (const block of blocks) {
    const chosen = choice(block);
    if (chosen === "all") {
      for (const { blocks: inner } of block.branches) hide(inner, choice, paint);
      continue;
    }
    const branch = chosen === undefined ? undefined : block.branches[chosen];
    if (!branch) {
      paint.fill(blank, block.start, block.end);
      continue;
    }
    for (const each of block.branches) if (each !== branch) paint.fill(blank, each.start, each.end);
    hide(branch.blocks, choice, paint);
  }
}

/** Stand for actions in a line's sketch. */
const signs = { silent: "\uE000", open: "\uE001", output: "\uE002" } as const;

/** The line with each action as a run of one sign, and blanks for what is hidden. */
function sketchOf(text: string, { start, end }: Span, units: readonly Unit[], paint: Uint8Array): string {
  let sketch = "";
  let at = start;
  const copy = (to: number): void => {
    for (let from = at; from < to; from = at) {
      const hidden = paint[from] === blank;
      do at++;
      while (at < to && (paint[at] === blank) === hidden);
      sketch += hidden ? " ".repeat(at - from) : text.slice(from, at);
    }
  };
  for (const unit of units) {
    copy(unit.start);
    const sign = unit.role === "output" ? signs.output : unit.role === "open" ? signs.open : signs.silent;
    sketch += sign.repeat(unit.end - unit.start);
    at = unit.end;
  }
  copy(end);
  return sketch;
}

/** What is written, the actions and blanks behind it, and where a comment starts. Without anything written, no head. */
function partsOf(sketch: string): { readonly head: string; readonly trailing: string; readonly comment: number } {
  const sign = sketch.search(/(?:^|[\s\uE000-\uE002])#/);
  const comment = sign < 0 ? sketch.length : sketch.indexOf("#", sign);
  let end = comment;
  while (end > 0 && /[\s\uE000-\uE002]/.test(sketch[end - 1] ?? "")) end--;
  return { head: sketch.slice(0, end), trailing: sketch.slice(end, comment), comment };
}

/** The column of the key or dash whose whole value is what trails behind it; undefined: there is more to the value. */
function columnOfParent(head: string, trailing: string, action: string | undefined) {
  const lead = /^[ \t]*(?:-[ \t]+)*/.exec(head)?.[0].length ?? 0;
  // `key:{{ … | nindent 4 }}` begins with a line break.
  if (!/^\s/.test(trailing) && !action?.includes("nindent")) return undefined;
  if (head.length === lead + 1 && head.endsWith("-")) return { column: lead, isKey: false };
  return head.endsWith(":") ? { column: lead, isKey: true } : undefined;
}

const isBelow = (below: NonNullable<Below>, parent: { readonly column: number; readonly isKey: boolean }): boolean =>
  below.column > parent.column || (parent.isKey && below.dash && below.column === parent.column);

function painted(text: string, paint: Uint8Array): string {
  let result = "";
  for (let at = 0; at < text.length; ) {
    const from = at;
    const what = paint[from];
    do at++;
    while (at < text.length && paint[at] === what);
    const part = text.slice(from, at);
    result += what === kept ? part : part.replace(/[^\r\n]/g, what === blank ? " " : "x");
  }
  return result;
}
