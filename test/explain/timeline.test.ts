// What a trace says: a sentence for every event, kubectl's line at any moment, a drawing that fits a terminal.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import * as l10n from "@vscode/l10n";
import fc from "fast-check";
import { timelineText } from "../../server/src/cli/timelineText.ts";
import { age, duration, durationBetween } from "../../server/src/explain/duration.ts";
import { eventText } from "../../server/src/explain/event.ts";
import { podLineAt } from "../../server/src/explain/podLine.ts";
import { type PresetName, presetScenario } from "../../server/src/simulate/presets.ts";
import type { Scenario } from "../../server/src/simulate/scenario.ts";
import { simulate } from "../../server/src/simulate/simulate.ts";
import type { Trace } from "../../server/src/simulate/trace.ts";
import { anyPod, anyScenario } from "../simulate/arbitrary.ts";
import { podsIn } from "../traces/load.ts";

function traceOf(spec: string, scenario: Scenario | PresetName): Trace {
  const [found] = podsIn(`apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: ${spec}\n`);
  assert.ok(found);
  return simulate(found[1], typeof scenario === "string" ? presetScenario(scenario, found[1]) : scenario);
}

/** The distinct lines that kubectl prints, one after the other. */
function lines(trace: Trace): string[] {
  const found: string[] = [];
  for (let ms = -2000; ms <= trace.horizonMs; ms += 10) {
    const line = podLineAt(trace, ms);
    const text = line ? `${line.ready} ${line.status} ${line.restarts}` : "";
    if (text !== found.at(-1)) found.push(text);
  }
  return found.filter((each) => each !== "");
}

test("kubectl's line through a crash loop", () => {
  const trace = traceOf("{containers: [{name: web, image: a}]}", {
    horizonSeconds: 40,
    containers: { web: { lives: [{ exitAfterSeconds: 3, exitCode: 1 }] } },
  });
  assert.deepEqual(lines(trace), [
    "0/1 Pending 0",
    "0/1 ContainerCreating 0",
    "1/1 Running 0",
    "0/1 Error 0",
    "1/1 Running 1",
    "0/1 Error 1",
    "0/1 CrashLoopBackOff 1",
    "1/1 Running 2",
    "0/1 Error 2",
  ]);
});

test("kubectl's line through init containers, sidecars and a deletion", () => {
  const trace = traceOf(
    "{initContainers: [{name: a, image: a}, {name: b, image: b, restartPolicy: Always}], containers: [{name: web, image: a}]}",
    {
      horizonSeconds: 40,
      deleteAfterSeconds: 20,
    },
  );
  assert.deepEqual(lines(trace), [
    "0/2 Pending 0",
    "0/2 Init:0/2 0",
    "0/2 Init:1/2 0",
    "1/2 PodInitializing 0",
    "2/2 Running 0",
    "2/2 Terminating 0",
    "0/2 Completed 0",
  ]);
});

test("kubectl's line for an image that cannot be pulled", () => {
  const found = lines(traceOf("{containers: [{name: web, image: a}]}", "bad-image"));
  assert.deepEqual(found.slice(0, 5), [
    "0/1 Pending 0",
    "0/1 ContainerCreating 0",
    "0/1 ErrImagePull 0",
    "0/1 ImagePullBackOff 0",
    "0/1 ErrImagePull 0",
  ]);
});

test("times in words", () => {
  assert.deepEqual([0, 640, 9940, 12_300, 60_000, 90_000].map(duration), [
    "0 s",
    "0.6 s",
    "9.9 s",
    "12 s",
    "1 min",
    "1 min 30 s",
  ]);
  assert.equal(durationBetween(10_000, 20_700), "10–21 s");
  assert.equal(durationBetween(40_000, 62_000), "40 s – 1 min 2 s");
  assert.deepEqual(
    [5, 125, 600, 3600 * 3, 3600 * 50].map((each) => age(each * 1000)),
    ["5s", "2m5s", "10m", "3h", "2d2h"],
  );
});

const columnsOf = (line: string): number =>
  [...line].reduce((sum, sign) => sum + (/[\u2e80-\u9fff\uff00-\uff60]/.test(sign) ? 2 : 1), 0);

for (const locale of ["en", "zh-cn"])
  describe(`in ${locale}`, () => {
    before(() => {
      if (locale === "en") return;
      const path = join(import.meta.dirname, "../../l10n/bundle.l10n.zh-cn.json");
      l10n.config({ contents: JSON.parse(readFileSync(path, "utf8")) });
    });
    after(() => l10n.config({ contents: {} }));

    test("every event has its sentence, and the drawing fits 80 columns", () => {
      fc.assert(
        fc.property(
          anyPod.chain((pod) => fc.tuple(fc.constant(pod), anyScenario(pod))),
          ([pod, scenario]) => {
            const trace = simulate(pod, scenario);
            for (const event of trace.events) {
              const text = eventText(trace, event);
              assert.ok(
                text.length > 3 && text !== event.kind && !/undefined|NaN|\{\d\}/.test(text),
                `${event.kind}: ${text}`,
              );
              assert.ok(text.length <= 120, text);
            }
            for (const line of timelineText({ name: "Pod p", scenario: "x", trace, notes: [] }, 80).split("\n"))
              assert.ok(columnsOf(line) <= 80, line);
          },
        ),
        { numRuns: 300, seed: 5 },
      );
    });
  });
