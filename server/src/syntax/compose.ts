// Tokens to the tree of nodes.ts, as kubectl's parser would read them. Throws Refused at the first thing that kubectl refuses.
import type { Span } from "../text/span.ts";
import { keyName } from "./keys.ts";
import { mergeable, mergeFields } from "./merge.ts";
import type { AliasNode, Entry, MapNode, Node, ScalarNode, SequenceNode } from "./nodes.ts";
import { notJson, resolvePlain } from "./scalar.ts";
import { Refused, type Scanner, type Token, type TokenType } from "./scanner.ts";
import { fullTag, resolveTag } from "./tags.ts";
import { isTemplated } from "./templated.ts";

/** No object of the API is nested nearly as deep, so nobody follows it further. */
export const deepest = 500;
/** kubectl's own limit, in either style. */
const deepestAccepted = 10_000;

interface Properties {
  readonly start: number | undefined;
  readonly end: number;
  readonly anchor: string | undefined;
  readonly tag: string | undefined;
}

/**
 * @param limit no span ends behind it: the scanned text may have one line break more than the user's
 * @returns undefined for a document of blanks and comments alone
 */
export function compose(scanner: Scanner, text: string, limit: number): Node | undefined {
  const anchors = new Map<string, Node>();
  const open = new Set<string>();
  const sizes = new Map<Node, number>();
  // The document itself counts as one.
  const read = { values: 1, aliased: 0 };
  let depth = 0;

  const is = (...types: TokenType[]): boolean => types.includes(scanner.peek().type);
  const nothingAt = (offset: number): ScalarNode => ({
    kind: "scalar",
    span: { start: offset, end: offset },
    value: null,
    source: "",
    style: "plain",
    templated: false,
  });

  const node = (block: boolean, indentless: boolean): Node => {
    if (++depth > deepest) throw tooDeep(scanner, depth);
    read.values++;
    const result = is("alias") ? alias(scanner.next()) : content(block, indentless);
    depth--;
    return result;
  };

  const alias = (token: Token): AliasNode => {
    const span = { start: token.start, end: token.end };
    if (open.has(token.value)) throw new Refused("recursive-alias", span.start, span.end, token.value);
    const target = anchors.get(token.value);
    if (!target) throw new Refused("unknown-alias", span.start, span.end, token.value);
    const size = sizeOf(target);
    read.values += size;
    read.aliased += size;
    if (aliasesTooMuch(read)) throw new Refused("too-many-aliases", span.start, span.end);
    return { kind: "alias", span, name: token.value, target };
  };

  const sizeOf = (of: Node): number => {
    const known = sizes.get(of);
    if (known !== undefined) return known;
    let size = 1;
    if (of.kind === "alias") size += sizeOf(of.target);
    else if (of.kind === "map")
      for (const entry of of.written) size += (entry.role === "merge" ? 0 : 1) + sizeOf(entry.value);
    else if (of.kind === "sequence") for (const item of of.items) size += sizeOf(item);
    sizes.set(of, size);
    return size;
  };

  const properties = (): Properties => {
    let anchor: string | undefined;
    let tag: string | undefined;
    let start: number | undefined;
    let end = 0;
    for (let count = 0; count < 2; count++) {
      if (is("anchor") && anchor === undefined) {
        const token = scanner.next();
        anchor = token.value;
        start ??= token.start;
        end = token.end;
      } else if (is("tag") && tag === undefined) {
        const token = scanner.next();
        tag = fullTag(token.value);
        if (tag === undefined) throw new Refused("bad-tag", token.start, token.end, token.value);
        start ??= token.start;
        end = token.end;
      }
    }
    return { start, end, anchor, tag };
  };

  const content = (block: boolean, indentless: boolean): Node => {
    const own = properties();
    const { anchor } = own;
    if (anchor !== undefined) open.add(anchor);
    const result = shape(block, indentless, own);
    if (anchor !== undefined) {
      open.delete(anchor);
      anchors.set(anchor, result);
    }
    return result;
  };

  const shape = (block: boolean, indentless: boolean, own: Properties): Node => {
    if (indentless && is("dash")) return indentlessSequence(own);
    const token = scanner.peek();
    switch (token.type) {
      case "scalar":
        return scalar(scanner.next(), own);
      case "[":
        return flowSequence(own);
      case "{":
        return flowMap(own);
      case "block-seq":
        if (block) return blockSequence(own);
        break;
      case "block-map":
        if (block) return blockMap(own);
        break;
    }
    if (own.start === undefined) throw unexpected(token);
    const at = nothingAt(own.end);
    if (own.tag === undefined) return { ...at, ...marks(own) };
    return { ...at, value: tagged(own.tag, "", "plain", at.span), ...marks(own) };
  };

  const scalar = (token: Token, own: Properties): ScalarNode => {
    const span = { start: token.start, end: Math.min(token.end, limit) };
    const { value: source, style } = token;
    const common = { kind: "scalar", span, source, style, templated: isTemplated(source), ...marks(own) } as const;
    if (own.tag !== undefined) return { ...common, value: tagged(own.tag, source, style, span) };
    return { ...common, value: style === "plain" ? resolvePlain(source) : source };
  };

  const tagged = (tag: string, source: string, style: ScalarNode["style"], span: Span): ScalarNode["value"] => {
    const value = resolveTag(tag, source, style);
    if (value === undefined)
      throw new Refused(
        "bad-tag",
        span.start,
        Math.max(span.end, span.start + 1),
        tag.replace(/^tag:yaml\.org,2002:/, "!!"),
      );
    return value;
  };

  /** Infinity and NaN have no JSON; as a key they are the text itself. */
  const value = (of: Node): Node => {
    if (of.kind === "scalar" && of.style === "plain" && of.tag === undefined && notJson.test(of.source))
      throw new Refused("not-a-json-number", of.span.start, of.span.end, of.source);
    if (of.kind === "scalar" && typeof of.value === "number" && !Number.isFinite(of.value))
      throw new Refused("not-a-json-number", of.span.start, of.span.end, of.source);
    return of;
  };

  const entry = (key: Node, val: Node): Entry => {
    const resolved = key.kind === "alias" ? key.target : key;
    const end = Math.max(key.span.end, val.span.end);
    const bad = (): Refused => new Refused("bad-key", key.span.start, Math.max(key.span.end, key.span.start + 1));
    if (resolved.kind !== "scalar") throw bad();
    const merge =
      key.kind === "scalar" &&
      key.source === "<<" &&
      ((key.style === "plain" && key.tag === undefined) ||
        key.tag === "tag:yaml.org,2002:merge" ||
        (key.tag === "!" && key.style === "plain"));
    const name = merge ? "<<" : keyName(resolved);
    if (name === undefined) throw bad();
    if (merge) read.values--;
    if (merge && !mergeable(val)) throw new Refused("bad-merge", key.span.start, key.span.end);
    const placed: ScalarNode = { ...resolved, span: key.span };
    return { key: placed, name, value: val, span: { start: key.span.start, end }, role: merge ? "merge" : "field" };
  };

  const map = (span: Span, flow: boolean, entries: readonly Entry[], own: Properties): MapNode => {
    return { kind: "map", span, flow, ...mergeFields(entries), ...marks(own) };
  };
  const sequence = (span: Span, flow: boolean, items: readonly Node[], own: Properties): SequenceNode => {
    return { kind: "sequence", span, flow, items, ...marks(own) };
  };
  const blockSequence = (own: Properties): SequenceNode => {
    const opened = scanner.next();
    const items: Node[] = [];
    let end = opened.start;
    while (is("dash")) {
      const dash = scanner.next();
      const item = is("dash", "block-end") ? nothingAt(dash.end) : value(node(true, false));
      items.push(item);
      end = Math.max(dash.end, item.span.end);
    }
    if (!is("block-end")) throw unexpected(scanner.peek());
    scanner.next();
    return sequence({ start: opened.start, end }, false, items, own);
  };

  const indentlessSequence = (own: Properties): SequenceNode => {
    const { start } = scanner.peek();
    const items: Node[] = [];
    let end = start;
    while (is("dash")) {
      const dash = scanner.next();
      const item = is("dash", "key", "value", "block-end") ? nothingAt(dash.end) : value(node(true, false));
      items.push(item);
      end = Math.max(dash.end, item.span.end);
    }
    return sequence({ start, end }, false, items, own);
  };

  const blockMap = (own: Properties): MapNode => {
    const opened = scanner.next();
    const entries: Entry[] = [];
    while (is("key")) {
      const sign = scanner.next();
      const key = is("key", "value", "block-end") ? nothingAt(sign.end) : node(true, true);
      let val: Node = nothingAt(key.span.end);
      if (is("value")) {
        const colon = scanner.next();
        val = is("key", "value", "block-end") ? nothingAt(colon.end) : value(node(true, true));
      }
      entries.push(entry(key, val));
    }
    if (!is("block-end")) throw unexpected(scanner.peek());
    scanner.next();
    return map({ start: opened.start, end: entries.at(-1)?.span.end ?? opened.start }, false, entries, own);
  };

  /** `close` ends it; a comma stands between parts, and may stand before the end. */
  const flowParts = (close: "]" | "}", part: () => void): Span => {
    const opened = scanner.next();
    for (let first = true; !is(close); first = false) {
      if (!first) {
        if (!is("comma")) throw unclosed(opened, close);
        scanner.next();
        if (is(close)) break;
      }
      part();
    }
    return { start: opened.start, end: scanner.next().end };
  };

  const flowSequence = (own: Properties): SequenceNode => {
    const items: Node[] = [];
    const span = flowParts("]", () => {
      if (!is("key")) {
        items.push(value(node(false, false)));
        return;
      }
      const sign = scanner.next();
      const given = !is("value", "comma", "]");
      const key = given ? node(false, false) : nothingAt(sign.end);
      // go-yaml drops the token behind an empty key here, so `[: a]` has lost its colon.
      if (!given) scanner.next();
      const val = flowValue("]", key);
      const only = entry(key, val);
      items.push(map(only.span, true, [only], { start: undefined, end: 0, anchor: undefined, tag: undefined }));
    });
    return sequence(span, true, items, own);
  };

  const flowValue = (close: "]" | "}", key: Node): Node => {
    if (!is("value")) return nothingAt(key.span.end);
    const colon = scanner.next();
    return is("comma", close) ? nothingAt(colon.end) : value(node(false, false));
  };

  const flowMap = (own: Properties): MapNode => {
    const entries: Entry[] = [];
    const span = flowParts("}", () => {
      if (!is("key")) {
        const key = node(false, false);
        entries.push(entry(key, nothingAt(key.span.end)));
        return;
      }
      const sign = scanner.next();
      const key = is("value", "comma", "}") ? nothingAt(sign.end) : node(false, false);
      entries.push(entry(key, flowValue("}", key)));
    });
    return map(span, true, entries, own);
  };

  const unclosed = (opened: Token, close: string): Refused => {
    const found = scanner.peek();
    if (found.type === "end" || found.type === "document-end")
      return new Refused("unclosed-bracket", opened.start, opened.end, close);
    return new Refused("missing-comma", found.start, Math.max(found.end, found.start + 1), close);
  };
  const unexpected = (token: Token): Refused => {
    const blockPart =
      token.type === "block-map" || token.type === "block-seq" || token.type === "dash" || token.type === "key";
    const end = token.end > token.start ? token.end : /^[^\r\n]*/.exec(text.slice(token.start))?.[0].length;
    return new Refused(
      blockPart || token.type === "scalar" ? "bad-indentation" : "unexpected",
      token.start,
      Math.max(token.start + 1, token.end > token.start ? token.end : token.start + (end ?? 1)),
    );
  };

  if (is("end")) return undefined;
  if (is("document-end")) {
    if (scanner.cursor.started) return undefined;
    throw new Refused("unexpected", scanner.peek().start, scanner.peek().end);
  }
  const root = value(node(true, false));
  // The parser looks one token further before it lets the document go.
  scanner.peek();
  return root;
}

