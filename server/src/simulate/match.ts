// Whether a recorded event's words fit what is due.
import { answersBetween } from "./behaviour.ts";
import { probes } from "./edges/probes.ts";
import { seconds } from "./edges/span.ts";
import type { Due, Machine } from "./rules/machine.ts";
import { anyRun } from "./rules/probes.ts";

/** `running#2` stands for a third life; the API only says `running`. */
const base = (detail: string | undefined): string => (detail ?? "").replace(/#.*/, "");

export function accepts(m: Machine, due: Due, detail: string | undefined, atMs: number): boolean {
  switch (due.kind) {
    case "state":
      return base(due.detail) === (detail ?? "").split(/[ #]/)[0];
    case "stop-begins":
      return due.grace !== undefined && due.grace[0] <= Number(detail) && Number(detail) <= due.grace[1];
    case "probe-result":
      return acceptsResult(m, due, detail ?? "", atMs);
    case "pod-ready-false":
    case "start-failed":
      return true;
    default:
      return due.detail === undefined || detail === undefined || due.detail === detail;
  }
}

function acceptsResult(m: Machine, due: Due, detail: string, atMs: number): boolean {
  const [kind, word] = detail.split(" ");
  const cell = m.cells[due.cell];
  const probe = due.probe && cell?.container.probes[due.probe];
  if (kind !== due.probe || !cell || !probe || !due.probe) return false;
  if (due.edge === probes.stray.id) return true;
  // The runtime's word of an end may come after the probe that met it.
  if (word !== "ok" && mayHaveEnded(m, due.cell, atMs)) return true;
  const errs = m.node.execReadinessErrsInDeletion && m.mode !== "running" && probe.handler === "exec";
  if (errs && word === "error") return true;
  const behaviour = cell.behaviour.probes[due.probe];
  const run = anyRun(m, cell, due.probe);
  const slack = m.node.clockMs;
  const steps = answersBetween(
    behaviour,
    atMs - run.maxMs - slack - cell.startedMs,
    atMs - run.minMs + slack - cell.startedMs,
  );
  return steps.some(({ answer, takesMs }) => {
    if (answer === "unknown") return true;
    return word === wordOf(answer, takesMs > seconds(probe.timeoutSeconds));
  });
}

function mayHaveEnded(m: Machine, cell: number, atMs: number): boolean {
  for (const due of m.dues) {
    if (due.cell === cell && (due.kind === "exited" || due.kind === "killed") && due.minMs - m.node.clockMs <= atMs)
      return true;
  }
  return false;
}

export function wordOf(answer: string, timedOut: boolean): "ok" | "fail" | "error" {
  if (answer === "error") return "error";
  return answer === "success" && !timedOut ? "ok" : "fail";
}

/** What the rules are told: the recorded words, but for a status the life that is meant. */
export function detailFor(due: Due, detail: string | undefined): string | undefined {
  return due.kind === "state" || detail === undefined ? due.detail : detail;
}
