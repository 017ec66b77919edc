// The closed forms against runs of every phase: no run outside, and some run near each end.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { boundsOf, restartAfterCrash } from "../../server/src/simulate/bounds.ts";
import { defaultNode } from "../../server/src/simulate/node.ts";
import type { ContainerScenario } from "../../server/src/simulate/scenario.ts";
import { simulate } from "../../server/src/simulate/simulate.ts";
import type { Trace, TraceEvent } from "../../server/src/simulate/trace.ts";
import type { ProbeKind, SimPod, SimProbe } from "../../server/src/simulate/types.ts";
import { randomBy } from "./arbitrary.ts";

const anyProbe: fc.Arbitrary<SimProbe> = fc.record({
  handler: fc.constant("httpGet" as const),
  initialDelaySeconds: fc.integer({ min: 0, max: 15 }),
  periodSeconds: fc.integer({ min: 1, max: 15 }),
  timeoutSeconds: fc.integer({ min: 1, max: 3 }),
  successThreshold: fc.constant(1),
  failureThreshold: fc.integer({ min: 1, max: 4 }),
  path: fc.constant(["probe"]),
});

function podWith(kind: ProbeKind, probe: SimProbe, terminationGracePeriodSeconds = 30): SimPod {
  const app = { name: "app", kind: "main", imagePullPolicy: "IfNotPresent", restartRules: [], path: [] } as const;
  const containers = [{ ...app, probes: { [kind]: probe } }];
  return {
    workload: { kind: "Pod", path: [] },
    restartPolicy: "Always",
    terminationGracePeriodSeconds,
    containers,
    path: [],
    notes: [],
  };
}

/** One moment of each of many runs that differ in phase only. */
function moments(
  pod: SimPod,
  told: ContainerScenario,
  pick: (trace: Trace) => number | undefined,
  horizonSeconds = 200,
): number[] {
  const found: number[] = [];
  for (let seed = 0; seed < 40; seed++) {
    const trace = simulate(pod, { horizonSeconds, containers: { app: told } }, defaultNode, {
      choose: randomBy(seed * 7919),
    });
    const ms = pick(trace);
    if (ms !== undefined) found.push(ms);
  }
  return found;
}

const first = (trace: Trace, which: (event: TraceEvent) => boolean): number | undefined =>
  trace.events.find(which)?.typicalMs;

function check(found: readonly number[], span: { minMs: number; maxMs: number }, slackMs: number, what: string): void {
  assert.ok(found.length > 0, `${what} happens`);
  const [least, most] = [Math.min(...found), Math.max(...found)];
  assert.ok(least >= span.minMs && most <= span.maxMs, `${what}: ${least}..${most} in ${span.minMs}..${span.maxMs}`);
  assert.ok(least <= span.minMs + slackMs, `${what}: ${least} comes near ${span.minMs}`);
  assert.ok(most >= span.maxMs - slackMs, `${what}: ${most} comes near ${span.maxMs}`);
}

const runs = { numRuns: 150, seed: 7 };
/** One period, and what one run of the probe may take: the kubelet's choice and the program's. */
const near = (probe: SimProbe, times = 1) => probe.periodSeconds * 1000 + times * (probe.timeoutSeconds * 1000 + 1500);

test("first check", () => {
  fc.assert(
    fc.property(anyProbe, (probe) => {
      const pod = podWith("liveness", probe);
      const span = boundsOf(pod)[0]?.firstCheck.liveness?.span;
      assert.ok(span);
      check(
        moments(pod, {}, (trace) => first(trace, ({ kind }) => kind === "probe-result"), 60),
        span,
        near(probe),
        "first check",
      );
    }),
    runs,
  );
});

test("a hang is noticed, and the container replaced", () => {
  fc.assert(
    fc.property(anyProbe, fc.integer({ min: 2, max: 9 }), (probe, grace) => {
      const pod = podWith("liveness", probe, grace);
      const bounds = boundsOf(pod)[0];
      assert.ok(bounds?.hangNoticed && bounds.hangReplaced);
      const hang = 40 + probe.periodSeconds;
      const noticed: number[] = [];
      const replaced: number[] = [];
      for (const result of ["failure", "timeout"] as const) {
        for (const onTerm of ["ignore", { exitAfterSeconds: 0 }] as const) {
          const told = {
            onTerm,
            probes: {
              liveness: { takesSeconds: 0, results: [{ untilSeconds: hang, result: "success" as const }, { result }] },
            },
          };
          noticed.push(
            ...moments(pod, told, (trace) => first(trace, ({ decides }) => decides === true)).map(
              (ms) => ms - hang * 1000,
            ),
          );
          replaced.push(
            ...moments(pod, told, (trace) =>
              first(trace, ({ kind, life }) => kind === "container-started" && life === 1),
            ).map((ms) => ms - hang * 1000),
          );
        }
      }
      check(noticed, bounds.hangNoticed.span, near(probe, probe.failureThreshold + 1), "hang noticed");
      check(replaced, bounds.hangReplaced.span, near(probe, probe.failureThreshold + 2), "hang replaced");
    }),
    { ...runs, numRuns: 60 },
  );
});

test("the longest start that is allowed", () => {
  fc.assert(
    fc.property(anyProbe, (probe) => {
      const pod = podWith("startup", probe);
      const span = boundsOf(pod)[0]?.longestStart?.span;
      assert.ok(span);
      const found = (["failure", "timeout"] as const).flatMap((result) =>
        moments(pod, { probes: { startup: { takesSeconds: 0, results: [{ result }] } } }, (trace) =>
          first(trace, ({ decides }) => decides === true),
        ),
      );
      check(found, span, near(probe, probe.failureThreshold + 1), "longest start");
    }),
    { ...runs, numRuns: 60 },
  );
});

test("the restarts of a crash loop", () => {
  const app = podWith("liveness", {
    handler: "exec",
    initialDelaySeconds: 0,
    periodSeconds: 600,
    timeoutSeconds: 1,
    successThreshold: 1,
    failureThreshold: 3,
    path: [],
  });
  const told = { lives: [{ exitAfterSeconds: 1, exitCode: 1 }] };
  for (let n = 1; n <= 8; n++) {
    const gap = (trace: Trace): number | undefined => {
      const start = trace.events.find(({ kind, life }) => kind === "container-started" && life === n);
      const exits = trace.events.filter(({ kind, life }) => kind === "exited" && life === n - 1);
      const exit = exits.at(-1);
      return start && exit ? start.typicalMs - exit.typicalMs : undefined;
    };
    const span = restartAfterCrash(n);
    check(moments(app, told, gap, 3600), span, Math.max(600, (span.maxMs - span.minMs) / 3), `restart ${n}`);
  }
});