/** go-yaml's guard against aliases that multiply: how large a part of all values may come from them, by their number. */
function aliasesTooMuch({ values, aliased }: { readonly values: number; readonly aliased: number }): boolean {
  if (aliased <= 100 || values <= 1_000) return false;
  if (values === Number.POSITIVE_INFINITY) return true;
  const [few, many] = [400_000, 4_000_000];
  const allowed = 0.99 - 0.89 * Math.min(1, Math.max(0, (values - few) / (many - few)));
  return aliased / values > allowed;
}

/** What is deeper is only counted: kubectl would follow it for a while, and refuse it then. */
function tooDeep(scanner: Scanner, reached: number): Refused {
  const { start } = scanner.peek();
  const opening = new Set<TokenType>(["block-map", "block-seq", "[", "{"]);
  const closing = new Set<TokenType>(["block-end", "]", "}"]);
  // One less: `reached` counts the value at whose first token the scanner stands.
  for (let depth = reached - 1; ; ) {
    const { type } = scanner.next();
    if (opening.has(type) && ++depth > deepestAccepted)
      return new Refused("too-deep", start, start + 1, String(deepestAccepted));
    if (closing.has(type)) depth--;
    if (type !== "end" && type !== "document-end") continue;
    return scanner.cursor.flowLevel > 0
      ? new Refused("unclosed-bracket", start, start + 1, scanner.cursor.text[start] === "{" ? "}" : "]")
      : new Refused("not-followed", start, start + 1, String(deepest));
  }
}

const marks = ({ anchor, tag }: Properties) => ({
  ...(anchor === undefined ? {} : { anchor }),
  ...(tag === undefined ? {} : { tag }),
});
