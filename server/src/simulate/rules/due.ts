// What is due: opened by an event, held while the pod's worker is busy, cancelled when it cannot come any more.

import type { Span } from "../edges/span.ts";
import { foreseen, status } from "../edges/status.ts";
import type { EventKind } from "../trace.ts";
import type { FieldPath, ProbeKind } from "../types.ts";
import type { Busy, Due, Machine } from "./machine.ts";

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

export function occupy(m: Machine, why: Busy): void {
  if (!isBusy(m)) m.busyFromMs = m.now.atMs;
  m.busy.add(why);
}

/** A status that only a sync can write, or a second kill: the running sync need not do it any more, but may. */
export const heldBack = (m: Machine, due: Due): boolean =>
  isBusy(m) && (due.level === undefined ? due.kind.endsWith("-kill") : due.edge !== status.byProbe.id);

/** The worker is free again: what waited for it has its time from now on. */
export function release(m: Machine, why: Busy): void {
  if (!m.busy.delete(why)) return;
  for (const due of m.dues) {
    if (!due.worker && (due.level === undefined || foreseen.has(due.edge))) continue;
    due.maxMs = Math.max(
      due.maxMs,
      m.now.atMs + m.now.lateMs + Math.min(due.spanMs, m.node.relist.maxMs + m.node.sync.maxMs + m.node.create.maxMs),
    );
    due.typicalMs = Math.max(due.typicalMs, m.now.atMs);
  }
}
