// The tree of a masked text with the user's own text in its scalars; what the mask covers is templated, its value unknown.
import type { AliasNode, Entry, MapNode, Node, ScalarNode, SequenceNode } from "../nodes.ts";
import { columnOf } from "../style.ts";
import type { Masked } from "./mask.ts";

/** @param root the tree of the masked text */
export function restore(root: Node, text: string, { text: masked, inserted }: Masked): Node {
  // Targets of aliases are shared; each is restored once.
  const known = new Map<Node, Node>();
  const differs = (from: number, to: number): boolean => text.slice(from, to) !== masked.slice(from, to);

  /** @param around where the key or dash before it stands: an action between may bring more, or something else */
  const node = (old: Node, around: Around): Node => {
    const found = known.get(old) ?? restored(old, around);
    known.set(old, found);
    return found;
  };
  const restored = (old: Node, around: Around): Node => {
    if (old.kind === "scalar") return scalar(old, around.from);
    if (old.kind === "alias") return { ...old, target: node(old.target, { from: old.target.span.start, column: -1 }) };
    if (old.kind === "sequence") {
      if (old.flow && old.items.length === 0 && differs(old.span.start, old.span.end)) return templated(old);
      const column = columnOf(masked, old.span.start);
      const items = old.items.map((item) => node(item, { from: dashBefore(item.span.start), column }));
      return { ...old, ...openOf(old, around), items };
    }
    if (old.flow && old.written.length === 0 && differs(old.span.start, old.span.end)) return templated(old);
    const entries = new Map(old.written.map((each) => [each, entry(each)]));
    const counting = [...old.fields.values()].map((each) => entries.get(each) ?? entry(each));
    return {
      ...old,
      ...openOf(old, around),
      written: [...entries.values()],
      fields: new Map(counting.map((each) => [each.name, each])),
    };
  };
  const entry = (old: Entry): Entry => {
    const key = scalar(old.key, old.key.span.start);
    return { ...old, key, name: key.templated ? key.source : old.name, value: node(old.value, below(old.key)) };
  };
  const scalar = (old: ScalarNode, from: number): ScalarNode => {
    const { start, end } = old.span;
    const isHollow = start === end || ((old.style === "literal" || old.style === "folded") && old.source.trim() === "");
    return differs(Math.min(from, start), isHollow ? nextContent(end) : end) ? templated(old) : old;
  };
  const templated = (old: Exclude<Node, AliasNode>): ScalarNode => {
    const source = text.slice(old.span.start, old.span.end);
    const unknown = { kind: "scalar", source, value: source, templated: true } as const;
    return old.kind === "scalar" ? { ...old, ...unknown } : { span: old.span, style: "plain", ...unknown };
  };
  const below = ({ span }: ScalarNode): Around => ({ from: span.end, column: columnOf(masked, span.start) });
  /** Lines come out in it: right of what it belongs to, but not further right than its own. */
  const openOf = (old: MapNode | SequenceNode, around: Around): { readonly open?: true } => {
    const { flow, span } = old;
    const [first, last] = [around.column + (old.kind === "map" ? 1 : 0), columnOf(masked, span.start)];
    const end = flow ? span.end : nextContent(span.end);
    for (let at = firstFrom(around.from); ; at++) {
      const next = inserted[at];
      if (!next || next.offset >= end) return {};
      if (flow || next.column === undefined || (first <= next.column && next.column <= last)) return { open: true };
    }
  };
  /** Of the inserted lines. */
  const firstFrom = (offset: number): number => {
    let [low, high] = [0, inserted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((inserted[middle]?.offset ?? 0) < offset) low = middle + 1;
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

interface Around {
  readonly from: number;
  readonly column: number;
}
