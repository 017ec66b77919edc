// What is often told otherwise: each with the recorded run that shows it (test/traces/data).
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Scenario } from "../../server/src/simulate/scenario.ts";
import { simulate } from "../../server/src/simulate/simulate.ts";
import type { TraceEvent } from "../../server/src/simulate/trace.ts";
import { podsIn } from "../traces/load.ts";

function events(spec: string, scenario: Scenario): readonly TraceEvent[] {
  const [found] = podsIn(`apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: ${spec}\n`);
  assert.ok(found);
  return simulate(found[1], scenario).events;
}

const of = (all: readonly TraceEvent[], kind: string, container?: string): TraceEvent[] =>
  all.filter((event) => event.kind === kind && (container === undefined || event.container === container));
const times = (all: readonly TraceEvent[], kind: string, container?: string): number[] =>
  of(all, kind, container).map(({ typicalMs }) => typicalMs);
const always = (result: "failure" | "error" | "timeout") => ({ results: [{ result }] });
const exec = "exec: {command: [x]}";

test("failures are counted over a restart that the probe did not cause (carry-live)", () => {
  const all = events(
    `{containers: [{name: a, image: a, livenessProbe: {${exec}, periodSeconds: 2, failureThreshold: 4}}]}`,
    {
      horizonSeconds: 20,
      containers: { a: { lives: [{ exitAfterSeconds: 5, exitCode: 1 }], probes: { liveness: always("failure") } } },
    },
  );
  const second = all.findIndex(({ kind, life }) => kind === "container-started" && life === 1);
  const failures = all.slice(second).filter(({ kind }) => kind === "probe-result" || kind === "liveness-kill");
  assert.equal(
    failures.findIndex(({ kind }) => kind === "liveness-kill"),
    2,
    "two failures before the exit, two after",
  );
});

test("the first crash has no back-off, and neither has a probe's kill after a life that was long enough (live-grace-pod)", () => {
  const crash = events("{containers: [{name: a, image: a}]}", {
    containers: { a: { lives: [{ exitAfterSeconds: 1, exitCode: 1 }] } },
  });
  const [exit = 0] = times(crash, "exited");
  assert.ok((times(crash, "container-started")[1] ?? 0) - exit < 2000);
  const killed = events(
    `{containers: [{name: a, image: a, livenessProbe: {${exec}, periodSeconds: 10, failureThreshold: 3}}]}`,
    {
      horizonSeconds: 300,
      containers: { a: { probes: { liveness: always("failure") } } },
    },
  );
  assert.deepEqual(
    of(killed, "backoff")
      .slice(0, 1)
      .map(({ life }) => life),
    [4],
    "10, then 20 s are shorter than its life; 40 s are not",
  );
});

test("a probe that cannot be run never kills (missing-live)", () => {
  const all = events(
    `{containers: [{name: a, image: a, livenessProbe: {${exec}, periodSeconds: 3, failureThreshold: 2}}]}`,
    {
      containers: { a: { probes: { liveness: always("error") } } },
    },
  );
  assert.ok(of(all, "probe-result").length > 30);
  assert.deepEqual(of(all, "liveness-kill"), []);
});

test("preStop and TERM share the grace, but 2 s are always left (term-force0, live-prestop)", () => {
  const grace = (preStop: number): string[] =>
    of(
      events(
        `{terminationGracePeriodSeconds: 10, containers: [{name: a, image: a, lifecycle: {preStop: {${exec}}}}]}`,
        {
          deleteAfterSeconds: 5,
          containers: { a: { preStop: { takesSeconds: preStop } } },
        },
      ),
      "stop-begins",
    ).map(({ detail = "" }) => detail);
  assert.deepEqual([grace(4), grace(9), grace(60)], [["6"], ["2"], ["2"]]);
});

