// From what the kubelet knows to what the API shows.

import type { Node } from "../node.ts";
import type { EventKind } from "../trace.ts";
import { edge } from "./edge.ts";
import { between, sum } from "./span.ts";

/** The kinds by which a change of status is told. */
const any: readonly EventKind[] = ["state"];

export const status = {
  /** A probe's result goes to the API by itself, past the pod's worker. */
  byProbe: edge("status-after-probe", "probe-result", "ready-true", (node: Node) => node.api),
  /** After a start the kubelet looks again: its relist, a sync, the API. */
  byStart: edge("status-after-start", ["container-started", "poststart-end", "start-failed"], "state", (node: Node) =>
    sum({ ...node.relist, typicalMs: 0 }, node.sync, node.api),
  ),
  byExit: edge("status-after-exit", ["exited", "killed"], "state", (node: Node) =>
    sum(node.relist, node.sync, node.api),
  ),
  bySync: edge("status-after-sync", any, "state", (node: Node) => sum(node.sync, node.api)),
  admitted: edge("status-after-admission", ["scheduled", "stored"], "state", (node: Node) =>
    sum(node.admit, node.sync, node.api),
  ),
  /** A pod that begins anew as a whole. */
  anew: edge("status-after-restart-of-all", ["exited", "killed"], "state", (node: Node) =>
    sum(node.relist, node.sync, node.api, node.create),
  ),
  /** All containers of a pod that is being deleted have gone. */
  last: edge("last-status", ["exited", "killed", "deletion-seen"], "pod-phase", (node: Node) =>
    sum(node.sync, node.lastPhase, { ...node.api, typicalMs: 0 }),
  ),
  /** A pod that ends by itself: one sync finds it out, another ends it. */
  completed: edge("completed", ["exited", "killed"], "pod-phase", (node: Node) =>
    sum(node.relist, node.sync, node.relist, node.sync, node.lastPhase, node.api),
  ),
  /** The API mostly shows the exit first and the back-off shortly before its end. */
  crashLoop: edge("crash-loop-shown", ["exited", "killed"], "state", (node: Node, waitMs: number, typicalMs: number) =>
    between(0, waitMs + node.api.maxMs, typicalMs),
  ),
  allAgain: edge("restart-of-all-shown", ["exited", "killed"], "state", (node: Node) =>
    between(0, 10_000 + node.api.maxMs),
  ),
  /** The runtime has forgotten a container by the time that its pod ends. */
  unknown: edge("unknown-shown", ["exited", "killed"], "state", (node: Node) =>
    between(0, sum(node.relist, node.sync, node.relist, node.sync, node.lastPhase, node.api).maxMs),
  ),
  /** Between two tries to pull, some sync tells the wait instead of the error. */
  imageBackoff: edge("image-back-off-shown", "start-failed", "state", (node: Node, waitMs: number) =>
    between(0, waitMs + node.api.maxMs, Math.round(waitMs / 2)),
  ),
  endpointAdded: edge("endpoint-added", "pod-ready-true", "endpoint-added", (node: Node) => node.endpoints),
  endpointRemoved: edge(
    "endpoint-removed",
    ["pod-ready-false", "deletion-seen", "pod-removed"],
    "endpoint-removed",
    (node: Node) => node.endpoints,
  ),
};

/** States that a container may pass through beside what its status says in the end. */
export const foreseen: ReadonlySet<string> = new Set([
  status.crashLoop.id,
  status.allAgain.id,
  status.unknown.id,
  status.imageBackoff.id,
]);
