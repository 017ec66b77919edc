// Scenarios and manifests as people write them: what is wrong is said by its place, and nothing throws.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { boundsOf } from "../../server/src/simulate/bounds.ts";
import { presetNames, presetScenario } from "../../server/src/simulate/presets.ts";
import { readScenario } from "../../server/src/simulate/scenarioRead.ts";
import { simulate } from "../../server/src/simulate/simulate.ts";
import type { SimPod } from "../../server/src/simulate/types.ts";
import { podsIn } from "../traces/load.ts";

function podOf(spec: string, kind = "Pod"): SimPod {
  const [found] = podsIn(`apiVersion: v1\nkind: ${kind}\nmetadata: {name: p}\nspec: ${spec}\n`);
  assert.ok(found);
  return found[1];
}
const plain = podOf("{containers: [{name: web, image: a}]}");

function problems(value: unknown): string[] {
  const read = readScenario(value, plain);
  return (read.problems ?? []).map(({ path, why }) => `${path.join(".")} ${why}`);
}

test("an ordinary scenario has no problems", () => {
  const scenario = {
    horizonSeconds: 120,
    deleteAfterSeconds: 60.5,
    containers: {
      web: {
        image: { pullSeconds: 8 },
        start: "ok",
        lives: [{ exitAfterSeconds: 1, exitCode: 1 }],
        onTerm: "ignore",
        postStart: { takesSeconds: 6, result: "success" },
        probes: {
          liveness: { takesSeconds: 0.1, results: [{ untilSeconds: 7, result: "failure" }, { result: "success" }] },
        },
      },
    },
  };
  assert.deepEqual(readScenario(scenario, plain), { scenario });
  assert.deepEqual(readScenario(null, plain), { scenario: {} });
});

test("every mistake is told by its place", () => {
  assert.deepEqual(problems([]), [" not-a-map"]);
  assert.deepEqual(problems({ horizonSeconds: -1, deleteAfterSeconds: "5", hurry: true }), [
    "horizonSeconds out-of-range",
    "deleteAfterSeconds not-a-number",
    "hurry unknown-field",
  ]);
  assert.deepEqual(problems({ containers: { wbe: {} } }), ["containers.wbe unknown-container"]);
  assert.deepEqual(problems({ containers: { web: { onTerm: "exit", lives: {}, probes: { live: {} } } } }), [
    "containers.web.onTerm unknown-word",
    "containers.web.lives not-a-list",
    "containers.web.probes.live unknown-field",
  ]);
  assert.deepEqual(
    problems({
      containers: { web: { lives: [{ exitCode: 300 }], probes: { readiness: { results: [{ result: "maybe" }] } } } },
    }),
    ["containers.web.lives.0.exitCode out-of-range", "containers.web.probes.readiness.results.0.result unknown-word"],
  );
  assert.deepEqual(problems({ containers: JSON.parse('{"__proto__": {}}') }), [
    "containers.__proto__ unknown-container",
  ]);
});

test("anything at all can be read as a scenario, and what has no problems can be simulated", () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true }), (value) => {
      const { scenario } = readScenario(value, plain);
      if (scenario) simulate(plain, scenario);
    }),
    { numRuns: 2000, seed: 3 },
  );
});

test("numbers that the server would replace or refuse are replaced, and told", () => {
  const pod = podOf(
    "{terminationGracePeriodSeconds: -5, containers: [{name: web, image: a, livenessProbe: {periodSeconds: 0, failureThreshold: -3, timeoutSeconds: 99999999999}}]}",
  );
  assert.equal(pod.terminationGracePeriodSeconds, 1);
  const probe = pod.containers[0]?.probes.liveness;
  assert.deepEqual(
    [probe?.periodSeconds, probe?.failureThreshold, probe?.timeoutSeconds, probe?.handler],
    [10, 3, 1, "none"],
  );
  assert.deepEqual(
    pod.notes.map(({ path, why }) => `${path.at(-1)} ${why}`),
    ["timeoutSeconds out-of-range", "failureThreshold out-of-range"],
  );
});

test("a pod without containers is none; hundreds of them, and every preset, are simulated", () => {
  assert.deepEqual(podsIn("apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: []}\n"), []);
  const many = Array.from({ length: 300 }, (_, index) => `{name: c${index}, image: a}`).join(", ");
  const pods = [plain, podOf(`{containers: [${many}]}`)];
  for (const pod of pods) {
    boundsOf(pod);
    for (const name of presetNames) {
      const trace = simulate(pod, presetScenario(name, pod));
      assert.ok(trace.events.length > 0);
      for (const event of trace.events) assert.ok(Number.isInteger(event.typicalMs), `${name} ${event.kind}`);
    }
  }
  assert.ok(pods[1]?.notes.some(({ why }) => why === "out-of-range"));
});

test("a crash loop of a day ends at the event cap or the horizon, and says which", () => {
  const trace = simulate(plain, {
    horizonSeconds: 86_400,
    containers: { web: { lives: [{ exitAfterSeconds: 0, exitCode: 1 }] } },
  });
  assert.ok(trace.events.length <= 5000);
  const cut = simulate(plain, { horizonSeconds: 86_400 }, undefined, { mostEvents: 5 });
  assert.equal(cut.truncated, true);
  assert.equal(cut.events.length, 5);
});
