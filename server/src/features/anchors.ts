// Anchors and aliases for hover: what an alias stands for, who uses an anchor, and the type of what is only an anchor's target.
import * as l10n from "@vscode/l10n";
import { listOf } from "../explain/field.ts";
import type { KubeObject } from "../model/objects.ts";
import { type AliasNode, type MapNode, type Node, resolve } from "../syntax/nodes.ts";
import type { Path } from "../syntax/path.ts";
import { codeSpan } from "../text/markdown.ts";
import type { Span } from "../text/span.ts";
import { type TypeAtPath, typeAt } from "./typeAt.ts";

interface Found {
  readonly text: string;
  readonly span: Span;
}

interface Placed<T extends Node> {
  readonly node: T;
  readonly path: Path;
}

/** Every node as written, with its path; targets of aliases are not entered again. */
function* nodesOf(node: Node, path: Path = []): Generator<Placed<Node>> {
  yield { node, path };
  if (node.kind === "map") for (const entry of node.written) yield* nodesOf(entry.value, [...path, entry.name]);
  if (node.kind === "sequence")
    for (const [index, item] of node.items.entries()) yield* nodesOf(item, [...path, index]);
}

const aliasesOf = (root: Node, target: Node): Placed<AliasNode>[] =>
  [...nodesOf(root)].flatMap(({ node, path }) =>
    node.kind === "alias" && node.target === target ? { node, path } : [],
  );

/** Where the `&name` of an anchored node begins. */
const anchorStart = (text: string, { anchor, span }: Node): number => text.lastIndexOf(`&${anchor ?? ""}`, span.start);

export interface InText {
  readonly text: string;
  /** Line of an offset of the chunk, counted from 1 as editors show it. */
  readonly lineOf: (offset: number) => number;
}

export function aliasText(node: Node, { text, lineOf }: InText): string | undefined {
  if (node.kind !== "alias") return undefined;
  const line = lineOf(anchorStart(text, node.target));
  const target = resolve(node);
  if (target.kind === "scalar") return l10n.t("Alias: stands for {0} from line {1}.", codeSpan(target.source), line);
  return target.kind === "map"
    ? l10n.t("Alias: stands for the map from line {1}, with {0}.", keysOf(target), line)
    : l10n.t("Alias: stands for the list from line {1}, with {0} items.", target.items.length, line);
}

const keysOf = (map: MapNode): string => listOf([...map.fields.keys()].slice(0, 8).map(codeSpan));

/** The anchor whose `&name` holds the offset. */
export function anchorText(root: Node, offset: number, { text, lineOf }: InText): Found | undefined {
  for (const { node } of nodesOf(root)) {
    if (node.anchor === undefined) continue;
    const start = anchorStart(text, node);
    const end = start + 1 + node.anchor.length;
    if (start < 0 || offset < start || offset > end) continue;
    const lines = aliasesOf(root, node).map((alias) => String(lineOf(alias.node.span.start)));
    const words =
      lines.length === 0
        ? l10n.t("Anchor that nothing uses.")
        : l10n.t("Anchor: what stands here is used again in line {0}.", listOf(lines));
    return { text: words, span: { start, end } };
  }
  return undefined;
}

export const mergeText = (): string =>
  l10n.t(
    "Merge: brings the fields of what stands here. Fields above it in this map lose against it, fields below it win.",
  );

/** Type at a path; where the API knows no such place, the type that an alias of something around gives it. */
export function typeAtOrAlias(object: KubeObject, path: Path): TypeAtPath | undefined {
  const known = typeAt(object, path);
  if (known) return known;
  const anchored = [...nodesOf(object.node)].filter(
    ({ node, path: at }) => node.anchor !== undefined && at.every((segment, index) => segment === path[index]),
  );
  for (const { node, path: at } of anchored.reverse()) {
    for (const alias of aliasesOf(object.node, node)) {
      // What `<<` brings stands in the map around.
      const there = alias.path.at(-1) === "<<" ? alias.path.slice(0, -1) : alias.path;
      const found = typeAt(object, [...there, ...path.slice(at.length)]);
      if (found) return found;
    }
  }
  return undefined;
}
