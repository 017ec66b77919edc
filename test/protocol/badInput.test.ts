// Files that nobody should open, opened: the server says once why it leaves them alone, stays up, and the next file works.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Client, startClient } from "./client.ts";
import { right, wrong } from "./manifests.ts";

const rule = "success-threshold-not-one";

/** The next file works. */
async function works(client: Client): Promise<void> {
  const uri = `file:///work/next-${client.published.length}.yaml`;
  await client.open(uri, wrong);
  const { diagnostics } = await client.diagnostics(uri, 1);
  assert.ok(diagnostics.some((each) => each.code === rule));
}

const skipped: readonly { readonly name: string; readonly text: string; readonly sentence: RegExp }[] = [
  {
    name: "binary.yaml",
    text: String.fromCharCode(...Array.from({ length: 4096 }, (_, index) => index % 256)),
    sentence: /^binary\.yaml: .*not text/,
  },
  { name: "20 MB.yaml", text: `${right}${"# padding\n".repeat(2_000_000)}`, sentence: /^20 MB\.yaml: .*5 MB/ },
  { name: "latin1.yaml", text: right.replace("web", "w\uFFFDb"), sentence: /^latin1\.yaml: .*UTF-8/ },
];

for (const { name, text, sentence } of skipped) {
  test(`${name}: one message, again and again opened and edited`, async (t) => {
    const client = await startClient(t);
    const uri = `file:///work/${encodeURIComponent(name)}`;
    await client.open(uri, text);
    assert.deepEqual((await client.diagnostics(uri, 1)).diagnostics, []);
    await client.change(uri, 2, [
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: "#\n" },
    ]);
    assert.deepEqual((await client.diagnostics(uri, 2)).diagnostics, []);
    const position = { line: 3, character: 4 };
    const textDocument = { uri };
    assert.equal(await client.connection.sendRequest("textDocument/hover", { textDocument, position }), null);
    assert.deepEqual(await client.connection.sendRequest("textDocument/documentSymbol", { textDocument }), []);
    assert.deepEqual(
      await client.connection.sendRequest("textDocument/codeAction", {
        textDocument,
        range: { start: position, end: position },
        context: { diagnostics: [] },
      }),
      [],
    );
    await client.close(uri);
    await client.open(uri, text, { version: 3 });
    await client.diagnostics(uri, 3);
    await works(client);
    assert.equal(client.messages.length, 1);
    assert.match(client.messages[0] ?? "", sentence);
    assert.deepEqual(client.log, []);
    assert.equal(await client.stop(), 0);
  });
}

test("a file that becomes an ordinary one is read, one that stops being one is left alone", async (t) => {
  const client = await startClient(t);
  const uri = "file:///work/changing.yaml";
  const end = { line: 1_000_000, character: 0 };
  await client.open(uri, `${wrong}# \0\n`);
  assert.deepEqual((await client.diagnostics(uri, 1)).diagnostics, []);
  await client.change(uri, 2, [
    { range: { start: { line: 12, character: 0 }, end: { line: 13, character: 0 } }, text: "" },
  ]);
  assert.ok((await client.diagnostics(uri, 2)).diagnostics.some((each) => each.code === rule));
  await client.change(uri, 3, [{ range: { start: end, end }, text: "#".repeat(5_000_000) }]);
  assert.deepEqual((await client.diagnostics(uri, 3)).diagnostics, []);
  await client.change(uri, 4, [{ text: wrong }]);
  assert.ok((await client.diagnostics(uri, 4)).diagnostics.some((each) => each.code === rule));
  assert.equal(client.messages.length, 2);
});

const bomb = [
  "apiVersion: v1\nkind: Pod\na0: &a0 [x, x, x, x, x, x, x, x, x]",
  ...Array.from({ length: 12 }, (_, index) => `a${index + 1}: &a${index + 1} [${Array(9).fill(`*a${index}`)}]`),
  "",
].join("\n");
const hostile: Readonly<Record<string, string>> = {
  "a bomb of aliases": bomb,
  "a bomb of merges": `apiVersion: v1\nkind: Pod\nx: &a {${Array.from({ length: 2000 }, (_, index) => `k${index}: 1`)}}\n${Array.from({ length: 2000 }, (_, index) => `y${index}:\n  <<: [*a, *a, *a]\n`).join("")}`,
  "10,000 open brackets": `apiVersion: v1\nkind: Pod\nspec: ${"[".repeat(10_000)}`,
  "10,000 levels in brackets": `apiVersion: v1\nkind: Pod\nspec: ${"{a: ".repeat(10_000)}1${"}".repeat(10_000)}\n`,
  "10,000 dashes in a line": `apiVersion: v1\nkind: Pod\nspec:\n${"- ".repeat(10_000)}x\n`,
  "3,000 levels of indentation": `kind: Pod\n${Array.from({ length: 3_000 }, (_, index) => `${" ".repeat(index)}a:\n`).join("")}`,
  "100,000 keys of the same name": `apiVersion: v1\nkind: Pod\n${"a: 1\n".repeat(100_000)}`,
  "a line of 4,000,000 blanks": `apiVersion: v1\nkind: Pod\nmetadata: {name: 'x${" ".repeat(4_000_000)}\n`,
  "a line of 1,000,000 quotes": `apiVersion: v1\nkind: Pod\nmetadata: ${'"'.repeat(1_000_000)}\n`,
  "100,000 separators": `kind: Pod\napiVersion: v1\n${"---\n".repeat(100_000)}`,
  "100,000 comments": `kind: Pod\napiVersion: v1\n${" # {{ x\n".repeat(100_000)}`,
  "1,000,000 templates": `kind: Pod\napiVersion: v1\nx: ${"{{".repeat(1_000_000)}`,
};

test("hostile texts are answered, each in its turn", { timeout: 120_000 }, async (t) => {
  const client = await startClient(t);
  for (const [name, text] of Object.entries(hostile)) {
    await t.test(name, async () => {
      const uri = `file:///work/${encodeURIComponent(name)}.yaml`;
      await client.open(uri, text);
      await client.diagnostics(uri, 1);
      const textDocument = { uri };
      const position = { line: 2, character: 8 };
      const range = { start: position, end: position };
      const ask = (method: string, more: object) => client.connection.sendRequest(method, { textDocument, ...more });
      await ask("textDocument/hover", { position });
      await ask("textDocument/completion", { position });
      await ask("textDocument/documentSymbol", {});
      await ask("textDocument/codeAction", { range, context: { diagnostics: [] } });
      await client.change(uri, 2, [{ range, text: "x" }]);
      await client.diagnostics(uri, 2);
      await client.close(uri);
      await works(client);
      assert.deepEqual(client.log, []);
    });
  }
  assert.deepEqual(client.messages, []);
});
