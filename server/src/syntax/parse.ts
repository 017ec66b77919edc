// One chunk's text to the tree of nodes.ts. The `yaml` package gives the shape; what a value is, and what kubectl refuses, is decided here.
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
import type { ParsedChunk, SyntaxProblem, SyntaxProblemCode } from "./chunk.ts";
import { maskTemplate } from "./mask.ts";
import { mergeable, mergeFields } from "./merge.ts";
import type { Entry, MapNode, Node, ScalarNode, SequenceNode } from "./nodes.ts";
import { resolvePlain } from "./scalar.ts";
import { survey } from "./survey.ts";
import { resolveTag } from "./tags.ts";

export interface ParseOptions {
  /** Mask `{{ … }}` first: the text is a template. */
  readonly template?: boolean;
}

const styles: Readonly<Record<string, ScalarNode["style"]>> = {
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded",
};

/** Nodes that aliases may expand to: more is an attack, and kubectl's parser stops there too. */
const mostExpanded = 1_000_000;

/** @param text a chunk: no document separator in it. Never throws. */
export function parseChunk(text: string, { template = false }: ParseOptions = {}): ParsedChunk {
  const masked = template ? maskTemplate(text) : text;
  const found = survey(masked);
  const json = isJson(masked);
  const base = { text, ignored: json ? [] : found.ignored, comments: found.comments, json };
  if (found.tooDeep) return { ...base, root: undefined, problems: [found.tooDeep] };
  try {
    const reader = readTree(found.tidied, (offset) => found.original(offset), text, template, json);
    const problems = json ? [] : inOrder([...found.problems, ...reader.problems]);
    return { ...base, root: reader.root, problems };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ...base, root: undefined, problems: [{ code: "too-deep", span: { start: 0, end: 1 }, detail: "500" }] };
  }
}

