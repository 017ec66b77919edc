// Hover on keys: words, facts, and what counts here; and that every doc is reached.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { docIds } from "../../server/src/knowledge/docs.ts";
import { kindFacts, type TypeRef, typeFacts } from "../../server/src/knowledge/schema.ts";
import { at, inContainer, inProbe, paragraphs, shows, words } from "./hoverAt.ts";

describe("on a key", () => {
  test("of a probe: type, words, default and what counts here", () => {
    shows(
      inProbe("      period<|>Seconds: 10"),
      `**\`periodSeconds\`** integer · Probe

Seconds from one run to the next. The ticks belong to the probe and go on through restarts, so the first run falls anywhere within one period. A readiness probe that does not pass yet runs more often.

Default: \`10\`.

Here: \`10\`, the default.`,
      "periodSeconds",
    );
    shows(
      inProbe("      <|>failureThreshold: 0"),
      paragraphs(
        "**`failureThreshold`** integer · Probe",
        words("v1.Probe.failureThreshold"),
        "Default: `3`.",
        "Here: `0` stands for the default, so it is `3`.",
      ),
      "failureThreshold",
    );
    shows(
      inProbe("      timeoutSeconds<|>:"),
      paragraphs(
        "**`timeoutSeconds`** integer · Probe",
        words("v1.Probe.timeoutSeconds"),
        "Default: `1`.",
        "Here: nothing is written, so it is `1`.",
      ),
      "timeoutSeconds",
    );
    shows(
      inProbe("      initialDelaySeconds<|>: 0x10"),
      paragraphs(
        "**`initialDelaySeconds`** integer · Probe",
        words("v1.Probe.initialDelaySeconds"),
        "Default: `0`.",
        "Here: `16`; kubectl reads `0x10` so.",
      ),
      "initialDelaySeconds",
    );
  });

  test("whose default is the pod's", () => {
    shows(
      inContainer(
        "    startupProbe:\n      tcpSocket: {port: 8080}\n      terminationGrace<|>PeriodSeconds: null\n",
        "  terminationGracePeriodSeconds: 45\n",
      ),
      paragraphs(
        "**`terminationGracePeriodSeconds`** integer · Probe",
        words("v1.Probe.terminationGracePeriodSeconds"),
        "Default: the pod's `terminationGracePeriodSeconds`.",
        "Here: nothing is written, so it is `45`.",
      ),
      "terminationGracePeriodSeconds",
    );
  });

  test("of a whole probe: what is in force", () => {
    shows(
      inContainer(
        "    readiness<|>Probe:\n      exec: {command: [ls]}\n      periodSeconds: 0\n      initialDelaySeconds: 15\n",
      ),
      paragraphs(
        "**`readinessProbe`** Probe · Container",
        words("v1.Container.readinessProbe"),
        "Default: none; the container is ready as soon as it runs.",
        "Here: every 10 s, from 15 s on; a run may take 1 s; failureThreshold 3, successThreshold 1.",
      ),
      "readinessProbe",
    );
    const templated = at(inContainer("    readiness<|>Probe:\n      periodSeconds: '{{ .period }}'\n"));
    assert.ok(templated && !templated.text.includes("Here"), templated?.text);
  });

  test("whose default depends on the image's tag", () => {
    const policy = (image: string) =>
      at(`kind: Pod\nspec:\n  containers:\n  - image: ${image}\n    imagePull<|>Policy:\n`)?.text.split("\n\n").at(-1);
    const [always, ifNotPresent] = ["Always", "IfNotPresent"].map(
      (each) => `Here: nothing is written, so it is \`${each}\`.`,
    );
    for (const image of ["nginx", "nginx:latest", "host:5000/nginx", "nginx:latest@sha256:0"])
      assert.equal(policy(image), always);
    for (const image of ["nginx:1.27", "host:5000/nginx:1", "nginx@sha256:0"])
      assert.equal(policy(image), ifNotPresent);
    assert.equal(policy("'{{ .image }}'"), "Here: nothing is written; that counts as absent.");
    shows(
      `kind: Pod\nspec:\n  containers:\n  - image<|>: nginx\n`,
      paragraphs(
        "**`image`** string · Container",
        words("v1.Container.image"),
        "Required.",
        "Here: `nginx`, without a tag: `nginx:latest`.",
      ),
      "image",
    );
  });

  test("that is negative, empty, deprecated, gated, or newer than the chosen version", () => {
    shows(
      inContainer("", "  terminationGracePeriod<|>Seconds: -1\n"),
      paragraphs(
        "**`terminationGracePeriodSeconds`** integer · PodSpec",
        words("v1.PodSpec.terminationGracePeriodSeconds"),
        "Default: `30`; a negative value becomes `1`, but stays as written in a template.",
        "Here: a negative value becomes `1`.",
      ),
      "terminationGracePeriodSeconds",
    );
    shows(
      inContainer("", '  restart<|>Policy: ""\n'),
      paragraphs(
        "**`restartPolicy`** string · PodSpec",
        words("v1.PodSpec.restartPolicy"),
        "Default: `Always`, which a Job refuses: it has to say `OnFailure` or `Never`. Values: `Always`, `Never`, `OnFailure`.",
        'Here: `""` stands for the default, so it is `Always`.',
      ),
      "restartPolicy",
    );
    shows(
      inContainer("    lifecycle: {preStop: {tcp<|>Socket: {port: 1}}}\n"),
      paragraphs(
        "**`tcpSocket`** TCPSocketAction · LifecycleHandler",
        words("v1.LifecycleHandler.tcpSocket"),
        "Deprecated: it still works, but the API asks to stop using it.",
      ),
      "tcpSocket",
    );
    shows(
      inContainer("    lifecycle: {stop<|>Signal: SIGUSR1}\n"),
      paragraphs(
        "**`stopSignal`** string · Lifecycle",
        words("v1.Lifecycle.stopSignal"),
        "Default: the image's STOPSIGNAL, else TERM. Since Kubernetes 1.33. Behind the feature gate ContainerStopSignals, which is alpha and off by default in 1.37.",
        "Here: `SIGUSR1`.",
      ),
      "stopSignal",
    );
    shows(
      inContainer("    lifecycle: {preStop: {sl<|>eep: {seconds: 5}}}\n"),
      paragraphs(
        "**`sleep`** SleepAction · LifecycleHandler",
        words("v1.LifecycleHandler.sleep"),
        "Exists since Kubernetes 1.29; manifests here are judged by 1.28.",
      ),
      "sleep",
      { minor: 28 },
    );
  });

  test("that kubectl drops", () => {
    assert.match(
      at(inProbe("      period<|>Seconds: 5\n      periodSeconds: 6\n"))?.text ?? "",
      /\n\nHere: dropped\. A later `periodSeconds` in this map wins\.$/,
    );
    assert.match(
      at(
        inContainer(
          "    startupProbe: &ask {periodSeconds: 2}\n    livenessProbe:\n      period<|>Seconds: 5\n      <<: *ask\n",
        ),
      )?.text ?? "",
      /\n\nHere: dropped\. The `<<` below brings `periodSeconds` too, and wins\.$/,
    );
  });

  test("without words of ours: the facts", () => {
    shows(
      "apiVersion: v1\nkind: Service\nspec:\n  session<|>Affinity: ClientIP\n",
      paragraphs(
        "**`sessionAffinity`** string · ServiceSpec",
        "Default: `None`. Values: `ClientIP`, `None`.",
        "Here: `ClientIP`.",
      ),
      "sessionAffinity",
    );
    assert.equal(at(inContainer("    resources: {limits: {c<|>pu: 1}}\n")), undefined);
    assert.equal(at(inContainer("    nosuch<|>field: 1\n")), undefined);
    assert.equal(at("a<|>: 1\n"), undefined);
  });

  test("of any kind, and of an ephemeral container", () => {
    shows(
      "apiVersion: batch/v1\nkind: Job\nsp<|>ec: {}\n",
      paragraphs("**`spec`** JobSpec · Job", words("any.spec")),
      "spec",
    );
    assert.ok(
      at("kind: Pod\nspec:\n  ephemeralContainers:\n  - work<|>ingDir: /\n")?.text.includes(
        words("v1.Container.workingDir"),
      ),
    );
  });
});

