// A Job's pods one after another, a Deployment's pods as they take turns.
import assert from "node:assert/strict";
import { test } from "node:test";
import { simulateRollout } from "../../server/src/simulate/rolling.ts";
import type { Scenario } from "../../server/src/simulate/scenario.ts";
import { simulate } from "../../server/src/simulate/simulate.ts";
import type { Trace } from "../../server/src/simulate/trace.ts";
import type { RestartPolicy, SimJob, SimPod, SimRollout } from "../../server/src/simulate/types.ts";

const pod = (restartPolicy: RestartPolicy, job?: SimJob): SimPod => ({
  workload: { kind: job ? "Job" : "Deployment", path: [], ...(job ? { job } : {}) },
  restartPolicy,
  terminationGracePeriodSeconds: 5,
  containers: [{ name: "app", kind: "main", imagePullPolicy: "IfNotPresent", restartRules: [], probes: {}, path: [] }],
  path: [],
  notes: [],
});
const exits = (exitCode: number): Scenario => ({
  horizonSeconds: 3600,
  containers: { app: { lives: [{ exitAfterSeconds: 2, exitCode }] } },
});
const job: SimJob = { completions: 1, parallelism: 1, backoffLimit: 3 };

function inOrder({ events }: Trace): void {
  for (const [index, event] of events.entries()) {
    assert.equal(event.id, index);
    const cause = event.cause === undefined ? undefined : events[event.cause];
    if (cause) assert.ok(cause.typicalMs <= event.typicalMs, `${event.kind} after its cause`);
  }
}

test("a Job is complete when its pod succeeds", () => {
  const trace = simulate(pod("Never", job), exits(0));
  inOrder(trace);
  assert.equal(trace.events.at(-1)?.kind, "job-complete");
});

test("failed pods are replaced after 10, 20, 40 s, until the limit is passed", () => {
  const trace = simulate(pod("Never", job), exits(1));
  inOrder(trace);
  const stored = trace.events.filter(({ kind }) => kind === "stored");
  assert.deepEqual(
    stored.map(({ afterMinMs }) => afterMinMs),
    [0, 10_000, 20_000, 40_000],
  );
  assert.equal(trace.events.at(-1)?.detail, "BackoffLimitExceeded");
});

test("under OnFailure the restarts count, and the pod is deleted", () => {
  const trace = simulate(pod("OnFailure", job), exits(1));
  inOrder(trace);
  assert.equal(trace.events.filter(({ kind }) => kind === "container-started").length, 1 + job.backoffLimit);
  assert.ok(trace.events.some(({ kind }) => kind === "job-failed"));
  assert.equal(trace.events.at(-1)?.kind, "pod-removed");
});

test("a Job past its deadline takes its pod along", () => {
  const trace = simulate(pod("Never", { ...job, activeDeadlineSeconds: 20 }), { horizonSeconds: 100 });
  inOrder(trace);
  const failed = trace.events.find(({ kind }) => kind === "job-failed");
  assert.equal(failed?.detail, "DeadlineExceeded");
  assert.ok(trace.events.some(({ kind }) => kind === "pod-removed"));
});

function counts(trace: Trace, replicas: number): { most: number; leastReady: number } {
  const ready = new Set(Array.from({ length: replicas }, (_, index) => index));
  const there = new Set(ready);
  let [most, leastReady] = [there.size, ready.size];
  for (const { kind, pod: number = 0, input } of trace.events) {
    if (kind === "stored" && !input) there.add(number);
    if (kind === "pod-ready-true") ready.add(number);
    if (kind === "delete-request") {
      ready.delete(number);
      there.delete(number);
    }
    most = Math.max(most, there.size);
    leastReady = Math.min(leastReady, ready.size);
  }
  return { most, leastReady };
}

test("a rolling update keeps to its limits and ends", () => {
  for (const replicas of [1, 2, 3, 5, 10])
    for (const [maxSurge, maxUnavailable] of [
      [1, 0],
      [0, 1],
      [2, 1],
      [3, 2],
      [10, 10],
    ] as const) {
      const rollout: SimRollout = {
        strategy: "RollingUpdate",
        replicas,
        maxSurge,
        maxUnavailable,
        minReadySeconds: 3,
        progressDeadlineSeconds: 60,
      };
      const trace = simulateRollout(pod("Always"), rollout, { horizonSeconds: 3600 });
      inOrder(trace);
      assert.equal(trace.measured, false);
      const { most, leastReady } = counts(trace, replicas);
      assert.ok(most <= replicas + maxSurge, `${most} of ${replicas} + ${maxSurge}`);
      assert.ok(leastReady >= replicas - maxUnavailable, `${leastReady} of ${replicas} - ${maxUnavailable}`);
      assert.ok(trace.events.some(({ kind }) => kind === "rollout-complete"));
    }
});

test("a rollout of pods that never get ready is stuck, and leaves the old ones", () => {
  const rollout: SimRollout = {
    strategy: "RollingUpdate",
    replicas: 4,
    maxSurge: 1,
    maxUnavailable: 1,
    minReadySeconds: 0,
    progressDeadlineSeconds: 60,
  };
  const trace = simulateRollout(pod("Always"), rollout, {
    horizonSeconds: 600,
    containers: { app: { image: "ErrImagePull" } },
  });
  inOrder(trace);
  assert.equal(trace.events.filter(({ kind }) => kind === "delete-request").length, 1);
  assert.equal(trace.events.at(-1)?.kind, "rollout-stuck");
});

test("Recreate ends all before it begins any", () => {
  const rollout: SimRollout = {
    strategy: "Recreate",
    replicas: 3,
    maxSurge: 0,
    maxUnavailable: 1,
    minReadySeconds: 0,
    progressDeadlineSeconds: 60,
  };
  const kinds = simulateRollout(pod("Always"), rollout, { horizonSeconds: 600 })
    .events.filter(({ input }) => !input)
    .map(({ kind }) => kind);
  assert.ok(kinds.lastIndexOf("pod-removed") < kinds.indexOf("stored"));
});
