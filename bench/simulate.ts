// `node --import ./test/register.mjs bench/simulate.ts`: how long the simulator takes, and how many events it makes.

import type { Scenario } from "../server/src/simulate/scenario.ts";
import { simulate } from "../server/src/simulate/simulate.ts";
import type { SimPod, SimProbe } from "../server/src/simulate/types.ts";

const probe: SimProbe = {
  handler: "httpGet",
  initialDelaySeconds: 0,
  periodSeconds: 10,
  timeoutSeconds: 1,
  successThreshold: 1,
  failureThreshold: 3,
  path: [],
};
const pod: SimPod = {
  workload: { kind: "Pod", path: [] },
  restartPolicy: "Always",
  terminationGracePeriodSeconds: 30,
  containers: [
    {
      name: "app",
      kind: "main",
      imagePullPolicy: "IfNotPresent",
      restartRules: [],
      probes: { startup: probe, liveness: probe, readiness: probe },
      path: [],
    },
  ],
  path: [],
  notes: [],
};
const cases: Readonly<Record<string, Scenario>> = {
  "10 min, three probes": { horizonSeconds: 600 },
  "10 min, three probes every second": { horizonSeconds: 600 },
  "a day of crashes": {
    horizonSeconds: 86_400,
    containers: { app: { lives: [{ exitAfterSeconds: 3, exitCode: 1 }] } },
  },
  "a day, healthy": { horizonSeconds: 86_400 },
};

for (const [name, scenario] of Object.entries(cases)) {
  const often = name.includes("second") ? { ...probe, periodSeconds: 1 } : probe;
  const [app] = pod.containers;
  const subject = app
    ? { ...pod, containers: [{ ...app, probes: { startup: often, liveness: often, readiness: often } }] }
    : pod;
  for (let warm = 0; warm < 20; warm++) simulate(subject, scenario);
  const times: number[] = [];
  let events = 0;
  let truncated = false;
  for (let run = 0; run < 30; run++) {
    const from = performance.now();
    ({
      events: { length: events },
      truncated,
    } = simulate(subject, scenario));
    times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)] ?? 0;
  console.log(
    `${name.padEnd(36)}${median.toFixed(2).padStart(8)} ms ${String(events).padStart(6)} events${truncated ? ", cut" : ""}`,
  );
}
