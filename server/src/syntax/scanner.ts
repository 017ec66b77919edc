// Cuts a document into tokens as kubectl's parser does: lazily, so that a mistake behind the end of the root is never seen.
import { breakLength, isBlank, isBlankOrEnd, isBreak } from "./characters.ts";
import type { Comment, SyntaxProblemCode } from "./chunk.ts";
import type { ScalarNode } from "./nodes.ts";
import { scanBlockScalar, scanPlain, scanQuoted } from "./scalars.ts";

export type TokenType =
  | "block-map"
  | "block-seq"
  | "block-end"
  | "key"
  | "value"
  | "dash"
  | "comma"
  | "["
  | "]"
  | "{"
  | "}"
  | "scalar"
  | "anchor"
  | "alias"
  | "tag"
  | "document-end"
  | "end";

export interface Token {
  readonly type: TokenType;
  /** Offsets in the chunk, half-open. */
  readonly start: number;
  readonly end: number;
  /** Scalar: its text. Anchor, alias: the name. Tag: as written. */
  readonly value: string;
  readonly style: ScalarNode["style"];
}

/** kubectl refuses the text here. Caught in read.ts; nothing outside of syntax/ sees it. */
export class Refused extends Error {
  readonly code: SyntaxProblemCode;
  readonly start: number;
  readonly end: number;
  readonly detail: string | undefined;
  constructor(code: SyntaxProblemCode, start: number, end: number, detail?: string) {
    super(code);
    this.code = code;
    this.start = start;
    this.end = end;
    this.detail = detail;
  }
}

/** Where the scan stands. `indent` is the column of the innermost open block collection, −1 outside of all. */
export interface Cursor {
  readonly text: string;
  at: number;
  lineStart: number;
  line: number;
  indent: number;
  flowLevel: number;
  /** A `---` has opened the document, so that what ends one at once leaves an empty one. */
  started: boolean;
}

/** A token that becomes a key if a `:` follows on its line. */
interface PossibleKey {
  readonly token: number;
  readonly at: number;
  readonly line: number;
  readonly column: number;
  /** It stands where only a key may stand. */
  readonly required: boolean;
  possible: boolean;
}

export interface Scanner {
  peek(): Token;
  next(): Token;
  readonly comments: Comment[];
  readonly cursor: Cursor;
}

const longestKey = 1024;
const flowSigns = new Set(["[", "]", "{", "}", ","]);

