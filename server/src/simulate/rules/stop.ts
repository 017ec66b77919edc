// One container stops: preStop, its turn, TERM, KILL.

import { between, type Span, seconds, sum } from "../edges/span.ts";
import { graceLeft, minimumGraceSeconds, stop } from "../edges/stop.ts";
import { cancel, open } from "./due.ts";
import type { Cell, Due, Machine, Stop } from "./machine.ts";

/** @param delay before the kubelet begins, where it does not do so at once */
export function beginStop(
  m: Machine,
  cell: Cell,
  why: Stop["why"],
  graceSeconds: number,
  waits: boolean,
  delay: Span = between(0, 0),
): void {
  const { preStop } = cell.container;
  const runs = preStop !== undefined && graceSeconds > 0 && why !== "all";
  cell.stop = {
    why,
    graceSeconds,
    sinceMs: m.now.atMs,
    preStop: runs ? "due" : "none",
    preStopFromMs: m.now.atMs,
    preStopSpentMs: [0, 0],
    preStopToMs: 0,
    waits,
    begun: false,
  };
  if (runs) {
    const span = sum(delay, stop.preStopBegins.span(m.node));
    open(m, stop.preStopBegins, span, { cell: cell.index, path: preStop.path, certain: graceSeconds > 1 });
    // Deleted by force: the hook has a second at most, and may not have begun.
    if (graceSeconds <= 1) proceed(m, cell, cell.stop, sum(span, between(0, 1000 + m.node.exec.maxMs, 1000)));
  } else {
    proceed(m, cell, cell.stop, sum(delay, stop.begins.span(m.node)));
  }
}

export function onPreStopBegins(m: Machine, cell: Cell): void {
  const { stop: state, behaviour } = cell;
  if (!state) return;
  state.preStop = "runs";
  state.preStopFromMs = m.now.atMs;
  open(m, stop.preStopEnds, stop.preStopEnds.span(m.node, behaviour.preStop, seconds(state.graceSeconds)), {
    cell: cell.index,
    path: cell.container.preStop?.path,
    input: true,
  });
}

/** The kubelet counts from its own start of the hook: between the stop's beginning and what the hook itself saw. */
export function onPreStopEnds(m: Machine, cell: Cell): void {
  const state = cell.stop;
  if (state?.preStop !== "runs" || state.begun) return;
  state.preStop = "done";
  state.preStopToMs = m.now.atMs + m.now.lateMs;
  const { signal } = m.node;
  state.preStopSpentMs = [
    m.now.atMs - state.preStopFromMs - m.node.clockMs,
    m.now.atMs + m.now.lateMs + signal.maxMs - state.sinceMs,
  ];
  proceed(m, cell, state, stop.afterPreStop.span(m.node));
}

/** An exec preStop dies with its container; a sleep runs on. */
export function preStopOfEnded(m: Machine, cell: Cell): void {
  const state = cell.stop;
  if (
    !state ||
    state.begun ||
    cell.container.preStop?.handler !== "exec" ||
    (state.preStop !== "runs" && state.preStop !== "due")
  )
    return;
  cancel(m, (due) => due.cell === cell.index && (due.kind === "prestop-end" || due.kind === "prestop-start"));
  const began = state.preStop === "runs" ? state.preStopFromMs : m.now.atMs;
  state.preStop = "done";
  state.preStopSpentMs = [m.now.atMs - began - m.node.clockMs, m.now.atMs + m.node.exec.maxMs - state.sinceMs];
  proceed(m, cell, state, m.node.exec);
}

function proceed(m: Machine, cell: Cell, state: Stop, span: Span): void {
  if (state.waits && !isTurn(m, cell)) {
    const span = stop.turnAtGrace.span(m.node, state.graceSeconds, cell.container.preStop !== undefined);
    open(m, stop.turnAtGrace, span, {
      fromMs: state.sinceMs,
      cell: cell.index,
      grace: [minimumGraceSeconds, minimumGraceSeconds],
      path: [...m.pod.path, "terminationGracePeriodSeconds"],
    });
    return;
  }
  openTerm(m, cell, state, stop.begins.id, span);
}