function isJson(text: string): boolean {
  if (!/^\s*\{/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function inOrder(problems: SyntaxProblem[]): SyntaxProblem[] {
  return problems.sort((a, b) => a.span.start - b.span.start);
}

interface Tree {
  readonly root: Node | undefined;
  readonly problems: SyntaxProblem[];
}

function readTree(
  tidied: string,
  original: (offset: number) => number,
  text: string,
  template: boolean,
  json: boolean,
): Tree {
  const document = parseDocument(tidied, {
    schema: "failsafe",
    merge: false,
    uniqueKeys: false,
    strict: true,
    logLevel: "silent",
    prettyErrors: false,
    version: "1.1",
  });
  const problems: SyntaxProblem[] = [];
  const span = (range: readonly [number, number, number?] | null | undefined, fallback = 0): Span =>
    range ? { start: original(range[0]), end: original(range[1]) } : { start: fallback, end: fallback };
  const problem = (code: SyntaxProblemCode, at: Span, detail?: string): void => {
    problems.push(detail === undefined ? { code, span: at } : { code, span: at, detail });
  };
  for (const error of document.errors) {
    if (error.code === "TAG_RESOLVE_FAILED" || error.code === "DUPLICATE_KEY") continue;
    const code = codeOf(error.code, error.message);
    if (code)
      problem(
        code,
        { start: original(error.pos[0]), end: Math.max(original(error.pos[0]) + 1, original(error.pos[1])) },
        detailOf(error.code, error.message),
      );
  }
  const anchors = new Map<string, Node>();
  const openAnchors = new Set<string>();
  const sizes = new Map<Node, number>();
  let expanded = 0;

  const read = (node: YamlNode, at: number): Node => {
    if (isAlias(node)) return readAlias(node, at);
    const anchor = node.anchor;
    if (anchor !== undefined) openAnchors.add(anchor);
    let result: Node;
    if (isMap(node)) result = readMap(node, at);
    else if (isSeq(node)) result = readSequence(node, at);
    else result = readScalar(node as Scalar, at);
    if (anchor !== undefined) {
      openAnchors.delete(anchor);
      anchors.set(anchor, result);
      if (!/^[A-Za-z0-9_-]+$/.test(anchor)) problem("bad-anchor", result.span, anchor);
    }
    return result;
  };

  const readAlias = (node: Alias, at: number): Node => {
    const where = span(node.range, at);
    const target = anchors.get(node.source);
    if (openAnchors.has(node.source)) problem("recursive-alias", where, node.source);
    else if (!target) problem("unknown-alias", where, node.source);
    if (!target || openAnchors.has(node.source))
      return { kind: "scalar", span: where, value: null, source: "", style: "plain", templated: false };
    expanded += sizeOf(target);
    if (expanded > mostExpanded) problem("too-many-aliases", where);
    return { kind: "alias", span: where, name: node.source, target };
  };

  const sizeOf = (node: Node): number => {
    const known = sizes.get(node);
    if (known !== undefined) return known;
    let size = 1;
    if (node.kind === "alias") size = sizeOf(node.target);
    else if (node.kind === "map") for (const entry of node.written) size += sizeOf(entry.value);
    else if (node.kind === "sequence") for (const item of node.items) size += sizeOf(item);
    sizes.set(node, size);
    return size;
  };

  const readMap = (node: YAMLMap, at: number): MapNode => {
    const where = span(node.range, at);
    const pairs = node.items.flatMap(
      (pair) => readPair(pair as Pair<YamlNode | null, YamlNode | null>, where.start) ?? [],
    );
    const { written, fields } = mergeFields(pairs);
    if (node.tag !== undefined) checkTag(node.tag, "map", where);
    return { kind: "map", span: trimmed(where, text), flow: node.flow === true, written, fields, ...marks(node) };
  };

  const readPair = (pair: Pair<YamlNode | null, YamlNode | null>, at: number): Entry | undefined => {
    const keyNode = pair.key ? read(pair.key, at) : undefined;
    const key = keyNode?.kind === "alias" ? keyNode.target : keyNode;
    if (key?.kind !== "scalar" || key.value === null) {
      const where = keyNode?.span ?? { start: at, end: at };
      problem("bad-key", { start: where.start, end: Math.max(where.end, where.start + 1) });
      if (key?.kind !== "scalar") return undefined;
    }
    const placed: ScalarNode = keyNode && keyNode.kind === "alias" ? { ...key, span: keyNode.span } : key;
    const afterColon = colonAfter(text, placed.span.end);
    const value = pair.value ? read(pair.value, afterColon) : empty(afterColon);
    const merge = (placed.style === "plain" && placed.source === "<<") || placed.tag === "tag:yaml.org,2002:merge";
    if (merge && !mergeable(value)) problem("bad-merge", placed.span);
    const end = value.span.end > placed.span.start ? value.span.end : placed.span.end;
    return {
      key: placed,
      name: keyName(placed),
      value,
      span: { start: placed.span.start, end },
      role: merge ? "merge" : "field",
    };
  };

  const readSequence = (node: YAMLSeq, at: number): SequenceNode => {
    const where = span(node.range, at);
    const items = node.items.map((item) => {
      if (isPair(item)) {
        const entry = readPair(item as Pair<YamlNode | null, YamlNode | null>, where.start);
        const pairs = entry ? [entry] : [];
        return { kind: "map", span: entry?.span ?? where, flow: true, ...mergeFields(pairs) } satisfies MapNode;
      }
      return item ? read(item as YamlNode, where.start) : empty(where.start);
    });
    if (node.tag !== undefined) checkTag(node.tag, "sequence", where);
    return { kind: "sequence", span: trimmed(where, text), flow: node.flow === true, items, ...marks(node) };
  };

  const readScalar = (node: Scalar, at: number): ScalarNode => {
    const where = span(node.range as [number, number, number], at);
    const source = String(node.value ?? "");
    const style = styles[node.type ?? "PLAIN"] ?? "plain";
    const inText = template && /\{\{|\}\}/.test(text.slice(where.start, where.end));
    const templated = inText || /\$\{[A-Za-z_]\w*[^}]*\}/.test(source) || /\{\{.*\}\}/s.test(source);
    const common = {
      kind: "scalar",
      span: where,
      source: inText ? text.slice(where.start, where.end) : source,
      style,
      templated,
      ...marks(node),
    } as const;
    if (node.tag !== undefined) {
      const resolved = resolveTag(node.tag, source, style);
      if (resolved === undefined) problem("bad-tag", where, shortTag(node.tag));
      return { ...common, value: resolved ?? source };
    }
    const value = style === "plain" ? resolvePlain(source) : source;
    if (typeof value === "number" && !Number.isFinite(value))
      return { ...common, value: source, notJson: true } as ScalarNode;
    return { ...common, value };
  };

  const checkTag = (tag: string, kind: "map" | "sequence", where: Span): void => {
    const own = kind === "map" ? "tag:yaml.org,2002:map" : "tag:yaml.org,2002:seq";
    const core = /^tag:yaml\.org,2002:(str|int|float|bool|null|binary|timestamp|merge)$/.test(tag);
    if (tag !== own && core) problem("bad-tag", where, shortTag(tag));
  };

  const contents = document.contents as YamlNode | null;
  const root = contents ? read(contents, 0) : undefined;
  if (!json)
    eachScalarValue(root, (node) => {
      if (
        node.style === "plain" &&
        node.tag === undefined &&
        typeof resolvePlain(node.source) === "number" &&
        !Number.isFinite(resolvePlain(node.source) as number)
      )
        problem("not-a-json-number", node.span, node.source);
    });
  const isNothing = root?.kind === "scalar" && root.value === null;
  return { root: isNothing ? undefined : root, problems };
}

function eachScalarValue(node: Node | undefined, visit: (node: ScalarNode) => void): void {
  if (node?.kind === "scalar") visit(node);
  else if (node?.kind === "sequence") for (const item of node.items) eachScalarValue(item, visit);
  else if (node?.kind === "map") for (const entry of node.written) eachScalarValue(entry.value, visit);
}

const empty = (offset: number): ScalarNode => ({
  kind: "scalar",
  span: { start: offset, end: offset },
  value: null,
  source: "",
  style: "plain",
  templated: false,
});

const marks = (node: { anchor?: string | undefined; tag?: string | undefined }) => ({
  ...(node.anchor === undefined ? {} : { anchor: node.anchor }),
  ...(node.tag === undefined ? {} : { tag: node.tag }),
});

/** Key texts as JSON will have them: `0x10` is "16", `yes` is "true". */
function keyName(key: ScalarNode): string {
  return typeof key.value === "string" ? key.value : String(key.value);
}

function colonAfter(text: string, offset: number): number {
  const match = /^[ \t]*:/.exec(text.slice(offset, offset + 200));
  return match ? offset + match[0].length : offset;
}

/** Block collections end with their last value, not with the blanks and comments behind it. */
function trimmed(span: Span, text: string): Span {
  const length = text.slice(span.start, span.end).trimEnd().length;
  return { start: span.start, end: span.start + length };
}

const shortTag = (tag: string): string => tag.replace(/^tag:yaml\.org,2002:/, "!!");

/** The package's opinions that kubectl shares; undefined where it takes the text. */
function codeOf(code: string, message: string): SyntaxProblemCode | undefined {
  switch (code) {
    case "MISSING_CHAR":
      return /closing .*quote/i.test(message)
        ? "unclosed-quote"
        : /flow (map|sequence|collection).*(end|must)/i.test(message) || /expected .*[\]}]/i.test(message)
          ? "unclosed-bracket"
          : "missing-colon";
    case "TAB_AS_INDENT":
      return "tab-indentation";
    case "BAD_INDENT":
      return /flow/i.test(message) ? "unclosed-bracket" : "bad-indentation";
    case "BLOCK_IN_FLOW":
      return "unclosed-bracket";
    case "BAD_DQ_ESCAPE":
      return "bad-escape";
    case "BAD_ALIAS":
      return "bad-anchor";
    case "KEY_OVER_1024_CHARS":
      return "long-key";
    case "BAD_DIRECTIVE":
      return "directive";
    case "IMPOSSIBLE":
    case "RESOURCE_EXHAUSTION":
      return "too-deep";
    default:
      return "unexpected";
  }
}

function detailOf(code: string, message: string): string | undefined {
  if (code === "MISSING_CHAR")
    return /'quote|single/i.test(message) ? "'" : /quote/i.test(message) ? '"' : /end with a? ?(.)/.exec(message)?.[1];
  if (code === "BAD_DQ_ESCAPE") return /(\\\S+)/.exec(message)?.[1];
  return undefined;
}
