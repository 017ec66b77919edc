// What follows when a container ends while its pod goes on: the next life, at once or after a back-off, or the pod's end.
import { restart } from "../edges/restart.ts";
import { status } from "../edges/status.ts";
import { delayAt } from "./backoff.ts";
import { openStartOf } from "./create.ts";
import { occupy, open, release } from "./due.ts";
import { complete, restartAll } from "./ending.ts";
import type { Cell, Machine } from "./machine.ts";
import { afterExit, policyOf } from "./policy.ts";
import { initAdvanced } from "./start.ts";
import { reveal, succeeded } from "./status.ts";

export function afterOwnExit(m: Machine, cell: Cell): void {
  if (cell.container.kind === "init" && succeeded(cell)) {
    initAdvanced(m);
    reveal(m, status.byExit);
    return;
  }
  const next = afterExit(m, cell);
  if (next === "restart") schedule(m, cell);
  else if (next === "all") restartAll(m, cell);
  else {
    reveal(m, status.byExit);
    endOfLives(m, cell);
  }
}

/** No further life of this container: the pod may be complete, or have failed in its beginning. */
function endOfLives(m: Machine, cell: Cell): void {
  const { kind } = cell.container;
  const mains = m.cells.filter(({ container }) => container.kind === "main");
  const ended = mains.every((each) => each.phase === "exited" && afterExit(m, each) === "end");
  if (kind === "init" || (kind === "main" && ended)) complete(m);
}

/** The restart after a crash: looked at when the exit is seen, waits for the back-off counted from the exit. */
export function schedule(m: Machine, cell: Cell): void {
  const exitMs = cell.exitedMs ?? m.now.atMs;
  const delayMs = delayAt(m, cell, exitMs);
  if (afterExit(m, cell) !== "restart") {
    reveal(m, status.byExit);
    endOfLives(m, cell);
    return;
  }
  cell.backoffExitMs = exitMs;
  reveal(m, status.byExit);
  if (delayMs === 0) openStartOf(m, cell, restart.atOnce, restart.atOnce.span(m.node));
  else waitFor(m, cell, delayMs, false);
}

function waitFor(m: Machine, cell: Cell, delayMs: number, sameSync: boolean): void {
  const path = [...m.pod.path, "restartPolicy"];
  const wait = restart.afterBackoff.span(m.node, delayMs);
  openStartOf(m, cell, restart.afterBackoff, wait, cell.exitedMs === undefined ? {} : { fromMs: cell.exitedMs });
  open(m, restart.backoffSaid, restart.backoffSaid.span(m.node, sameSync), {
    cell: cell.index,
    detail: `${delayMs / 1000}s`,
    worker: "any",
    path,
  });
  // The API mostly shows the exit first and the back-off shortly before its end; after a probe kill it shows at once.
  if (!sameSync) {
    const typicalMs = wait.typicalMs - m.node.create.typicalMs - m.node.sync.typicalMs;
    open(m, status.crashLoop, status.crashLoop.span(m.node, wait.maxMs, typicalMs), {
      cell: cell.index,
      detail: `waiting:CrashLoopBackOff#${cell.life}`,
      level: `state/${cell.index}`,
      certain: false,
      path,
    });
  }
}

/** The kubelet says it at every sync of the wait, as often as there are syncs. */
export function onBackoff(m: Machine, cell: Cell, detail: string | undefined): void {
  if (cell.phase !== "exited" || !cell.backoff || m.mode !== "running") return;
  const leftMs = (cell.exitedMs ?? 0) + restart.afterBackoff.span(m.node, cell.backoff.delayMs).maxMs - m.now.atMs;
  open(m, restart.backoffSaidAgain, restart.backoffSaidAgain.span(m.node, leftMs), {
    cell: cell.index,
    detail,
    certain: false,
  });
}

/**
 * The kill's own sync goes on with the restart. It asks the exit *before* this one for the back-off, so it restarts at
 * once when this life was long enough, else the next syncs count from this exit.
 */
export function afterProbeKill(m: Machine, cell: Cell): void {
  occupy(m, "restart");
  release(m, "kill");
  if (policyOf(m, cell) === "Never") {
    release(m, "restart");
    reveal(m, status.byExit);
    endOfLives(m, cell);
    return;
  }
  const { previousExitMs: previous } = cell;
  const delayMs = previous === undefined ? 0 : delayAt(m, cell, previous);
  if (previous === undefined || m.now.atMs - previous >= delayMs) {
    cell.backoffExitMs = previous;
    openStartOf(m, cell, restart.sameSync, restart.sameSync.span(m.node));
    return;
  }
  if (policyOf(m, cell) === "OnFailure" && succeeded(cell)) {
    release(m, "restart");
    reveal(m, status.byExit);
    endOfLives(m, cell);
    open(m, restart.backoffSaid, restart.backoffSaid.span(m.node, true), {
      cell: cell.index,
      detail: `${delayMs / 1000}s`,
    });
    return;
  }
  cell.backoffExitMs = m.now.atMs;
  cell.waiting = "CrashLoopBackOff";
  waitFor(m, cell, delayMs, true);
  // The kubelet looks a moment after the exit: by then the wait may just have passed.
  if (m.now.atMs - previous >= delayMs - m.node.sync.maxMs) {
    for (const due of m.dues) if (due.cell === cell.index && due.kind === "backoff") due.certain = false;
    openStartOf(m, cell, restart.sameSync, restart.sameSync.span(m.node), { certain: false });
  }
  reveal(m, status.byExit);
  release(m, "restart");
}
