// Image references and schedules as the programs read them that decide: recorded answers of the library that the kubelet
// asks about images, and of the API server about CronJobs.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { repairedSchedule, scheduleProblem } from "../../server/src/rules/classes/cron.ts";
import { imageProblem, isPlaceholder, repairedImage } from "../../server/src/rules/images/reference.ts";

function read<T>(name: string): T[] {
  const text = readFileSync(join(import.meta.dirname, "answers", name), "utf8");
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

test("images are readable exactly where the node can read them", () => {
  const answers = read<{ image: string; readable: boolean }>("images.jsonl");
  assert.ok(answers.length > 500);
  const wrong = answers.filter(({ image, readable }) => (imageProblem(image) === undefined) !== readable);
  assert.deepEqual(wrong, []);
});

test("what is to be filled in is told from what is misspelt", () => {
  for (const image of [
    "ko://example.com/cmd",
    "gcr.io/PROJECT_ID/web",
    "gcr.io/<<PROJECT>>/web",
    "$IMAGE",
    "%IMAGE%",
    "REGION_NAME-docker.pkg.dev/a",
  ])
    assert.ok(isPlaceholder(image), image);
  for (const image of [
    "registry.example.com/Team/Web:1.0",
    "mySshImage",
    "nginx@latest",
    "https://nginx",
    "team_a/Web",
  ])
    assert.ok(!isPlaceholder(image), image);
});

test("a repaired image is readable, and the same but for case, blanks and scheme", () => {
  assert.equal(repairedImage("Registry.io/Team/Web:V1"), "Registry.io/team/web:V1");
  assert.equal(repairedImage("https://docker.io/library/nginx"), "docker.io/library/nginx");
  assert.equal(repairedImage(" nginx"), "nginx");
  assert.equal(repairedImage("nginx"), undefined);
  assert.equal(repairedImage("ngi nx"), undefined);
  for (const { image } of read<{ image: string }>("images.jsonl")) {
    const repaired = repairedImage(image);
    if (repaired !== undefined) assert.equal(imageProblem(repaired), undefined, image);
  }
});

test("schedules are read exactly as the API server reads them", () => {
  const answers = read<{ schedule: string; accepted: boolean }>("schedules.jsonl");
  assert.ok(answers.length > 300);
  const wrong = answers.filter(({ schedule, accepted }) => (scheduleProblem(schedule) === undefined) !== accepted);
  assert.deepEqual(wrong, []);
});

test("a schedule is repaired only where its meaning is plain", () => {
  const repair = (schedule: string) => {
    const problem = scheduleProblem(schedule);
    return problem && repairedSchedule(schedule, problem);
  };
  assert.equal(repair("0 6 * * 7"), "0 6 * * 0");
  assert.equal(repair("0 6 * * 1-7"), "0 6 * * 0,1-6");
  assert.equal(repair("0 6 * * 0-7"), "0 6 * * 0-6");
  assert.equal(repair("0 6 * * 6-7"), "0 6 * * 0,6");
  assert.equal(repair("0 */5 * * * *"), "*/5 * * * *");
  assert.equal(repair("30 */5 * * * *"), undefined);
  assert.equal(repair("60 * * * *"), undefined);
  assert.equal(repair("@reboot"), undefined);
});