test("every field with a doc shows it, wherever it stands in a Pod or workload", () => {
  const documented = new Set(docIds("en"));
  const seen = new Set<string>();
  const missing: string[] = [];
  const visit = (type: TypeRef, above: readonly string[], indent: string): void => {
    const item = type.kind === "array" ? type.item : type;
    if (item.kind !== "ref" || above.length > 20) return;
    const lead = type.kind === "array" ? `${indent}- ` : indent;
    for (const field of typeFacts(item.type)?.fields.values() ?? []) {
      const id = `${item.type}.${field.name}`;
      if (seen.has(id)) continue;
      seen.add(id);
      const text = [...above, `${lead}${field.name}<|>: `].join("\n");
      if (documented.has(id) && !at(text)?.text.includes(words(id))) missing.push(text);
      visit(field.type, [...above, `${lead}${field.name}:`], " ".repeat(lead.length + 2));
    }
  };
  for (const kind of ["Pod", "Deployment", "StatefulSet", "DaemonSet", "CronJob", "ReplicationController"]) {
    const facts = kindFacts(kind);
    assert.ok(facts);
    for (const name of ["metadata", "spec", "status"]) {
      const field = typeFacts(facts.type)?.fields.get(name);
      if (field) visit(field.type, [`apiVersion: ${facts.apiVersion}`, `kind: ${kind}`, `${name}:`], "  ");
    }
  }
  assert.deepEqual(missing, []);
  assert.ok([...documented].filter((id) => seen.has(id)).length > 250);
});
