// Tokens that wait until it is known whether they are keys: a `:` that follows on their line puts signs before them.
import { type Cursor, columnOf } from "./cursor.ts";
import type { ScalarNode } from "./nodes.ts";
import { Refused, type Token, type TokenType } from "./tokens.ts";

/** A key is on one line and has at most so many bytes; kubectl's scanner looks no further. */
export const longestKey = 1024;

/** A token that becomes a key if a `:` follows. */
interface PossibleKey {
  readonly token: number;
  readonly at: number;
  readonly line: number;
  readonly column: number;
  /** It stands where only a key may stand. */
  readonly required: boolean;
  possible: boolean;
}

export function tokenQueue(cursor: Cursor) {
  const { text } = cursor;
  const queue: Token[] = [];
  let taken = 0;
  const indents: number[] = [];
  const noKey = (): PossibleKey => ({
    token: taken + queue.length,
    at: cursor.at,
    line: cursor.line,
    column: columnOf(cursor),
    required: false,
    possible: false,
  });
  /** One for each flow level, the innermost last. */
  const keys: PossibleKey[] = [noKey()];
  /** The tokens that are not given out before it is known whether they are keys. */
  const held = new Map<number, PossibleKey>();

  const missingColon = (key: PossibleKey): Refused => {
    const end = /^[^\r\n]*/.exec(text.slice(key.at))?.[0].trimEnd().length ?? 1;
    return key.line === cursor.line && cursor.at - key.at > longestKey
      ? new Refused("long-key", key.at, key.at + 1)
      : new Refused("missing-colon", key.at, key.at + Math.max(1, end));
  };
  /** Still a key at this point; throws when it had to be one and no longer can. */
  const keyHolds = (key: PossibleKey): boolean => {
    if (!key.possible) return false;
    if (key.line === cursor.line && key.at + longestKey >= cursor.at) return true;
    if (key.required) throw missingColon(key);
    key.possible = false;
    return false;
  };
  const forgetKey = (): void => {
    const key = keys.at(-1);
    if (!key?.possible) return;
    if (key.required) throw missingColon(key);
    key.possible = false;
    held.delete(key.token);
  };
  /** Before the token of that number; at the end when it has been given out already. */
  const insert = (number: number | undefined, type: TokenType, start: number): void => {
    const place = number === undefined || number < taken ? queue.length : number - taken;
    queue.splice(place, 0, { type, start, end: start, value: "", style: "plain" });
  };
  const add = (type: TokenType, start: number, end: number, value = "", style: ScalarNode["style"] = "plain"): void => {
    queue.push({ type, start, end, value, style });
  };
  /** A deeper column opens a block collection; its token stands before `token` when that is given. */
  const indentTo = (to: number, type: TokenType, start: number, token?: number): void => {
    if (cursor.flowLevel > 0 || cursor.indent >= to) return;
    indents.push(cursor.indent);
    cursor.indent = to;
    insert(token, type, start);
  };

  return {
    add,
    indentTo,
    forgetKey,
    /** What comes next may be a key. */
    rememberKey(): void {
      forgetKey();
      const required = cursor.flowLevel === 0 && cursor.indent === columnOf(cursor);
      const key = { ...noKey(), required, possible: true };
      keys[keys.length - 1] = key;
      held.set(key.token, key);
    },
    /** At a `:`. @returns whether there was a key before it */
    becomesKey(): boolean {
      const key = keys.at(-1);
      if (!key || !keyHolds(key)) return false;
      insert(key.token, "key", key.at);
      indentTo(key.column, "block-map", key.at, key.token);
      key.possible = false;
      held.delete(key.token);
      return true;
    },
    dedentTo(to: number): void {
      if (cursor.flowLevel > 0) return;
      while (cursor.indent > to) {
        add("block-end", cursor.at, cursor.at);
        cursor.indent = indents.pop() ?? -1;
      }
    },
    openFlow(): void {
      keys.push(noKey());
      cursor.flowLevel++;
    },
    closeFlow(): void {
      if (cursor.flowLevel === 0) return;
      cursor.flowLevel--;
      // go-yaml numbers an empty level like its bracket, and so lets that go before it sees a `:` behind it.
      held.delete(keys.pop()?.token ?? -1);
    },
    /** No token has been found yet. */
    isFresh: (): boolean => taken + queue.length === 0,
    /** There is a first token, and it can no longer become a key. */
    isSettled(): boolean {
      if (queue.length === 0) return false;
      const key = held.get(taken);
      return !key || !keyHolds(key);
    },
    first: (): Token | undefined => queue[0],
    shift(): Token | undefined {
      taken++;
      return queue.shift();
    },
  };
}
