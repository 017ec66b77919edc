// Maps and lists, in brackets and in lines, from the tokens of the scanner.
import type { Span } from "../text/span.ts";
import { entryOf, jsonValue, marks, noProperties, nothingAt, type Properties } from "./entry.ts";
import type { ValueCount } from "./limits.ts";
import { mergeFields } from "./merge.ts";
import type { Entry, MapNode, Node, SequenceNode } from "./nodes.ts";
import { Refused, type Scanner, type Token, type TokenType } from "./tokens.ts";

/** @param node reads whatever value comes next; `block`: collections in lines may stand here, `indentless`: dashes at the key's own column */
export function collections(
  scanner: Scanner,
  count: ValueCount,
  node: (block: boolean, indentless: boolean) => Node,
  unexpected: (token: Token) => Refused,
) {
  /** Those around the place, the innermost last. */
  const brackets: { readonly opened: Token; readonly close: string }[] = [];
  const is = (...types: TokenType[]): boolean => types.includes(scanner.peek().type);
  const entry = (key: Node, value: Node): Entry => {
    const made = entryOf(key, value);
    if (made.role === "merge") count.mergeKey();
    return made;
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
      const item = is("dash", "block-end") ? nothingAt(dash.end) : jsonValue(node(true, false));
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
      const item = is("dash", "key", "value", "block-end") ? nothingAt(dash.end) : jsonValue(node(true, false));
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
        val = is("key", "value", "block-end") ? nothingAt(colon.end) : jsonValue(node(true, true));
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
    brackets.push({ opened, close });
    for (let first = true; !is(close); first = false) {
      if (!first) {
        if (!is("comma")) throw missingComma(close);
        scanner.next();
        if (is(close)) break;
      }
      part();
    }
    brackets.pop();
    return { start: opened.start, end: scanner.next().end };
  };

  const flowSequence = (own: Properties): SequenceNode => {
    const items: Node[] = [];
    const span = flowParts("]", () => {
      if (!is("key")) {
        items.push(jsonValue(node(false, false)));
        return;
      }
      const sign = scanner.next();
      const given = !is("value", "comma", "]");
      const key = given ? node(false, false) : nothingAt(sign.end);
      // go-yaml drops the token behind an empty key here, so `[: a]` has lost its colon.
      if (!given) scanner.next();
      const val = flowValue("]", key);
      const only = entry(key, val);
      items.push(map(only.span, true, [only], noProperties));
    });
    return sequence(span, true, items, own);
  };

  const flowValue = (close: "]" | "}", key: Node): Node => {
    if (!is("value")) return nothingAt(key.span.end);
    const colon = scanner.next();
    return is("comma", close) ? nothingAt(colon.end) : jsonValue(node(false, false));
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

  /** What stands at the end of the text, where a bracket should have been closed. */
  const openBracket = (): Refused | undefined => {
    const innermost = brackets.at(-1);
    if (!innermost || !is("end", "document-end")) return undefined;
    const { opened, close } = innermost;
    return new Refused("unclosed-bracket", opened.start, opened.end, close);
  };
  const missingComma = (close: string): Refused => {
    const found = scanner.peek();
    return openBracket() ?? new Refused("missing-comma", found.start, Math.max(found.end, found.start + 1), close);
  };

  return { blockSequence, indentlessSequence, blockMap, flowSequence, flowMap, openBracket };
}
