// Paths into an object, written as the API server writes them in its errors.
import { type Entry, type Node, type ResolvedNode, resolve } from "./nodes.ts";

/** A field, an index, or a key of a free map (labels, limits), which the server puts in brackets. */
export type Segment = string | number | { readonly key: string };
export type Path = readonly Segment[];

/** `spec.containers[0].ports[1].name`, `metadata.labels[app]`. */
export function formatPath(path: Path): string {
  let text = "";
  for (const segment of path) {
    if (typeof segment === "string") text += text === "" ? segment : `.${segment}`;
    else text += `[${typeof segment === "number" ? segment : segment.key}]`;
  }
  return text;
}

export function nodeAt(root: Node, path: Path): ResolvedNode | undefined {
  let node: ResolvedNode | undefined = resolve(root);
  for (const segment of path) {
    let next: Node | undefined;
    if (typeof segment === "number") next = node.kind === "sequence" ? node.items[segment] : undefined;
    else
      next =
        node.kind === "map" ? node.fields.get(typeof segment === "string" ? segment : segment.key)?.value : undefined;
    if (!next) return undefined;
    node = resolve(next);
  }
  return node;
}

export interface PathAt {
  readonly path: Path;
  /** The innermost pair whose key or value holds the offset. */
  readonly entry: Entry | undefined;
  readonly onKey: boolean;
  readonly node: Node;
}

/** The innermost node at an offset of the chunk; aliases are not followed. */
export function pathAt(root: Node, offset: number): PathAt | undefined {
  let found: PathAt | undefined;
  let node: Node | undefined = root;
  let path: Path = [];
  let entry: Entry | undefined;
  while (node) {
    found = { path, entry, onKey: false, node };
    let next: Node | undefined;
    if (node.kind === "map") {
      for (const each of node.written) {
        if (offset < each.span.start || offset > each.span.end) continue;
        const inner: Path = [...path, each.name];
        if (offset <= each.key.span.end) return { path: inner, entry: each, onKey: true, node: each.key };
        entry = each;
        path = inner;
        next = each.value;
      }
    } else if (node.kind === "sequence") {
      const index = node.items.findIndex((item) => offset >= item.span.start && offset <= item.span.end);
      next = node.items[index];
      if (next) path = [...path, index];
    }
    node = next;
  }
  return found;
}
