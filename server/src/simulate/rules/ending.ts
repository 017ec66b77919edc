// The pod ends: deleted, completed, past its deadline, or begun anew as a whole.
import { deletion } from "../edges/deletion.ts";
import { restart } from "../edges/restart.ts";
import { type Span, sum } from "../edges/span.ts";
import { status } from "../edges/status.ts";
import { cancel, isBusy, open } from "./due.ts";
import type { Cell, Due, Machine, Mode } from "./machine.ts";
import { startNext } from "./start.ts";
import { knowPodReady, reveal } from "./status.ts";
import { beginStop, cutPreStop, preStopOfEnded, turns } from "./stop.ts";

export function onDeleteRequest(m: Machine, graceSeconds: number, again: boolean): void {
  if (m.over && !again) {
    // Of a pod that has ended there is nothing to wait for; before the API knows that, the grace is the asked one.
    open(m, deletion.seen, deletion.seen.span(m.node), { certain: false });
    cancel(m, (due) => due.kind === "pod-removed");
    open(m, deletion.removed, deletion.removed.span(m.node));
  } else if (graceSeconds > 0) {
    open(m, deletion.seen, deletion.seen.span(m.node), { detail: String(graceSeconds), certain: !again });
  } else {
    open(m, deletion.seen, deletion.seen.span(m.node), { detail: "0", certain: false });
    cancel(m, (due) => due.kind === "pod-removed");
    open(m, deletion.removedAtOnce, deletion.removedAtOnce.span(m.node));
    m.objectGone = true;
    for (const due of m.dues) if (due.level !== undefined) due.certain = false;
  }
  if (again) {
    if (graceSeconds === 0) for (const cell of m.cells) cutPreStop(m, cell);
    return;
  }
  m.deleteRequested = true;
  m.graceSeconds = graceSeconds;
  takeUp(m);
}

/** The worker begins the deletion as soon as it is free: not in the middle of a kill, a start or a postStart. */
export function takeUp(m: Machine): void {
  if (m.mode !== "running" || isBusy(m)) return;
  if (m.deleteRequested) {
    end(m, "deleted", Math.max(1, m.graceSeconds));
  } else if (m.deadlinePassed) {
    // The kubelet looks for deadlines once a second, and acts on it the next time.
    end(m, "deadline", m.pod.terminationGracePeriodSeconds, m.node.relist);
  }
}

export function complete(m: Machine): void {
  if (m.mode === "running") end(m, "completed", m.pod.terminationGracePeriodSeconds, sum(m.node.relist, m.node.sync));
}

export function onDeadline(m: Machine): void {
  if (m.mode !== "running") return;
  m.deadlinePassed = true;
  knowPodReady(m, status.bySync);
}

/** A rule asks for the whole pod: the others get two seconds, then everything begins anew. */
export function restartAll(m: Machine, cell: Cell): void {
  reveal(m, status.byExit);
  end(m, "all", 0, sum(m.node.relist, m.node.sync));
  for (const other of m.cells) tellsRestart(m, other);
  if (cell.phase === "exited") afterExitInEnd(m, cell);
}

function tellsRestart(m: Machine, cell: Cell): void {
  open(m, status.allAgain, status.allAgain.span(m.node), {
    cell: cell.index,
    detail: `waiting:RestartingAllContainers#${cell.life}`,
    level: `state/${cell.index}`,
    certain: false,
  });
}

function end(m: Machine, mode: Exclude<Mode, "running">, graceSeconds: number, delay?: Span): void {
  m.mode = mode;
  m.plan = [];
  for (const due of m.dues) givesUp(m, due);
  const sidecars = m.cells.some((cell) => cell.container.kind === "sidecar");
  for (const cell of m.cells) {
    if (cell.phase !== "running" || cell.stop !== undefined) continue;
    quietProbes(m, cell);
    beginStop(m, cell, mode, graceSeconds, sidecars && cell.container.kind === "sidecar", delay);
  }
  if (mode !== "all") finishIfGone(m);
}

/** A start that was under way when the pod began to end: it is stopped like the others. */
export function stopLate(m: Machine, cell: Cell): void {
  m.over = false;
  const grace = m.mode === "deleted" ? Math.max(1, m.graceSeconds) : m.pod.terminationGracePeriodSeconds;
  if (m.mode !== "running") beginStop(m, cell, m.mode, grace, cell.container.kind === "sidecar");
}

/** What the worker would have done. A start that has its time now may be under way. */
function givesUp(m: Machine, due: Due): void {
  if (due.level !== undefined) {
    if (m.mode === "deleted") due.certain = false;
  } else if (due.kind === "container-started" && due.minMs <= m.now.atMs) {
    due.certain = false;
    due.maxMs = Math.min(due.maxMs, m.now.atMs + m.node.create.maxMs);
  } else if (due.worker !== undefined || due.kind === "deadline" || due.kind === "pulled" || due.kind === "backoff") {
    m.dues.delete(due);
  }
}

/** Liveness and startup probes of main containers stop; what runs already may still report. */
function quietProbes(m: Machine, cell: Cell): void {
  for (const due of m.dues) {
    if (due.cell !== cell.index || due.kind !== "probe-result") continue;
    due.certain = false;
    if (due.probe === "readiness" || cell.container.kind !== "main") continue;
    due.maxMs = Math.min(due.maxMs, m.now.atMs + m.node.sync.maxMs + m.node.exec.maxMs);
  }
}

/** A container has ended while the pod ends. */
export function afterExitInEnd(m: Machine, cell: Cell): void {
  preStopOfEnded(m, cell);
  turns(m);
  if (m.mode === "completed" && m.cells.some((each) => each.phase === "running")) reveal(m, status.byExit);
  finishIfGone(m);
}

export function finishIfGone(m: Machine): void {
  const going = m.cells.some(
    (cell) => cell.phase === "running" || (cell.stop !== undefined && !cell.stop.begun && cell.stop.preStop !== "none"),
  );
  if (going || m.over) return;
  if (m.mode === "all") {
    beginAnew(m);
    return;
  }
  m.over = true;
  if (m.objectGone) return;
  if (m.mode === "completed") reveal(m, status.completed);
  else reveal(m, status.last);
  for (const cell of m.cells) mayBeForgotten(m, cell);
  if (m.deleteRequested) open(m, deletion.removed, deletion.removed.span(m.node));
}

/** A container that never ran, or waited for its restart, may have no record any more when the pod is over. */
function mayBeForgotten(m: Machine, cell: Cell): void {
  const level = `state/${cell.index}`;
  if (cell.phase === "exited" && cell.backoffExitMs === undefined) return;
  for (const due of m.dues) if (due.level === level) due.certain = false;
  const detail = "terminated:ContainerStatusUnknown:137";
  open(m, status.unknown, status.unknown.span(m.node), { cell: cell.index, level, detail, certain: false });
}

function beginAnew(m: Machine): void {
  for (const cell of m.cells) {
    cell.phase = "new";
    cell.wasStarted = false;
    cell.stop = undefined;
  }
  m.mode = "running";
  m.initialized = m.cells.every(({ container }) => container.kind === "main");
  reveal(m, status.anew);
  startNext(m, restart.allAgain, restart.allAgain.span(m.node));
  takeUp(m);
}
