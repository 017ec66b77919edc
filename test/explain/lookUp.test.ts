// `explain WORD`: which meanings a word has, and the nearest word for one that has none.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { lookUp, nearestWord } from "../../server/src/explain/lookUp.ts";
import { docIds } from "../../server/src/knowledge/docs.ts";
import { newest } from "../../server/src/knowledge/versions.ts";

const root = join(import.meta.dirname, "../..");
const titles = (word: string, minor = newest) =>
  lookUp(word, { minor, locale: "en" }).map((each) => each.split("\n")[0]?.replace(/\*\*|`/g, ""));

test("fields, alone and with what holds them", () => {
  assert.deepEqual(titles("periodSeconds"), ["periodSeconds integer · Probe"]);
  assert.deepEqual(titles("restartPolicy"), [
    "restartPolicy string · PodSpec",
    "restartPolicy string · Container",
    "restartPolicy string · ContainerResizePolicy",
  ]);
  for (const word of ["Probe.terminationGracePeriodSeconds", "livenessProbe.terminationGracePeriodSeconds"])
    assert.deepEqual(titles(word), ["terminationGracePeriodSeconds integer · Probe"]);
  assert.deepEqual(titles("spec.containers[0].image"), ["image string · Container"]);
  assert.deepEqual(titles("replicas"), ["replicas integer · DeploymentSpec"]);
});

test("phases, reasons, conditions, kinds and values", () => {
  assert.deepEqual(titles("Pending"), ["Pending · phase of a pod"]);
  assert.deepEqual(titles("CrashLoopBackOff"), ["CrashLoopBackOff · reason of a waiting container"]);
  assert.deepEqual(titles("Init:ErrImagePull"), ["Init:ErrImagePull · reason of a waiting container"]);
  assert.deepEqual(titles("Init:0/2"), ["Init:0/2 · kubectl's STATUS column only"]);
  assert.deepEqual(titles("Failed"), [
    "Failed · phase of a pod",
    "Failed · condition of Job",
    "Failed · event",
    "Failed · value of JobSpec.podReplacementPolicy",
  ]);
  assert.deepEqual(titles("Deployment"), ["Deployment · kind"]);
  assert.deepEqual(titles("OrderedReady"), ["OrderedReady · value of StatefulSetSpec.podManagementPolicy"]);
});

test("exit codes, ports and signals", () => {
  assert.deepEqual(titles("137"), ["137 · exit code"]);
  assert.deepEqual(titles("42"), ["42 · exit code"]);
  assert.deepEqual(titles("10250"), ["10250 · default port of kubelet"]);
  assert.deepEqual(titles("31000"), ["31000 · port of the NodePort range"]);
  for (const word of ["TERM", "SIGTERM", "sigterm"]) assert.deepEqual(titles(word), ["SIGTERM · signal 15"]);
});

test("case does not matter where one word is meant; else the nearest is named", () => {
  assert.deepEqual(titles("crashloopbackoff"), titles("CrashLoopBackOff"));
  for (const word of ["CrashLoopBackof", "periodSecond", "8080", "", "toString", "constructor"])
    assert.deepEqual(titles(word), [], word);
  assert.equal(nearestWord("CrashLoopBackof"), "CrashLoopBackOff");
  assert.equal(nearestWord("livnessProbe"), "livenessProbe");
  assert.equal(nearestWord("zzzzzzzzzz"), undefined);
});

test("every doc can be looked up", () => {
  const lost = docIds("en").filter((id) => {
    if (/^(?:default|any)\b/.test(id)) return false;
    const word =
      / (.*)$/.exec(id)?.[1] ?? /=(.*)$/.exec(id)?.[1] ?? id.slice(id.lastIndexOf("/") + 1).replace(/^v\d\w*\./, "");
    return titles(word).length === 0;
  });
  assert.deepEqual(lost, []);
});

const run = (...args: string[]) =>
  new Promise<{ code: unknown; out: string; err: string }>((done) => {
    const program = ["--import", "./test/register.mjs", "server/src/cli.ts", "explain", ...args];
    execFile(process.execPath, program, { cwd: root, env: { ...process.env, LC_ALL: "C" } }, (error, out, err) =>
      done({ code: error?.code ?? 0, out, err }),
    );
  });

test("the command: words on the output and 0, or one sentence and 2", async () => {
  const [known, chinese, unknown, none] = await Promise.all([
    run("DeadlineExceeded"),
    run("exitCode", "--locale", "zh-cn"),
    run("Pendign"),
    run(),
  ]);
  assert.equal(known.code, 0);
  assert.match(
    known.out,
    /^DeadlineExceeded · .*\nactiveDeadlineSeconds are over: [^`*]*\nSet by the kubelet\. [^`*]*\n$/,
  );
  assert.deepEqual(
    [chinese.code, chinese.out.split("\n")[1]],
    [0, "0 表示正常，其他都是失败；大于 128 时，多半是 128 加信号的编号。"],
  );
  assert.deepEqual(unknown, {
    code: 2,
    out: "",
    err: "Pod Lifecycle does not know “Pendign”. Did you mean “Pending”?\n",
  });
  assert.equal(none.code, 2);
  assert.match(none.err, /^explain takes one word/);
});
