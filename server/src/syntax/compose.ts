// Tokens to the tree of nodes.ts, as kubectl's parser would read them. Throws Refused at the first thing that kubectl refuses.
import type { Span } from "../text/span.ts";
import { collections } from "./collections.ts";
import { jsonValue, marks, nothingAt, type Properties } from "./entry.ts";
import { deepest, tooDeep, valueCount } from "./limits.ts";
import type { AliasNode, Node, ScalarNode } from "./nodes.ts";
import { resolvePlain } from "./scalar.ts";
import { fullTag, resolveTag } from "./tags.ts";
import { isTemplated } from "./templated.ts";
import { Refused, type Scanner, type Token, type TokenType } from "./tokens.ts";

/**
 * @param limit no span ends behind it: the scanned text may have one line break more than the user's
 * @returns undefined for a document of blanks and comments alone
 */
export function compose(scanner: Scanner, text: string, limit: number): Node | undefined {
  const anchors = new Map<string, Node>();
  const open = new Set<string>();
  const count = valueCount();
  let depth = 0;

  const is = (...types: TokenType[]): boolean => types.includes(scanner.peek().type);
  const node = (block: boolean, indentless: boolean): Node => {
    if (++depth > deepest) throw tooDeep(scanner, depth);
    count.value();
    const result = is("alias") ? alias(scanner.next()) : content(block, indentless);
    depth--;
    return result;
  };

  const alias = (token: Token): AliasNode => {
    const span = { start: token.start, end: token.end };
    if (open.has(token.value)) throw new Refused("recursive-alias", span.start, span.end, token.value);
    const target = anchors.get(token.value);
    if (!target) throw new Refused("unknown-alias", span.start, span.end, token.value);
    if (!count.alias(target)) throw new Refused("too-many-aliases", span.start, span.end);
    return { kind: "alias", span, name: token.value, target };
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
    if (indentless && is("dash")) return lists.indentlessSequence(own);
    const token = scanner.peek();
    switch (token.type) {
      case "scalar":
        return scalar(scanner.next(), own);
      case "[":
        return lists.flowSequence(own);
      case "{":
        return lists.flowMap(own);
      case "block-seq":
        if (block) return lists.blockSequence(own);
        break;
      case "block-map":
        if (block) return lists.blockMap(own);
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

  const unexpected = (token: Token): Refused => {
    const bracket = lists.openBracket();
    if (bracket) return bracket;
    const blockPart =
      token.type === "block-map" || token.type === "block-seq" || token.type === "dash" || token.type === "key";
    const end = token.end > token.start ? token.end : /^[^\r\n]*/.exec(text.slice(token.start))?.[0].length;
    return new Refused(
      blockPart || token.type === "scalar" ? "bad-indentation" : "unexpected",
      token.start,
      Math.max(token.start + 1, token.end > token.start ? token.end : token.start + (end ?? 1)),
    );
  };
  const lists = collections(scanner, count, node, unexpected);

  if (is("end")) return undefined;
  if (is("document-end")) {
    if (scanner.cursor.started) return undefined;
    throw new Refused("unexpected", scanner.peek().start, scanner.peek().end);
  }
  const root = jsonValue(node(true, false));
  // The parser looks one token further before it lets the document go.
  scanner.peek();
  return root;
}
