// A chunk: the unit of parsing, judging and keeping (docs/architecture.md). This file is its shape; parse.ts makes it.
import type { Span } from "../text/span.ts";
import type { Node } from "./nodes.ts";
import type { Renderings } from "./template/renderings.ts";

/** A reason why kubectl refuses the text, or text that it drops without a word. Spans are relative to the chunk. */
export interface SyntaxProblem {
  /** Names the sentence shown to the user; rules/yaml turns it into words. */
  readonly code: SyntaxProblemCode;
  readonly span: Span;
  /** What the sentence names: the unknown alias, the character, the tag. */
  readonly detail?: string;
}

export type SyntaxProblemCode =
  | "tab-indentation"
  | "control-character"
  | "unclosed-quote"
  | "unclosed-bracket"
  | "bad-indentation"
  | "unknown-alias"
  | "recursive-alias"
  | "bad-anchor"
  | "bad-escape"
  | "bad-key"
  | "bad-tag"
  | "bad-merge"
  | "not-a-json-number"
  | "directive"
  | "separator-content"
  | "long-key"
  | "missing-colon"
  | "missing-comma"
  | "unexpected"
  | "too-many-aliases"
  | "too-deep"
  /** Not refused: only too deep for us to look into. The one problem that kubectl does not have. */
  | "not-followed";

/** One `#` comment, without its line break. */
export interface Comment {
  readonly span: Span;
  readonly text: string;
}

export interface ParsedChunk {
  readonly text: string;
  /** undefined: comments or blanks alone, null, or so broken that nothing could be read. Half-typed text still gives what can be read. */
  readonly root: Node | undefined;
  /** In the order of the text. Not empty: kubectl refuses the document. */
  readonly problems: readonly SyntaxProblem[];
  /** Text that kubectl drops without a word. */
  readonly ignored: readonly Span[];
  readonly comments: readonly Comment[];
  /** JSON text (starts with `{` and JSON.parse takes it): edits must stay JSON. */
  readonly json: boolean;
  /** Of a template: what else it may come out as. What stands above is its first rendering; problems may be the mask's. */
  readonly renderings?: Renderings;
}
