// The pod as a whole goes. timing.md 15, 19 to 21.
import type { Node } from "../node.ts";
import { edge } from "./edge.ts";
import { between, seconds, sum } from "./span.ts";

export const deletion = {
  seen: edge("deletion-seen", ["delete-request", "delete-request-again"], "deletion-seen", (node: Node) => node.api),
  /** With a grace of 0 the object goes at once; its containers do not. */
  removedAtOnce: edge(
    "removed-at-once",
    ["delete-request", "delete-request-again"],
    "pod-removed",
    (node: Node) => node.api,
  ),
  removed: edge("removed", ["exited", "killed", "deletion-seen"], "pod-removed", (node: Node) =>
    sum(node.sync, node.lastPhase, node.removal, between(0, node.api.maxMs, 0)),
  ),
  /** activeDeadlineSeconds counts from status.startTime, cut to whole seconds; looked at once a second. */
  deadline: edge("active-deadline", "stored", "deadline", (node: Node, deadlineSeconds: number) =>
    sum(
      node.admit,
      between(seconds(deadlineSeconds) - 1000, seconds(deadlineSeconds) + 1000, seconds(deadlineSeconds)),
    ),
  ),
};
