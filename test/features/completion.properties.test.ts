// Completion against every key of the manifests that the API server accepted, and its cost in a long file.
import assert from "node:assert/strict";
import { test } from "node:test";
import { complete } from "../../server/src/features/completion.ts";
import { withDefaults } from "../../server/src/workspace/check.ts";
import { openFile, type SourceFile } from "../../server/src/workspace/file.ts";
import { type CutKey, everyKey, pathsIn } from "./everyKey.ts";
import { offer } from "./offer.ts";

/** Accepted only as empty or null, so nobody is led there; and a key with `?`, which no manifest has. */
const exceptions = [
  "ephemeral-containers/empty-list.yaml spec.ephemeralContainers",
  "probe-grace/readiness-grace-null.yaml spec.containers.0.readinessProbe.terminationGracePeriodSeconds",
  "yaml-syntax/explicit-key.yaml metadata.name",
];
/** The cut took an anchor with it. */
const lostMore = (where: string): boolean => where.startsWith("documents/anchors.yaml ");

const amounts: Readonly<Record<string, (key: string) => number>> = {
  "nothing typed": () => 0,
  "half of it typed": (key) => Math.ceil(key.length / 2),
};

for (const [amount, left] of Object.entries(amounts)) {
  test(`every key is offered in its place: ${amount}`, () => {
    const keys = everyKey(left);
    assert.ok(keys.length > 2_500);
    const missed = keys.filter((cut) => labelOf(cut) === undefined);
    assert.deepEqual(missed.map(({ where }) => where).sort(), exceptions);
  });
}

test("a key that comes back changes nothing else", () => {
  const wrong = everyKey((key) => Math.ceil(key.length / 2)).flatMap((cut) => {
    const label = labelOf(cut);
    if (label === undefined || lostMore(cut.where)) return [];
    const restored = pathsIn(offer(cut.text).choose(label));
    const lost = pathsIn(cut.original).filter((path) => !restored.includes(path) && !path.includes(`${cut.path}/`));
    return lost.length === 0 ? [] : `${cut.where}: ${lost.join(", ")}`;
  });
  assert.deepEqual(wrong, []);
});

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

function labelOf({ key, text }: CutKey): string | undefined {
  return offer(text).labels.find((label) => label === key || label === `- ${key}`);
}
