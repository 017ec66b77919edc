// The tree that everything above syntax/ sees: one document (or List item) as kubectl reads it, with the places where it was written.
import type { Span } from "../text/span.ts";

export type ScalarValue = string | number | bigint | boolean | null;

/** Spans are offsets relative to the chunk's start; `span` covers the value as written, without anchor, tag or comment. */
interface Written {
  readonly span: Span;
  readonly anchor?: string;
  readonly tag?: string;
}

export interface ScalarNode extends Written {
  readonly kind: "scalar";
  /** What kubectl makes of it: YAML 1.1 scalars as go-yaml resolves them. `a:` with nothing behind it is null with an empty span. */
  readonly value: ScalarValue;
  /** The text after unquoting and folding, before resolution: "0120" for 0120, "yes" for yes. */
  readonly source: string;
  readonly style: "plain" | "single" | "double" | "literal" | "folded";
  /** Holds `{{ … }}` or `${VAR}` that somebody fills in later: its value is unknown. */
  readonly templated: boolean;
}

export interface MapNode extends Written {
  readonly kind: "map";
  readonly flow: boolean;
  /** Every pair in the order of the text, also those that kubectl drops and the `<<` pairs themselves. */
  readonly written: readonly Entry[];
  /** What counts after merges and duplicates, by name, in the order of first appearance. */
  readonly fields: ReadonlyMap<string, Entry>;
  /** A template inserts lines into it: it may hold more. */
  readonly open?: true;
}

export interface SequenceNode extends Written {
  readonly kind: "sequence";
  readonly flow: boolean;
  readonly items: readonly Node[];
  /** See MapNode. */
  readonly open?: true;
}

/** `*name`: the place of the alias, and the node it stands for (written elsewhere in the same document). */
export interface AliasNode extends Written {
  readonly kind: "alias";
  readonly name: string;
  readonly target: Node;
}

export type Node = ScalarNode | MapNode | SequenceNode | AliasNode;
export type ResolvedNode = Exclude<Node, AliasNode>;

export interface Entry {
  readonly key: ScalarNode;
  /** The key as text, as JSON will have it: `0x10` is "16", `yes` is "true". */
  readonly name: string;
  readonly value: Node;
  /** From the key's start to the value's end (the key's colon when the value is empty). */
  readonly span: Span;
  /** `merge`: a `<<` pair. `duplicate`: the same key comes again later and wins. `overridden`: a later `<<` brings the key and wins. */
  readonly role: "field" | "merge" | "duplicate" | "overridden";
}

/** A template may bring further keys: nothing can be said of what the map lacks. */
export const mayHoldMore = (map: MapNode): boolean => map.open === true || map.written.some(({ key }) => key.templated);

/** Follows aliases to the node that holds the value. */
export function resolve(node: Node): ResolvedNode {
  let at = node;
  while (at.kind === "alias") at = at.target;
  return at;
}
