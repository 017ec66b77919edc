// The state of one pod on its node, and what is due: the rules read and change it, whoever drives it. The simulation
// lets each due event happen at a moment of its choice; the monitor compares what is due with what was recorded.
import type { Behaviour } from "../behaviour.ts";
import type { Span } from "../edges/span.ts";
import type { Node } from "../node.ts";
import type { EventKind } from "../trace.ts";
import type { FieldPath, ProbeKind, SimContainer, SimPod } from "../types.ts";

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
}

export interface Stop {
  readonly why: "liveness" | "startup" | "postStart" | "deleted" | "completed" | "deadline" | "all";
  readonly graceSeconds: number;
  readonly sinceMs: number;
  preStop: "none" | "due" | "runs" | "done";
  preStopFromMs: number;
  /** Whole seconds that preStop may have taken. */
  preStopSpentMs: readonly [number, number];
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
  /** Set when a start will make the next back-off. */
  countsBackoff: boolean;
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

export interface DueOptions {
  readonly cell?: number;
  readonly detail?: string | undefined;
  readonly certain?: boolean;
  readonly worker?: "any" | "sync";
  readonly level?: string;
  readonly probe?: ProbeKind;
  readonly grace?: readonly [number, number];
  readonly path?: FieldPath | undefined;
  readonly input?: boolean;
  /** Counted from this moment instead of from the event at hand. */
  readonly fromMs?: number;
  /** Where one run has it, since the same moment; inside the interval in any case. */
  readonly typicalMs?: number;
}

export function open(m: Machine, edge: { id: string; effect: EventKind }, span: Span, options: DueOptions = {}): Due {
  const cell = options.cell ?? -1;
  const fromMs = options.fromMs ?? m.now.atMs;
  const minMs = Math.max(fromMs + span.minMs, m.now.atMs);
  const maxMs = Math.max(fromMs + span.maxMs + m.now.lateMs, minMs);
  const chosen =
    options.typicalMs ??
    (m.choose ? Math.floor(span.minMs + m.choose() * (span.maxMs - span.minMs + 1)) : span.typicalMs);
  const due: Due = {
    edge: edge.id,
    kind: edge.effect,
    cell,
    life: m.cells[cell]?.life ?? 0,
    detail: options.detail,
    cause: m.now.id,
    causeMs: m.now.atMs,
    minMs,
    maxMs,
    typicalMs: Math.min(Math.max(fromMs + chosen, minMs), maxMs),
    spanMs: maxMs - m.now.atMs,
    certain: options.certain ?? true,
    worker: options.worker,
    level: options.level,
    probe: options.probe,
    grace: options.grace,
    path: options.path,
    input: options.input ?? false,
  };
  m.dues.add(due);
  return due;
}

export function cancel(m: Machine, which: (due: Due) => boolean): void {
  for (const due of m.dues) if (which(due)) m.dues.delete(due);
}

export type Busy = "plan" | "hook" | "kill" | "restart";

export const isBusy = (m: Machine): boolean => m.busy.size > 0;

/** Whether the worker has to end something else first. What a sync still does waits only for its kill. */
export function held(m: Machine, due: Due): boolean {
  if (due.worker === undefined) return false;
  if (due.worker === "any") return isBusy(m);
  return (
    m.busy.has("kill") ||
    (due.kind !== "container-started" && due.kind !== "start-failed" && (m.busy.has("hook") || m.busy.has("plan")))
  );
}

/** The worker is free again: what waited for it has its time from now on. */
export function release(m: Machine, why: Busy): void {
  if (!m.busy.delete(why)) return;
  for (const due of m.dues) {
    if (!due.worker && due.level === undefined) continue;
    due.maxMs = Math.max(
      due.maxMs,
      m.now.atMs + m.now.lateMs + Math.min(due.spanMs, m.node.relist.maxMs + m.node.sync.maxMs + m.node.create.maxMs),
    );
    due.typicalMs = Math.max(due.typicalMs, m.now.atMs);
  }
}
