// What the scanner gives the composer, and how both say that kubectl would refuse the text.
import type { Comment, SyntaxProblemCode } from "./chunk.ts";
import type { Cursor } from "./cursor.ts";
import type { ScalarNode } from "./nodes.ts";

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

export interface Scanner {
  peek(): Token;
  next(): Token;
  readonly comments: Comment[];
  readonly cursor: Cursor;
}

/** kubectl refuses the text here. Caught in parse.ts; nothing outside of syntax/ sees it. */
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