function openTerm(m: Machine, cell: Cell, state: Stop, id: string, after: Span): void {
  // A preStop that nobody records may have ended later than it could.
  const span = sum(after, between(0, Math.max(0, state.preStopToMs - m.now.atMs - m.now.lateMs)));
  const [spentFrom, spentTo] = state.preStopSpentMs;
  const waitedTo = state.waits ? m.now.atMs + m.now.lateMs + span.maxMs - state.sinceMs - Math.max(0, spentFrom) : 0;
  const waitedFrom = state.waits ? m.now.atMs - state.sinceMs - m.node.sync.maxMs - m.node.api.maxMs - spentTo : 0;
  open(m, { id, effect: "stop-begins" }, span, {
    cell: cell.index,
    grace: [
      graceLeft(state.graceSeconds, spentTo, Math.max(0, waitedTo)),
      graceLeft(state.graceSeconds, Math.max(0, spentFrom), Math.max(0, waitedFrom)),
    ],
    path: [...m.pod.path, "terminationGracePeriodSeconds"],
  });
}

/** Deleted by force while a preStop runs: it has a second left, and what it says in the end counts for nothing. */
export function cutPreStop(m: Machine, cell: Cell): void {
  const state = cell.stop;
  if (!state || state.begun || (state.preStop !== "due" && state.preStop !== "runs")) return;
  for (const due of m.dues) if (due.cell === cell.index && due.kind === "prestop-end") due.certain = false;
  const span = sum(between(0, 1000, 1000), m.node.sync, m.node.exec);
  open(m, stop.begins, span, { cell: cell.index, grace: [minimumGraceSeconds, minimumGraceSeconds] });
}

/** A hook that dies with its container makes the kubelet stop what has gone already. */
export function mayStop(m: Machine, cell: Cell): void {
  const grace: readonly [number, number] = [
    minimumGraceSeconds,
    Math.max(minimumGraceSeconds, m.pod.terminationGracePeriodSeconds),
  ];
  open(m, stop.begins, sum(stop.begins.span(m.node), m.node.exec), { cell: cell.index, grace, certain: false });
}

/** Sidecars wait for all main containers and for the sidecars after them. */
function isTurn(m: Machine, cell: Cell): boolean {
  return m.cells.every(
    (other) => other.phase !== "running" || (other.container.kind !== "main" && other.index <= cell.index),
  );
}

/** A container has gone: those that waited for it have their turn. */
export function turns(m: Machine): void {
  for (const cell of m.cells) {
    const state = cell.stop;
    if (!state?.waits || state.begun || !isTurn(m, cell)) continue;
    if (state.preStop === "due" || state.preStop === "runs") continue;
    const waiting = [...m.dues].find((due) => due.cell === cell.index && due.edge === stop.turnAtGrace.id);
    if (!waiting) continue;
    m.dues.delete(waiting);
    openTerm(m, cell, state, stop.turn.id, stop.turn.span(m.node));
  }
}

/** The seconds before KILL in one concrete run: whole seconds of what preStop and waiting took. */
export function graceOf(m: Machine, due: Due): number {
  const state = m.cells[due.cell]?.stop;
  if (!state || !due.grace) return minimumGraceSeconds;
  const spent = Math.max(0, due.causeMs - state.sinceMs);
  const left = graceLeft(state.graceSeconds, state.preStop === "none" && !state.waits ? 0 : spent, 0);
  return Math.min(Math.max(left, due.grace[0]), due.grace[1]);
}

export function onStopBegins(m: Machine, cell: Cell, graceSeconds: number): void {
  if (cell.stop) cell.stop.begun = true;
  for (const due of m.dues) if (due.cell === cell.index && due.kind === "prestop-end") due.certain = false;
  cancel(m, (due) => due.cell === cell.index && (due.kind === "prestop-start" || due.kind === "stop-begins"));
  if (cell.phase !== "running") return;
  open(m, stop.term, stop.term.span(m.node, cell.behaviour.deafMs), {
    cell: cell.index,
    certain: cell.behaviour.onTerm !== "unknown",
  });
  open(m, stop.kill, stop.kill.span(m.node, graceSeconds), {
    cell: cell.index,
    detail: "137",
    path: [...m.pod.path, "terminationGracePeriodSeconds"],
  });
  if (cell.behaviour.onTerm === "unknown") {
    open(m, stop.endsSomewhen, stop.endsSomewhen.span(m.node, graceSeconds), { cell: cell.index, certain: false });
  }
}

export function onTerm(m: Machine, cell: Cell): void {
  const { onTerm: reaction } = cell.behaviour;
  if (typeof reaction === "string" || cell.phase !== "running") return;
  const span = stop.endsOnTerm.span(m.node, reaction.afterMs);
  open(m, stop.endsOnTerm, span, { cell: cell.index, detail: String(reaction.exitCode), input: true });
}
