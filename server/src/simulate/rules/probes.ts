// The probes of one life: when each runs, what counts, and what the counts bring about.
import { type AnswerStep, answerAt, type ProbeAnswer } from "../behaviour.ts";
import { delayMs, probes, runMs } from "../edges/probes.ts";
import { between, type Span, seconds } from "../edges/span.ts";
import { status } from "../edges/status.ts";
import { type ProbeKind, probeKinds, type SimProbe } from "../types.ts";
import { open } from "./due.ts";
import type { Cell, Machine, Worker } from "./machine.ts";
import { revealProbe } from "./status.ts";

type Occasion = "first" | "next" | "eager" | "once started";

/** The kubelet's status shows the life: its probes may run. */
export function beginProbes(m: Machine, cell: Cell): void {
  const { probes: all } = cell.container;
  for (const kind of probeKinds)
    if (all[kind] && (kind === "startup" || cell.startupDone)) openRun(m, cell, kind, "first");
}

/** The API shows the life, so the kubelet's own status did before: the first runs are due from then on. */
export function shownBy(m: Machine, cell: Cell): void {
  if (m.now.atMs + m.now.lateMs >= cell.shownToMs) return;
  cell.shownToMs = Math.max(m.now.atMs + m.now.lateMs, cell.shownFromMs);
  for (const due of m.dues) {
    if (due.edge !== probes.first.id || due.cell !== cell.index || due.probe === undefined) continue;
    const probe = cell.container.probes[due.probe];
    if (!probe) continue;
    const { span } = intervalOf(m, cell, due.probe, "first", probe);
    due.maxMs = Math.max(due.minMs, Math.min(due.maxMs, cell.startedMs + span.maxMs));
  }
}

export function openRun(m: Machine, cell: Cell, kind: ProbeKind, occasion: Occasion): void {
  const probe = cell.container.probes[kind];
  const worker = cell.workers[kind];
  if (!probe || !worker || worker.onHold || cell.phase !== "running") return;
  const ending = m.mode !== "running";
  if (ending && kind !== "readiness" && cell.container.kind === "main") return;
  const { edge, span, fromMs } = intervalOf(m, cell, kind, occasion, probe);
  const startMs = runStart(m, cell, kind, occasion, probe, worker);
  const takes = takesMs(m, cell, kind, probe);
  open(m, edge, span, {
    cell: cell.index,
    probe: kind,
    fromMs,
    certain: !ending,
    typicalMs: startMs + takes - fromMs,
    path: [
      ...probe.path,
      occasion === "first" && probe.initialDelaySeconds > 0 ? "initialDelaySeconds" : "periodSeconds",
    ],
  });
}

function intervalOf(m: Machine, cell: Cell, kind: ProbeKind, occasion: Occasion, probe: SimProbe) {
  const run = anyRun(m, cell, kind);
  const { atMs: fromMs } = m.now;
  if (occasion === "first") {
    const shown = between(cell.shownFromMs - cell.startedMs, cell.shownToMs - cell.startedMs);
    return { edge: probes.first, span: probes.first.span(m.node, probe, shown, run), fromMs: cell.startedMs };
  }
  if (occasion === "once started") {
    return {
      edge: probes.onceStarted,
      span: probes.onceStarted.span(m.node, probe, fromMs - cell.startedMs, run),
      fromMs,
    };
  }
  const edge = occasion === "eager" ? probes.eager : probes.next;
  return { edge, span: edge.span(m.node, probe, run), fromMs };
}

/** How long a run may take, whatever its answer. */
export function anyRun(m: Machine, cell: Cell, kind: ProbeKind): Span {
  const probe = cell.container.probes[kind];
  const behaviour = cell.behaviour.probes[kind];
  let whole: Span | undefined;
  for (const step of probe ? behaviour.steps : []) {
    const span = runMs(m.node, probe as SimProbe, step, behaviour.outlivesTimeout);
    whole = whole
      ? between(Math.min(whole.minMs, span.minMs), Math.max(whole.maxMs, span.maxMs), span.typicalMs)
      : span;
  }
  return whole ?? between(0, 0);
}

