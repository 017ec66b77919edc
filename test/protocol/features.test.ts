// Code actions, hover, completion and outline over LSP: each is tested for its content elsewhere, here for the way there and back.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { CodeAction, CompletionItem, DocumentSymbol, Hover, TextEdit } from "vscode-languageserver-types";
import { linesOf, offsetAt } from "../../server/src/text/lines.ts";
import { applyEdits } from "../../server/src/text/span.ts";
import { startClient } from "./client.ts";
import { right, wrong } from "./manifests.ts";

const uri = "file:///work/features.yaml";
const client = await startClient({ after });
await client.open(uri, wrong);

const value = { start: { line: 11, character: 26 }, end: { line: 11, character: 26 } };
const actions = (range: typeof value, only?: string[]): Promise<CodeAction[]> =>
  client.connection.sendRequest("textDocument/codeAction", {
    textDocument: { uri },
    range,
    context: { diagnostics: [], ...(only ? { only } : {}) },
  });

function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = linesOf(text);
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({
      span: { start: offsetAt(lines, range.start), end: offsetAt(lines, range.end) },
      newText,
    })),
  );
}

test("a quick fix carries its edit, the finding that it ends, and whether it is the preferred one", async () => {
  const found = (await actions(value)).find((each) => each.diagnostics?.[0]?.code === "success-threshold-not-one");
  assert.equal(found?.kind, "quickfix");
  assert.equal(found?.isPreferred, true);
  assert.equal(applied(wrong, found?.edit?.changes?.[uri] ?? []), right);
});

test("the lamp offers to ignore the finding here, and the comment that it writes is heard", async () => {
  const offered = (await actions(value)).filter((each) => each.title.includes("success-threshold-not-one"));
  assert.deepEqual(
    offered.map(({ title, kind, isPreferred, diagnostics }) => [title, kind, isPreferred, diagnostics?.[0]?.code]),
    [["Ignore here: success-threshold-not-one", "quickfix", undefined, "success-threshold-not-one"]],
  );
  const ignoring = "file:///work/ignoring.yaml";
  const text = applied(wrong, offered[0]?.edit?.changes?.[uri] ?? []);
  assert.ok(text.includes("\n        # pod-lifecycle-ignore success-threshold-not-one\n        successThreshold: 2\n"));
  await client.open(ignoring, text);
  assert.deepEqual((await client.diagnostics(ignoring, 1)).diagnostics, []);
  await client.change(ignoring, 2, [{ text: text.replace("Threshold: 2", "Threshold: 1") }]);
  const { diagnostics } = await client.diagnostics(ignoring, 2);
  assert.deepEqual(
    diagnostics.map(({ code, range }) => [code, range.start.line]),
    [["unused-ignore", 11]],
  );
});

test("a rule is turned off by the client that says it can", async (scope) => {
  const command = "editor.turnOff";
  const able = await startClient(scope, { initializationOptions: { turnRuleOffCommand: command } });
  await able.open(uri, wrong);
  const offered = await able.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri },
    range: value,
    context: { diagnostics: [] },
  });
  const title = "Turn off the rule success-threshold-not-one";
  assert.deepEqual(offered.find((each) => each.command)?.command, {
    title,
    command,
    arguments: ["success-threshold-not-one"],
  });
  assert.ok(!(await actions(value)).some((each) => each.command));
});

test("where nothing is found nothing is offered", async () => {
  assert.deepEqual(await actions({ start: { line: 0, character: 0 }, end: { line: 0, character: 3 } }), []);
});

test("the editor gets the kinds that it asks for, and no others", async () => {
  for (const kind of ["source", "source.fixAll", "source.fixAll.podLifecycle"]) {
    const all = await actions({ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, [kind]);
    assert.deepEqual(
      all.map((each) => each.kind),
      ["source.fixAll.podLifecycle"],
    );
    assert.equal(applied(wrong, all[0]?.edit?.changes?.[uri] ?? []), right);
  }
  assert.ok((await actions(value, ["quickfix"])).every((each) => each.kind === "quickfix"));
  assert.deepEqual(await actions(value, ["refactor"]), []);
  assert.deepEqual(await actions(value, ["source.organizeImports"]), []);
  assert.ok(!(await actions(value)).some((each) => each.kind?.startsWith("source")));
});

test("hover says what a key is, and is silent beside one", async () => {
  const hover = (line: number, character: number) =>
    client.connection.sendRequest<Hover | null>("textDocument/hover", {
      textDocument: { uri },
      position: { line, character },
    });
  const found = await hover(11, 12);
  assert.ok(
    found && "kind" in (found.contents as object) && JSON.stringify(found.contents).includes("successThreshold"),
  );
  assert.deepEqual(found.range, { start: { line: 11, character: 8 }, end: { line: 11, character: 24 } });
  assert.equal(await hover(4, 30), null);
  assert.equal(await hover(500, 500), null);
});

test("completion offers the fields of the place, each with the edit that writes it", async () => {
  const half = "file:///work/half.yaml";
  await client.open(half, `${right}        per`);
  const answer = await client.connection.sendRequest<CompletionItem[] | { items: CompletionItem[] }>(
    "textDocument/completion",
    { textDocument: { uri: half }, position: { line: 12, character: 11 } },
  );
  const items = Array.isArray(answer) ? answer : answer.items;
  const period = items.find((each) => each.label === "periodSeconds");
  assert.ok(period?.textEdit);
  assert.ok(!items.some((each) => each.label === "successThreshold"));
});

test("the outline has the object, its container and the probe", async () => {
  const symbols = await client.connection.sendRequest<DocumentSymbol[]>("textDocument/documentSymbol", {
    textDocument: { uri },
  });
  const [object] = symbols;
  assert.deepEqual([object?.name, object?.children?.length], ["Pod/web", 1]);
  assert.equal(object?.children?.[0]?.name, "web");
  assert.ok(object?.children?.[0]?.children?.some((each) => each.name === "livenessProbe"));
});

test("requests about documents that are not open are answered empty", async () => {
  const textDocument = { uri: "file:///work/closed.yaml" };
  const position = { line: 0, character: 0 };
  const { connection } = client;
  assert.equal(await connection.sendRequest("textDocument/hover", { textDocument, position }), null);
  assert.equal(await connection.sendRequest("textDocument/completion", { textDocument, position }), null);
  assert.deepEqual(await connection.sendRequest("textDocument/documentSymbol", { textDocument }), []);
  const range = { start: position, end: position };
  const context = { diagnostics: [] };
  assert.deepEqual(await connection.sendRequest("textDocument/codeAction", { textDocument, range, context }), []);
});

test("a request that makes no sense is an error of its own; the next one works", async () => {
  await assert.rejects(Promise.resolve(client.connection.sendRequest("textDocument/hover", { position: 1 })));
  await assert.rejects(Promise.resolve(client.connection.sendRequest("podLifecycle/nothing", {})));
  await client.connection.sendNotification("textDocument/didOpen", {});
  await client.settle();
});
