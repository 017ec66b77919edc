// What people ask of a manifest, answered without a run: how soon and how late, for each container. Seconds since the
// start of the container, or since what the name says. timing.md 2, 6, 7, 16.

import { delayMs, probes } from "./edges/probes.ts";
import { backoffWait } from "./edges/restart.ts";
import { between, type Span, seconds, sum } from "./edges/span.ts";
import { minimumGraceSeconds } from "./edges/stop.ts";
import { defaultNode, type Node } from "./node.ts";
import { type FieldPath, type ProbeKind, probeKinds, type SimContainer, type SimPod, type SimProbe } from "./types.ts";

export interface Bound {
  readonly span: Span;
  /** The fields that decide it, the weightiest first. */
  readonly paths: readonly FieldPath[];
}

export interface ContainerBounds {
  readonly name: string;
  /** The first run of each probe, after the container's start; of those that wait for startup, after its success. */
  readonly firstCheck: { readonly [kind in ProbeKind]?: Bound };
  /** Ready after the start, if every probe succeeds from the start on. */
  readonly ready: Bound;
  /** From a hang to the decision to kill; absent without a liveness probe. */
  readonly hangNoticed: Bound | undefined;
  /** From a hang to the next life, by a program that ends on TERM at once, or not at all; no back-off yet. */
  readonly hangReplaced: Bound | undefined;
  /** A start may take so long before the container is killed for it: surely the least, never the most. */
  readonly longestStart: Bound | undefined;
  /** From the deletion to the container's end: at once on TERM, or by KILL. */
  readonly stop: Bound;
}

export function boundsOf(pod: SimPod, node: Node = defaultNode): ContainerBounds[] {
  return pod.containers.map((container) => {
    const killer = container.probes.startup ?? container.probes.liveness;
    return {
      name: container.name,
      firstCheck: firstChecks(pod, container, node),
      ready: readyAfter(pod, container, node),
      hangNoticed: container.probes.liveness && hangNoticed(container.probes.liveness, node),
      hangReplaced: container.probes.liveness && hangReplaced(pod, container, container.probes.liveness, node),
      longestStart: killer && longestStart(pod, container, killer, node),
      stop: stopTime(pod, container, node),
    };
  });
}

const at = (probe: SimProbe, ...names: (keyof SimProbe)[]): FieldPath[] => names.map((name) => [...probe.path, name]);

/** V: the kubelet's own status shows the container, after the later ones of its sync and every postStart. */
function shownAfter(pod: SimPod, container: SimContainer, node: Node): Span {
  const later =
    container.kind === "main" ? pod.containers.slice(pod.containers.indexOf(container) + 1).map(() => node.create) : [];
  const shown = sum(
    ...later.map(({ maxMs, typicalMs }) => between(0, maxMs, typicalMs)),
    { ...node.relist, typicalMs: 0 },
    node.sync,
  );
  return shown;
}

/** One run of a probe that succeeds or fails: at most its timeout. */
const oneRun = (probe: SimProbe, node: Node): Span =>
  between(0, seconds(probe.timeoutSeconds) + node.signal.maxMs + node.clockMs, node.exec.typicalMs);

function firstCheck(probe: SimProbe, shown: Span, node: Node): Span {
  const span = probes.first.span(node, probe, shown, oneRun(probe, node));
  const typical = Math.max(delayMs(probe).maxMs, shown.typicalMs) + Math.round(seconds(probe.periodSeconds) / 2);
  return between(span.minMs, span.maxMs, typical);
}

function firstChecks(pod: SimPod, container: SimContainer, node: Node): ContainerBounds["firstCheck"] {
  const found: { [kind in ProbeKind]?: Bound } = {};
  const shown = shownAfter(pod, container, node);
  for (const kind of probeKinds) {
    const probe = container.probes[kind];
    if (!probe) continue;
    const waits = kind !== "startup" && container.probes.startup !== undefined;
    const span = waits
      ? firstCheck({ ...probe, initialDelaySeconds: 0 }, between(0, 0), node)
      : firstCheck(probe, shown, node);
    found[kind] = { span, paths: at(probe, "initialDelaySeconds", "periodSeconds") };
  }
  return found;
}

