// A pod that nobody has seen yet.
import type { Behaviour } from "../behaviour.ts";
import type { Node } from "../node.ts";
import { type ProbeKind, probeKinds, type SimPod } from "../types.ts";
import type { Cell, Machine, Worker } from "./machine.ts";

export function begin(
  pod: SimPod,
  behaviours: readonly Behaviour[],
  node: Node,
  choose: (() => number) | undefined,
): Machine {
  return {
    pod,
    node,
    choose,
    cells: behaviours.map((behaviour, index) => cellOf(pod, behaviour, index)).filter((cell) => cell !== undefined),
    dues: new Set(),
    busy: new Set(),
    busyFromMs: 0,
    known: new Map(),
    shown: new Map(),
    plan: [],
    mode: "running",
    graceSeconds: pod.terminationGracePeriodSeconds,
    deleteRequested: false,
    deadlinePassed: false,
    initialized: false,
    objectGone: false,
    over: false,
    now: { id: 0, due: undefined, kind: "stored", cell: -1, detail: undefined, atMs: 0, lateMs: 0 },
  };
}

function cellOf(pod: SimPod, behaviour: Behaviour, index: number): Cell | undefined {
  const container = pod.containers[index];
  if (!container) return undefined;
  const workers: { [kind in ProbeKind]?: Worker } = {};
  for (const kind of probeKinds) {
    if (container.probes[kind]) workers[kind] = { last: undefined, count: 0, onHold: false, phaseMs: 0, runFromMs: 0 };
  }
  return {
    index,
    container,
    behaviour,
    workers,
    life: -1,
    phase: "new",
    startedMs: 0,
    exitedMs: undefined,
    previousExitMs: undefined,
    exitCode: 0,
    oomKilled: false,
    shown: false,
    shownFromMs: 0,
    shownToMs: 0,
    startupDone: false,
    ready: false,
    wasStarted: false,
    exitReason: undefined,
    waiting: undefined,
    backoff: undefined,
    failedPulls: 0,
    backoffExitMs: undefined,
    stop: undefined,
    hookRuns: false,
  };
}