/** In one concrete run: when the worker's next tick or poke comes. */
function runStart(
  m: Machine,
  cell: Cell,
  kind: ProbeKind,
  occasion: Occasion,
  probe: SimProbe,
  worker: Worker,
): number {
  const period = seconds(probe.periodSeconds);
  const now = m.now.atMs;
  const delay = delayMs(probe);
  const due =
    cell.startedMs + (m.choose ? delay.minMs + Math.floor(m.choose() * (delay.maxMs - delay.minMs + 1)) : delay.maxMs);
  if (kind === "readiness" && (occasion === "first" || occasion === "once started"))
    worker.phaseMs = now + m.node.sync.typicalMs;
  const earliest = occasion === "next" ? worker.runFromMs + 1 : Math.max(now, due);
  // The relist that follows a start brings one more sync, and with it a poke.
  const relist = cell.startedMs + m.node.relist.maxMs;
  if (occasion === "eager" && !cell.ready && now < relist && due <= relist) worker.phaseMs = relist;
  const tick = tickAfter(worker.phaseMs, period, earliest);
  worker.runFromMs = Math.max(tick, now);
  return worker.runFromMs;
}

const tickAfter = (phaseMs: number, period: number, ms: number): number =>
  phaseMs + Math.ceil((ms - phaseMs) / period) * period;

/** @returns whether the startup probe is done */
export function onResult(m: Machine, cell: Cell, kind: ProbeKind, answer: ProbeAnswer): boolean {
  const probe = cell.container.probes[kind];
  const worker = cell.workers[kind];
  if (!probe || !worker || cell.phase !== "running" || !cell.shown) return false;
  const wasReady = cell.ready;
  if (answer === "success" || answer === "failure") {
    worker.count = worker.last === answer ? worker.count + 1 : 1;
    worker.last = answer;
    decide(m, cell, kind, probe, worker);
  }
  const eager = kind === "readiness" && (!cell.ready || !wasReady);
  openRun(m, cell, kind, eager ? "eager" : "next");
  return kind === "startup" && worker.onHold && worker.last === "success";
}

/** Enough results of one sort in a row change something. */
export function decides(probe: SimProbe, worker: Worker): boolean {
  const needed = worker.last === "success" ? probe.successThreshold : probe.failureThreshold;
  return worker.count >= needed;
}

function decide(m: Machine, cell: Cell, kind: ProbeKind, probe: SimProbe, worker: Worker): void {
  if (!decides(probe, worker)) return;
  const success = worker.last === "success";
  if (kind === "readiness") {
    cell.ready = success;
    revealProbe(m, cell, status.byProbe);
    return;
  }
  if (kind === "liveness" && success) return;
  worker.onHold = true;
  worker.count = 0;
  if (success || m.mode !== "running") return;
  const edge = {
    id: probes.kill.id,
    effect: kind === "startup" ? ("startup-kill" as const) : ("liveness-kill" as const),
  };
  open(m, edge, probes.kill.span(m.node), {
    cell: cell.index,
    worker: "sync",
    path: [...probe.path, "failureThreshold"],
  });
}

/** Until the status tells that the container has ended, its workers go on: what they find counts for nothing. */
export function straysAfterExit(m: Machine, cell: Cell): void {
  for (const kind of probeKinds) {
    const probe = cell.container.probes[kind];
    if (!probe || cell.workers[kind]?.onHold) continue;
    stray(m, cell, kind, probes.stray.span(m.node, probe).maxMs);
  }
}

/** Such a run may come, as often as it likes. */
export function stray(m: Machine, cell: Cell, kind: ProbeKind | undefined, leftMs: number): void {
  if (kind === undefined) return;
  open(m, probes.stray, between(0, Math.max(0, leftMs)), { cell: cell.index, probe: kind, certain: false });
}

/** A sync pokes the workers of containers that are not ready: in one concrete run, they probe now. */
export function poke(m: Machine): void {
  for (const due of m.dues) {
    if (due.edge !== probes.eager.id || due.probe !== "readiness") continue;
    const cell = m.cells[due.cell];
    const worker = cell?.workers.readiness;
    if (!cell || !worker || cell.ready || m.now.kind === "probe-result") continue;
    const probe = cell.container.probes.readiness;
    const startMs = m.now.atMs + m.node.sync.typicalMs;
    if (!probe || startMs >= worker.runFromMs || startMs < due.minMs) continue;
    worker.phaseMs = startMs;
    worker.runFromMs = startMs;
    due.typicalMs = Math.min(Math.max(startMs + takesMs(m, cell, "readiness", probe), due.minMs), due.maxMs);
  }
}

/** The step of the behaviour that the coming run follows. */
export function stepOf(cell: Cell, kind: ProbeKind): AnswerStep {
  return answerAt(cell.behaviour.probes[kind], (cell.workers[kind]?.runFromMs ?? 0) - cell.startedMs);
}

function takesMs(m: Machine, cell: Cell, kind: ProbeKind, probe: SimProbe): number {
  return runMs(m.node, probe, stepOf(cell, kind), cell.behaviour.probes[kind].outlivesTimeout).typicalMs;
}
