// Whether an exit is followed by another life. timing.md 13.
import type { Cell, Machine } from "./machine.ts";

/** What the pod's and the container's policies and rules say of the exit that the container has just had. */
export function afterExit(m: Machine, cell: Cell): "restart" | "end" | "all" {
  const { container } = cell;
  for (const rule of container.restartRules) {
    const listed = rule.values.includes(cell.exitCode);
    if (listed === (rule.operator === "In")) return rule.action === "Restart" ? "restart" : "all";
  }
  const policy = policyOf(m, cell);
  if (policy === "Always") return "restart";
  if (policy === "OnFailure") return cell.exitCode === 0 && !cell.oomKilled ? "end" : "restart";
  return "end";
}

export const restartsAfterExit = (m: Machine, cell: Cell): boolean => afterExit(m, cell) === "restart";

/** An init container that has succeeded is done, whatever the policy. */
export function policyOf(m: Machine, { container }: Cell): "Always" | "OnFailure" | "Never" {
  if (container.kind === "sidecar") return "Always";
  const policy = container.restartPolicy ?? m.pod.restartPolicy;
  return container.kind === "init" && policy === "Always" ? "OnFailure" : policy;
}
