// The tree of a masked text with the user's own text in its scalars; what the mask covers is templated, its value unknown.
import type { AliasNode, Entry, Node, ScalarNode } from "../nodes.ts";

/** @param masked of the same length as `text`; `root` is its tree */
export function restore(root: Node, text: string, masked: string): Node {
  // Targets of aliases are shared; each is restored once.
  const known = new Map<Node, Node>();
  const differs = (from: number, to: number): boolean => text.slice(from, to) !== masked.slice(from, to);

  /** @param from where the key's colon or the dash before it ends: an action between may bring more, or something else */
  const node = (old: Node, from: number): Node => {
    const found = known.get(old) ?? restored(old, from);
    known.set(old, found);
    return found;
  };
  const restored = (old: Node, from: number): Node => {
    if (old.kind === "scalar") return scalar(old, from);
    if (old.kind === "alias") return { ...old, target: node(old.target, old.target.span.start) };
    if (old.kind === "sequence") {
      if (old.flow && old.items.length === 0 && differs(old.span.start, old.span.end)) return templated(old);
      return { ...old, items: old.items.map((item) => node(item, dashBefore(item.span.start))) };
    }
    if (old.flow && old.written.length === 0 && differs(old.span.start, old.span.end)) return templated(old);
    const entries = new Map(old.written.map((each) => [each, entry(each)]));
    const counting = [...old.fields.values()].map((each) => entries.get(each) ?? entry(each));
    return {
      ...old,
      written: [...entries.values()],
      fields: new Map(counting.map((each) => [each.name, each])),
    };
  };
  const entry = (old: Entry): Entry => {
    const key = scalar(old.key, old.key.span.start);
    return { ...old, key, name: key.templated ? key.source : old.name, value: node(old.value, old.key.span.end) };
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
  return node(root, root.span.start);
}