/** @param started a `---` stands before the text */
export function scanner(text: string, started = false): Scanner {
  const cursor: Cursor = { text, at: 0, lineStart: 0, line: 0, indent: -1, flowLevel: 0, started };
  const comments: Comment[] = [];
  const queue: Token[] = [];
  let taken = 0;
  const indents: number[] = [];
  let keyAllowed = true;
  const noKey = (): PossibleKey => ({
    token: taken + queue.length,
    at: cursor.at,
    line: cursor.line,
    column: column(),
    required: false,
    possible: false,
  });
  /** One for each flow level, the innermost last. */
  const keys: PossibleKey[] = [];
  /** The tokens that are not given out before it is known whether they are keys. */
  const held = new Map<number, PossibleKey>();

  const char = (offset = 0): string => text[cursor.at + offset] ?? "";
  const column = (): number => cursor.at - cursor.lineStart;
  keys.push(noKey());
  const add = (type: TokenType, start: number, end: number, value = "", style: ScalarNode["style"] = "plain"): void => {
    queue.push({ type, start, end, value, style });
  };
  const sign = (type: TokenType): void => {
    add(type, cursor.at, cursor.at + 1);
    cursor.at++;
  };

  /** Still a key at this point; throws when it had to be one and no longer can. */
  const keyHolds = (key: PossibleKey): boolean => {
    if (!key.possible) return false;
    if (key.line === cursor.line && key.at + longestKey >= cursor.at) return true;
    if (key.required) throw missingColon(key);
    key.possible = false;
    return false;
  };
  const missingColon = (key: PossibleKey): Refused => {
    const end = /^[^\r\n]*/.exec(text.slice(key.at))?.[0].trimEnd().length ?? 1;
    return key.line === cursor.line && cursor.at - key.at > longestKey
      ? new Refused("long-key", key.at, key.at + 1)
      : new Refused("missing-colon", key.at, key.at + Math.max(1, end));
  };
  const forgetKey = (): void => {
    const key = keys.at(-1);
    if (!key?.possible) return;
    if (key.required) throw missingColon(key);
    key.possible = false;
    held.delete(key.token);
  };
  const rememberKey = (): void => {
    if (!keyAllowed) return;
    forgetKey();
    const key = {
      ...noKey(),
      required: cursor.flowLevel === 0 && cursor.indent === column(),
      possible: true,
    };
    keys[keys.length - 1] = key;
    held.set(key.token, key);
  };
  /** Before the token of that number; at the end when it has been given out already. */
  const insert = (number: number | undefined, type: TokenType, start: number): void => {
    const place = number === undefined || number < taken ? queue.length : number - taken;
    queue.splice(place, 0, { type, start, end: start, value: "", style: "plain" });
  };
  /** A deeper column opens a block collection; its token stands before `token` when that is given. */
  const indentTo = (to: number, type: TokenType, start: number, token?: number): void => {
    if (cursor.flowLevel > 0 || cursor.indent >= to) return;
    indents.push(cursor.indent);
    cursor.indent = to;
    insert(token, type, start);
  };
  const dedentTo = (to: number): void => {
    if (cursor.flowLevel > 0) return;
    while (cursor.indent > to) {
      add("block-end", cursor.at, cursor.at);
      cursor.indent = indents.pop() ?? -1;
    }
  };

  const newLine = (): void => {
    cursor.at += breakLength(text, cursor.at);
    cursor.lineStart = cursor.at;
    cursor.line++;
  };
  const skipBlanks = (): void => {
    for (;;) {
      if (cursor.at === 0 && char() === "\uFEFF" && !cursor.started) cursor.at++;
      while (char() === " " || (char() === "\t" && (cursor.flowLevel > 0 || !keyAllowed))) cursor.at++;
      if (char() === "#") {
        const start = cursor.at;
        while (char() !== "" && !isBreak(char())) cursor.at++;
        comments.push({ span: { start, end: cursor.at }, text: text.slice(start, cursor.at) });
      }
      if (char() === "" || !isBreak(char())) return;
      newLine();
      if (cursor.flowLevel === 0) keyAllowed = true;
    }
  };

  const fetch = (): void => {
    skipBlanks();
    dedentTo(column());
    const first = char();
    const blankNext = isBlankOrEnd(char(1));
    const inFlow = cursor.flowLevel > 0;
    if (first === "") return end();
    if (column() === 0 && first === "%") {
      // Before content it is alone in its document, since the file is split at `---`; behind content it ends the document.
      const line = text.slice(cursor.at, lineEnd());
      const valid =
        /^%(?:YAML[ \t]+\d{1,9}\.\d{1,9}|TAG[ \t]+!(?:[\w-]*!)?[ \t]+[\w\-;/?:@&=+$,.!~*'()[\]%]+)[ \t]*(?:#.*)?$/.test(
          line,
        );
      if (!valid || (!cursor.started && taken + queue.length === 0))
        throw new Refused("directive", cursor.at, lineEnd());
      return endDocument(line.length);
    }
    if (column() === 0 && text.startsWith("...", cursor.at) && isBlankOrEnd(char(3))) return endDocument(3);
    // Only behind a BOM or a single CR: every other `---` at a line's start has split the file.
    if (column() === 0 && text.startsWith("---", cursor.at) && isBlankOrEnd(char(3))) {
      if (cursor.started || taken + queue.length > 0) return endDocument(3);
      cursor.started = true;
      keyAllowed = false;
      cursor.at += 3;
      return;
    }
    if (first === "[" || first === "{") {
      rememberKey();
      keys.push(noKey());
      cursor.flowLevel++;
      keyAllowed = true;
      return sign(first);
    }
    if (first === "]" || first === "}") {
      forgetKey();
      if (cursor.flowLevel > 0) {
        cursor.flowLevel--;
        // go-yaml numbers an empty level like its bracket, and so lets that go before it sees a `:` behind it.
        held.delete(keys.pop()?.token ?? -1);
      }
      keyAllowed = false;
      return sign(first);
    }
    if (first === ",") {
      forgetKey();
      keyAllowed = true;
      return sign("comma");
    }
    if (first === "-" && blankNext) {
      if (!inFlow) {
        if (!keyAllowed) throw new Refused("bad-indentation", cursor.at, lineEnd());
        indentTo(column(), "block-seq", cursor.at);
      }
      forgetKey();
      keyAllowed = true;
      return sign("dash");
    }
    if (first === "?" && (inFlow || blankNext)) {
      if (!inFlow) {
        if (!keyAllowed) throw new Refused("bad-indentation", cursor.at, lineEnd());
        indentTo(column(), "block-map", cursor.at);
      }
      forgetKey();
      keyAllowed = !inFlow;
      return sign("key");
    }
    if (first === ":" && (inFlow || blankNext)) return value();
    if (first === "*" || first === "&") return anchor(first);
    if (first === "!") return tag();
    if ((first === "|" || first === ">") && !inFlow) {
      forgetKey();
      keyAllowed = true;
      const scalar = scanBlockScalar(cursor, comments);
      return add("scalar", scalar.start, scalar.end, scalar.value, first === "|" ? "literal" : "folded");
    }
    if (first === "'" || first === '"') {
      rememberKey();
      keyAllowed = false;
      const scalar = scanQuoted(cursor, first);
      return add("scalar", scalar.start, scalar.end, scalar.value, first === "'" ? "single" : "double");
    }
    if (startsPlain(first)) {
      rememberKey();
      keyAllowed = false;
      const scalar = scanPlain(cursor);
      if (scalar.crossedLines) keyAllowed = true;
      return add("scalar", scalar.start, scalar.end, scalar.value);
    }
    throw new Refused(first === "\t" ? "tab-indentation" : "unexpected", cursor.at, cursor.at + 1);
  };

  const endDocument = (length: number): void => {
    dedentTo(-1);
    forgetKey();
    keyAllowed = false;
    add("document-end", cursor.at, cursor.at + length);
    cursor.at += length;
  };

  const startsPlain = (first: string): boolean => {
    if (first === "-") return !isBlank(char(1));
    if (first === "?" || first === ":") return cursor.flowLevel === 0 && !isBlankOrEnd(char(1));
    return !isBlankOrEnd(first) && !"&*!|>'\"%@`#".includes(first) && !flowSigns.has(first);
  };

  const end = (): void => {
    // As if a new line began: no key can reach over the end.
    cursor.line++;
    dedentTo(-1);
    forgetKey();
    keyAllowed = false;
    add("end", cursor.at, cursor.at);
  };

  const value = (): void => {
    const key = keys.at(-1);
    if (key && keyHolds(key)) {
      insert(key.token, "key", key.at);
      indentTo(key.column, "block-map", key.at, key.token);
      key.possible = false;
      held.delete(key.token);
      keyAllowed = false;
    } else {
      if (cursor.flowLevel === 0) {
        if (!keyAllowed) throw new Refused("bad-indentation", cursor.at, cursor.at + 1);
        indentTo(column(), "block-map", cursor.at);
      }
      keyAllowed = cursor.flowLevel === 0;
    }
    sign("value");
  };

  const anchor = (first: string): void => {
    rememberKey();
    keyAllowed = false;
    const start = cursor.at;
    const name = /^[A-Za-z0-9_-]*/.exec(text.slice(start + 1, start + 1 + longestKey))?.[0] ?? "";
    cursor.at += 1 + name.length;
    if (name === "" || !(isBlankOrEnd(char()) || "?:,]}%@`".includes(char())))
      throw new Refused("bad-anchor", start, lineEnd());
    add(first === "*" ? "alias" : "anchor", start, cursor.at, name);
  };

  const tag = (): void => {
    rememberKey();
    keyAllowed = false;
    const start = cursor.at;
    const match = /^!(?:<[\w\-;/?:@&=+$,.!~*'()[\]%]+>|[\w\-;/?:@&=+$,.!~*'()[\]%]*)/.exec(
      text.slice(start, start + longestKey),
    );
    cursor.at += match?.[0].length ?? 1;
    if (!isBlankOrEnd(char())) throw new Refused("bad-tag", start, cursor.at + 1, text.slice(start, cursor.at));
    add("tag", start, cursor.at, text.slice(start, cursor.at));
  };

  const lineEnd = (): number => {
    let at = cursor.at;
    while (at < text.length && !isBreak(text[at] ?? "")) at++;
    return Math.max(at, cursor.at + 1);
  };

  /** The head of the queue is settled once it can no longer become a key. */
  const settle = (): void => {
    for (;;) {
      if (queue.length > 0) {
        const key = held.get(taken);
        if (!key || !keyHolds(key)) return;
      }
      fetch();
    }
  };

  const nothing: Token = { type: "end", start: text.length, end: text.length, value: "", style: "plain" };
  return {
    cursor,
    comments,
    peek() {
      settle();
      return queue[0] ?? nothing;
    },
    next() {
      settle();
      taken++;
      return queue.shift() ?? nothing;
    },
  };
}
