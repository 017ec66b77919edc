// A Deployment's steps between its pods. Read in the controllers, not measured.
import type { Node } from "../node.ts";
import { edge } from "./edge.ts";
import { between, seconds, sum } from "./span.ts";

export const rollout = {
  /** The controllers hear of a change and write the next pod or deletion. */
  create: edge("rollout-creates", ["pod-ready-true", "pod-removed"], "stored", (node: Node) => sum(node.api, node.api)),
  remove: edge("rollout-deletes", "pod-ready-true", "delete-request", (node: Node) => sum(node.api, node.api)),
  /** Ready counts as available after minReadySeconds. */
  available: edge("available", "pod-ready-true", "pod-ready-true", (node: Node, minReadySeconds: number) =>
    sum(between(seconds(minReadySeconds), seconds(minReadySeconds)), node.api),
  ),
};
