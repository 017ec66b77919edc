// From the stored pod to running containers.
import type { HookBehaviour } from "../behaviour.ts";
import type { Node } from "../node.ts";
import { edge } from "./edge.ts";
import { about, between, exactly, sum } from "./span.ts";

export const start = {
  /** A sandbox that could not be made is tried again 10 s later, up to half of that more. */
  afterSandboxFailed: edge("start-after-failed-sandbox", "sandbox-failed", "container-started", (node: Node) =>
    sum(between(0, 15_000, 10_000), node.sync, node.sandbox, node.create),
  ),
  scheduled: edge("scheduled", "stored", "scheduled", (node: Node) => node.schedule),
  /** The first container: the kubelet hears of the pod, makes its sandbox, then the container. */
  first: edge("first-start", ["scheduled", "stored"], "container-started", (node: Node) =>
    sum(node.admit, node.sandbox, node.create),
  ),
  pulling: edge("pulling", ["scheduled", "exited", "container-started", "poststart-end"], "pulling", (node: Node) =>
    sum(node.admit, node.sandbox),
  ),
  pulled: edge("pulled", "pulling", "pulled", (node: Node, pullMs: number | undefined) =>
    pullMs === undefined ? node.pull : exactly(pullMs),
  ),
  /** A pull that failed is tried again after 10 s, doubled each time, 300 s at most, and up to half of it more. Read, not measured. */
  pullAgain: edge("pull-again", "start-failed", "start-failed", (node: Node, failures: number) => {
    const wait = Math.min(node.backoffFirstMs * 2 ** Math.min(failures - 1, 30), node.backoffLimitMs);
    return sum(between(wait, wait + Math.round(wait / 2), wait + Math.round(wait / 4)), node.sync);
  }),
  afterPull: edge("start-after-pull", "pulled", "container-started", (node: Node) => node.create),
  /** The next one of the same sync: no relist between. */
  sameSync: edge(
    "start-in-the-same-sync",
    ["container-started", "start-failed", "poststart-end"],
    "container-started",
    (node: Node) => node.create,
  ),
  /** After an init container's end, or a sidecar's start: the next sync starts what follows. */
  nextInit: edge(
    "start-after-init",
    ["exited", "container-started", "poststart-end", "probe-result"],
    "container-started",
    (node: Node) => sum(node.relist, node.sync, node.create),
  ),
  postStartBegins: edge("poststart-begins", "container-started", "poststart-start", (node: Node) => node.exec),
  postStartEnds: edge("poststart-ends", "poststart-start", "poststart-end", (node: Node, hook: HookBehaviour) =>
    sum(about(hook.takesMs, node.clockMs), between(0, node.exec.maxMs - node.clockMs, 0)),
  ),
  /** A program that ends by itself, counted from its start. */
  endsByItself: edge("ends-by-itself", "container-started", "exited", (node: Node, afterMs: number) =>
    sum(about(afterMs, node.clockMs), node.exitSeen),
  ),
};
