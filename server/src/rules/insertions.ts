// Where a template inserts lines that nobody knows: rules that look there say nothing about what is missing.
import { mayHoldMore, type Node, resolve } from "../syntax/nodes.ts";
import type { Target, Targets } from "./rule.ts";

/** Whether something may be inserted into what rules about `target` look at. */
export function holdsInsertion<T extends Target>(target: T, scope: Targets[T]): boolean {
  if ("probe" in scope || "hook" in scope) return holds(scope.container.map.node, false);
  if ("pod" in scope) return holds(scope.object.node, false);
  return "object" in scope && target !== "document" && holds(scope.object.node, true);
}

const known = { withLabels: new WeakMap<Node, boolean>(), without: new WeakMap<Node, boolean>() };
/** Names and labels matter to nothing inside of a pod. */
const labelFields = new Set(["metadata", "selector"]);

function holds(node: Node, withLabels: boolean): boolean {
  const kept = withLabels ? known.withLabels : known.without;
  const found = kept.get(node) ?? look(node, withLabels);
  kept.set(node, found);
  return found;
}

function look(node: Node, withLabels: boolean): boolean {
  const at = resolve(node);
  if (at.kind === "scalar") return false;
  if (at.kind === "sequence") return at.open === true || at.items.some((item) => holds(item, withLabels));
  if (mayHoldMore(at)) return true;
  return [...at.fields.values()].some(
    ({ name, value }) => (withLabels || !labelFields.has(name)) && holds(value, withLabels),
  );
}
