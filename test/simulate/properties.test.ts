// Random pods, scenarios and phases: what holds for every one of them.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { monitor, type Observed } from "../../server/src/simulate/monitor.ts";
import { busyNode, defaultNode } from "../../server/src/simulate/node.ts";
import { behavioursOf, type Scenario } from "../../server/src/simulate/scenario.ts";
import { simulate } from "../../server/src/simulate/simulate.ts";
import type { Trace } from "../../server/src/simulate/trace.ts";
import type { SimPod } from "../../server/src/simulate/types.ts";
import { anyPod, anyScenario, randomBy } from "./arbitrary.ts";

const anyCase = anyPod.chain((pod) =>
  fc.tuple(fc.constant(pod), anyScenario(pod), fc.option(fc.nat(), { nil: undefined, freq: 4 })),
);
const runs = { numRuns: 10_000, seed: 20_260_101 };

const run = (pod: SimPod, scenario: Scenario, seed: number | undefined): Trace =>
  simulate(pod, scenario, defaultNode, seed === undefined ? {} : { choose: randomBy(seed) });

const observed = (trace: Trace): Observed[] =>
  trace.events
    .filter(({ kind }) => !kind.startsWith("turns-"))
    .map(({ kind, container, detail, typicalMs }) => ({ kind, container, detail, atMs: typicalMs }));

test("every run is in order, inside its own intervals, and allowed by the rules that watch a kubelet", () => {
  fc.assert(
    fc.property(anyCase, ([pod, scenario, seed]) => {
      const trace = run(pod, scenario, seed);
      let before = Number.NEGATIVE_INFINITY;
      for (const event of trace.events) {
        assert.ok(event.typicalMs >= before, "time goes on");
        before = event.typicalMs;
        assert.ok(
          Number.isInteger(event.typicalMs) && Number.isInteger(event.afterMinMs) && Number.isInteger(event.afterMaxMs),
          "whole milliseconds",
        );
        const cause = event.cause === undefined ? undefined : trace.events[event.cause];
        if (!cause) continue;
        const afterMs = event.typicalMs - cause.typicalMs;
        assert.ok(
          event.afterMinMs <= afterMs && afterMs <= event.afterMaxMs,
          `${event.kind} ${event.edge}: ${afterMs}`,
        );
        assert.ok(
          event.earliestMs <= event.typicalMs && event.typicalMs <= event.latestMs,
          `${event.kind} between its sums`,
        );
      }
      const verdict = monitor(pod, behavioursOf(pod, scenario), defaultNode, observed(trace), {
        isHidden: () => false,
        endMs: before,
      });
      assert.deepEqual({ outside: verdict.outside, missing: verdict.missing }, { outside: [], missing: [] });
    }),
    runs,
  );
});

test("the rules also watch a run in which some events are never recorded", () => {
  const hidden: ReadonlySet<string> = new Set([
    "prestop-start",
    "prestop-end",
    "poststart-start",
    "poststart-end",
    "sigterm",
    "deadline",
  ]);
  fc.assert(
    fc.property(anyCase, fc.nat(), ([pod, scenario], seed) => {
      const trace = simulate(pod, scenario, busyNode, { choose: randomBy(seed) });
      const events = observed(trace).filter(({ kind }) => !hidden.has(kind));
      const options = { isHidden: (kind: string) => hidden.has(kind), endMs: events.at(-1)?.atMs ?? 0 };
      const { outside, missing } = monitor(pod, behavioursOf(pod, scenario), busyNode, events, options);
      assert.deepEqual({ outside, missing }, { outside: [], missing: [] });
    }),
    { ...runs, numRuns: 3000 },
  );
});

test("the same input gives the same trace", () => {
  fc.assert(
    fc.property(anyCase, ([pod, scenario, seed]) => {
      assert.deepEqual(run(pod, scenario, seed), run(pod, scenario, seed));
    }),
    { ...runs, numRuns: 300 },
  );
});

test("a container that has ended does nothing before it is started again, a pod that is gone nothing but stop", () => {
  fc.assert(
    fc.property(anyCase, ([pod, scenario, seed]) => {
      const running = new Set<string>();
      const stopped = new Set<string>();
      let gone = false;
      for (const { kind, container = "", detail } of run(pod, scenario, seed).events) {
        if (kind === "container-started") {
          assert.ok(!running.has(container), `${container} is started once`);
          running.add(container);
          stopped.delete(container);
        }
        if (kind === "stop-begins") {
          assert.ok(!stopped.has(container), `${container} is told to stop once`);
          stopped.add(container);
        }
        if (kind === "exited" || kind === "killed") {
          assert.ok(running.delete(container), `${container} ends once`);
        }
        if (["sigterm", "probe-result", "liveness-kill", "startup-kill", "poststart-start"].includes(kind)) {
          assert.ok(running.has(container), `${kind} of a container that runs (${detail})`);
        }
        if (gone)
          assert.ok(
            !["ready-true", "pod-phase", "state", "endpoint-added", "delete-request"].includes(kind),
            `${kind} of a pod that is gone`,
          );
        if (kind === "pod-removed") gone = true;
      }
    }),
    { ...runs, numRuns: 2000 },
  );
});
