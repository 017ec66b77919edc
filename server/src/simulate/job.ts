// A Job's pods one after another. Of pods that run side by side one is followed: they are all alike.
import { job as edges } from "./edges/job.ts";
import { type Span, seconds } from "./edges/span.ts";
import type { Node } from "./node.ts";
import { renumbered } from "./order.ts";
import { containersOf, mostEvents, type SimulateOptions, simulatePod } from "./pod.ts";
import { horizonMs, type Scenario } from "./scenario.ts";
import type { Trace, TraceEvent } from "./trace.ts";
import type { FieldPath, SimJob, SimPod } from "./types.ts";

interface Next {
  readonly after: TraceEvent;
  readonly span: Span;
}

interface Cut {
  /** On the trace's clock. */
  readonly atMs: number;
  readonly event: Omit<TraceEvent, "id" | "cause">;
  /** Id in the pod's own trace. */
  readonly cause: number;
}

export function simulateJob(pod: SimPod, job: SimJob, scenario: Scenario, node: Node, options: SimulateOptions): Trace {
  const end = horizonMs(scenario);
  const cap = options.mostEvents ?? mostEvents;
  const events: TraceEvent[] = [];
  const needed = Math.ceil(job.completions / Math.max(1, job.parallelism));
  let [done, failures, truncated] = [0, 0, false];
  let stored: Next | undefined;
  for (let index = 0; events.length < cap; index++) {
    const atMs = stored ? stored.after.typicalMs + stored.span.typicalMs : undefined;
    if (atMs !== undefined && atMs > end) break;
    const run = runOf(
      pod,
      job,
      scenario,
      node,
      { ...options, mostEvents: cap - events.length },
      atMs,
      events[0]?.typicalMs,
    );
    const first = events.length;
    truncated = run.trace.truncated;
    for (const event of run.trace.events) {
      const typicalMs = event.typicalMs + run.shiftMs;
      if (typicalMs <= end)
        events.push(widened(moved(event, first, index, run.shiftMs, event.id === 0 ? stored : undefined), stored));
    }
    const last = events.findLast(
      ({ kind, detail, pod: which }) => which === index && kind === "pod-phase" && isFinal(detail),
    );
    if (run.cut) {
      const { event, cause } = run.cut;
      if (event.typicalMs <= end) events.push({ ...event, id: events.length, cause: cause + first, pod: index });
      break;
    }
    if (!last) break;
    if (last.detail === "Succeeded") done++;
    else failures++;
    if (done >= needed || failures > job.backoffLimit) {
      const edge = done >= needed ? edges.complete : edges.failed;
      const path: FieldPath = [...pod.workload.path, "spec", done >= needed ? "completions" : "backoffLimit"];
      const event = after(
        last,
        edge.id,
        edge.effect,
        edge.span(node),
        path,
        done >= needed ? undefined : "BackoffLimitExceeded",
      );
      if (event.typicalMs <= end) events.push({ ...event, id: events.length, cause: last.id });
      break;
    }
    stored = { after: last, span: edges.next.span(node, last.detail === "Succeeded" ? 0 : failures) };
  }
  events.sort((a, b) => a.typicalMs - b.typicalMs || a.id - b.id);
  return {
    horizonMs: end,
    containers: containersOf(pod),
    truncated,
    measured: false,
    events: renumbered(events),
  };
}

const isFinal = (detail: string | undefined): boolean => detail === "Succeeded" || detail === "Failed";

/** One pod, deleted where the Job gives up: at its deadline, or after too many restarts under OnFailure. */
function runOf(
  pod: SimPod,
  job: SimJob,
  scenario: Scenario,
  node: Node,
  options: SimulateOptions,
  atMs: number | undefined,
  jobStartMs: number | undefined,
) {
  const alone = simulatePod(pod, { ...scenario, deleteAfterSeconds: undefined }, node, options);
  const own = alone.events[0]?.typicalMs ?? 0;
  const shiftMs = atMs === undefined ? 0 : atMs - own;
  // The scenario's deletion has its moment on the trace's clock: it meets the pod that is there then.
  const deletedMs = seconds(scenario.deleteAfterSeconds ?? Number.POSITIVE_INFINITY) - shiftMs;
  const isDeleted = deletedMs >= 0 && deletedMs <= horizonMs(scenario);
  const trace = isDeleted
    ? simulatePod(pod, { ...scenario, deleteAfterSeconds: deletedMs / 1000 }, node, options)
    : alone;
  const cut = earliest(
    tooManyRestarts(pod, job, trace, node),
    pastDeadline(pod, job, trace, node, (jobStartMs ?? own) - shiftMs),
  );
  if (!cut || (isDeleted && deletedMs <= cut.atMs)) return { trace, shiftMs, cut: undefined };
  const ended = simulatePod(pod, { ...scenario, deleteAfterSeconds: Math.max(0, cut.atMs) / 1000 }, node, options);
  const event = {
    ...cut.event,
    typicalMs: cut.event.typicalMs + shiftMs,
    earliestMs: cut.event.earliestMs + shiftMs,
    latestMs: cut.event.latestMs + shiftMs,
  };
  return { trace: ended, shiftMs, cut: { ...cut, event } };
}

