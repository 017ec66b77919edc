// When the kubelet runs a probe, and what follows from its result. timing.md 1 to 8.
import type { AnswerStep } from "../behaviour.ts";
import type { Node } from "../node.ts";
import type { SimProbe } from "../types.ts";
import { edge } from "./edge.ts";
import { between, type Span, seconds } from "./span.ts";

/** How long one run takes: at most the timeout, but for an exec whose child keeps stdout open. */
export function runMs(node: Node, probe: SimProbe, step: AnswerStep, outlivesTimeout: boolean): Span {
  const limit = outlivesTimeout ? Number.POSITIVE_INFINITY : seconds(probe.timeoutSeconds);
  const takes = Math.min(step.takesMs, limit);
  // An error is tried three times before it is thrown away.
  const tries = step.answer === "error" || step.answer === "unknown" ? 3 : 1;
  return between(
    takes,
    // A run that is cut off at its limit has to be ended first.
    Math.max(takes, Math.min(takes + node.exec.maxMs, limit + node.signal.maxMs) * tries),
    takes + node.exec.typicalMs,
  );
}

/** The kubelet compares whole seconds of `startedAt`, so a delay may seem up to a second shorter. */
export const delayMs = (probe: SimProbe): Span => {
  const whole = seconds(probe.initialDelaySeconds);
  return between(Math.max(0, whole - 1000), whole, whole);
};

export const probes = {
  /**
   * The first run of a life, after the container's start: the first tick after the delay and after V, when the
   * kubelet's own status shows the container. The worker's ticks know nothing of the start: one period of freedom.
   */
  first: edge(
    "first-probe",
    ["container-started", "probe-result"],
    "probe-result",
    (node: Node, probe: SimProbe, shownMs: Span, run: Span) => {
      const delay = delayMs(probe);
      const period = seconds(probe.periodSeconds);
      return between(
        Math.max(delay.minMs, shownMs.minMs) + run.minMs,
        Math.max(delay.maxMs, shownMs.maxMs) + period + run.maxMs + node.clockMs,
      );
    },
  ),
  /** The next run, result to result. A tick that falls into a run is kept: the next run follows at once. */
  next: edge("next-probe", "probe-result", "probe-result", (node: Node, probe: SimProbe, run: Span) => {
    const period = seconds(probe.periodSeconds);
    // The last run began between one whole run and one shortest run ago; its tick is what counts.
    const sinceTick = between(run.minMs, run.maxMs);
    return between(
      Math.max(run.minMs, period - sinceTick.maxMs + run.minMs) - node.clockMs,
      Math.max(period - sinceTick.minMs, 0) + run.maxMs + node.clockMs,
    );
  }),
  /** Readiness while not ready: every sync pokes, so any moment up to the next tick. */
  eager: edge(
    "eager-probe",
    ["probe-result", "container-started"],
    "probe-result",
    (node: Node, probe: SimProbe, run: Span) =>
      between(run.minMs, seconds(probe.periodSeconds) + run.maxMs + node.clockMs),
  ),
  /** Once started: readiness is poked, liveness keeps its own old tick. Both have p. */
  onceStarted: edge(
    "probe-once-started",
    "probe-result",
    "probe-result",
    (node: Node, probe: SimProbe, sinceStartMs: number, run: Span) => {
      const delay = delayMs(probe);
      return between(
        Math.max(0, delay.minMs - sinceStartMs) + run.minMs,
        Math.max(0, delay.maxMs - sinceStartMs) + seconds(probe.periodSeconds) + run.maxMs + node.clockMs,
      );
    },
  ),
  /** After an exit the worker knows of it only with the status: until then its runs fail or err. */
  stray: edge("probe-of-an-ended-container", ["exited", "killed"], "probe-result", (node: Node, probe: SimProbe) =>
    between(0, node.relist.maxMs + node.sync.maxMs + seconds(probe.timeoutSeconds) + node.clockMs),
  ),
  /** From the deciding result to the kill: the pod's worker takes it up. */
  kill: edge("probe-kill", "probe-result", "liveness-kill", (node: Node) => between(0, node.sync.maxMs, 2)),
};
