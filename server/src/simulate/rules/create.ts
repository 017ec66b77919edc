// One container's creation: its image first, where that has to be pulled.
import { restart } from "../edges/restart.ts";
import type { Span } from "../edges/span.ts";
import { start } from "../edges/start.ts";
import { status } from "../edges/status.ts";
import { type DueOptions, open } from "./due.ts";
import type { Cell, Machine } from "./machine.ts";

/** Starts that the running sync makes itself do not wait for the worker. */
const sameSync: ReadonlySet<string> = new Set([start.sameSync.id, restart.sameSync.id]);

export function openStartOf(m: Machine, cell: Cell, edge: { id: string }, span: Span, more: DueOptions = {}): void {
  const { image, startFails } = cell.behaviour;
  const options: DueOptions = {
    cell: cell.index,
    worker: sameSync.has(edge.id) ? "sync" : "any",
    path: cell.container.path,
    ...more,
  };
  const failure = image && "reason" in image ? image.reason : startFails;
  if (failure !== undefined) {
    open(m, { id: edge.id, effect: "start-failed" }, span, { ...options, detail: failure });
  } else if (image && "pullMs" in image && cell.life < 0) {
    open(m, start.pulling, start.pulling.span(m.node), {
      ...options,
      path: [...cell.container.path, "imagePullPolicy"],
    });
  } else {
    open(m, { id: edge.id, effect: "container-started" }, span, options);
  }
}

export function onPulling(m: Machine, cell: Cell): void {
  const { image } = cell.behaviour;
  const pullMs = image && "pullMs" in image ? image.pullMs : undefined;
  open(m, start.pulled, start.pulled.span(m.node, pullMs), { cell: cell.index, input: true });
}

/** The wait between two tries is told as ImagePullBackOff. */
export function pullAgain(m: Machine, cell: Cell, reason: string): void {
  if (m.objectGone) return;
  cell.failedPulls++;
  const span = start.pullAgain.span(m.node, cell.failedPulls);
  const path = [...cell.container.path, "image"];
  open(m, start.pullAgain, span, { cell: cell.index, detail: reason, worker: "any", path });
  open(m, status.imageBackoff, status.imageBackoff.span(m.node, span.minMs), {
    cell: cell.index,
    detail: "waiting:ImagePullBackOff",
    level: `state/${cell.index}`,
    certain: false,
    path,
  });
}

export function onPulled(m: Machine, cell: Cell): void {
  open(m, start.afterPull, start.afterPull.span(m.node), { cell: cell.index, path: cell.container.path });
}
