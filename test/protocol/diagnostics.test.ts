// Opening, editing and closing over LSP: what the editor shows is always what the text at hand says.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Diagnostic, Range } from "vscode-languageserver-types";
import { startClient } from "./client.ts";
import { pod, right, wrong } from "./manifests.ts";

const client = await startClient({ after });

let count = 0;
const freshUri = (): string => `file:///work/${++count}.yaml`;
/** Only the one mistake of the texts here; what else may be said of them is not the matter of this file. */
const places = ({ diagnostics }: { diagnostics: Diagnostic[] }): Range[] =>
  diagnostics.filter((each) => each.code === "success-threshold-not-one").map((each) => each.range);
const at = (line: number, from: number, to: number): Range => ({
  start: { line, character: from },
  end: { line, character: to },
});

/** What a server says that has never seen another version of the text. */
async function fresh(text: string): Promise<Diagnostic[]> {
  const uri = freshUri();
  await client.open(uri, text);
  return (await client.diagnostics(uri, 1)).diagnostics;
}

test("the server says what it can", () => {
  const { capabilities, serverInfo } = client.initialized;
  assert.equal(serverInfo?.name, "pod-lifecycle");
  assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 });
  assert.ok(capabilities.hoverProvider && capabilities.documentSymbolProvider);
  assert.ok(capabilities.completionProvider && capabilities.codeActionProvider);
});

test("a finding comes with range, severity, rule and the version that it is about", async () => {
  const uri = freshUri();
  await client.open(uri, wrong, { version: 7 });
  const { version, diagnostics } = await client.diagnostics(uri, 7);
  assert.equal(version, 7);
  const found = diagnostics.find((each) => each.code === "success-threshold-not-one");
  assert.deepEqual(found?.range, at(11, 26, 27));
  assert.equal(found?.severity, 1);
  assert.equal(found?.source, "pod-lifecycle");
});

test("an edit takes a finding away, and another brings it back", async () => {
  const uri = freshUri();
  await client.open(uri, wrong);
  await client.change(uri, 2, [{ range: at(11, 26, 27), text: "1" }]);
  assert.deepEqual((await client.diagnostics(uri, 2)).diagnostics, []);
  await client.change(uri, 3, [{ range: at(11, 26, 27), text: "22" }]);
  assert.deepEqual(places(await client.diagnostics(uri, 3)), [at(11, 26, 28)]);
});

test("several changes in one notification apply one after another", async () => {
  const uri = freshUri();
  await client.open(uri, right);
  await client.change(uri, 2, [
    { range: at(0, 0, 0), text: "# one\n" },
    { range: at(12, 26, 27), text: "3" },
    { range: at(0, 0, 0), text: "# two\n" },
  ]);
  assert.deepEqual(places(await client.diagnostics(uri, 2)), [at(13, 26, 27)]);
  await client.change(uri, 3, [{ text: "" }, { range: at(0, 0, 0), text: wrong }]);
  assert.deepEqual(places(await client.diagnostics(uri, 3)), [at(11, 26, 27)]);
});

test("line ends CR LF, a split CR LF and characters beyond 16 bits keep their places", async () => {
  const uri = freshUri();
  const text = wrong.replaceAll("\n", "\r\n");
  await client.open(uri, text);
  assert.deepEqual(places(await client.diagnostics(uri, 1)), [at(11, 26, 27)]);
  // An emoji is two characters of LSP. The edit behind it counts them so.
  await client.change(uri, 2, [
    { range: at(3, 8, 11), text: "😀" },
    { range: at(3, 10, 10), text: "é # 😀\r\n  namespace: 😀" },
    { range: at(12, 26, 27), text: "44" },
  ]);
  const edited = text
    .replace("name: web\r\nspec", "name: 😀é # 😀\r\n  namespace: 😀\r\nspec")
    .replace("Threshold: 2", "Threshold: 44");
  assert.deepEqual((await client.diagnostics(uri, 2)).diagnostics, await fresh(edited));
});

test("edits at the very start and the very end", async () => {
  const uri = freshUri();
  await client.open(uri, wrong);
  await client.change(uri, 2, [{ range: at(0, 0, 0), text: "---\n" }]);
  assert.deepEqual(places(await client.diagnostics(uri, 2)), [at(12, 26, 27)]);
  await client.change(uri, 3, [{ range: at(13, 0, 0), text: `---\n${wrong}` }]);
  assert.deepEqual(places(await client.diagnostics(uri, 3)), [at(12, 26, 27), at(25, 26, 27)]);
  // A range beyond the text is its end.
  await client.change(uri, 4, [
    { range: { start: { line: 13, character: 0 }, end: { line: 999, character: 9 } }, text: "" },
  ]);
  assert.deepEqual(places(await client.diagnostics(uri, 4)), [at(12, 26, 27)]);
  await client.change(uri, 5, [
    { range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }, text: "" },
  ]);
  assert.deepEqual((await client.diagnostics(uri, 5)).diagnostics, []);
});

test("edits that come before the first answer are not lost", async () => {
  const uri = freshUri();
  void client.open(uri, right);
  for (let version = 2; version <= 40; version++)
    void client.change(uri, version, [{ range: at(11, 26, 27), text: String(version % 10) }]);
  const { diagnostics } = await client.diagnostics(uri, 40);
  assert.deepEqual(diagnostics, await fresh(pod(0)));
});

test("a request right behind didOpen is answered from the text", async () => {
  const uri = freshUri();
  void client.open(uri, wrong);
  const symbols = await client.connection.sendRequest<{ name: string }[]>("textDocument/documentSymbol", {
    textDocument: { uri },
  });
  assert.equal(symbols[0]?.name, "Pod/web");
});

test("closing clears, and a document that is closed while pending says nothing more", async () => {
  const uri = freshUri();
  await client.open(uri, wrong);
  await client.diagnostics(uri, 1);
  void client.change(uri, 2, [{ range: at(0, 0, 0), text: "#\n" }]);
  await client.close(uri);
  await client.settle();
  await fresh(right);
  const last = client.published.filter((each) => each.uri === uri).at(-1);
  assert.deepEqual(last, { uri, diagnostics: [] });
});

test("opened again, it is read again", async () => {
  const uri = freshUri();
  await client.open(uri, wrong);
  await client.close(uri);
  await client.open(uri, right, { version: 5 });
  assert.deepEqual((await client.diagnostics(uri, 5)).diagnostics, []);
});

test("other documents and unknown ones do not disturb", async () => {
  await client.change("file:///nobody/opened.yaml", 2, [{ text: wrong }]);
  await client.close("file:///nobody/opened.yaml");
  await client.open("untitled:Untitled-1", wrong);
  assert.equal(places(await client.diagnostics("untitled:Untitled-1", 1)).length, 1);
  await client.open("file:///bad%E0%A4%A.yaml", wrong);
  assert.equal(places(await client.diagnostics("file:///bad%E0%A4%A.yaml", 1)).length, 1);
});
