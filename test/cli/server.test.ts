// `pod-lifecycle server --stdio`: the same server, for editors that start a command.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startClient } from "../protocol/client.ts";
import { wrong } from "../protocol/manifests.ts";
import { cliPath } from "./run.ts";

test("it serves, and ends as it is told", async (t) => {
  const client = await startClient(t, { command: [process.execPath, cliPath, "server", "--stdio"] });
  await client.open("file:///web.yaml", wrong);
  const { diagnostics } = await client.diagnostics("file:///web.yaml", 1);
  assert.ok(diagnostics.some((each) => each.code === "success-threshold-not-one"));
  assert.equal(await client.stop(), 0);
});

test("it speaks the editor's language, or else the environment's", async (t) => {
  const command = [process.execPath, cliPath, "server", "--stdio"];
  for (const options of [{ locale: "zh-cn" }, { env: { LC_ALL: "zh_CN.UTF-8" } }]) {
    const client = await startClient(t, { command, ...options });
    await client.open("file:///web.yaml", wrong);
    const { diagnostics } = await client.diagnostics("file:///web.yaml", 1);
    assert.ok(diagnostics.every((each) => /[\u4e00-\u9fff]/.test(String(each.message))));
    await client.stop();
  }
});