function readyAfter(pod: SimPod, container: SimContainer, node: Node): Bound {
  const { startup, readiness } = container.probes;
  const shown = shownAfter(pod, container, node);
  const steps: Span[] = [];
  const paths: FieldPath[] = [];
  if (startup) {
    steps.push(firstCheck(startup, shown, node));
    paths.push(...at(startup, "periodSeconds"));
  }
  if (readiness) {
    const delay = delayMs(readiness);
    // After startup only what is left of the delay counts.
    const first = startup ? firstCheck(readiness, between(0, 0), node) : firstCheck(readiness, shown, node);
    const again = oneRun(readiness, node);
    const more = readiness.successThreshold - 1;
    const each = Math.max(seconds(readiness.periodSeconds), again.maxMs) + again.maxMs;
    steps.push(
      between(startup ? 0 : first.minMs, first.maxMs + more * each, (startup ? 0 : delay.maxMs) + node.sync.typicalMs),
    );
    paths.push(...at(readiness, "initialDelaySeconds", "periodSeconds", "successThreshold"));
  }
  if (steps.length === 0) steps.push(shown);
  return { span: sum(...steps, node.sync, node.api), paths };
}

/** The hang falls somewhere into a period; f results in a row count, and each may take its whole timeout. */
function hangNoticed(probe: SimProbe, node: Node): Bound {
  const { failureThreshold: f } = probe;
  const period = seconds(probe.periodSeconds);
  const run = oneRun(probe, node).maxMs;
  const slack = node.clockMs;
  const typical = Math.round((f - 0.5) * period);
  const span = between(Math.max(0, (f - 1) * period - slack), f * Math.max(period, run) + run + slack, typical);
  return { span, paths: at(probe, "failureThreshold", "periodSeconds", "timeoutSeconds") };
}

function hangReplaced(pod: SimPod, container: SimContainer, probe: SimProbe, node: Node): Bound {
  const noticed = hangNoticed(probe, node);
  const own = probe.terminationGracePeriodSeconds;
  const grace = own ?? pod.terminationGracePeriodSeconds;
  const stopping = stopOf(container, grace, node);
  const path =
    own === undefined
      ? [...pod.path, "terminationGracePeriodSeconds"]
      : [...probe.path, "terminationGracePeriodSeconds"];
  return { span: sum(noticed.span, node.sync, stopping, node.sync, node.create), paths: [...noticed.paths, path] };
}

function longestStart(pod: SimPod, container: SimContainer, probe: SimProbe, node: Node): Bound {
  const { failureThreshold: f } = probe;
  const run = oneRun(probe, node).maxMs;
  const more = (f - 1) * seconds(probe.periodSeconds);
  const first = firstCheck(probe, shownAfter(pod, container, node), node);
  const least = delayMs(probe).minMs + Math.max(0, more - (f > 1 ? node.clockMs : 0));
  const most = first.maxMs + (f - 1) * Math.max(seconds(probe.periodSeconds), run) + node.clockMs;
  return {
    span: between(least, most, first.typicalMs + more),
    paths: at(probe, "failureThreshold", "periodSeconds", "initialDelaySeconds"),
  };
}

/** From the order to stop to the end of one container that nothing waits for. */
function stopOf({ preStop }: SimContainer, graceSeconds: number, node: Node): Span {
  const hook = preStop && graceSeconds > 0 ? preStop : undefined;
  const slept = hook?.handler === "sleep" ? Math.min(seconds(hook.sleepSeconds ?? 0), seconds(graceSeconds)) : 0;
  const grace = seconds(Math.max(minimumGraceSeconds, graceSeconds));
  // Whole seconds are cut: a preStop that used everything leaves 2 s of its own.
  const over = hook ? seconds(minimumGraceSeconds) + node.exec.maxMs : 0;
  const delays = sum(node.sync, node.signal, node.exitSeen);
  return between(slept, grace + over + delays.maxMs, slept + delays.typicalMs);
}

/** A deletion gives at least a second; sidecars wait for the others, and may have 2 s of their own after the grace. */
function stopTime(pod: SimPod, container: SimContainer, node: Node): Bound {
  const grace = Math.max(1, pod.terminationGracePeriodSeconds);
  const alone = stopOf(container, grace, node);
  const waits = container.kind === "sidecar" ? seconds(minimumGraceSeconds) + node.sync.maxMs + node.signal.maxMs : 0;
  const paths: FieldPath[] = [[...pod.path, "terminationGracePeriodSeconds"]];
  if (container.preStop) paths.push(container.preStop.path);
  return { span: between(alone.minMs, alone.maxMs + waits, alone.typicalMs), paths };
}

/** The restart after the n-th crash in a row, counted from the exit: the first comes at once, then 10, 20, 40 … 300 s. */
export function restartAfterCrash(n: number, node: Node = defaultNode): Span {
  if (n <= 1) return sum(node.relist, node.sync, node.create);
  const delay = Math.min(node.backoffFirstMs * 2 ** Math.min(n - 2, 30), node.backoffLimitMs);
  return sum(backoffWait(delay), node.create);
}
