// What an event changes, and what is due after it: the one place where events meet the rules.

import { lifeOf, type ProbeAnswer } from "../behaviour.ts";
import { probes } from "../edges/probes.ts";
import type { ProbeKind } from "../types.ts";
import { onPulled, onPulling } from "./create.ts";
import { cancel, occupy, release } from "./due.ts";
import { afterExitInEnd, finishIfGone, onDeadline, onDeleteRequest, stopLate, takeUp } from "./ending.ts";
import type { Cell, Happening, Machine } from "./machine.ts";
import { openEndpoints, openPodLevel } from "./outside.ts";
import { onResult, poke, shownBy, stray, straysAfterExit } from "./probes.ts";
import { afterOwnExit, afterProbeKill, onBackoff, schedule } from "./restart.ts";
import {
  afterStart,
  onPostStartBegins,
  onPostStartEnds,
  onSandboxFailed,
  onStarted,
  onStartFailed,
  onStartupDone,
  onStored,
} from "./start.ts";
import { beginStop, mayStop, onPreStopBegins, onPreStopEnds, onStopBegins, onTerm, preStopOfEnded } from "./stop.ts";

/** The moment of the event, and all that follows from it. */
export function react(m: Machine, happening: Happening): void {
  m.now = happening;
  const cell = m.cells[happening.cell];
  if (cell) reactOf(m, cell, happening);
  else reactOfPod(m, happening);
  takeUp(m);
  poke(m);
}

function reactOfPod(m: Machine, { kind, detail }: Happening): void {
  if (kind === "stored") {
    onStored(m);
    openPodLevel(m);
  } else if (kind === "delete-request" || kind === "delete-request-again") {
    onDeleteRequest(m, Number(detail), kind === "delete-request-again");
  } else if (kind === "deadline") onDeadline(m);
  else if (kind === "sandbox-failed") onSandboxFailed(m);
  else if (kind === "pod-removed") {
    m.objectGone = true;
    cancel(m, (due) => due.level !== undefined);
  }
  openEndpoints(m, kind);
}

function reactOf(m: Machine, cell: Cell, { kind, detail, due }: Happening): void {
  switch (kind) {
    case "pulling":
      return onPulling(m, cell);
    case "pulled":
      return onPulled(m, cell);
    case "container-started":
      onStarted(m, cell);
      if (m.mode !== "running") stopLate(m, cell);
      return;
    case "start-failed":
      onStartFailed(m, cell, detail ?? "");
      if (cell.phase === "exited") schedule(m, cell);
      return;
    case "poststart-start":
      return onPostStartBegins(m, cell);
    case "poststart-end":
      return onPostStartEnds(m, cell);
    case "probe-result": {
      if (due?.edge === probes.stray.id) return stray(m, cell, due.probe, due.maxMs - m.now.atMs);
      const [probe, answer] = (detail ?? "").split(" ");
      if (onResult(m, cell, probe as ProbeKind, asAnswer(answer))) onStartupDone(m, cell);
      return;
    }
    case "liveness-kill":
    case "startup-kill":
      return onProbeKill(m, cell, kind === "startup-kill" ? "startup" : "liveness");
    case "prestop-start":
      return onPreStopBegins(m, cell);
    case "prestop-end":
      return onPreStopEnds(m, cell);
    case "stop-begins":
      onStopBegins(m, cell, Number(detail));
      if (m.mode !== "running") finishIfGone(m);
      else if (cell.phase === "exited") afterStop(m, cell);
      return;
    case "sigterm":
      return onTerm(m, cell);
    case "exited":
    case "killed":
      return onExit(m, cell, Number(detail));
    case "state":
      if (due?.detail === `running#${cell.life}`) shownBy(m, cell);
      return;
    case "backoff":
      return onBackoff(m, cell, detail);
  }
}

const asAnswer = (word: string | undefined): ProbeAnswer =>
  word === "ok" ? "success" : word === "fail" ? "failure" : "error";

function onProbeKill(m: Machine, cell: Cell, kind: "liveness" | "startup"): void {
  const probe = cell.container.probes[kind];
  const own = probe?.terminationGracePeriodSeconds;
  occupy(m, "kill");
  beginStop(m, cell, kind, own ?? m.pod.terminationGracePeriodSeconds, false);
}

function onExit(m: Machine, cell: Cell, code: number): void {
  const { stop } = cell;
  cell.phase = "exited";
  cell.previousExitMs = cell.exitedMs;
  cell.exitedMs = m.now.atMs;
  cell.exitCode = code;
  cell.oomKilled = lifeOf(cell.behaviour, cell.life).oomKilled && stop === undefined;
  const over = new Set([
    "exited",
    "killed",
    "sigterm",
    "probe-result",
    "liveness-kill",
    "startup-kill",
    "poststart-start",
    "poststart-end",
  ]);
  cancel(m, (due) => due.cell === cell.index && over.has(due.kind));
  if (m.mode !== "running") {
    afterExitInEnd(m, cell);
    return;
  }
  straysAfterExit(m, cell);
  if (stop && !stop.begun) preStopOfEnded(m, cell);
  else afterStop(m, cell);
}

/** The container has gone, and the kubelet has done with stopping it: a sleeping preStop it waits for. */
function afterStop(m: Machine, cell: Cell): void {
  const { stop } = cell;
  if (stop?.why === "liveness" || stop?.why === "startup") {
    afterProbeKill(m, cell);
    return;
  }
  if (cell.hookRuns) {
    cell.hookRuns = false;
    cell.waiting = "PostStartHookError";
    if (!stop) mayStop(m, cell);
    afterStart(m, cell);
    release(m, "hook");
  }
  afterOwnExit(m, cell);
}
