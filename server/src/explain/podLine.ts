// What `kubectl get pod` would print at a moment of a trace: READY, STATUS, RESTARTS, AGE, by the rules of its printer.
import type { Trace, TraceContainer } from "../simulate/trace.ts";
import { age } from "./duration.ts";

export interface PodLine {
  readonly ready: string;
  readonly status: string;
  readonly restarts: number;
  readonly age: string;
}

interface Shown {
  state: string;
  life: number;
  ready: boolean;
  started: boolean;
}

/** undefined before the pod is stored and after it is removed. */
export function podLineAt(trace: Trace, atMs: number): PodLine | undefined {
  const containers = new Map<string, Shown>();
  let stored: number | undefined;
  let [phase, deleting, initialized, podReady] = ["Pending", false, false, false];
  for (const { kind, container, detail = "", life = 0, typicalMs } of trace.events) {
    if (typicalMs > atMs) break;
    const shown = container === undefined ? undefined : containers.get(container);
    if (kind === "stored") {
      stored = typicalMs;
      [phase, deleting, initialized, podReady] = ["Pending", false, false, false];
      for (const { name } of trace.containers)
        containers.set(name, { state: "", life: 0, ready: false, started: false });
    } else if (kind === "pod-removed") stored = undefined;
    else if (kind === "deletion-seen") deleting = true;
    else if (kind === "pod-phase") phase = detail;
    else if (kind === "pod-initialized-true") initialized = true;
    else if (kind.startsWith("pod-ready")) podReady = kind === "pod-ready-true";
    else if (shown && kind === "state") {
      shown.state = detail;
      shown.life = life;
    } else if (shown && kind.startsWith("ready-")) shown.ready = kind === "ready-true";
    else if (shown && kind.startsWith("started-")) shown.started = kind === "started-true";
  }
  if (stored === undefined) return undefined;
  const all = trace.containers.map((each) => ({
    ...each,
    shown: containers.get(each.name) ?? { state: "", life: 0, ready: false, started: false },
  }));
  const counted = all.filter(({ kind }) => kind !== "init");
  const restarts = all.filter(({ kind }) => (initialized ? kind !== "init" : kind !== "main"));
  const word = statusOf(all, phase, initialized, podReady);
  return {
    ready: `${counted.filter(({ shown }) => shown.ready).length}/${counted.length}`,
    status: deleting && phase !== "Succeeded" && phase !== "Failed" ? "Terminating" : word,
    restarts: restarts.reduce((sum, { shown }) => sum + shown.life, 0),
    age: age(atMs - stored),
  };
}

type Known = TraceContainer & { readonly shown: Shown };

function statusOf(all: readonly Known[], phase: string, initialized: boolean, podReady: boolean): string {
  const inits = all.filter(({ kind }) => kind !== "main");
  let word = phase;
  let stopped = false;
  for (const [index, { kind, shown }] of inits.entries()) {
    const [what, reason = "", code] = shown.state.split(":");
    // Without a status the kubelet has not spoken yet.
    if (what === "" || (what === "terminated" && code === "0")) continue;
    if (kind === "sidecar" && shown.started) continue;
    stopped = true;
    if (what === "terminated") word = `Init:${reason}`;
    else if (what === "waiting" && reason !== "" && reason !== "PodInitializing") word = `Init:${reason}`;
    else word = `Init:${index}/${inits.length}`;
    break;
  }
  if (stopped && !initialized) return word;
  let runs = false;
  // The status lists containers by name, and the printer goes from the last to the first.
  const mains = all.filter(({ kind }) => kind === "main").sort((a, b) => (a.name < b.name ? 1 : -1));
  for (const { shown } of mains) {
    const [what, reason = ""] = shown.state.split(":");
    if (what === "waiting" && reason !== "") word = reason;
    else if (what === "terminated") word = reason;
    else if (what === "running" && shown.ready) runs = true;
  }
  if (word !== "Completed" || !mains.some(({ shown }) => shown.state === "running")) return word;
  const failed = mains.find(({ shown }) => /^terminated:.*:(?!0$)/.test(shown.state));
  if (runs && podReady) return "Running";
  return failed ? (failed.shown.state.split(":")[1] ?? word) : "NotReady";
}
