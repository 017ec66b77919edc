// The best reading of all lines as a whole: a beam search over the stacks of open frames.
import { costs } from "./costs.ts";
import { closingCost, type Frame, grown } from "./frames.ts";
import type { Way } from "./keys.ts";
import { type Line, readToken, type Token } from "./lines.ts";
import { type LineAt, placements } from "./place.ts";
import { type NamedKind, openRoots } from "./roots.ts";

export interface Reading {
  readonly cost: number;
  readonly steps: readonly Step[];
}

/** Where a line was put. */
export interface Step {
  readonly line: number;
  readonly column: number;
  /** Lines it takes: quotes and brackets may close further below. */
  readonly lines: number;
  /** A line of a block text: its own blanks may count. */
  readonly content: boolean;
}

interface State {
  readonly cost: number;
  readonly frame: Frame;
  readonly step: Step | undefined;
  readonly from: State | undefined;
}

/** Readings kept for each line, and by how much they may be worse than the best. */
const width = 40;
const margin = 30;
/** Readings looked at before the text is given up: no manifest comes near, whatever its length. */
const mostWork = 100_000;
/** Kinds tried for one object: its own is among the first named. */
const mostKinds = 3;

/** @param kinds all that the lines name. undefined: there is no reading. */
export function readAll(lines: readonly Line[], kinds: readonly NamedKind[], order: Way["order"]): Reading | undefined {
  const selected = selectedPairs(lines);
  const uneven = new Set(lines.filter((each) => each.kind === "text").map((each) => each.column)).size > 1;
  const beams: (Map<Frame, State> | undefined)[] = [];
  let work = 0;
  const add = (index: number, state: State): void => {
    work++;
    beams[index] ??= new Map();
    const known = beams[index].get(state.frame);
    if (!known || state.cost < known.cost) beams[index].set(state.frame, state);
  };
  const from = (index: number): NamedKind[] => {
    const next = new Map<string, NamedKind>();
    for (const each of kinds)
      if (each.line >= index && next.size < mostKinds) next.set(each.kind, next.get(each.kind) ?? each);
    return [...next.values()];
  };

  for (const frame of openRoots(kinds)) add(0, { cost: 0, frame, step: undefined, from: undefined });
  for (const [index, line] of lines.entries()) {
    if (work > mostWork) return undefined;
    const states = best(beams[index]);
    beams[index] = undefined;
    const token = line.kind === "text" ? readToken(lines, index) : undefined;
    const at = token && {
      token,
      stood: line.column,
      uneven,
      selected: selected.has(line.text),
      kinds: () => from(index),
    };
    for (const state of states) {
      if (state.frame.kind === "text" && state.frame.style === "block")
        for (const each of asContent(state, state.frame, line, index, token)) add(index + 1, each);
      if (at) for (const each of asStructure(state, at, index, order)) add(index + at.token.lines, each);
      else add(index + 1, line.kind === "comment" ? { ...state, frame: endOfText(state.frame) } : state);
    }
  }
  const ends = best(beams[lines.length]).map((state) => ({ state, cost: state.cost + closeAll(state.frame) }));
  const end = ends.reduce<(typeof ends)[number] | undefined>((a, b) => (a && a.cost <= b.cost ? a : b), undefined);
  return end && { cost: end.cost, steps: stepsTo(end.state) };
}

function asStructure(from: State, line: LineAt, index: number, order: Way["order"]): State[] {
  return placements(from.frame, line, order).map(({ cost, frame, column }) => ({
    cost: from.cost + cost,
    frame,
    step: { line: index, column, lines: line.token.lines, content: false },
    from,
  }));
}

/** A line inside a block text. Blank ones belong to nobody. */
function asContent(from: State, frame: Frame, line: Line, index: number, token: Token | undefined): State[] {
  if (line.kind === "blank") return [];
  const looksLikeKey = token !== undefined && (token.key !== undefined || token.dashes.length > 0);
  const cost = line.kind === "comment" ? costs.contentLikeComment : looksLikeKey ? costs.contentLikeKey : 0;
  const step = { line: index, column: frame.column, lines: 1, content: true };
  return [{ cost: from.cost + cost, frame: grown(frame, "", line.column), step, from }];
}

/** Behind a comment no block text goes on. */
function endOfText(frame: Frame): Frame {
  return frame.kind === "text" && frame.style === "block" ? (frame.parent ?? frame) : frame;
}

function best(beam: Map<Frame, State> | undefined): State[] {
  if (!beam) return [];
  const states = [...beam.values()].sort((a, b) => a.cost - b.cost);
  const most = (states[0]?.cost ?? 0) + margin;
  return states.slice(0, width).filter((each) => each.cost <= most);
}

function closeAll(from: Frame): number {
  let cost = 0;
  for (let frame: Frame | undefined = from; frame; frame = frame.parent) cost += closingCost(frame);
  return cost;
}

function stepsTo(end: State): Step[] {
  const steps: Step[] = [];
  for (let state: State | undefined = end; state; state = state.from) if (state.step) steps.push(state.step);
  return steps.reverse();
}

/** Lines below `selector:` or `matchLabels:`, as far as they can be labels. */
function selectedPairs(lines: readonly Line[]): Set<string> {
  const pairs = new Set<string>();
  let inside = false;
  for (const { text } of lines) {
    if (/^(?:selector|matchLabels):$/.test(text)) inside = true;
    else if (!/^[^\s:]+:\s+\S/.test(text)) inside = false;
    else if (inside) pairs.add(text);
  }
  return pairs;
}
