// From an exit to the next life. timing.md 10 to 14.
import type { Node } from "../node.ts";
import { edge } from "./edge.ts";
import { between, type Span, sum } from "./span.ts";

/** The kubelet looks again between B and B + min(B/2, 30 s) after the exit; its relist may add 1 s, its worker 0.5 s. */
export function backoffWait(delayMs: number): Span {
  const spread = Math.min(delayMs / 2, 30_000);
  return between(delayMs, delayMs + spread + 1500, delayMs + Math.round(spread / 2));
}

export const restart = {
  /** After a crash that no back-off holds up. */
  atOnce: edge("restart-at-once", ["exited", "killed"], "container-started", (node: Node) =>
    sum(node.relist, node.sync, node.create),
  ),
  /** After a probe kill that no back-off holds up: the same sync goes on. */
  sameSync: edge("restart-in-the-same-sync", ["exited", "killed"], "container-started", (node: Node) =>
    sum(node.sync, node.create),
  ),
  afterBackoff: edge(
    "restart-after-backoff",
    ["exited", "killed"],
    "container-started",
    (node: Node, delayMs: number) => sum(backoffWait(delayMs), node.create),
  ),
  /** The kubelet says so at each sync of the wait; the first is certain, after a sync that may still run. */
  backoffSaid: edge("backoff-said", ["exited", "killed"], "backoff", (node: Node, sameSync: boolean) =>
    sameSync ? node.sync : sum(node.relist, node.sync, node.sync),
  ),
  backoffSaidAgain: edge("backoff-said-again", "backoff", "backoff", (_node: Node, leftMs: number) =>
    between(0, Math.max(0, leftMs)),
  ),
  /** RestartAllContainers: all are gone, then the pod begins anew. */
  allAgain: edge("restart-of-all", ["exited", "killed"], "container-started", (node: Node) =>
    sum(node.relist, node.sync, node.create),
  ),
};
