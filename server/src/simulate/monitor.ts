// Walks recorded events by the same rules: is each allowed when it came, and is anything overdue that never came?
import type { Behaviour } from "./behaviour.ts";
import { probes } from "./edges/probes.ts";
import { foreseen } from "./edges/status.ts";
import { accepts, detailFor } from "./match.ts";
import type { Node } from "./node.ts";
import { begin } from "./rules/begin.ts";
import { held, heldBack } from "./rules/due.ts";
import type { Due, Happening, Machine } from "./rules/machine.ts";
import { react } from "./rules/react.ts";
import { onLevel } from "./rules/status.ts";
import type { EventKind } from "./trace.ts";
import type { SimPod } from "./types.ts";

export interface Observed {
  readonly kind: EventKind;
  readonly container?: string | undefined;
  readonly detail?: string | undefined;
  readonly atMs: number;
}

export interface Match {
  readonly event: Observed;
  readonly edge: string;
  /** After the cause, as it came and as it was allowed. */
  readonly afterMs: number;
  readonly afterMinMs: number;
  readonly afterMaxMs: number;
}

export interface Missing {
  readonly kind: EventKind;
  readonly container: string | undefined;
  readonly edge: string;
  readonly detail: string | undefined;
  readonly dueMs: number;
}

export interface Verdict {
  readonly inside: readonly Match[];
  readonly outside: readonly { readonly event: Observed; readonly allowed: readonly string[] }[];
  readonly missing: readonly Missing[];
}

export interface MonitorOptions {
  /** Events of these kinds are not recorded: they happen as early as they may, and may have been later. */
  readonly isHidden: (kind: EventKind, container: string | undefined) => boolean;
  /** What is due before it must have come. */
  readonly endMs: number;
}

/** Kinds that need not be there and change nothing that is. */
const silent: ReadonlySet<EventKind> = new Set(["scheduled", "endpoint-added", "endpoint-removed"]);
/** Nothing brings these about: they are what is done to the pod. */
const given: ReadonlySet<EventKind> = new Set(["stored", "sandbox-failed", "delete-request", "delete-request-again"]);
/** Observers write at slightly different times: an effect may stand before its cause by this much. */
const reorderMs = 150;

/** @param events in order of time; the first is the pod's `stored` */
export function monitor(
  pod: SimPod,
  behaviours: readonly Behaviour[],
  node: Node,
  events: readonly Observed[],
  { isHidden, endMs }: MonitorOptions,
): Verdict {
  const m = begin(pod, behaviours, node, undefined);
  const inside: Match[] = [];
  const outside: { event: Observed; allowed: readonly string[] }[] = [];
  const missing: Missing[] = [];
  let waiting: Observed[] = [];
  let id = 0;
  const nameOf = (cell: number): string | undefined => pod.containers[cell]?.name;

  const happen = (
    due: Due | undefined,
    kind: EventKind,
    cell: number,
    detail: string | undefined,
    atMs: number,
    lateMs: number,
  ) => {
    const happening: Happening = { id: id++, due, kind, cell, detail, atMs, lateMs };
    if (due) m.dues.delete(due);
    if (due?.level !== undefined) {
      m.now = happening;
      onLevel(m, due);
    }
    react(m, happening);
  };

  /** What nobody records happens, and what should have come by now is missing. */
  const pass = (atMs: number) => {
    for (;;) {
      const hidden = earliest(m, (due) => due.minMs <= atMs && isHidden(due.kind, nameOf(due.cell)) && !held(m, due));
      if (!hidden) break;
      happen(hidden, hidden.kind, hidden.cell, hidden.detail, hidden.minMs, hidden.maxMs - hidden.minMs);
    }
    for (const due of m.dues) {
      if (due.maxMs + node.clockMs + reorderMs >= atMs || held(m, due) || heldBack(m, due)) continue;
      m.dues.delete(due);
      const { kind, edge, detail } = due;
      if (due.certain && !silent.has(kind))
        missing.push({ kind, edge, detail, container: nameOf(due.cell), dueMs: due.maxMs });
    }
  };

  const take = (event: Observed): boolean => {
    const cell = event.container === undefined ? -1 : pod.containers.findIndex(({ name }) => name === event.container);
    if (given.has(event.kind)) {
      happen(undefined, event.kind, -1, event.detail, event.atMs, 0);
      return true;
    }
    let best: Due | undefined;
    for (const due of m.dues) {
      if (due.kind !== event.kind || due.cell !== cell || held(m, due)) continue;
      if (event.atMs < due.minMs - node.clockMs || event.atMs > due.maxMs + node.clockMs) continue;
      if (!accepts(m, due, event.detail, event.atMs)) continue;
      if (!best || isBetter(due, best)) best = due;
    }
    if (!best) return false;
    inside.push({
      event,
      edge: best.edge,
      afterMs: event.atMs - best.causeMs,
      afterMinMs: best.minMs - best.causeMs,
      afterMaxMs: best.maxMs - best.causeMs,
    });
    happen(best, event.kind, cell, detailFor(best, event.detail), event.atMs, 0);
    return true;
  };

  const again = (nowMs: number) => {
    for (let progress = true; progress; ) {
      progress = false;
      for (const event of waiting) {
        if (!take(event)) continue;
        waiting = waiting.filter((other) => other !== event);
        progress = true;
        break;
      }
    }
    const late = waiting.filter((event) => event.atMs + reorderMs < nowMs);
    if (late.length === 0) return;
    waiting = waiting.filter((event) => !late.includes(event));
    for (const event of late) outside.push({ event, allowed: allowedNow(m, event, pod) });
  };

  for (const event of events) {
    pass(event.atMs);
    again(event.atMs);
    if (take(event)) again(event.atMs);
    else waiting.push(event);
  }
  pass(endMs);
  again(Number.POSITIVE_INFINITY);
  return { inside, outside, missing };
}

function earliest(m: Machine, which: (due: Due) => boolean): Due | undefined {
  let first: Due | undefined;
  for (const due of m.dues) if (which(due) && (!first || due.minMs < first.minMs)) first = due;
  return first;
}

function allowedNow(m: Machine, event: Observed, pod: SimPod): string[] {
  return [...m.dues]
    .filter((due) => due.kind === event.kind && pod.containers[due.cell]?.name === event.container)
    .map((due) => `${due.edge} ${due.detail ?? due.grace ?? ""} ${due.minMs}..${due.maxMs}${due.certain ? "" : "?"}`);
}

/**
 * The one that must come, then the one that must come first; of two statuses with the same words, the older; of two
 * back-offs, that of the life at hand. */
function isBetter(due: Due, best: Due): boolean {
  if (due.level !== undefined && due.level === best.level) return foreseen.has(due.edge) && foreseen.has(best.edge);
  const isStray = (each: Due) => each.edge === probes.stray.id;
  if (isStray(due) !== isStray(best)) return isStray(best);
  if (due.certain !== best.certain) return due.certain;
  return due.maxMs < best.maxMs;
}