test("sidecars get TERM after the others, in reverse; 2 s where the grace was used up (sidecar-two, sidecar-no-grace-left)", () => {
  const spec =
    "{terminationGracePeriodSeconds: 6, initContainers: [{name: s1, image: a, restartPolicy: Always}, {name: s2, image: a, restartPolicy: Always}], containers: [{name: main, image: a}]}";
  const well = events(spec, { deleteAfterSeconds: 10, containers: { main: { onTerm: { exitAfterSeconds: 3 } } } });
  assert.deepEqual(
    of(well, "sigterm").map(({ container }) => container),
    ["main", "s2", "s1"],
  );
  const ignore = { onTerm: "ignore" as const };
  const badly = events(spec, { deleteAfterSeconds: 10, containers: { main: ignore, s1: ignore, s2: ignore } });
  const [s1 = 0] = times(badly, "sigterm", "s1");
  const [s2 = 0] = times(badly, "sigterm", "s2");
  assert.ok(Math.abs(s1 - s2) < 200 && Math.abs(s1 - 16_000) < 400, "together, when the grace is spent");
  assert.deepEqual(
    of(badly, "stop-begins").map(({ detail }) => detail),
    ["6", "2", "2"],
  );
});

test("deleted in the middle of a liveness kill, the container is started again, then has the whole grace", () => {
  const all = events(
    `{terminationGracePeriodSeconds: 6, containers: [{name: a, image: a, livenessProbe: {${exec}, periodSeconds: 2, failureThreshold: 2}}]}`,
    {
      deleteAfterSeconds: 5,
      containers: { a: { onTerm: "ignore", probes: { liveness: always("failure") } } },
    },
  );
  assert.equal(of(all, "container-started").length, 2);
  assert.deepEqual(
    of(all, "stop-begins").map(({ detail }) => detail),
    ["6", "6"],
  );
  assert.equal(all.at(-1)?.kind, "pod-removed");
});

test("with a grace of 0 the pod is gone from the API at once, its container 2 s later (term-force0)", () => {
  const all = events("{containers: [{name: a, image: a}]}", {
    deleteAfterSeconds: 5,
    deleteGracePeriodSeconds: 0,
    containers: { a: { onTerm: "ignore" } },
  });
  const [removed = 0] = times(all, "pod-removed");
  const [killed = 0] = times(all, "killed");
  assert.ok(removed < 5500 && killed >= 7000);
});

test("while a probe's kill lasts, a neighbour that crashes waits", () => {
  const all = events(
    `{terminationGracePeriodSeconds: 8, containers: [{name: a, image: a, livenessProbe: {${exec}, periodSeconds: 2, failureThreshold: 2}}, {name: b, image: a}]}`,
    {
      horizonSeconds: 15,
      containers: {
        a: { onTerm: "ignore", probes: { liveness: always("failure") } },
        b: { lives: [{ exitAfterSeconds: 5, exitCode: 1 }, {}] },
      },
    },
  );
  const [, again = 0] = times(all, "container-started", "b");
  const [killed = 0] = times(all, "killed", "a");
  assert.ok(again > killed && killed - (times(all, "exited", "b")[0] ?? 0) > 5000);
});

test("a sleeping preStop runs on when its container has gone (sleep-prestop-early-exit)", () => {
  const all = events(
    "{terminationGracePeriodSeconds: 10, restartPolicy: Never, containers: [{name: a, image: a, lifecycle: {preStop: {sleep: {seconds: 6}}}}]}",
    {
      deleteAfterSeconds: 4,
      containers: { a: { lives: [{ exitAfterSeconds: 6 }] } },
    },
  );
  const [phase = 0] = of(all, "pod-phase")
    .slice(-1)
    .map(({ typicalMs }) => typicalMs);
  assert.ok(phase > 10_000 && phase < 11_000);
});

test("OnFailure ends a container that a probe killed and that exits 0 only once a back-off is due (live-onfailure-exit0)", () => {
  const all = events(
    `{restartPolicy: OnFailure, containers: [{name: a, image: a, livenessProbe: {${exec}, periodSeconds: 3, failureThreshold: 2}}]}`,
    {
      containers: { a: { probes: { liveness: always("failure") } } },
    },
  );
  assert.equal(of(all, "container-started").length, 3);
  assert.equal(of(all, "pod-phase").at(-1)?.detail, "Succeeded");
});
