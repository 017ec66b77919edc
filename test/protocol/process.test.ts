// The server as a process: it starts, starts again, speaks the editor's language, and ends with the code that LSP asks for.
import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type Client, startClient } from "./client.ts";
import { chartTemplate, patch, right, wrong } from "./manifests.ts";

const bundlePath = join(import.meta.dirname, "../../l10n/bundle.l10n.zh-cn.json");
const bundle = JSON.parse(readFileSync(bundlePath, "utf8")) as Record<string, string>;

const rulesOf = async (client: Client, uri: string, text: string, languageId = "yaml"): Promise<unknown[]> => {
  await client.open(uri, text, { languageId });
  return (await client.diagnostics(uri, 1)).diagnostics.map((each) => each.code);
};

test("shutdown and exit: 0; exit alone: 1; a client that is gone: it ends by itself", async (t) => {
  assert.equal(await (await startClient(t)).stop(), 0);

  const rude = await startClient(t);
  const exited = once(rude.process, "exit");
  await rude.connection.sendNotification("exit");
  assert.deepEqual(await exited, [1, null]);

  const gone = await startClient(t);
  await gone.open("file:///web.yaml", wrong);
  const ended = once(gone.process, "exit");
  gone.process.stdin?.destroy();
  gone.process.stdout?.destroy();
  assert.deepEqual(await ended, [1, null]);
});

test("started again, it says the same", async (t) => {
  const answers: unknown[][] = [];
  for (let round = 0; round < 2; round++) {
    const client = await startClient(t);
    answers.push(await rulesOf(client, "file:///web.yaml", wrong));
    await client.stop();
  }
  assert.ok(answers[0]?.includes("success-threshold-not-one"));
  assert.deepEqual(answers[0], answers[1]);
});

test("the editor's translations are used, and its locale for the long texts", async (t) => {
  const client = await startClient(t, { initializationOptions: { locale: "zh-cn", l10n: bundle } });
  await client.open("file:///web.yaml", wrong);
  const { diagnostics } = await client.diagnostics("file:///web.yaml", 1);
  assert.ok(diagnostics.length > 0);
  for (const each of diagnostics) assert.match(String(each.message), /[\u4e00-\u9fff]/);
  const hover = await client.connection.sendRequest("textDocument/hover", {
    textDocument: { uri: "file:///web.yaml" },
    position: { line: 8, character: 8 },
  });
  assert.match(JSON.stringify(hover), /[\u4e00-\u9fff]/);
  await client.stop();
});

test("an editor without translations of its own gets ours; unknown languages get English", async (t) => {
  const message = async (locale: string): Promise<string> => {
    const client = await startClient(t, { locale });
    await client.open("file:///web.yaml", wrong);
    const { diagnostics } = await client.diagnostics("file:///web.yaml", 1);
    await client.stop();
    return String(diagnostics[0]?.message);
  };
  assert.match(await message("zh-CN"), /[\u4e00-\u9fff]/);
  assert.doesNotMatch(await message("zh-TW"), /[\u4e00-\u9fff]/);
  assert.doesNotMatch(await message("de"), /[\u4e00-\u9fff]/);
});

test("a chart's templates and a kustomization's patches are known by the files that the editor lends", async (t) => {
  const client = await startClient(t, {
    files: {
      "file:///work/chart/Chart.yaml": "name: web\n",
      "file:///work/overlay/kustomization.yaml": "patches:\n  - path: ./deep/limits.yaml\n",
    },
  });
  assert.deepEqual(await rulesOf(client, "file:///work/chart/templates/pod.yaml", chartTemplate), []);
  assert.deepEqual(await rulesOf(client, "file:///work/elsewhere/helm.yaml", chartTemplate, "helm"), []);
  assert.deepEqual(await rulesOf(client, "file:///work/elsewhere/pod.yaml.gotmpl", chartTemplate), []);
  assert.ok((await rulesOf(client, "file:///work/elsewhere/pod.yaml", chartTemplate)).length > 0);
  assert.deepEqual(await rulesOf(client, "file:///work/overlay/deep/limits.yaml", patch), []);
  assert.ok((await rulesOf(client, "file:///work/overlay/deep/whole.yaml", patch)).length > 0);
  // Nothing was said before the kind of file was known.
  assert.equal(client.published.length, 6);
});

test("a kustomization that comes makes patches of its neighbours", async (t) => {
  const files: Record<string, string> = {};
  const client = await startClient(t, { files });
  const uri = "file:///work/limits.yaml";
  assert.ok((await rulesOf(client, uri, patch)).length > 0);
  files["file:///work/kustomization.yml"] = "patchesStrategicMerge: [limits.yaml]\n";
  const next = client.nextDiagnostics(uri);
  await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: "file:///work/kustomization.yml", type: 1 }],
  });
  assert.deepEqual((await next).diagnostics, []);
  await client.change(uri, 2, [{ text: right }]);
  assert.deepEqual((await client.diagnostics(uri, 2)).diagnostics, []);
});

test("an editor that lends no files is asked to watch ours", async (t) => {
  const dynamicRegistration = true;
  const client = await startClient(t, {
    capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration } } },
  });
  await rulesOf(client, "file:///web.yaml", wrong);
  assert.deepEqual(client.registered, ["workspace/didChangeWatchedFiles"]);
});
