// One concrete run of a pod: the rules' due events, each at a moment inside its interval, in order of time.
import { probes } from "./edges/probes.ts";
import { seconds } from "./edges/span.ts";
import { status } from "./edges/status.ts";
import { stop } from "./edges/stop.ts";
import { wordOf } from "./match.ts";
import { defaultNode, type Node } from "./node.ts";
import { begin } from "./rules/begin.ts";
import { held, heldBack, open } from "./rules/due.ts";
import type { Cell, Due, Happening, Machine } from "./rules/machine.ts";
import { stepOf } from "./rules/probes.ts";
import { react } from "./rules/react.ts";
import { onLevel } from "./rules/status.ts";
import { graceOf } from "./rules/stop.ts";
import { behavioursOf, horizonMs, type Scenario } from "./scenario.ts";
import type { EventKind, Trace, TraceContainer, TraceEvent } from "./trace.ts";
import { probeKinds, type SimPod } from "./types.ts";

export const mostEvents = 5000;

export interface SimulateOptions {
  /** In [0, 1): where in its interval each event comes. Without it every event comes at its typical moment. */
  readonly choose?: () => number;
  readonly mostEvents?: number;
}

/** One pod, whatever keeps it. */
export function simulatePod(
  pod: SimPod,
  scenario: Scenario = {},
  node: Node = defaultNode,
  options: SimulateOptions = {},
): Trace {
  const m = begin(pod, behavioursOf(pod, scenario), node, options.choose);
  const cap = options.mostEvents ?? mostEvents;
  const horizon = horizonMs(scenario);
  const events: TraceEvent[] = [];
  let zeroMs: number | undefined;
  const end = () => (zeroMs ?? 0) + horizon;

  const happen = (
    kind: EventKind,
    cell: number,
    detail: string | undefined,
    atMs: number,
    due: Due | undefined,
  ): void => {
    const happening: Happening = { id: events.length, due, kind, cell, detail, atMs, lateMs: 0 };
    const asked = kind === "probe-result" ? m.cells[cell] : undefined;
    const before = asked && standing(asked);
    m.now = happening;
    if (due) {
      m.dues.delete(due);
      onLevel(m, due);
    }
    react(m, happening);
    events.push(eventOf(m, happening, events, asked !== undefined && before !== standing(asked)));
    if (kind === "container-started" && m.cells[cell]) turns(m, m.cells[cell]);
  };

  happen("stored", -1, undefined, 0, undefined);
  for (;;) {
    const due = next(m);
    const deleteAt = deletionMs(m, scenario, zeroMs);
    const atMs = due && Math.max(due.typicalMs, m.now.atMs);
    if (deleteAt !== undefined && (atMs === undefined || deleteAt <= atMs)) {
      if (deleteAt > end()) break;
      happen(
        "delete-request",
        -1,
        String(scenario.deleteGracePeriodSeconds ?? pod.terminationGracePeriodSeconds),
        deleteAt,
        undefined,
      );
      continue;
    }
    if (!due || atMs === undefined || atMs > end()) break;
    if (events.length >= cap) return traceOf(pod, horizon, true, events, zeroMs);
    if (due.kind === "container-started" || due.kind === "start-failed") zeroMs ??= atMs;
    happen(due.kind, due.cell, detailOf(m, due), atMs, due);
  }
  return traceOf(pod, horizon, false, events, zeroMs);
}

/** Uncertain events that one ordinary run has all the same. */
const usual: ReadonlySet<string> = new Set([
  status.imageBackoff.id,
  status.crashLoop.id,
  stop.preStopBegins.id,
  probes.next.id,
  probes.eager.id,
  probes.first.id,
  probes.onceStarted.id,
]);

function next(m: Machine): Due | undefined {
  let first: Due | undefined;
  for (const due of m.dues) {
    if (!due.certain && (!usual.has(due.edge) || due.typicalMs > due.maxMs)) continue;
    // What the last life might have shown, it does not show in this one.
    if (due.edge === status.crashLoop.id && due.life !== m.cells[due.cell]?.life) continue;
    if (held(m, due) || (heldBack(m, due) && due.causeMs >= m.busyFromMs)) continue;
    if (!first || due.typicalMs < first.typicalMs) first = due;
  }
  return first;
}

