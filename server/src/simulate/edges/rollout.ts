// A Deployment's steps between its pods. Read in the controllers, not measured.
import type { Node } from "../node.ts";
import { edge } from "./edge.ts";
import { exactly, seconds, sum } from "./span.ts";

export const rollout = {
  /** Two controllers hear of a change and write the next pod or deletion. */
  creates: edge("rollout-creates", ["pod-ready-true", "delete-request"], "stored", (node: Node) =>
    sum(node.api, node.api),
  ),
  /** A ready pod counts as available after minReadySeconds; then an old one may go. */
  deletes: edge("rollout-deletes", "pod-ready-true", "delete-request", (node: Node, minReadySeconds: number) =>
    sum(exactly(seconds(minReadySeconds)), node.api, node.api),
  ),
  complete: edge("rollout-complete", "pod-ready-true", "rollout-complete", (node: Node, minReadySeconds: number) =>
    sum(exactly(seconds(minReadySeconds)), node.api, node.api),
  ),
  stuck: edge("rollout-stuck", ["pod-ready-true", "stored"], "rollout-stuck", (node: Node, deadlineSeconds: number) =>
    sum(exactly(seconds(deadlineSeconds)), node.api),
  ),
};
