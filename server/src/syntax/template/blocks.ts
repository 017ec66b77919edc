// The blocks of a template (`if`, `range`, `define` …) as a tree, so that it can be said what a line depends on.
import type { Span } from "../../text/span.ts";
import type { Action } from "./actions.ts";

/** What comes out together: the text behind `if`, behind each `else`. From behind its head to the start of what ends it. */
export interface Branch extends Span {
  readonly block: Block;
  /** Among the block's branches. */
  readonly index: number;
  /** The action that leads it, as written; "" for what stands before the first one of its block that this chunk has. */
  readonly condition: string;
  readonly blocks: readonly Block[];
}

/** From its first action to its last. A part of it may be cut off by a `---`: then it reaches to the chunk's edge. */
export interface Block extends Span {
  readonly parent: Branch | undefined;
  readonly word: string;
  readonly branches: readonly Branch[];
}

interface OpenBranch extends Branch {
  end: number;
  readonly blocks: OpenBlock[];
}
interface OpenBlock extends Block {
  parent: OpenBranch | undefined;
  end: number;
  readonly branches: OpenBranch[];
}

/** Nobody writes templates nested nearly as deep; what is deeper belongs to the block around. */
const deepest = 100;

/** @returns the outermost blocks */
export function blocksOf(actions: readonly Action[], text: string): readonly Block[] {
  const { length } = text;
  let top: OpenBlock[] = [];
  let at: OpenBranch | undefined;
  const conditionOf = (head: Action | undefined): string => (head ? text.slice(head.start, head.end) : "");

  const add = (start: number, head: Action | undefined, blocks: OpenBlock[]): OpenBlock => {
    const block: OpenBlock = { parent: at, word: head?.word ?? "", start, end: length, branches: [] };
    block.branches.push({
      block,
      index: 0,
      condition: conditionOf(head),
      start: head?.end ?? start,
      end: length,
      blocks,
    });
    (at?.blocks ?? top).push(block);
    return block;
  };
  /** The block that an `else` or `end` belongs to; without one it began before this chunk. */
  const current = (): OpenBlock => {
    if (at) return at.block as OpenBlock;
    const before = top;
    top = [];
    const block = add(0, undefined, before);
    at = block.branches[0];
    for (const each of before) each.parent = at;
    return block;
  };

  let depth = 0;
  for (const action of actions) {
    if (action.role === "open" && ++depth <= deepest) at = add(action.start, action, []).branches[0];
    if (action.role !== "else" && action.role !== "end") continue;
    const isDeeper = depth > deepest;
    if (action.role === "end") depth = Math.max(0, depth - 1);
    if (isDeeper) continue;
    const block = current();
    if (at) at.end = action.start;
    if (action.role === "else") {
      at = {
        block,
        index: block.branches.length,
        condition: conditionOf(action),
        start: action.end,
        end: length,
        blocks: [],
      };
      block.branches.push(at);
    } else {
      block.end = action.end;
      at = block.parent;
    }
  }
  return top;
}

/** The innermost branch that holds what is inserted at an offset; undefined outside of all blocks. */
export function branchAt(blocks: readonly Block[], offset: number): Branch | undefined {
  let found: Branch | undefined;
  for (let inner = blocks; ; ) {
    const next = inner
      .find((each) => each.start <= offset && offset < each.end)
      ?.branches.find((each) => each.start <= offset && offset <= each.end);
    if (!next) return found;
    found = next;
    inner = next.blocks;
  }
}

/** The branch itself and those around it, outermost last. */
export function branchesAround(branch: Branch | undefined): Branch[] {
  const around: Branch[] = [];
  for (let at = branch; at; at = at.block.parent) around.push(at);
  return around;
}
