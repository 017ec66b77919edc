// From the stored pod to its running containers: init containers and sidecars in order, then the main ones in one sync.
import { lifeOf } from "../behaviour.ts";
import { probes } from "../edges/probes.ts";
import { type Span, sum } from "../edges/span.ts";
import { start } from "../edges/start.ts";
import { status } from "../edges/status.ts";
import { probeKinds } from "../types.ts";
import { nextBackoff } from "./backoff.ts";
import { openStartOf, pullAgain } from "./create.ts";
import { cancel, occupy, open, release } from "./due.ts";
import type { Cell, Machine } from "./machine.ts";
import { beginProbes, openRun } from "./probes.ts";
import { endForeseen, isStarted, reveal, revealProbe } from "./status.ts";
import { beginStop } from "./stop.ts";

export function onStored(m: Machine): void {
  open(m, start.scheduled, start.scheduled.span(m.node));
  for (const [key, value] of [
    ["phase", "Pending"],
    ["pod-ready", "false"],
  ] as const) {
    m.known.set(key, value);
    m.shown.set(key, value);
  }
  for (const { index } of m.cells) {
    m.known.set(`ready/${index}`, "false").set(`started/${index}`, "false");
    m.shown.set(`ready/${index}`, "false").set(`started/${index}`, "false");
  }
  m.initialized = m.cells.every(({ container }) => container.kind === "main");
  reveal(m, status.admitted);
  startNext(m, start.first, sum(m.node.schedule, start.first.span(m.node)));
}

/** The next init container or sidecar, or all main containers when those are done. */
export function startNext(m: Machine, edge: { id: string }, span: Span): void {
  const init = m.cells.find((cell) => cell.container.kind !== "main" && !isInitDone(cell));
  // One that runs, or waits for its own restart, is awaited: a sidecar before it may have been restarted meanwhile.
  if (init && init.phase !== "new") return;
  m.plan = init
    ? [init.index]
    : m.cells.flatMap(({ container, phase, index }) => (container.kind === "main" && phase === "new" ? [index] : []));
  openStart(m, edge, span);
}

const isInitDone = (cell: Cell): boolean =>
  cell.container.kind === "init" ? cell.phase === "exited" && cell.exitCode === 0 && !cell.oomKilled : cell.wasStarted;

function openStart(m: Machine, edge: { id: string }, span: Span): void {
  const cell = m.cells[m.plan[0] ?? -1];
  if (cell) openStartOf(m, cell, edge, span);
}

export function onStarted(m: Machine, cell: Cell): void {
  const { container, behaviour } = cell;
  if (m.cells.every(({ life }) => life < 0)) ticksBegin(m);
  cell.life++;
  cell.phase = "running";
  cell.startedMs = m.now.atMs;
  cell.shown = false;
  cell.waiting = undefined;
  endForeseen(m, cell);
  cell.stop = undefined;
  cell.exitReason = undefined;
  cell.startupDone = container.probes.startup === undefined;
  cell.ready = container.probes.readiness === undefined;
  nextBackoff(m, cell);
  for (const worker of Object.values(cell.workers)) worker.onHold = false;
  cancel(m, (due) => due.cell === cell.index && (due.kind === "backoff" || due.kind === "container-started"));
  cancel(m, (due) => due.cell === cell.index && due.kind === "probe-result" && due.edge !== probes.stray.id);
  const life = lifeOf(behaviour, cell.life);
  if (life.exitAfterMs !== undefined) {
    open(m, start.endsByItself, start.endsByItself.span(m.node, life.exitAfterMs), {
      cell: cell.index,
      detail: String(life.exitCode),
      input: true,
    });
  }
  if (m.plan[0] === cell.index && m.plan.length > 1) occupy(m, "plan");
  if (container.postStart) {
    cell.hookRuns = true;
    occupy(m, "hook");
    open(m, start.postStartBegins, start.postStartBegins.span(m.node), {
      cell: cell.index,
      path: container.postStart.path,
    });
  } else {
    afterStart(m, cell);
  }
}

/** In one concrete run: the workers begin to tick when the kubelet takes the pod up, somewhat before the first start. */
function ticksBegin(m: Machine): void {
  for (const { container, workers } of m.cells) {
    for (const kind of probeKinds) {
      const worker = workers[kind];
      const period = container.probes[kind]?.periodSeconds ?? 1;
      const before = m.choose ? Math.floor(m.choose() * period * 1000) : 300;
      if (worker) worker.phaseMs = m.now.atMs - before;
    }
  }
}

