// Cuts a document into tokens as kubectl's parser does: lazily, so that a mistake behind the end of the root is never seen.
import { scanBlockScalar } from "./blockScalar.ts";
import { isBlank, isBlankOrEnd, isBreak } from "./characters.ts";
import type { Comment } from "./chunk.ts";
import { type Cursor, charAt, columnOf, documentMark, endOfLine, takeBreak } from "./cursor.ts";
import { scanPlain, scanQuoted } from "./scalars.ts";
import { longestKey, tokenQueue } from "./tokenQueue.ts";
import { Refused, type Scanner, type Token, type TokenType } from "./tokens.ts";

const flowSigns = new Set(["[", "]", "{", "}", ","]);
const directive =
  /^%(?:YAML[ \t]+\d{1,9}\.\d{1,9}|TAG[ \t]+!(?:[\w-]*!)?[ \t]+[\w\-;/?:@&=+$,.!~*'()[\]%]+)[ \t]*(?:#.*)?$/;

/** @param started a `---` stands before the text */
export function scanner(text: string, started = false): Scanner {
  const cursor: Cursor = { text, at: 0, lineStart: 0, line: 0, indent: -1, flowLevel: 0, started };
  const comments: Comment[] = [];
  const queue = tokenQueue(cursor);
  let keyAllowed = true;

  const char = (offset = 0): string => charAt(cursor, offset);
  const column = (): number => columnOf(cursor);
  const lineEnd = (): number => Math.max(endOfLine(text, cursor.at), cursor.at + 1);
  const sign = (type: TokenType): void => {
    queue.add(type, cursor.at, cursor.at + 1);
    cursor.at++;
  };
  const rememberKey = (): void => {
    if (keyAllowed) queue.rememberKey();
  };

  const skipBlanks = (): void => {
    for (;;) {
      if (cursor.at === 0 && char() === "\uFEFF" && !cursor.started) cursor.at++;
      while (char() === " " || (char() === "\t" && (cursor.flowLevel > 0 || !keyAllowed))) cursor.at++;
      if (char() === "#") {
        const start = cursor.at;
        cursor.at = endOfLine(text, start);
        comments.push({ span: { start, end: cursor.at }, text: text.slice(start, cursor.at) });
      }
      if (char() === "" || !isBreak(char())) return;
      takeBreak(cursor);
      if (cursor.flowLevel === 0) keyAllowed = true;
    }
  };

  const fetch = (): void => {
    skipBlanks();
    queue.dedentTo(column());
    const first = char();
    const blankNext = isBlankOrEnd(char(1));
    const inFlow = cursor.flowLevel > 0;
    if (first === "") return end();
    if (column() === 0 && first === "%") return directiveLine();
    const mark = documentMark(cursor);
    if (mark === "---" && !cursor.started && queue.isFresh()) {
      cursor.started = true;
      keyAllowed = false;
      cursor.at += 3;
      return;
    }
    if (mark) return endDocument(3);
    if (first === "[" || first === "{") {
      rememberKey();
      queue.openFlow();
      keyAllowed = true;
      return sign(first);
    }
    if (first === "]" || first === "}") {
      queue.forgetKey();
      queue.closeFlow();
      keyAllowed = false;
      return sign(first);
    }
    if (first === ",") {
      queue.forgetKey();
      keyAllowed = true;
      return sign("comma");
    }
    if (first === "-" && blankNext) return blockSign("dash", "block-seq", true);
    if (first === "?" && (inFlow || blankNext)) return blockSign("key", "block-map", !inFlow);
    if (first === ":" && (inFlow || blankNext)) return value();
    if (first === "*" || first === "&") return anchor(first);
    if (first === "!") return tag();
    if ((first === "|" || first === ">") && !inFlow) {
      queue.forgetKey();
      keyAllowed = true;
      const scalar = scanBlockScalar(cursor, comments);
      return queue.add("scalar", scalar.start, scalar.end, scalar.value, first === "|" ? "literal" : "folded");
    }
    if (first === "'" || first === '"') {
      rememberKey();
      keyAllowed = false;
      const scalar = scanQuoted(cursor, first);
      return queue.add("scalar", scalar.start, scalar.end, scalar.value, first === "'" ? "single" : "double");
    }
    if (startsPlain(first)) {
      rememberKey();
      keyAllowed = false;
      const scalar = scanPlain(cursor);
      if (scalar.crossedLines) keyAllowed = true;
      return queue.add("scalar", scalar.start, scalar.end, scalar.value);
    }
    throw new Refused(first === "\t" ? "tab-indentation" : "unexpected", cursor.at, cursor.at + 1);
  };

  /** Before content it is alone in its document, since the file is split at `---`; behind content it ends the document. */
  const directiveLine = (): void => {
    const line = text.slice(cursor.at, lineEnd());
    if (!directive.test(line) || (!cursor.started && queue.isFresh()))
      throw new Refused("directive", cursor.at, lineEnd());
    endDocument(line.length);
  };

  const endDocument = (length: number): void => {
    queue.dedentTo(-1);
    queue.forgetKey();
    keyAllowed = false;
    queue.add("document-end", cursor.at, cursor.at + length);
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
    queue.dedentTo(-1);
    queue.forgetKey();
    keyAllowed = false;
    queue.add("end", cursor.at, cursor.at);
  };

  /** `- ` or `? `, which may open a block collection. */
  const blockSign = (type: TokenType, opens: TokenType, keyNext: boolean): void => {
    if (cursor.flowLevel === 0) {
      if (!keyAllowed) throw new Refused("bad-indentation", cursor.at, lineEnd());
      queue.indentTo(column(), opens, cursor.at);
    }
    queue.forgetKey();
    keyAllowed = keyNext;
    sign(type);
  };

  const value = (): void => {
    if (queue.becomesKey()) keyAllowed = false;
    else {
      if (cursor.flowLevel === 0) {
        if (!keyAllowed) throw new Refused("bad-indentation", cursor.at, cursor.at + 1);
        queue.indentTo(column(), "block-map", cursor.at);
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
    queue.add(first === "*" ? "alias" : "anchor", start, cursor.at, name);
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
    queue.add("tag", start, cursor.at, text.slice(start, cursor.at));
  };

  const settle = (): void => {
    while (!queue.isSettled()) fetch();
  };
  const nothing: Token = { type: "end", start: text.length, end: text.length, value: "", style: "plain" };
  return {
    cursor,
    comments,
    peek() {
      settle();
      return queue.first() ?? nothing;
    },
    next() {
      settle();
      return queue.shift() ?? nothing;
    },
  };
}
