// The simulator's pod out of the model: every number in effect, and a note where the manifest does not tell it.
import type { KubeObject } from "../model/objects.ts";
import type { Container, Pod } from "../model/pod.ts";
import type { Hook, Probe, ProbeName } from "../model/probe.ts";
import { asInteger, asText, child, children, field, present, type TypedMap } from "../model/typed.ts";
import type { Value } from "../model/value.ts";
import { resolve } from "../syntax/nodes.ts";
import { atLeast, known, note, plain } from "./fromValues.ts";
import { readWorkload } from "./fromWorkload.ts";
import type {
  ProbeKind,
  RestartPolicy,
  RestartRule,
  SimContainer,
  SimHook,
  SimNote,
  SimPod,
  SimProbe,
} from "./types.ts";

/** More containers than anybody starts in one pod; further ones are left out with a note. */
export const mostContainers = 200;

/** undefined where there is no pod, or none of its containers can be read. */
export function simPod(object: KubeObject): SimPod | undefined {
  const { pod } = object;
  if (!pod) return undefined;
  const notes: SimNote[] = [];
  const all = pod.containers.filter(({ kind }) => kind !== "ephemeral");
  if (all.length > mostContainers) notes.push({ path: plain(pod.path), why: "out-of-range", assumed: mostContainers });
  const containers = all.slice(0, mostContainers).map((container) => readContainer(container, notes));
  if (!containers.some(({ kind }) => kind === "main")) return undefined;
  const deadline = pod.activeDeadlineSeconds.value;
  return {
    workload: readWorkload(object, notes),
    restartPolicy: policyOf(pod.restartPolicy, notes) ?? "Always",
    terminationGracePeriodSeconds: graceOf(pod, notes),
    ...(deadline !== undefined && deadline > 0 ? { activeDeadlineSeconds: deadline } : {}),
    containers,
    path: plain(pod.path),
    notes,
  };
}

/** A negative grace becomes 1 second: in a Pod at once, in a template when its pods are made. */
function graceOf(pod: Pod, notes: SimNote[]): number {
  const grace = known(pod.terminationGracePeriodSeconds, 30, notes);
  return grace < 0 ? 1 : grace;
}

function readContainer(container: Container, notes: SimNote[]): SimContainer {
  const kind = container.kind === "ephemeral" ? "main" : container.kind;
  const policy = policyOf(container.restartPolicy, notes);
  const probes: { [kind in ProbeKind]?: SimProbe } = {};
  // Init containers have neither probes nor hooks: the server refuses them.
  for (const probe of kind === "init" ? [] : container.probes)
    probes[kindOfProbe[probe.name]] = readProbe(probe, notes);
  const hook = (name: string) => (kind === "init" ? undefined : container.hooks.find((each) => each.name === name));
  const postStart = hook("postStart");
  const preStop = hook("preStop");
  return {
    name: known(container.name, `${container.list}[${container.index}]`, notes),
    kind,
    imagePullPolicy: pullPolicyOf(container),
    ...(policy && kind !== "sidecar" ? { restartPolicy: policy } : {}),
    restartRules: children(container.map, "restartPolicyRules").flatMap(readRule),
    probes,
    ...(postStart ? { postStart: readHook(postStart, notes) } : {}),
    ...(preStop ? { preStop: readHook(preStop, notes) } : {}),
    path: plain(container.path),
  };
}

const kindOfProbe: Readonly<Record<ProbeName, ProbeKind>> = {
  startupProbe: "startup",
  livenessProbe: "liveness",
  readinessProbe: "readiness",
};

function readProbe(probe: Probe, notes: SimNote[]): SimProbe {
  const number = (value: Value<number>, fallback: number, least: number) => atLeast(value, fallback, least, notes);
  const grace = probe.terminationGracePeriodSeconds.value;
  return {
    handler: handlerOf(probe, ["exec", "httpGet", "tcpSocket", "grpc"]) ?? "none",
    initialDelaySeconds: number(probe.initialDelaySeconds, 0, 0),
    periodSeconds: number(probe.periodSeconds, 10, 1),
    timeoutSeconds: number(probe.timeoutSeconds, 1, 1),
    successThreshold: number(probe.successThreshold, 1, 1),
    failureThreshold: number(probe.failureThreshold, 3, 1),
    ...(grace !== undefined && grace >= 1 ? { terminationGracePeriodSeconds: grace } : {}),
    path: plain(probe.path),
  };
}

function readHook(hook: Hook, notes: SimNote[]): SimHook {
  const seconds = hook.handlers[0]?.seconds;
  return {
    handler: handlerOf(hook, ["exec", "httpGet", "tcpSocket", "sleep"]) ?? "none",
    ...(seconds ? { sleepSeconds: atLeast(seconds, 0, 0, notes) } : {}),
    path: plain(hook.path),
  };
}

function handlerOf<T extends string>({ handlers }: Probe | Hook, names: readonly T[]): T | undefined {
  return names.find((name) => name === handlers[0]?.name);
}

function readRule(map: TypedMap): RestartRule[] {
  const action = field(map, "action", asText).value;
  const codes = child(map, "exitCodes");
  const operator = codes && field(codes, "operator", asText).value;
  const values = codes && present(codes, "values");
  if ((action !== "Restart" && action !== "RestartAllContainers") || (operator !== "In" && operator !== "NotIn"))
    return [];
  const numbers = values?.kind === "sequence" ? values.items.map((item) => asInteger(resolve(item))) : [];
  return [{ action, operator, values: numbers.filter((each) => each !== undefined) }];
}

/** Absent: Always for `latest` and for no tag, IfNotPresent else. */
function pullPolicyOf({ map, image }: Container): SimContainer["imagePullPolicy"] {
  const written = field(map, "imagePullPolicy", asText).value;
  if (written === "Always" || written === "IfNotPresent" || written === "Never") return written;
  const name = image.value?.split("/").at(-1) ?? "";
  return name.includes("@") || (name.includes(":") && !name.endsWith(":latest")) ? "IfNotPresent" : "Always";
}

function policyOf(value: Value<string>, notes: SimNote[]): RestartPolicy | undefined {
  const { value: policy } = value;
  if (policy === "Always" || policy === "OnFailure" || policy === "Never") return policy;
  if (value.origin === "templated" || value.origin === "wrong-type" || policy !== undefined)
    note(value, "Always", notes);
  return undefined;
}