/** A start that fails counts as a life that ended, unless the container could not even be created. */
export function onStartFailed(m: Machine, cell: Cell, reason: string): void {
  cell.waiting = reason;
  endForeseen(m, cell);
  if (reason === "RunContainerError") {
    cell.life++;
    nextBackoff(m, cell);
    cell.previousExitMs = cell.exitedMs;
    cell.phase = "exited";
    cell.exitedMs = m.now.atMs;
    cell.exitCode = 128;
    cell.exitReason = "StartError";
    afterStart(m, cell);
    return;
  }
  reveal(m, status.byStart);
  afterStart(m, cell);
  if (pullReasons.has(reason)) pullAgain(m, cell, reason);
}

/** Tried again; a name that does not parse, or an image that must be there already, is not. */
const pullReasons: ReadonlySet<string> = new Set(["ErrImagePull", "RegistryUnavailable", "SignatureValidationFailed"]);

export function onPostStartBegins(m: Machine, cell: Cell): void {
  const { postStart } = cell.behaviour;
  if (postStart.takesMs === Number.POSITIVE_INFINITY) return;
  open(m, start.postStartEnds, start.postStartEnds.span(m.node, postStart), {
    cell: cell.index,
    path: cell.container.postStart?.path,
    input: true,
  });
}

export function onPostStartEnds(m: Machine, cell: Cell): void {
  if (!cell.behaviour.postStart.succeeds) {
    beginStop(m, cell, "postStart", m.pod.terminationGracePeriodSeconds, false);
    return;
  }
  cell.hookRuns = false;
  afterStart(m, cell);
  release(m, "hook");
}

/** The same sync starts the next container; after the last one the status is written. */
export function afterStart(m: Machine, cell: Cell): void {
  const isPlanned = m.plan[0] === cell.index;
  if (isPlanned) m.plan.shift();
  if (isPlanned && m.plan.length > 0) openStart(m, start.sameSync, start.sameSync.span(m.node));
  else endOfSync(m);
}

function endOfSync(m: Machine): void {
  const shown = m.cells.filter((cell) => cell.phase === "running" && !cell.shown && !cell.hookRuns);
  const span = status.byStart.span(m.node);
  for (const cell of shown) {
    cell.shown = true;
    cell.shownFromMs = m.now.atMs;
    cell.shownToMs = m.now.atMs + m.now.lateMs + span.maxMs;
    beginProbes(m, cell);
    if (cell.startupDone) cell.wasStarted = true;
  }
  const sidecar = shown.find((cell) => cell.container.kind === "sidecar" && isStarted(cell));
  if (sidecar && !m.initialized) initAdvanced(m);
  reveal(m, status.byStart);
  release(m, "plan");
  release(m, "restart");
}

/** An init container has succeeded or a sidecar has started: the next sync starts what comes then. */
export function initAdvanced(m: Machine): void {
  if (m.cells.every((each) => each.container.kind === "main" || isInitDone(each))) m.initialized = true;
  if (m.plan.length === 0 && m.mode === "running") startNext(m, start.nextInit, start.nextInit.span(m.node));
}

/** The startup probe has succeeded: the other probes begin, a sidecar lets the next container start. */
export function onStartupDone(m: Machine, cell: Cell): void {
  cell.startupDone = true;
  cell.wasStarted = true;
  revealProbe(m, cell, status.bySync);
  for (const kind of ["liveness", "readiness"] as const)
    if (cell.container.probes[kind]) openRun(m, cell, kind, "once started");
  if (cell.container.kind === "sidecar" && !m.initialized) {
    initAdvanced(m);
    reveal(m, status.bySync);
  }
}

/** No sandbox, no containers: everything of the first sync is tried again. */
export function onSandboxFailed(m: Machine): void {
  if (m.cells.some(({ life }) => life >= 0)) return;
  cancel(m, (due) => due.kind === "container-started" || due.kind === "start-failed" || due.kind === "pulling");
  startNext(m, start.afterSandboxFailed, start.afterSandboxFailed.span(m.node));
}