const earliest = (a: Cut | undefined, b: Cut | undefined): Cut | undefined =>
  a && b ? (a.atMs <= b.atMs ? a : b) : (a ?? b);

/** Under OnFailure the restarts of the pod's containers count: as many as backoffLimit end the Job. */
function tooManyRestarts(pod: SimPod, { backoffLimit }: SimJob, { events }: Trace, node: Node): Cut | undefined {
  if (pod.restartPolicy !== "OnFailure") return undefined;
  const restarts = events.filter(({ kind, life = 0 }) => kind === "container-started" && life > 0);
  const one = restarts[Math.max(1, backoffLimit) - 1];
  if (!one) return undefined;
  const path = [...pod.workload.path, "spec", "backoffLimit"];
  const event = after(one, edges.failed.id, "job-failed", edges.failed.span(node), path, "BackoffLimitExceeded");
  return { atMs: event.typicalMs, event, cause: one.id };
}

function pastDeadline(pod: SimPod, job: SimJob, { events }: Trace, node: Node, startMs: number): Cut | undefined {
  const [stored] = events;
  if (job.activeDeadlineSeconds === undefined || !stored) return undefined;
  const span = edges.deadline.span(node, job.activeDeadlineSeconds);
  const left = { ...stored, typicalMs: startMs, earliestMs: startMs, latestMs: startMs };
  const event = after(
    left,
    edges.deadline.id,
    "job-failed",
    span,
    [...pod.workload.path, "spec", "activeDeadlineSeconds"],
    "DeadlineExceeded",
  );
  const ended = events.find(({ kind, detail }) => kind === "pod-phase" && isFinal(detail));
  return ended && ended.typicalMs <= event.typicalMs ? undefined : { atMs: event.typicalMs, event, cause: stored.id };
}

function after(
  cause: TraceEvent,
  edge: string,
  kind: TraceEvent["kind"],
  span: Span,
  path: FieldPath,
  detail: string | undefined,
): Omit<TraceEvent, "id" | "cause"> {
  return {
    kind,
    edge,
    afterMinMs: span.minMs,
    afterMaxMs: span.maxMs,
    earliestMs: cause.earliestMs + span.minMs,
    latestMs: cause.latestMs + span.maxMs,
    typicalMs: cause.typicalMs + span.typicalMs,
    path,
    ...(detail === undefined ? {} : { detail }),
  };
}

function moved(event: TraceEvent, first: number, pod: number, byMs: number, stored: Next | undefined): TraceEvent {
  const cause = event.cause === undefined ? stored?.after.id : event.cause + first;
  return {
    ...event,
    id: event.id + first,
    pod,
    ...(cause === undefined ? {} : { cause }),
    ...(stored ? { edge: edges.next.id, afterMinMs: stored.span.minMs, afterMaxMs: stored.span.maxMs } : {}),
    earliestMs: event.earliestMs + byMs,
    latestMs: event.latestMs + byMs,
    typicalMs: event.typicalMs + byMs,
  };
}

/** A later pod may begin as early and as late as the one before lets it. */
function widened(event: TraceEvent, stored: Next | undefined): TraceEvent {
  if (!stored || event.input) return event;
  const { after: before, span } = stored;
  const begins = before.typicalMs + span.typicalMs;
  return {
    ...event,
    earliestMs: event.earliestMs + before.earliestMs + span.minMs - begins,
    latestMs: event.latestMs + before.latestMs + span.maxMs - begins,
  };
}
