// One chunk, parsed and judged by how its file is read.
import { type Hushed, hush } from "../rules/hush.ts";
import { type Judgement, type JudgeOptions, judge } from "../rules/run.ts";
import { judgeTemplate } from "../rules/template.ts";
import type { ParsedChunk } from "../syntax/chunk.ts";
import type { ChunkText } from "../syntax/document.ts";
import { parseChunk } from "../syntax/parse.ts";

/** How a file is read, beside its text. Files with equal options share nothing but the rules. */
export interface FileOptions extends Omit<JudgeOptions, "partial"> {
  /** Helm and the like: `{{ … }}` is masked before parsing. */
  readonly template: boolean;
  /** Named as a patch by a kustomization. */
  readonly patch: boolean;
  /** Certainly no manifest: nothing in it is looked at, and nothing is said of that. */
  readonly other?: boolean;
  /** The text was decoded by an editor, which shows U+FFFD for bytes that are no UTF-8. */
  readonly fromEditor?: boolean;
  /** false: findings that a JSON schema gives too are left out. */
  readonly schemaFindings?: boolean;
}

export interface ReadChunk {
  readonly parsed: ParsedChunk;
  readonly judgement: Judgement;
  /** The findings as ignore comments leave them. */
  readonly hushed: Hushed;
}

export function parseAndJudge(content: ChunkText, options: FileOptions): ReadChunk {
  const { template, patch } = options;
  const parsed = withSeparator(parseChunk(content.text, { template, started: content.started }), content);
  const partial = patch || hasPatchDirective(content.text);
  return { parsed, ...judgeSafely(parsed, content, { ...options, partial }) };
}

/** As if nothing stood in it. */
export function readNothing({ text }: ChunkText): ReadChunk {
  const parsed = { text, root: undefined, problems: [], ignored: [], comments: [], json: false };
  return { parsed, ...unjudged };
}

const unjudged: Omit<ReadChunk, "parsed"> = {
  judgement: { objects: [], findings: [] },
  hushed: { findings: [], reaching: [], complete: false },
};

/** A chunk that cannot be judged, by a mistake of ours, is as if nothing were wrong with it: the others go on. */
function judgeSafely(parsed: ParsedChunk, { kind }: ChunkText, options: JudgeOptions): Omit<ReadChunk, "parsed"> {
  try {
    const isItem = kind === "item";
    const judgement = parsed.renderings
      ? judgeTemplate(parsed.renderings, isItem, options)
      : judge(parsed, isItem, options);
    return { judgement, hushed: hush(parsed, judgement.findings, options) };
  } catch (error) {
    options.onError("judge", error);
    return unjudged;
  }
}

/** The separator behind the chunk holds something: kubectl refuses the file, and this is the document before it. */
function withSeparator(parsed: ParsedChunk, { text, badSeparator }: ChunkText): ParsedChunk {
  if (badSeparator === 0 || parsed.renderings) return parsed;
  return {
    ...parsed,
    problems: [
      ...parsed.problems,
      { code: "separator-content", span: { start: text.length, end: text.length + badSeparator } },
    ],
  };
}

/** `$patch: delete` and the like stand only in patches. */
const hasPatchDirective = (text: string): boolean => /^\s*(?:- )?\$patch\s*:/m.test(text);
