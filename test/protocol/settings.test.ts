// Settings on both ways that editors have, and what is wrong in them: one message for each value, and the default counts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Client, startClient } from "./client.ts";
import { right, wrong } from "./manifests.ts";

const rule = "success-threshold-not-one";
const uri = "file:///work/settings.yaml";

async function severity(client: Client, version: number): Promise<number | undefined> {
  const { diagnostics } = await client.diagnostics(uri, version);
  return diagnostics.find((each) => each.code === rule)?.severity;
}

test("the client that offers workspace/configuration is asked for it, before anything is said", async (t) => {
  const client = await startClient(t, { configuration: () => ({ rules: { [rule]: "hint" } }) });
  await client.open(uri, wrong);
  assert.equal(await severity(client, 1), 4);
  assert.equal(client.published.length, 1);
  assert.deepEqual(client.messages, []);
  assert.equal(await client.stop(), 0);
});

test("a change of settings is asked for again and judged again", async (t) => {
  let severityWord = "off";
  const client = await startClient(t, {
    configuration: () => ({ rules: { [rule]: severityWord } }),
    capabilities: { workspace: { didChangeConfiguration: { dynamicRegistration: true } } },
  });
  await client.open(uri, wrong);
  assert.equal(await severity(client, 1), undefined);
  severityWord = "warning";
  const next = client.nextDiagnostics(uri);
  await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
  assert.equal((await next).diagnostics.find((each) => each.code === rule)?.severity, 2);
  assert.deepEqual(client.registered, ["workspace/didChangeConfiguration"]);
  await client.stop();
});

test("a client that pushes its settings is heard", async (t) => {
  const client = await startClient(t);
  await client.open(uri, wrong);
  assert.equal(await severity(client, 1), 1);
  const push = async (settings: unknown): Promise<number | undefined> => {
    const next = client.nextDiagnostics(uri);
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings });
    return (await next).diagnostics.find((each) => each.code === rule)?.severity;
  };
  assert.equal(await push({ podLifecycle: { rules: { [rule]: "information" } } }), 3);
  assert.equal(await push({ podLifecycle: { enable: false } }), undefined);
  assert.equal(await push({}), 1);
  await client.stop();
});

const mistakes: readonly { readonly given: unknown; readonly names: readonly RegExp[] }[] = [
  { given: { kubernetesVersion: "1.99" }, names: [/1\.99/] },
  { given: { kubernetesVersion: 1.3 }, names: [/1\.3/] },
  { given: { kubernetesVersion: { minor: 30 } }, names: [/minor/] },
  { given: { rules: { "no-such-rule": "error" } }, names: [/no-such-rule/] },
  {
    given: { rules: { "sucess-threshold-not-one": "error" } },
    names: [/sucess-threshold-not-one.*success-threshold-not-one/],
  },
  { given: { rules: { [rule]: "fatal" } }, names: [/fatal.*success-threshold-not-one/] },
  { given: { rules: "all" }, names: [/rules.*all/] },
  { given: { enable: "yes" }, names: [/enable.*yes/] },
  { given: { customResources: { Rollout: "spec.template" } }, names: [/Rollout/] },
  { given: { customResources: { "argoproj.io/Rollout": 5 } }, names: [/argoproj\.io\/Rollout/] },
  { given: { customResources: ["spec"] }, names: [/customResources/] },
  { given: { schemaDiagnostics: "always" }, names: [/schemaDiagnostics.*auto, on, off.*always/] },
  { given: { schemaDiagnostics: false }, names: [/schemaDiagnostics.*false/] },
  { given: "everything", names: [/everything/] },
  {
    given: { kubernetesVersion: "latest", rules: { x: "error", [rule]: 3 }, enable: true },
    names: [/latest/, /“x”/, /“3”/],
  },
];

for (const { given, names } of mistakes) {
  test(`told once, and the default counts: ${JSON.stringify(given)}`, async (t) => {
    const client = await startClient(t, { configuration: () => given });
    await client.open(uri, wrong);
    assert.equal(await severity(client, 1), 1);
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await client.change(uri, 2, [{ text: right }]);
    assert.equal(await severity(client, 2), undefined);
    await client.settle();
    assert.equal(client.messages.length, names.length, client.messages.join("\n"));
    for (const name of names)
      assert.ok(
        client.messages.some((each) => name.test(each)),
        `${name}: ${client.messages}`,
      );
    assert.equal(await client.stop(), 0);
  });
}

test("a client that cannot answer is judged by the defaults", async (t) => {
  const client = await startClient(t, {
    configuration: () => {
      throw new Error("no settings today");
    },
  });
  await client.open(uri, wrong);
  assert.equal(await severity(client, 1), 1);
  assert.equal(client.log.filter((each) => each.includes("no settings today")).length, 1);
  assert.deepEqual(client.messages, []);
  assert.equal(await client.stop(), 0);
});

test("a setting of null or {} is no mistake", async (t) => {
  for (const given of [null, {}, { kubernetesVersion: "" }, { rules: {}, customResources: {} }]) {
    const client = await startClient(t, { configuration: () => given });
    await client.open(uri, wrong);
    assert.equal(await severity(client, 1), 1);
    assert.deepEqual(client.messages, []);
    await client.stop();
  }
});
