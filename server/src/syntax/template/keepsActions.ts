// Whether an edit leaves a template's actions alone.
import type { TextEdit } from "../../text/span.ts";
import { lineEnd, lineStart } from "../style.ts";
import { type Action, actionsOf } from "./actions.ts";
import { type Branch, branchAt } from "./blocks.ts";
import type { Template } from "./template.ts";

/**
 * No edit cuts an action, takes one away (moving it is fine), or goes over the bounds of `branch`: what stands in a block
 * depends on its condition, and stays so.
 */
export function keepsActions(template: Template, edits: readonly TextEdit[], branch: Branch | undefined): boolean {
  const removed: string[] = [];
  const added: string[] = [];
  for (const { span, newText } of edits) {
    if (branchAt(template.blocks, span.start) !== branch) return false;
    for (const action of template.actions) {
      if (action.end <= span.start || action.start >= span.end) continue;
      const isWhole = span.start <= action.start && action.end <= span.end;
      if (!isWhole || !isMovable(template, action)) return false;
      removed.push(template.text.slice(action.start, action.end));
    }
    added.push(...actionsOf(newText).map((each) => newText.slice(each.start, each.end)));
  }
  return removed.sort().join("\n") === added.sort().join("\n");
}

/** A part of a block leaves its block, and what comes out as lines of its own has its column written into it. */
function isMovable({ text }: Template, { start, end, role }: Action): boolean {
  if (role === "open" || role === "else" || role === "end" || /\bn?indent\b/.test(text.slice(start, end))) return false;
  return /\S/.test(text.slice(lineStart(text, start), start) + text.slice(end, lineEnd(text, end)));
}
