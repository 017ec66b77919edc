// Beside another extension that holds Kubernetes' schema against a file: its findings are left to it, and nothing else.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { CodeAction } from "vscode-languageserver/node";
import { schemaFilesNotification } from "../../server/src/protocol.ts";
import { type Client, startClient } from "./client.ts";

const uri = "file:///work/both.yaml";
/** Three mistakes that a schema knows, and one that it does not. */
const text = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  restartPolicy: Sometimes
  colour: red
  containers:
    - image: nginx:1.29
      stdin: "true"
`;
const all = ["bad-enum", "missing-field", "unknown-field", "wrong-type"];
const notSchema = ["bad-enum"];

type Answer = Awaited<ReturnType<Client["diagnostics"]>>;
const rules = ({ diagnostics }: Answer): string[] => diagnostics.map((each) => String(each.code)).sort();
const tell = (client: Client, uris: readonly string[]): Promise<void> =>
  client.connection.sendNotification(schemaFilesNotification, { uris });

async function fixes(client: Client): Promise<string[]> {
  const actions: CodeAction[] = await client.connection.sendRequest("textDocument/codeAction", {
    textDocument: { uri },
    range: { start: { line: 9, character: 6 }, end: { line: 9, character: 19 } },
    context: { diagnostics: [], only: ["quickfix"] },
  });
  return actions.map((each) => each.title);
}

async function opened(client: Client, wanted: readonly string[]): Promise<void> {
  await client.open(uri, text);
  assert.deepEqual(rules(await client.diagnostics(uri, 1)), wanted);
}

test("an editor that tells nothing gets everything", async (t) => {
  const client = await startClient(t);
  await opened(client, all);
  await client.stop();
});

test("told before the file opens: only what the schema does not know, and the fixes stay", async (t) => {
  const client = await startClient(t, { configuration: () => ({ schemaDiagnostics: "auto" }) });
  await tell(client, [uri]);
  await opened(client, notSchema);
  assert.equal(client.published.length, 1);
  assert.deepEqual(await fixes(client), ["Write true", "Ignore here: wrong-type"]);
  assert.deepEqual(client.messages, []);
  await client.stop();
});

test("told later, of this file or another, and taken back", async (t) => {
  const client = await startClient(t);
  await opened(client, all);
  const next = async (uris: readonly string[]): Promise<string[]> => {
    const answer = client.nextDiagnostics(uri);
    await tell(client, uris);
    return rules(await answer);
  };
  assert.deepEqual(await next([uri]), notSchema);
  assert.deepEqual(await next(["file:///work/other.yaml"]), all);
  assert.deepEqual(await next([uri, "file:///work/other.yaml"]), notSchema);
  assert.deepEqual(await next([]), all);
  await client.stop();
});

test("on keeps all of them, off gives none of them, whoever else does", async (t) => {
  for (const [word, wanted, titles] of [
    ["on", all, ["Write true", "Ignore here: wrong-type"]],
    ["off", notSchema, []],
  ] as const) {
    for (const uris of [[uri], []]) {
      const client = await startClient(t, { configuration: () => ({ schemaDiagnostics: word }) });
      await tell(client, uris);
      await opened(client, wanted);
      assert.deepEqual(await fixes(client), titles);
      await client.stop();
    }
  }
});

test("a chart's template is nobody else's", async (t) => {
  const template = "file:///work/chart/templates/both.yaml";
  const files = { "file:///work/chart/Chart.yaml": "" };
  const client = await startClient(t, { files });
  await tell(client, [template]);
  await client.open(template, text.replace("name: web", "name: {{ .Release.Name }}"));
  assert.ok(rules(await client.diagnostics(template, 1)).includes("unknown-field"));
  await client.stop();
});

test("nonsense in the notification is no end of the server", async (t) => {
  const client = await startClient(t);
  for (const params of [null, {}, { uris: 5 }, { uris: [5, null] }])
    await client.connection.sendNotification(schemaFilesNotification, params as never);
  await opened(client, all);
  assert.equal(await client.stop(), 0);
});
