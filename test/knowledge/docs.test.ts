// The hand-written docs are whole: every lifecycle field, value and status word has one in both languages, and no doc is about nothing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { componentPorts } from "../../server/src/knowledge/components.ts";
import { conditions } from "../../server/src/knowledge/conditions.ts";
import { type DocLanguage, doc, docIds } from "../../server/src/knowledge/docs.ts";
import { signals } from "../../server/src/knowledge/exitCodes.ts";
import { phases } from "../../server/src/knowledge/phases.ts";
import { kinds, typeFacts, typeNames } from "../../server/src/knowledge/schema.ts";
import { statuses, statusFacts } from "../../server/src/knowledge/statuses.ts";
import { typographyMistakes } from "../chinese.ts";

const locales: Readonly<Record<DocLanguage, string>> = { en: "en", zh: "zh-cn" };
const known = { en: new Set(docIds("en")), zh: new Set(docIds("zh")) };

/** Every field of these has a doc, and so has every value of their enums. */
const whole = [
  ["Probe", "ExecAction", "HTTPGetAction", "HTTPHeader", "TCPSocketAction", "GRPCAction"],
  ["Lifecycle", "LifecycleHandler", "SleepAction"],
  ["Container", "ContainerPort", "ContainerResizePolicy", "ContainerRestartRule", "ContainerRestartRuleOnExitCodes"],
  ["EnvVar", "ResourceRequirements"],
  ["PodSpec", "PodOS", "PodReadinessGate", "PodSchedulingGate", "PodTemplateSpec", "EvictionResponder"],
  ["ContainerState", "ContainerStateWaiting", "ContainerStateRunning", "ContainerStateTerminated"],
  ["ReplicationControllerSpec"],
]
  .flat()
  .map((name) => `v1.${name}`)
  .concat(
    ["DeploymentSpec", "DeploymentStrategy", "RollingUpdateDeployment", "StatefulSetSpec", "StatefulSetOrdinals"].map(
      (name) => `apps/v1.${name}`,
    ),
    ["StatefulSetUpdateStrategy", "RollingUpdateStatefulSetStrategy", "ReplicaSetSpec", "DaemonSetSpec"].map(
      (name) => `apps/v1.${name}`,
    ),
    ["StatefulSetPersistentVolumeClaimRetentionPolicy", "DaemonSetUpdateStrategy", "RollingUpdateDaemonSet"].map(
      (name) => `apps/v1.${name}`,
    ),
    ["JobSpec", "JobTemplateSpec", "PodFailurePolicy", "PodFailurePolicyRule", "CronJobSpec", "SuccessPolicy"].map(
      (name) => `batch/v1.${name}`,
    ),
    ["PodFailurePolicyOnExitCodesRequirement", "PodFailurePolicyOnPodConditionsPattern", "SuccessPolicyRule"].map(
      (name) => `batch/v1.${name}`,
    ),
    ["policy/v1.PodDisruptionBudgetSpec", "meta/v1.LabelSelector"],
  );
/** Their enums are documented as signals, conditions and protocols. */
const otherwise =
  /\.stopSignal=|ConditionsPattern\.(?:type|status)=|conditionType=|PodOS\.name=|\.protocol=(?:TCP|UDP|SCTP)/;

const parts: Readonly<Record<string, readonly string[]>> = {
  "v1.PodStatus":
    "phase conditions reason message startTime containerStatuses initContainerStatuses ephemeralContainerStatuses qosClass podIP hostIP nominatedNodeName observedGeneration".split(
      " ",
    ),
  "v1.ContainerStatus": "name state lastState ready started restartCount image imageID containerID".split(" "),
  "v1.PodCondition": "type status reason message lastTransitionTime".split(" "),
  "v1.VolumeMount": ["name", "mountPath", "readOnly", "subPath"],
  "v1.Toleration": ["effect", "tolerationSeconds"],
  "meta/v1.ObjectMeta":
    "name generateName namespace labels annotations finalizers ownerReferences deletionTimestamp deletionGracePeriodSeconds".split(
      " ",
    ),
};

