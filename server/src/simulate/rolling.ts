// A Deployment's pods as they take turns in a rolling update. Read in the controllers, not measured: the trace says so.
import { rollout as edges } from "./edges/rollout.ts";
import { between, type Span } from "./edges/span.ts";
import { defaultNode, type Node } from "./node.ts";
import { renumbered } from "./order.ts";
import { containersOf, simulatePod } from "./pod.ts";
import { horizonMs, type Scenario } from "./scenario.ts";
import type { Trace, TraceEvent } from "./trace.ts";
import type { FieldPath, SimPod, SimRollout } from "./types.ts";

type Said = { readonly id: string; readonly span: Span };

/** The new pods do as the scenario says, the old ones are ready until they are deleted. Old pods have the first numbers. */
export function simulateRollout(
  pod: SimPod,
  rollout: SimRollout,
  scenario: Scenario = {},
  node: Node = defaultNode,
): Trace {
  const { replicas, maxSurge, maxUnavailable, minReadySeconds, progressDeadlineSeconds } = rollout;
  const recreate = rollout.strategy === "Recreate";
  const turns = turnsOf(pod, scenario, node);
  const spec = [...pod.workload.path, "spec"];
  const limit = (name: string): FieldPath => [...spec, "strategy", "rollingUpdate", name];
  const events: TraceEvent[] = [];
  let [old, made, available, removed] = [replicas, 0, 0, 0];

  const say = (
    kind: TraceEvent["kind"],
    number: number,
    cause: TraceEvent,
    { id, span }: Said,
    path?: FieldPath,
  ): TraceEvent => {
    const event: TraceEvent = {
      id: events.length,
      kind,
      pod: number,
      cause: cause.id,
      edge: id,
      afterMinMs: span.minMs,
      afterMaxMs: span.maxMs,
      earliestMs: cause.earliestMs + span.minMs,
      latestMs: cause.latestMs + span.maxMs,
      typicalMs: cause.typicalMs + span.typicalMs,
      ...(path ? { path } : {}),
    };
    events.push(event);
    return event;
  };

  /** What the controllers do when they look: pods that are being deleted count for nothing. */
  const look = (cause: TraceEvent): TraceEvent[] => {
    const coming: TraceEvent[] = [];
    // A deletion makes room for the next pod.
    let room = cause;
    for (let changed = true; changed; ) {
      changed = false;
      const mayCreate = recreate ? removed === replicas : old + made < replicas + maxSurge;
      if (made < replicas && mayCreate) {
        const stored = say(
          "stored",
          replicas + made++,
          room,
          { id: edges.creates.id, span: edges.creates.span(node) },
          limit("maxSurge"),
        );
        if (turns.ready)
          coming.push(say("pod-ready-true", stored.pod ?? 0, stored, { id: "pod-ready", span: turns.ready }));
        changed = true;
      }
      const spare = recreate ? old : old + made - (replicas - maxUnavailable) - (made - available);
      if (old > 0 && spare > 0) {
        const wait = cause.kind === "pod-ready-true" ? minReadySeconds : 0;
        const span = edges.deletes.span(node, wait);
        const asked = say("delete-request", --old, cause, { id: edges.deletes.id, span }, limit("maxUnavailable"));
        coming.push(say("pod-removed", asked.pod ?? 0, asked, { id: "pod-gone", span: turns.removed }));
        room = asked;
        changed = true;
      }
    }
    return coming;
  };

  const begin: TraceEvent = {
    id: 0,
    kind: "stored",
    afterMinMs: 0,
    afterMaxMs: 0,
    earliestMs: 0,
    latestMs: 0,
    typicalMs: 0,
    input: true,
  };
  events.push(begin);
  let progress = begin;
  const queue = look(begin);
  while (queue.length > 0) {
    queue.sort((a, b) => b.typicalMs - a.typicalMs);
    const next = queue.pop();
    if (!next) break;
    if (next.kind === "pod-ready-true") {
      available++;
      progress = next;
    } else {
      removed++;
    }
    queue.push(...look(next));
  }
  const done = available >= replicas;
  const edge = done ? edges.complete : edges.stuck;
  const span = done ? edges.complete.span(node, minReadySeconds) : edges.stuck.span(node, progressDeadlineSeconds);
  say(edge.effect, 0, progress, { id: edge.id, span }, [...spec, done ? "minReadySeconds" : "progressDeadlineSeconds"]);
  const end = horizonMs(scenario);
  const seen = events
    .filter(({ typicalMs }) => typicalMs <= end)
    .sort((a, b) => a.typicalMs - b.typicalMs || a.id - b.id);
  return { horizonMs: end, truncated: false, measured: false, events: renumbered(seen), containers: containersOf(pod) };
}

/** From stored to Ready, and from the deletion to the end, as one pod of this kind has them; never ready is undefined. */
function turnsOf(pod: SimPod, scenario: Scenario, node: Node): { ready: Span | undefined; removed: Span } {
  const horizonSeconds = 3600;
  const { containers } = scenario;
  const told = containers ? { containers } : {};
  const begins = simulatePod(pod, { ...told, horizonSeconds }, node);
  const ends = simulatePod(pod, { ...told, horizonSeconds, deleteAfterSeconds: 600 }, node);
  const time = (trace: Trace, from: TraceEvent["kind"], to: TraceEvent["kind"]): Span | undefined => {
    const first = trace.events.find(({ kind }) => kind === from);
    const last = trace.events.find(({ kind }) => kind === to);
    if (!first || !last) return undefined;
    return between(
      last.earliestMs - first.earliestMs,
      last.latestMs - first.latestMs,
      last.typicalMs - first.typicalMs,
    );
  };
  return {
    ready: time(begins, "stored", "pod-ready-true"),
    removed: time(ends, "delete-request", "pod-removed") ?? between(0, 0),
  };
}
