// Completion against every key of the manifests that the API server accepted, and its cost in a long file.
import assert from "node:assert/strict";
import { test } from "node:test";
import { complete } from "../../server/src/features/completion.ts";
import { withDefaults } from "../../server/src/workspace/check.ts";
import { openFile, type SourceFile } from "../../server/src/workspace/file.ts";
import { acceptedFiles, everyKey, pathsIn } from "./everyKey.ts";
import { type Offered, offer } from "./offer.ts";

/** Accepted only as empty or null, so nobody is led there; and a key with `?`, which no manifest has. */
const exceptions = [
  "ephemeral-containers/empty-list.yaml spec.ephemeralContainers",
  "probe-grace/readiness-grace-null.yaml spec.containers.0.readinessProbe.terminationGracePeriodSeconds",
  "yaml-syntax/explicit-key.yaml metadata.name",
];
/** The cut took an anchor with it. */
const lostMore = (where: string): boolean => where.startsWith("documents/anchors.yaml ");

test("every key is offered in its place, nothing of it typed yet: but for those whose lines below look like the next item of the list above", () => {
  const keys = everyKey(() => 0);
  const missed = keys.filter(({ key, text }) => labelIn(offer(text), key) === undefined);
  assert.ok(missed.length / keys.length < 0.01, missed.map(({ where }) => where).join("\n"));
});

test("every key is offered in its place when half of it is typed, and chosen it changes nothing else", () => {
  const keys = everyKey((key) => Math.ceil(key.length / 2));
  assert.ok(keys.length > 2_500);
  const missed: string[] = [];
  const wrong: string[] = [];
  const before = new Map<string, readonly string[]>();
  for (const { where, key, path, original, text } of keys) {
    const offered = offer(text);
    const label = labelIn(offered, key);
    if (label === undefined) missed.push(where);
    if (label === undefined || lostMore(where)) continue;
    const restored = new Set(pathsIn(offered.choose(label)));
    const wanted = before.get(original) ?? pathsIn(original);
    before.set(original, wanted);
    const lost = wanted.filter((each) => !restored.has(each) && !each.includes(`${path}/`));
    if (lost.length > 0) wrong.push(`${where}: ${lost.join(", ")}`);
  }
  assert.deepEqual(missed.sort(), exceptions);
  assert.deepEqual(wrong, []);
});

test("what is chosen on a new line takes nothing from the lines around it, whatever the cursor's column", () => {
  let chosen = 0;
  const wrong: string[] = [];
  for (const [number, { file, text }] of acceptedFiles().entries()) {
    const lines = text.split("\n");
    const wanted = countsOf(text);
    for (let at = number % 3; at < lines.length - 1; at += 3) {
      const column = (at * 7 + number) % 15;
      const marked = [...lines.slice(0, at + 1), `${" ".repeat(column)}<|>`, ...lines.slice(at + 1)].join("\n");
      const offered = offer(marked);
      const label = offered.labels[at % 6];
      if (label === undefined) continue;
      chosen++;
      const now = countsOf(offered.choose(label));
      const lost = [...wanted].filter(([path, count]) => (now.get(path) ?? 0) < count);
      if (lost.length > 0) wrong.push(`${file}: ${label} at line ${at + 2}, column ${column + 1}`);
    }
  }
  assert.ok(chosen > 400);
  assert.deepEqual(wrong, []);
});

/** A new item moves the others: their numbers do not count. */
function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const path of pathsIn(text)) {
    const key = path.replace(/\/\d+(?=\/|$)/g, "/*");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

test("only the chunk at the cursor is read, however long the file", () => {
  const one = (index: number) =>
    `apiVersion: v1\nkind: Pod\nmetadata:\n  name: p${index}\nspec:\n  containers:\n    - name: a\n      \n`;
  const list = Array.from({ length: 500 }, (_, index) =>
    one(index)
      .replace(/^(?=.)/gm, "    ")
      .replace("    ", "  - "),
  );
  for (const text of [
    Array.from({ length: 500 }, (_, index) => one(index)).join("---\n"),
    `apiVersion: v1\nkind: List\nitems:\n${list.join("")}`,
  ]) {
    let reads = 0;
    const opened = openFile(text, withDefaults({}));
    const kept: Pick<SourceFile["kept"], "get" | "set"> = {
      get: () => undefined,
      set: () => {
        reads++;
        return opened.kept;
      },
    };
    const file = { ...opened, kept: kept as SourceFile["kept"] };
    const line = text.slice(0, text.indexOf("name: p250")).split("\n").length + 3;
    const items = complete(file, { line, character: 99 }, { locale: "en" });
    assert.ok(items.some(({ label }) => label === "image"));
    assert.equal(reads, 1);
  }
});

const labelIn = ({ labels }: Offered, key: string): string | undefined =>
  labels.find((label) => label === key || label === `- ${key}`);