for (const language of ["en", "zh"] as const) {
  test(`every lifecycle field and value has a doc (${language})`, () => {
    const wanted = whole.flatMap((type) =>
      [...(typeFacts(type)?.fields.values() ?? [])].flatMap((field) => [
        `${type}.${field.name}`,
        ...[...(field.enum?.keys() ?? [])].map((value) => `${type}.${field.name}=${value}`),
      ]),
    );
    assert.deepEqual(
      [...whole, ...Object.keys(parts)].filter((type) => !typeFacts(type)),
      [],
    );
    for (const [type, fields] of Object.entries(parts)) wanted.push(...fields.map((field) => `${type}.${field}`));
    assert.deepEqual(
      wanted.filter((id) => !otherwise.test(id) && !known[language].has(id)),
      [],
    );
  });

  test(`every field whose default depends says on what (${language})`, () => {
    const wanted = typeNames().flatMap((type) =>
      [...(typeFacts(type)?.fields.values() ?? [])].flatMap((field) =>
        field.defaultWhen === undefined ? [] : [`default ${type}.${field.name}`],
      ),
    );
    assert.ok(wanted.length > 40);
    assert.deepEqual(
      wanted.filter((id) => !known[language].has(id)),
      [],
    );
  });

  test(`every word of the tables has a doc (${language})`, () => {
    const wanted = [
      ...statuses.map(({ word }) => `status ${word}`),
      ...phases.map(({ phase }) => `phase ${phase}`),
      ...conditions.map(({ type }) => `condition ${type}`),
      ...signals.map(({ signal }) => `signal ${signal}`),
      ...componentPorts.map(({ port }) => `port ${port}`),
      ...kinds().map(({ kind }) => `kind ${kind}`),
    ];
    assert.deepEqual(
      wanted.filter((id) => !known[language].has(id)),
      [],
    );
  });

  test(`docs are short (${language})`, () => {
    const long = docIds(language).filter((id) => {
      const text = (doc(id, locales[language]) ?? "").replace(/`[^`]*`/g, "x");
      const sentences = text.match(/[.!?](?=\s|$)|[。！？]/g)?.length ?? 0;
      const size = language === "en" ? text.split(/\s+/).length : text.length;
      return sentences > 3 || size > (language === "en" ? 60 : 130) || text.includes("\n");
    });
    assert.deepEqual(long, []);
  });
}

test("both languages have the same entries in the same order, with the same code", () => {
  assert.deepEqual(docIds("zh"), docIds("en"));
  const blocks = (text: string) => text.match(/```[\s\S]*?```/g) ?? [];
  for (const id of docIds("en")) assert.deepEqual(blocks(doc(id, "zh-cn") ?? ""), blocks(doc(id, "en") ?? ""), id);
});

test("the Chinese reads as Chinese", () => {
  // A phrase such as `true` alone has no Chinese in it.
  const mistakes = docIds("zh").flatMap((id) =>
    typographyMistakes(doc(id, "zh-cn") ?? "").flatMap((mistake) =>
      id.startsWith("default ") && mistake === "no Chinese character" ? [] : [`${id}: ${mistake}`],
    ),
  );
  assert.deepEqual(mistakes, []);
});

test("no doc is about nothing", () => {
  const isReal = (id: string): boolean => {
    const [group = "", word = ""] = id.split(/ (.*)/s);
    switch (group) {
      case "default":
        return isField(word);
      case "status":
        return statusFacts(word) !== undefined;
      case "phase":
        return phases.some(({ phase }) => phase === word);
      case "condition":
        return conditions.some(({ type }) => type === word);
      case "signal":
        return signals.some(({ signal }) => signal === word);
      case "port":
        return componentPorts.some(({ port }) => String(port) === word);
      case "exit":
        return /^\d{1,3}$/.test(word) && Number(word) <= 255;
      case "kind":
        return kinds().some(({ kind }) => kind === word);
    }
    if (id.startsWith("any.")) return kinds().some(({ type }) => typeFacts(type)?.fields.has(id.slice(4)));
    return isField(id);
  };
  const isField = (id: string): boolean => {
    const [, type = "", field = "", value] = /^([\w/]*?v\d\w*\.\w+)\.(\w+)(?:=(.*))?$/.exec(id) ?? [];
    const facts = typeFacts(type)?.fields.get(field);
    return facts !== undefined && (value === undefined || facts.enum?.has(value) === true);
  };
  assert.deepEqual(
    docIds("en").filter((id) => !isReal(id)),
    [],
  );
  assert.equal(new Set(docIds("en")).size, docIds("en").length);
});

test("conditions name reasons, and status words name fields, that exist", () => {
  const words = new Set(statuses.map(({ word }) => word));
  assert.deepEqual(
    conditions.flatMap(({ reasons }) => reasons.filter((reason) => !words.has(reason))),
    [],
  );
  const strays = statuses.flatMap(({ word, blame }) =>
    blame.flatMap((id) => {
      const dot = id.lastIndexOf(".");
      return typeFacts(id.slice(0, dot))?.fields.has(id.slice(dot + 1)) ? [] : [`${word}: ${id}`];
    }),
  );
  assert.deepEqual(strays, []);
  assert.equal(words.size, statuses.length);
});

test("the words that the seed text asks for are there", () => {
  const asked =
    "CrashLoopBackOff InvalidImageName ImageInspectError ErrImageNeverPull ImagePullBackOff RegistryUnavailable ErrImagePull CreateContainerConfigError CreateContainerError PreStartHookError RunContainerError PostStartHookError ContainersNotInitialized ContainersNotReady ContainerCreating PodInitializing DockerDaemonNotReady NetworkPluginNotReady Completed";
  assert.deepEqual(
    asked.split(" ").filter((word) => !statusFacts(word)),
    [],
  );
});
