// Reads flow text ({…}, […], JSON) up to the cursor and on, however broken: brackets, keys, scalar fields.
import { lineStart } from "../../syntax/style.ts";
import { commentStart } from "./lines.ts";

export interface Open {
  readonly sign: "{" | "[";
  readonly fields: Map<string, string>;
  key: string | undefined;
}

/** A word in flow text: a key, a value or an item. */
export interface Token {
  start: number;
  text: string;
  quote: "" | '"' | "'";
  closed: boolean;
}

export interface FlowCursor {
  /** Outermost first. Their fields hold what stands behind the cursor too, but not what is typed at it. */
  readonly opens: readonly Open[];
  /** The key whose value holds the cursor, for each of `opens`. */
  readonly keys: readonly (string | undefined)[];
  readonly token: Readonly<Token>;
}

/** @returns undefined when the bracket at `start` is closed before the cursor, or a comment holds the cursor */
export function readBrackets(text: string, start: number, offset: number): FlowCursor | undefined {
  const stack: Open[] = [];
  let token: Token = emptyAt(start);
  let found: FlowCursor | undefined;
  let own: Token | undefined;
  const begin = (at: number): void => {
    token = emptyAt(at);
  };
  /** Ends a key without a colon, an item or a value. */
  const settle = (): void => {
    const top = stack.at(-1);
    if (!top) return;
    if (top.sign === "{" && token !== own) {
      if (top.key !== undefined) top.fields.set(top.key, token.text.trim());
      else if (token.text.trim() !== "") top.fields.set(token.text.trim(), "");
    }
    top.key = undefined;
  };

  for (let at = start; at < text.length || at === offset; at++) {
    if (at === offset) {
      if (stack.length === 0) return undefined;
      found = { opens: [...stack], keys: stack.map(({ key }) => key), token: { ...token } };
      own = token;
      if (token.quote !== "" && !token.closed && wordBehind(text, offset, token.quote).at(-1) !== token.quote)
        token.closed = true;
      if (at === text.length) break;
    }
    const char = text[at] ?? "";
    const top = stack.at(-1);
    if (token.quote !== "" && !token.closed) {
      // A quote that its line does not close is half-typed.
      if (char === "\n") {
        settle();
        begin(at + 1);
      } else if (char === token.quote) token.closed = true;
      else if (char === "\\" && token.quote === '"') token.text += char + (text[++at] ?? "");
      else token.text += char;
    } else if (char === '"' || char === "'") {
      if (token.closed) settle();
      if (token.closed || token.text === "") {
        begin(at);
        token.quote = char;
      } else token.text += char;
    } else if (char === "{" || char === "[") {
      stack.push({ sign: char, fields: new Map(), key: undefined });
      begin(at + 1);
    } else if (char === "}" || char === "]") {
      settle();
      stack.pop();
      if (stack.length === 0) break;
      begin(at + 1);
    } else if (char === ",") {
      settle();
      begin(at + 1);
    } else if (char === ":" && top?.sign === "{" && top.key === undefined && endsKey(text, at, token)) {
      top.key = token.text.trim();
      if (token !== own) top.fields.set(top.key, "");
      begin(at + 1);
    } else if (char === "#" && /\s/.test(text[at - 1] ?? " ")) {
      const feed = text.indexOf("\n", at);
      const end = feed < 0 ? text.length : feed;
      if (offset > at && offset <= end) return undefined;
      at = end - 1;
    } else if (/\s/.test(char)) {
      if (token.text === "" && token.quote === "") begin(at + 1);
      else if (char === "\n" && !token.closed) {
        // Nobody breaks a word in flow text; a comma is missing.
        settle();
        begin(at + 1);
      } else if (!token.closed) token.text += char;
    } else token.text += char;
  }
  return found;
}

/** The rest of the word at the cursor, with its closing quote. A quote behind the next comma or bracket belongs to something else. */
export function wordBehind(text: string, offset: number, quote: Token["quote"]): string {
  const line = text.slice(offset, offset + 1_000);
  const close = quote === "" ? undefined : /^[^"',:{}[\]\r\n]*["']/.exec(line)?.[0];
  return close?.endsWith(quote) ? close : (/^[^\s,:[\]{}"'#]*/.exec(line)?.[0] ?? "");
}

const emptyAt = (start: number): Token => ({ start, text: "", quote: "", closed: false });
const endsKey = (text: string, at: number, token: Token): boolean =>
  token.closed || /[\s,[\]{}"']/.test(text[at + 1] ?? " ");

/** A line on which flow text may begin: dashes, a key, an anchor, then the bracket. */
const flowHead =
  /^([ \t]*(?:-[ \t]+)*(?:(?:"[^"\n]*"|'[^'\n]*'|[^\s"'#[\]{},&*!|>%@`][^\n]*?)[ \t]*:[ \t]+)?(?:[&!]\S+[ \t]+)?)[[{]/;

/** The outermost bracket around the cursor, as far as the lines tell: what it holds is indented deeper than its own line. */
export function outermostBracket(text: string, offset: number): { at: number; cursor: FlowCursor } | undefined {
  const json = /^\s*[{[]/.exec(text);
  if (json) {
    const at = json[0].length - 1;
    const cursor = at < offset ? readBrackets(text, at, offset) : undefined;
    return cursor && { at, cursor };
  }
  let found: { at: number; cursor: FlowCursor } | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  for (let end = offset; lowest > 0; ) {
    const start = lineStart(text, end);
    const line = text.slice(start, end);
    const head = flowHead.exec(line);
    const column = /^[ \t]*(?:-[ \t]+)*/.exec(line)?.[0].length ?? 0;
    if (head && column < lowest && commentStart(head[0]) < 0) {
      const at = start + head[0].length - 1;
      const cursor = readBrackets(text, at, offset);
      if (cursor) found = { at, cursor };
    }
    if (/[^\s\]},]/.test(line)) lowest = Math.min(lowest, /^[ \t]*/.exec(line)?.[0].length ?? 0);
    if (start === 0) break;
    end = start - 1;
  }
  return found;
}
