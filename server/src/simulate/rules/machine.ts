// The state of one pod on its node, and what is due: the rules read and change it, whoever drives it. The simulation
// lets each due event happen at a moment of its choice; the monitor compares what is due with what was recorded.
import type { Behaviour } from "../behaviour.ts";
import type { Node } from "../node.ts";
import type { EventKind } from "../trace.ts";
import type { FieldPath, ProbeKind, SimContainer, SimPod } from "../types.ts";

/** What keeps the pod's worker: the first starts, a postStart, a probe's kill, the restart after it. */
export type Busy = "plan" | "hook" | "kill" | "restart";

/** An event that has happened. */
export interface Happening {
  readonly id: number;
  /** What was due; undefined for what is done to the pod. */
  readonly due: Due | undefined;
  readonly kind: EventKind;
  /** Index of the container; -1 is the pod. */
  readonly cell: number;
  readonly detail: string | undefined;
  readonly atMs: number;
  /** It may have happened as much later: an event that nobody recorded. */
  readonly lateMs: number;
}

export interface Due {
  readonly edge: string;
  readonly kind: EventKind;
  readonly cell: number;
  readonly life: number;
  readonly detail: string | undefined;
  readonly cause: number;
  readonly causeMs: number;
  minMs: number;
  maxMs: number;
  typicalMs: number;
  /** Of the interval after the cause, for when the pod's worker is free again. */
  readonly spanMs: number;
  /** Something must still come: neither may it stay away, nor come twice. */
  certain: boolean;
  /** Done by the pod's worker: `any` waits while that is busy, `sync` is part of what a running sync still does. */
  readonly worker: "any" | "sync" | undefined;
  /** Of a status: which one; the API may also skip it. */
  readonly level: string | undefined;
  readonly probe: ProbeKind | undefined;
  /** stop-begins: the seconds left before KILL, as far as whole seconds are known. */
  readonly grace: readonly [number, number] | undefined;
  readonly path: FieldPath | undefined;
  /** The scenario decides that it comes. */
  readonly input: boolean;
}

export interface Worker {
  /** The last result, and how often in a row: both survive a restart. */
  last: "success" | "failure" | undefined;
  count: number;
  /** No more runs until a new container. */
  onHold: boolean;
  /** Where in its period the worker ticks, modulo p. */
  phaseMs: number;
  /** When the last or coming run begins, in one concrete run. */
  runFromMs: number;
}

export interface Stop {
  readonly why: "liveness" | "startup" | "postStart" | "deleted" | "completed" | "deadline" | "all";
  readonly graceSeconds: number;
  readonly sinceMs: number;
  preStop: "none" | "due" | "runs" | "done";
  preStopFromMs: number;
  /** Whole seconds that preStop may have taken. */
  preStopSpentMs: readonly [number, number];
  /** The latest moment at which preStop may have ended. */
  preStopToMs: number;
  waits: boolean;
  begun: boolean;
}

export interface Cell {
  readonly index: number;
  readonly container: SimContainer;
  readonly behaviour: Behaviour;
  readonly workers: { readonly [kind in ProbeKind]?: Worker };
  life: number;
  phase: "new" | "running" | "exited";
  startedMs: number;
  exitedMs: number | undefined;
  /** The exit before the last one, or nothing. */
  previousExitMs: number | undefined;
  exitCode: number;
  oomKilled: boolean;
  /** The kubelet's status shows this life, from some moment between the two. */
  shown: boolean;
  shownFromMs: number;
  shownToMs: number;
  startupDone: boolean;
  ready: boolean;
  /** Has been started once, as a sidecar counts for those after it. */
  wasStarted: boolean;
  /** The runtime's own word for the end, where the exit code does not tell it. */
  exitReason: string | undefined;
  /** An error that the status tells in place of an exit. */
  waiting: string | undefined;
  backoff: { delayMs: number; setMs: number } | undefined;
  /** Pulls of the image that have failed. */
  failedPulls: number;
  /** A restart is to come, and this is the exit that it counts its wait from: it makes the next back-off. */
  backoffExitMs: number | undefined;
  stop: Stop | undefined;
  /** The postStart hook of this life has not ended. */
  hookRuns: boolean;
}

/** `running` is the pod's ordinary life; the others end it. */
export type Mode = "running" | "all" | "completed" | "deadline" | "deleted";

export interface Machine {
  readonly pod: SimPod;
  readonly node: Node;
  readonly cells: readonly Cell[];
  readonly dues: Set<Due>;
  /** Why the pod's worker cannot take up anything else. */
  readonly busy: Set<Busy>;
  /** Since when the worker has been busy. */
  busyFromMs: number;
  /** What the kubelet's status says, and what the API has shown of it. */
  readonly known: Map<string, string>;
  readonly shown: Map<string, string>;
  /** Containers that the running sync has still to start. */
  plan: number[];
  mode: Mode;
  /** The deletion that has been asked for, before the worker takes it up. */
  graceSeconds: number;
  deleteRequested: boolean;
  deadlinePassed: boolean;
  initialized: boolean;
  objectGone: boolean;
  /** Every container has stopped for good. */
  over: boolean;
  now: Happening;
  /** A due event to be, in [0, 1): chooses where in its interval; undefined takes the typical moment. */
  readonly choose: (() => number) | undefined;
}
