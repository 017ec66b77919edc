// What the kubelet's status says of containers and pod, and the due changes of what the API shows.

import type { Edge } from "../edges/edge.ts";
import { foreseen, status } from "../edges/status.ts";
import type { Node } from "../node.ts";
import type { EventKind } from "../trace.ts";
import { cancel, open } from "./due.ts";
import type { Cell, Due, Machine } from "./machine.ts";
import { restartsAfterExit } from "./policy.ts";

type StatusEdge = Edge<[node: Node]>;

/** A sync writes the status anew: everything that changed is due in the API. */
export function reveal(m: Machine, edge: StatusEdge): void {
  for (const cell of m.cells) {
    know(m, `state/${cell.index}`, stateOf(m, cell), edge);
    know(m, `started/${cell.index}`, String(isStarted(cell)), edge);
    know(m, `ready/${cell.index}`, String(isReady(cell)), edge);
  }
  if (m.initialized) know(m, "initialized", "true", edge);
  know(m, "phase", phaseOf(m), edge);
  knowPodReady(m, edge);
}

/** A probe's result changes these alone, and at once. */
export function revealProbe(m: Machine, cell: Cell, edge: StatusEdge): void {
  if (cell.phase !== "running" || !cell.shown || m.over) return;
  know(m, `started/${cell.index}`, String(isStarted(cell)), edge);
  know(m, `ready/${cell.index}`, String(isReady(cell)), edge);
  knowPodReady(m, edge);
}

/** The pod is Ready when all that it knows of its containers says so. */
export function knowPodReady(m: Machine, edge: StatusEdge): void {
  const ready =
    !m.deadlinePassed &&
    m.cells.every(({ index, container }) => container.kind === "init" || m.known.get(`ready/${index}`) === "true") &&
    m.initialized;
  know(m, "pod-ready", String(ready), edge);
}

export function know(m: Machine, key: string, value: string, edge: StatusEdge): void {
  const before = m.known.get(key);
  if (before === value) return;
  m.known.set(key, value);
  // A superseded value may still be written late, but need not.
  for (const due of m.dues) if (due.level === key) due.certain = false;
  openLevel(m, key, value, edge);
}

function openLevel(m: Machine, key: string, value: string, edge: StatusEdge): void {
  const [kind, detail, cell] = asEvent(key, value);
  if (kind === undefined) return;
  if (m.shown.get(key) === value || m.objectGone) return;
  open(m, { id: edge.id, effect: kind }, edge.span(m.node), { cell, detail, level: key });
}

/** The next life has begun: what its last end might have shown may only be late. */
export function endForeseen(m: Machine, cell: Cell): void {
  for (const due of m.dues) {
    if (due.cell !== cell.index || !foreseen.has(due.edge)) continue;
    if (due.edge === status.imageBackoff.id) m.dues.delete(due);
    else due.maxMs = Math.min(due.maxMs, m.now.atMs + m.node.api.maxMs);
  }
}

/** The API has shown a value. What it shows now may be old already: then the known one is still to come. */
export function onLevel(m: Machine, due: Due): void {
  const key = due.level;
  if (key === undefined) return;
  const value = shownBy(due);
  m.shown.set(key, value);
  const cell = m.cells[due.cell];
  if (cell && cell.phase !== "running" && due.life === cell.life && foreseen.has(due.edge))
    foresaw(m, cell, due, value);
  const known = m.known.get(key);
  if (known === value) {
    cancel(m, (other) => other.level === key && !foreseen.has(other.edge));
    return;
  }
  const waiting = [...m.dues].some((other) => other.level === key && shownBy(other) === known);
  if (!waiting && known !== undefined) openLevel(m, key, known, status.bySync);
  // The same words twice: the API may have skipped the first.
  const same = known?.replace(/#.*/, "") === value.replace(/#.*/, "");
  for (const other of m.dues) if (other.level === key && shownBy(other) === known) other.certain = !same;
}

/** The status says it from now on, until the next start. */
function foresaw(m: Machine, cell: Cell, due: Due, value: string): void {
  m.known.set(`state/${cell.index}`, value);
  if (due.edge !== status.crashLoop.id && due.edge !== status.imageBackoff.id) return;
  cell.waiting = value.replace(/^waiting:|#.*/g, "");
}

function asEvent(key: string, value: string): [EventKind | undefined, string | undefined, number] {
  const [what, index] = key.split("/");
  const cell = index === undefined ? -1 : Number(index);
  if (what === "state") return ["state", value, cell];
  if (what === "phase") return ["pod-phase", value, -1];
  if (what === "initialized") return ["pod-initialized-true", undefined, -1];
  const name = what === "started" ? "started" : what === "ready" ? "ready" : "pod-ready";
  return [`${name}-${value === "true" ? "true" : "false"}`, undefined, cell];
}

function shownBy(due: Due): string {
  if (due.kind === "state" || due.kind === "pod-phase") return due.detail ?? "";
  return due.kind.endsWith("-true") ? "true" : "false";
}

export function isStarted(cell: Cell): boolean {
  return cell.phase === "running" && cell.shown && cell.startupDone;
}

export function isReady(cell: Cell): boolean {
  if (cell.container.kind === "init") return cell.phase === "exited" && succeeded(cell);
  return isStarted(cell) && cell.ready;
}

export const succeeded = (cell: Cell): boolean => cell.exitCode === 0 && !cell.oomKilled;

/** `running#2` is the third life: the API shows it as `running`, but as a change. */
function stateOf(m: Machine, cell: Cell): string {
  if (cell.phase === "running" && cell.shown) return `running#${cell.life}`;
  const initial = m.cells.some(({ container }) => container.kind !== "main") ? "PodInitializing" : "ContainerCreating";
  if (cell.phase === "new" || cell.phase === "running") {
    if (cell.life > 0 && cell.phase === "running") return m.known.get(`state/${cell.index}`) ?? "";
    return `waiting:${cell.waiting ?? initial}`;
  }
  if (cell.waiting !== undefined && m.mode === "running" && restartsAfterExit(m, cell)) {
    return `waiting:${cell.waiting}#${cell.life}`;
  }
  const reason = cell.exitReason ?? (cell.oomKilled ? "OOMKilled" : cell.exitCode === 0 ? "Completed" : "Error");
  return `terminated:${reason}:${cell.exitCode}#${cell.life}`;
}

function phaseOf(m: Machine): string {
  const mains = m.cells.filter(({ container }) => container.kind === "main");
  if (m.over) {
    if (m.mode === "deadline") return "Failed";
    return mains.length > 0 && mains.every((cell) => cell.phase === "exited" && succeeded(cell))
      ? "Succeeded"
      : "Failed";
  }
  if (!m.initialized || m.mode === "all") return "Pending";
  return mains.every((cell) => cell.life >= 0 && (cell.phase === "exited" || cell.shown || cell.life > 0))
    ? "Running"
    : "Pending";
}
