// One container is told to stop. timing.md 7, 16 to 18.
import type { HookBehaviour } from "../behaviour.ts";
import type { Node } from "../node.ts";
import { edge } from "./edge.ts";
import { about, between, exactly, seconds, sum } from "./span.ts";

/** The kubelet never gives less before KILL. */
export const minimumGraceSeconds = 2;

/** What is left before KILL: preStop and waiting are taken off in whole seconds. */
export const graceLeft = (graceSeconds: number, preStopMs: number, waitedMs: number): number =>
  Math.max(minimumGraceSeconds, graceSeconds - Math.floor(preStopMs / 1000) - Math.floor(waitedMs / 1000));

export const stop = {
  /** A container without preStop whose turn it is. */
  begins: edge(
    "stop-begins",
    [
      "deletion-seen",
      "delete-request",
      "liveness-kill",
      "startup-kill",
      "exited",
      "killed",
      "poststart-end",
      "deadline",
    ],
    "stop-begins",
    (node: Node) => node.sync,
  ),
  preStopBegins: edge(
    "prestop-begins",
    ["deletion-seen", "delete-request", "liveness-kill", "startup-kill", "exited", "killed", "deadline"],
    "prestop-start",
    (node: Node) => sum(node.sync, node.exec),
  ),
  /** Its own time, but never longer than the grace. */
  preStopEnds: edge(
    "prestop-ends",
    "prestop-start",
    "prestop-end",
    (node: Node, hook: HookBehaviour, graceMs: number) =>
      sum(about(Math.min(hook.takesMs, graceMs), node.clockMs), between(0, node.exec.maxMs - node.clockMs, 0)),
  ),
  afterPreStop: edge("stop-after-prestop", "prestop-end", "stop-begins", (node: Node) => node.signal),
  /** A sidecar's turn comes when those before it have gone, or when the grace has. */
  turn: edge("stop-in-turn", ["exited", "killed"], "stop-begins", (node: Node) => sum(node.sync, node.signal)),
  /** Counted from the order to stop. preStop's seconds are cut before they are taken off: up to a second more. */
  turnAtGrace: edge(
    "stop-when-the-grace-is-spent",
    ["stop-begins", "prestop-end", "deletion-seen", "delete-request"],
    "stop-begins",
    (node: Node, graceSeconds: number, cut: boolean) =>
      sum(about(seconds(graceSeconds), node.clockMs), node.sync, node.signal, between(0, cut ? 1000 : 0)),
  ),
  /** A program that is busy hears it later. */
  term: edge("term", "stop-begins", "sigterm", (node: Node, deafMs: number) => sum(node.signal, between(0, deafMs))),
  /** The program's own time after TERM. */
  endsOnTerm: edge("ends-on-term", ["sigterm", "stop-begins"], "exited", (node: Node, afterMs: number) =>
    sum(about(afterMs, node.clockMs), node.exitSeen),
  ),
  /** A program that nobody knows may end at any moment before KILL. */
  endsSomewhen: edge("ends-somewhen", "stop-begins", "exited", (_node: Node, graceSeconds: number) =>
    between(0, seconds(graceSeconds)),
  ),
  kill: edge("kill", "stop-begins", "killed", (node: Node, graceSeconds: number) =>
    sum(exactly(seconds(graceSeconds)), node.exitSeen),
  ),
};