function deletionMs(m: Machine, { deleteAfterSeconds }: Scenario, zeroMs: number | undefined): number | undefined {
  if (deleteAfterSeconds === undefined || m.deleteRequested || zeroMs === undefined) return undefined;
  return zeroMs + seconds(deleteAfterSeconds);
}

function detailOf(m: Machine, due: Due): string | undefined {
  if (due.kind === "stop-begins") return String(graceOf(m, due));
  if (due.kind !== "probe-result") return due.detail;
  const cell = m.cells[due.cell];
  const probe = due.probe && cell?.container.probes[due.probe];
  if (!cell || !due.probe || !probe) return undefined;
  const step = stepOf(cell, due.probe);
  return `${due.probe} ${wordOf(step.answer, step.takesMs > seconds(probe.timeoutSeconds))}`;
}

/** The scenario's changes of what a probe finds are events too. */
function turns(m: Machine, cell: Cell): void {
  for (const kind of probeKinds) {
    if (!cell.container.probes[kind]) continue;
    const { steps } = cell.behaviour.probes[kind];
    for (const [index, { untilMs, answer }] of steps.entries()) {
      const then = steps[index + 1]?.answer;
      if (untilMs === undefined || then === undefined || then === answer) continue;
      const effect = then === "success" ? ("turns-passing" as const) : ("turns-failing" as const);
      const span = { minMs: untilMs, maxMs: untilMs, typicalMs: untilMs };
      open(m, { id: "scenario", effect }, span, { cell: cell.index, detail: kind, input: true });
    }
  }
}

/** What a probe's result may change. */
function standing(cell: Cell): string {
  const holds = probeKinds.map((kind) => cell.workers[kind]?.onHold).join();
  return `${cell.ready} ${cell.startupDone} ${holds}`;
}

function eventOf(
  m: Machine,
  { id, due, kind, cell, detail, atMs }: Happening,
  events: readonly TraceEvent[],
  decides: boolean,
): TraceEvent {
  const container = m.cells[cell];
  const cause = due === undefined ? undefined : events[due.cause];
  const minMs = due ? Math.min(due.minMs, atMs) - due.causeMs : 0;
  const maxMs = due ? Math.max(due.maxMs, atMs) - due.causeMs : 0;
  return {
    id,
    kind,
    ...(container ? { container: container.container.name, life: Math.max(0, container.life) } : {}),
    ...(due ? { cause: due.cause, edge: due.edge } : {}),
    afterMinMs: minMs,
    afterMaxMs: maxMs,
    earliestMs: (cause ? cause.earliestMs : atMs) + minMs,
    latestMs: (cause ? cause.latestMs : atMs) + maxMs,
    typicalMs: atMs,
    ...(detail === undefined ? {} : { detail: detail.replace(/#.*/, "") }),
    ...(due?.path ? { path: due.path } : {}),
    ...(due && !due.certain ? { maybe: true as const } : {}),
    ...(decides ? { decides: true as const } : {}),
    ...(due?.input || (!due && kind !== "stored") ? { input: true as const } : {}),
  };
}

/** Counted from the first start, or from the first attempt at one. */
function traceOf(pod: SimPod, horizon: number, truncated: boolean, events: readonly TraceEvent[], zeroMs = 0): Trace {
  return {
    horizonMs: horizon,
    truncated,
    measured: true,
    events: events.map((event) => ({
      ...event,
      earliestMs: event.earliestMs - zeroMs,
      latestMs: event.latestMs - zeroMs,
      typicalMs: event.typicalMs - zeroMs,
    })),
    containers: containersOf(pod),
  };
}

export const containersOf = (pod: SimPod): TraceContainer[] =>
  pod.containers.map(({ name, kind, path, probes: own }) => ({ name, kind, path, probes: own }));
