// What can still be read in text that kubectl refuses: half-typed lines are ordinary, and completion, hover and outline live from them.
// The `yaml` package is made to go on after a mistake; the verdict itself is read.ts's.
import {
  type Alias,
  isAlias,
  isMap,
  isPair,
  isSeq,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
  type Node as YamlNode,
} from "yaml";
import type { Span } from "../text/span.ts";
import { keyName } from "./keys.ts";
import { deepest } from "./limits.ts";
import { mergeFields } from "./merge.ts";
import type { Entry, MapNode, Node, ScalarNode, SequenceNode } from "./nodes.ts";
import { resolvePlain } from "./scalar.ts";
import { isTemplated } from "./templated.ts";

const styles: Readonly<Record<string, ScalarNode["style"]>> = {
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded",
};

/** Broken text of this length is no manifest that somebody types, and the package takes a second for each million mistakes. */
const mostCharacters = 500_000;

/** The tree as far as it can be made out; undefined when nothing can. Unknown aliases and odd keys are left out. */
export function readTolerantly(text: string): Node | undefined {
  if (text.length > mostCharacters || nestsTooDeep(text)) return undefined;
  try {
    return readWithPackage(text);
  } catch (error) {
    // Nested as deep as our own stack goes: that is nobody's manifest.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function readWithPackage(text: string): Node | undefined {
  const document = parseDocument(text, {
    schema: "failsafe",
    merge: false,
    uniqueKeys: false,
    logLevel: "silent",
    prettyErrors: false,
    version: "1.1",
  });
  const anchors = new Map<string, Node>();
  const span = (range: readonly number[] | null | undefined, fallback: number): Span => ({
    start: range?.[0] ?? fallback,
    end: range?.[1] ?? fallback,
  });

  const read = (node: YamlNode, at: number): Node => {
    if (isAlias(node)) return readAlias(node, at);
    const result = isMap(node)
      ? readMap(node, at)
      : isSeq(node)
        ? readSequence(node, at)
        : readScalar(node as Scalar, at);
    if (node.anchor !== undefined) anchors.set(node.anchor, result);
    return result;
  };
  const readAlias = (node: Alias, at: number): Node => {
    const target = anchors.get(node.source);
    return target ? { kind: "alias", span: span(node.range, at), name: node.source, target } : empty(at);
  };
  const readMap = (node: YAMLMap, at: number): MapNode => {
    const where = trimmed(span(node.range, at), text);
    const entries = node.items.flatMap(
      (pair) => readPair(pair as Pair<YamlNode | null, YamlNode | null>, where.start) ?? [],
    );
    return { kind: "map", span: where, flow: node.flow === true, ...mergeFields(entries), ...anchorOf(node) };
  };
  const readPair = (pair: Pair<YamlNode | null, YamlNode | null>, at: number): Entry | undefined => {
    const key = pair.key ? lastLine(read(pair.key, at), text) : undefined;
    const name = key?.kind === "scalar" ? keyName(key) : undefined;
    if (key?.kind !== "scalar" || name === undefined) return undefined;
    const afterColon = key.span.end + (/^[ \t]*:/.exec(text.slice(key.span.end, key.span.end + 200))?.[0].length ?? 0);
    const value = pair.value ? read(pair.value, afterColon) : empty(afterColon);
    return {
      key,
      name,
      value,
      span: { start: key.span.start, end: Math.max(key.span.end, value.span.end) },
      role: "field",
    };
  };
  const readSequence = (node: YAMLSeq, at: number): SequenceNode => {
    const where = trimmed(span(node.range, at), text);
    const items = node.items.map((item) => {
      if (!isPair(item)) return item ? read(item as YamlNode, where.start) : empty(where.start);
      const entry = readPair(item as Pair<YamlNode | null, YamlNode | null>, where.start);
      return {
        kind: "map",
        span: entry?.span ?? where,
        flow: true,
        ...mergeFields(entry ? [entry] : []),
      } satisfies MapNode;
    });
    return { kind: "sequence", span: where, flow: node.flow === true, items, ...anchorOf(node) };
  };
  const readScalar = (node: Scalar, at: number): ScalarNode => {
    const source = String(node.value ?? "");
    const style = styles[node.type ?? "PLAIN"] ?? "plain";
    const value = style === "plain" ? resolvePlain(source) : source;
    return {
      kind: "scalar",
      span: span(node.range, at),
      value,
      source,
      style,
      templated: isTemplated(source),
      ...anchorOf(node),
    };
  };

  return document.contents ? read(document.contents as YamlNode, 0) : undefined;
}

/** A half-typed key above another one: the package takes both lines for one key, and only the last has the colon. */
function lastLine(key: Node, text: string): Node {
  if (key.kind !== "scalar" || key.style !== "plain") return key;
  const written = text.slice(key.span.start, key.span.end);
  const source = /[\r\n]\s*([^\r\n]*)$/.exec(written)?.[1];
  if (source === undefined) return key;
  const start = key.span.end - source.length;
  return {
    ...key,
    span: { start, end: key.span.end },
    source,
    value: resolvePlain(source),
    templated: isTemplated(source),
  };
}

/** The package nests calls with the text; more than kubectl's own objects need is not followed. */
function nestsTooDeep(text: string): boolean {
  let open = 0;
  for (const { 0: sign } of text.matchAll(/[[{\]}]/g)) {
    open += sign === "[" || sign === "{" ? 1 : -1;
    if (open > deepest) return true;
  }
  return new RegExp(`^(?: {${deepest * 2},}|(?:[-?] ){${deepest},})`, "m").test(text);
}

const empty = (offset: number): ScalarNode => ({
  kind: "scalar",
  span: { start: offset, end: offset },
  value: null,
  source: "",
  style: "plain",
  templated: false,
});
const anchorOf = (node: { anchor?: string | undefined }) => (node.anchor === undefined ? {} : { anchor: node.anchor });

/** Block collections end with their last value, not with the blanks and comments behind it. */
function trimmed(span: Span, text: string): Span {
  return { start: span.start, end: span.start + text.slice(span.start, span.end).trimEnd().length };
}
