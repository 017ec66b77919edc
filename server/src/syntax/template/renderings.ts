// The texts that a template may come out as, as far as its blocks decide: each is read like any other text.
import type { Comment, ParsedChunk } from "../chunk.ts";
import { type Block, type Branch, branchAt, branchesAround } from "./blocks.ts";
import { type Choice, type Masked, mask } from "./mask.ts";
import { restore } from "./restore.ts";
import { type Template, templateOf } from "./template.ts";

export interface Rendering {
  readonly parsed: ParsedChunk;
  readonly shows: (branch: Branch | undefined) => boolean;
}

export interface Renderings {
  readonly template: Template;
  /** The innermost branch around an offset. */
  branchAt(offset: number): Branch | undefined;
  /** First the one with the first branch of every block, then those with every second, every third … branch, where there is one. */
  readonly count: number;
  at(index: number): Rendering;
  /** In the order of the text, those in branches that the first one does not show included. */
  comments(): Comment[];
  /** What a branch needs to come out, and itself: all other blocks are left out. undefined: no block at all. */
  only(branch: Branch | undefined): ParsedChunk;
  /** The same where nothing comes out of any action: `key: {{ … }}` may be null. */
  emptied(branch: Branch | undefined): ParsedChunk;
  /** Every branch of every block at once: what is absent here is absent in all. undefined: it would be no YAML, or not the whole. */
  everything(): ParsedChunk | undefined;
  /** The first one, but for the branch in which an offset stands. */
  showing(offset: number): Rendering;
}

/** Chains of `else if` are seldom longer, and each costs a reading of the whole text. */
const mostRenderings = 6;

/** @param parse reads a text without looking for actions in it */
export function renderingsOf(text: string, parse: (masked: string) => ParsedChunk): Renderings {
  const template = templateOf(text);
  const { nth, count, manifests } = choicesOf(template);
  const known = new Map<string, ParsedChunk>();
  const parsedWith = (choice: Choice, { keep = false, nothing = false } = {}): ParsedChunk => {
    const masked = mask(template, choice, nothing);
    // Lines that are inserted are blanks in the text.
    const key = `${nothing} ${masked.inserted.map(({ start }) => start)}:${masked.text}`;
    const parsed = known.get(key) ?? read(text, masked, parse);
    if (keep) known.set(key, parsed);
    return parsed;
  };
  const rendering = (choice: Choice): Rendering => ({
    parsed: parsedWith(choice, { keep: true }),
    shows: (branch) => branchesAround(branch).every(({ block, index }) => choice(block) === index),
  });
  return {
    template,
    branchAt: (offset) => branchAt(template.blocks, offset),
    count: Math.min(mostRenderings, count),
    at: (index) => rendering(nth(index)),
    comments() {
      const { comments } = rendering(nth(0)).parsed;
      const hidden = hiddenComments(template, mask(template, nth(0)).text);
      return [...comments, ...hidden].sort((a, b) => a.span.start - b.span.start);
    },
    only: (branch) => parsedWith(through(branch, none)),
    emptied: (branch) => parsedWith(through(branch, none), { nothing: true }),
    everything() {
      const parsed = parsedWith((block) => (isNamed(block) ? undefined : "all"));
      return parsed.problems.length > 0 || manifests.length > 0 ? undefined : parsed;
    },
    showing: (offset) => rendering(through(branchAt(template.blocks, offset), nth(0))),
  };
}

/** The text that features read around a cursor: same length, actions masked, and the cursor's branches shown. */
export function maskTemplate(text: string, offset: number): string {
  const template = templateOf(text);
  return mask(template, through(branchAt(template.blocks, offset), choicesOf(template).nth(0))).text;
}

function read(text: string, masked: Masked, parse: (masked: string) => ParsedChunk): ParsedChunk {
  const parsed = parse(withoutBlanks(text, masked.text));
  const comments = parsed.comments.map(({ span }) => ({ span, text: text.slice(span.start, span.end) }));
  return { ...parsed, text, comments, root: parsed.root && restore(parsed.root, text, masked) };
}

/** Told by their look. */
function hiddenComments(template: Template, shown: string): Comment[] {
  if (template.blocks.length === 0) return [];
  const { text } = mask(template, () => "all");
  return [...text.matchAll(/(?<=^|[ \t])#[^\r\n]*/gm)].flatMap(({ index: start, 0: { length } }) => {
    const span = { start, end: start + length };
    return /\S/.test(shown.slice(start, span.end)) ? [] : { span, text: template.text.slice(start, span.end) };
  });
}

/**
 * Lines that the mask emptied, without their blanks: a text in a block may not begin with a line of more blanks than its
 * first one has. Each becomes a line break of its own, so that offsets stay.
 */
function withoutBlanks(text: string, masked: string): string {
  return masked.replace(/^[ \t]+(?=\r?$)/gm, (blanks, at: number) =>
    text.startsWith(blanks, at) ? blanks : "\r".repeat(blanks.length),
  );
}

const none: Choice = () => undefined;

function through(branch: Branch | undefined, otherwise: Choice): Choice {
  const around = new Map(branchesAround(branch).map((each) => [each.block, each.index]));
  return (block) => around.get(block) ?? otherwise(block);
}

const isNamed = ({ word }: Block): boolean => word === "define" || word === "macro";

interface Choices {
  readonly nth: (index: number) => Choice;
  readonly count: number;
  readonly manifests: readonly Block[];
}

function choicesOf(template: Template): Choices {
  const manifests = ownManifests(template);
  const nth =
    (index: number): Choice =>
    (block) => {
      if (!isNamed(block)) return index < block.branches.length ? index : 0;
      return block === manifests[index < manifests.length ? index : 0] ? 0 : undefined;
    };
  return { nth, manifests, count: Math.max(manifests.length, mostBranches(template.blocks)) };
}

function mostBranches(blocks: readonly Block[]): number {
  let most = 1;
  for (const { branches } of blocks) {
    most = Math.max(most, branches.length);
    for (const branch of branches) most = Math.max(most, mostBranches(branch.blocks));
  }
  return most;
}

/** Named pieces that are whole manifests, in a text that has nothing else: each may come out, but not one behind another. */
function ownManifests(template: Template): readonly Block[] {
  const named = template.blocks.filter(isNamed);
  if (named.length === 0) return [];
  const { text: rest } = mask(template, (block) => (isNamed(block) ? undefined : 0));
  if (!/^(?:\s|#[^\n]*)*$/.test(rest)) return [];
  return named.filter(({ start, end }) => {
    const body = template.text.slice(start, end);
    return /^[ \t]*apiVersion:/m.test(body) && /^[ \t]*kind:/m.test(body);
  });
}
