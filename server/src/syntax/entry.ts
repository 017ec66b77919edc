// The small parts of the tree: what stands where nothing is written, and a key with its value.
import { keyName } from "./keys.ts";
import { mergeable } from "./merge.ts";
import type { Entry, Node, ScalarNode } from "./nodes.ts";
import { notJson } from "./scalar.ts";
import { Refused } from "./tokens.ts";

/** Anchor and tag in front of a value, and where they stand. */
export interface Properties {
  readonly start: number | undefined;
  readonly end: number;
  readonly anchor: string | undefined;
  readonly tag: string | undefined;
}
export const noProperties: Properties = { start: undefined, end: 0, anchor: undefined, tag: undefined };

export const marks = ({ anchor, tag }: Properties) => ({
  ...(anchor === undefined ? {} : { anchor }),
  ...(tag === undefined ? {} : { tag }),
});

export const nothingAt = (offset: number): ScalarNode => ({
  kind: "scalar",
  span: { start: offset, end: offset },
  value: null,
  source: "",
  style: "plain",
  templated: false,
});

/** Infinity and NaN have no JSON; as a key they are the text itself. */
export function jsonValue(node: Node): Node {
  if (node.kind !== "scalar") return node;
  const infinite = typeof node.value === "number" && !Number.isFinite(node.value);
  if (infinite || (node.style === "plain" && node.tag === undefined && notJson.test(node.source)))
    throw new Refused("not-a-json-number", node.span.start, node.span.end, node.source);
  return node;
}

export function entryOf(key: Node, value: Node): Entry {
  const resolved = key.kind === "alias" ? key.target : key;
  const span = { start: key.span.start, end: Math.max(key.span.end, value.span.end) };
  const bad = (): Refused => new Refused("bad-key", key.span.start, Math.max(key.span.end, key.span.start + 1));
  if (resolved.kind !== "scalar") throw bad();
  const merge = key.kind === "scalar" && isMergeKey(key);
  const name = merge ? "<<" : keyName(resolved);
  if (name === undefined) throw bad();
  if (merge && !mergeable(value)) throw new Refused("bad-merge", key.span.start, key.span.end);
  return { key: { ...resolved, span: key.span }, name, value, span, role: merge ? "merge" : "field" };
}

function isMergeKey({ source, style, tag }: ScalarNode): boolean {
  if (source !== "<<") return false;
  return tag === "tag:yaml.org,2002:merge" || (style === "plain" && (tag === undefined || tag === "!"));
}
