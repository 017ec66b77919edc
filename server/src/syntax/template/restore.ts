// The tree of a masked text with the user's own text in its scalars; what the mask covers is templated, its value unknown.
import type { AliasNode, Entry, MapNode, Node, ScalarNode, SequenceNode } from "../nodes.ts";
import { columnOf } from "../style.ts";
import type { Insertion, Masked } from "./mask.ts";

/** What a node hangs on: a key, a dash, or the edge of the text. */
interface Around {
  /** Where its value may begin. */
  readonly from: number;
  readonly column: number;
}

/** @param root the tree of the masked text */
export function restore(root: Node, text: string, { text: masked, inserted, nothing }: Masked): Node {
  // Targets of aliases are shared; each is restored once.
  const known = new Map<Node, Node>();
  const differs = (from: number, to: number): boolean => text.slice(from, to) !== masked.slice(from, to);

  const node = (old: Node, around: Around): Node => {
    const found = known.get(old) ?? restored(old, around);
    known.set(old, found);
    return found;
  };
  const restored = (old: Node, around: Around): Node => {
    if (old.kind === "scalar") return scalar(old, around);
    if (old.kind === "alias") return { ...old, target: node(old.target, { from: old.target.span.start, column: -1 }) };
    const size = old.kind === "map" ? old.written.length : old.items.length;
    if (old.flow && size === 0 && differs(old.span.start, old.span.end)) return templated(old);
    return old.kind === "map" ? map(old, around) : sequence(old, around);
  };
  const sequence = (old: SequenceNode, around: Around): SequenceNode => {
    const column = columnOf(masked, old.span.start);
    const items = old.items.map((item) => node(item, { from: dashBefore(item.span.start), column }));
    return { ...old, items, ...extent(old, insertedInto(old, around), items.at(-1)) };
  };
  const map = (old: MapNode, around: Around): MapNode => {
    const entries = new Map(old.written.map((each) => [each, entry(each)]));
    const counting = [...old.fields.values()].map((each) => entries.get(each) ?? entry(each));
    const written = [...entries.values()];
    const fields = new Map(counting.map((each) => [each.name, each]));
    return { ...old, written, fields, ...extent(old, insertedInto(old, around), written.at(-1)) };
  };
  const entry = (old: Entry): Entry => {
    const key = scalar(old.key, { from: old.key.span.start, column: -1 });
    const value = node(old.value, { from: key.span.end, column: columnOf(masked, key.span.start) });
    const span = { start: old.span.start, end: Math.max(old.span.end, value.span.end) };
    return { ...old, key, name: key.templated ? key.source : old.name, value, span };
  };
  const scalar = (old: ScalarNode, { from, column }: Around): ScalarNode => {
    const { start, end } = old.span;
    const isBlock = old.style === "literal" || old.style === "folded";
    const isHollow = start === end || (isBlock && old.source.trim() === "");
    const isKnown = nothing ? !differs(start, end) : !differs(Math.min(from, start), isHollow ? nextContent(end) : end);
    if (isKnown) return old;
    const into = isHollow ? insertedBetween(end, nextContent(end), column, Number.POSITIVE_INFINITY) : [];
    return templated({ ...old, span: { start, end: into.at(-1)?.end ?? end } });
  };
  const templated = (old: Exclude<Node, AliasNode>): ScalarNode => {
    const source = text.slice(old.span.start, old.span.end);
    const unknown = { kind: "scalar", source, value: source, templated: true } as const;
    return old.kind === "scalar" ? { ...old, ...unknown } : { span: old.span, style: "plain", ...unknown };
  };

  /** The lines that come out in it: right of what it hangs on, but not further right than its own. */
  const insertedInto = (old: MapNode | SequenceNode, { from, column }: Around): readonly Insertion[] => {
    if (old.flow) return insertedBetween(from, old.span.end, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
    const first = old.kind === "map" ? column + 1 : column;
    return insertedBetween(from, nextContent(old.span.end), first, columnOf(masked, old.span.start));
  };
  /** @param first @param last columns; where the column is unknown it may be any */
  const insertedBetween = (from: number, to: number, first: number, last: number): readonly Insertion[] => {
    const found: Insertion[] = [];
    for (let at = firstFrom(from); ; at++) {
      const next = inserted[at];
      if (!next || next.start >= to) return found;
      if (next.column === undefined || (first <= next.column && next.column <= last)) found.push(next);
    }
  };
  const firstFrom = (offset: number): number => {
    let [low, high] = [0, inserted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((inserted[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const dashBefore = (offset: number): number => {
    let at = offset;
    while (/\s/.test(masked[at - 1] ?? "")) at--;
    return masked[at - 1] === "-" ? at : offset;
  };
  const nextContent = (offset: number): number => {
    const gap = /(?:\s|#[^\n]*)*/y;
    gap.lastIndex = offset;
    return offset + (gap.exec(masked)?.[0].length ?? 0);
  };
  return node(root, { from: root.kind === "scalar" ? root.span.start : 0, column: -1 });
}

/** Inserted lines belong to what they are inserted into, so that it is never taken away without them. */
function extent({ span, flow }: MapNode | SequenceNode, into: readonly Insertion[], last: Node | Entry | undefined) {
  const end = flow ? span.end : Math.max(span.end, last?.span.end ?? 0, into.at(-1)?.end ?? 0);
  return { span: { start: span.start, end }, ...(into.length > 0 ? ({ open: true } as const) : {}) };
}
