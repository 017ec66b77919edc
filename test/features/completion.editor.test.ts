// What an editor can do decides how completions arrive: tab stops, the follow-up question, its language.
import assert from "node:assert/strict";
import { test } from "node:test";
import { offer } from "./offer.ts";
import { container, lines, pod } from "./places.ts";

const commandsOf = (text: string, context: object): [string, string | undefined][] =>
  offer(text, { context }).items.map(({ label, command }) => [label, command?.command]);

test("a key whose value is one of a few words asks for them, no other does", () => {
  const commands = new Map(commandsOf(container("      <|>"), { suggestCommand: "again" }));
  assert.deepEqual(
    ["imagePullPolicy", "tty", "image", "ports", "livenessProbe-exec"].map((label) => commands.get(label)),
    ["again", "again", undefined, undefined, undefined],
  );
  assert.ok(commands.has("ports"));
});

test("a value asks for nothing more, and a key that has its value neither", () => {
  const context = { suggestCommand: "again" };
  const all = [
    ...commandsOf(pod("  restartPolicy: <|>"), context),
    ...commandsOf(pod("  host<|>Network: true"), context),
  ];
  assert.ok(all.length > 3);
  assert.deepEqual(
    all.filter(([, command]) => command !== undefined),
    [],
  );
});

test("an editor that names no such command gets none", () => {
  assert.ok(commandsOf(container("      <|>"), {}).every(([, command]) => command === undefined));
});

test("tab stops only where the editor takes them", () => {
  for (const snippets of [true, false]) {
    const { items, choose } = offer("k8s-pod<|>", { context: { snippets } });
    assert.equal(items[0]?.insertTextFormat === 2, snippets);
    assert.match(choose("k8s-pod"), /^apiVersion: v1\nkind: Pod\nmetadata:\n {2}name: my-app\n/);
  }
});

test("documentation and descriptions in the editor's language", () => {
  const text = container("      livenessProbe-e<|>");
  const [english, chinese] = ["en", "zh-cn"].map(
    (locale) => offer(text, { context: { locale } }).items[0]?.detail ?? "",
  );
  assert.match(english ?? "", /^Restarts the container/);
  assert.match(chinese ?? "", /重启容器/);
});

test("a deprecated field says so and comes last", () => {
  const { items } = offer(pod("  service<|>"));
  assert.deepEqual(
    items.slice(0, 2).map(({ label, tags }) => [label, tags?.includes(1) ?? false]),
    [
      ["serviceAccountName", false],
      ["serviceAccount", true],
    ],
  );
});

test("a field behind a gate names it", () => {
  const { items } = offer(pod("  <|>"), { minor: 30 });
  const gated = items.filter(({ detail }) => detail !== undefined && /\((?:alpha|beta)\)$/.test(detail));
  assert.ok(gated.length > 0);
});

test("nothing throws at any offset of any text", () => {
  for (const text of [
    pod("  containers:", "  - name: {{ .x }}", '    command: ["sh", {', "\t- a: |", "      b"),
    lines('{"kind": "Pod", "spec": [{"a"}, "b'),
    "kind: Pod\r\nspec:\r\n  ? a\r\n  : - - b\r\n",
    "\n\n- \n-\n  -\n",
  ])
    for (let at = 0; at <= text.length; at++)
      if (text.slice(at - 1, at + 1) !== "\r\n") offer(`${text.slice(0, at)}<|>${text.slice(at)}`);
});
