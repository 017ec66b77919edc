// A text read as a template: its actions, and the blocks that they make.
import type { Span } from "../../text/span.ts";
import { type Action, actionsOf } from "./actions.ts";
import { type Block, blocksOf } from "./blocks.ts";

export interface Template {
  readonly text: string;
  readonly actions: readonly Action[];
  /** The outermost ones. Those that open and close in one line are none of them, but a piece of text that nobody knows. */
  readonly blocks: readonly Block[];
  readonly units: readonly Unit[];
}

/** An action, or a whole block in one line. In the order of the text, none inside another. */
export type Unit = Span & Pick<Action, "role">;

export function templateOf(text: string): Template {
  const actions = actionsOf(text);
  const inLine = blocksInLines(text, actions);
  let next = 0;
  const parts = actions.filter(({ start }) => {
    while ((inLine[next]?.end ?? text.length) <= start) next++;
    return start < (inLine[next]?.start ?? text.length);
  });
  const units = inLine.length > 0 ? [...parts, ...inLine].sort((a, b) => a.start - b.start) : parts;
  return { text, actions, blocks: blocksOf(parts, text), units };
}

/** `{{ if … }}x{{ end }}` in one line: the outermost ones. */
function blocksInLines(text: string, actions: readonly Action[]): Unit[] {
  const found: Unit[] = [];
  const open: Action[] = [];
  let before = 0;
  for (const action of actions) {
    if (text.slice(before, action.start).includes("\n")) open.length = 0;
    before = action.end;
    if (action.role === "open") open.push(action);
    const opener = action.role === "end" ? open.pop() : undefined;
    if (!opener) continue;
    while ((found.at(-1)?.start ?? -1) > opener.start) found.pop();
    found.push({ start: opener.start, end: action.end, role: "output" });
  }
  return found;
}
