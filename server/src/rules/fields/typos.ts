// Words that people write for the fields of a pod's life, and what to tell them. Each row answers in its own types only.
import * as l10n from "@vscode/l10n";
import type { TypedMap } from "../../model/typed.ts";
import type { Entry } from "../../syntax/nodes.ts";
import { editDistance } from "../../text/nearest.ts";
import { handlerTypos, type Typo } from "./handlerTypos.ts";

export type { Typo } from "./handlerTypos.ts";

const containers = ["v1.Container", "v1.EphemeralContainer"];
const hooks = ["v1.Lifecycle"];

const typos: readonly Typo[] = [
  {
    types: containers,
    words: ["livenessprobe", "liveness", "livelinessprobe", "liveliness", "livenesscheck", "liveprobe"],
    field: "livenessProbe",
    sentence: () => l10n.t("The probe that restarts a hanging container is livenessProbe."),
  },
  {
    types: containers,
    words: ["readinessprobe", "readiness", "readynessprobe", "readyness", "readinesscheck", "readyprobe"],
    field: "readinessProbe",
    sentence: () => l10n.t("The probe that takes a pod out of its Services while it fails is readinessProbe."),
  },
  {
    types: containers,
    words: ["startupprobe", "startup", "startprobe", "startupcheck"],
    field: "startupProbe",
    sentence: () => l10n.t("The probe that holds the others back until the program is up is startupProbe."),
  },
  {
    types: [...containers, "v1.PodSpec"],
    words: ["healthcheck", "healthchecks", "healthprobe", "health", "probe", "probes"],
    field: undefined,
    sentence: () =>
      l10n.t(
        "Kubernetes has three health checks, each with a field in the container: livenessProbe restarts it, readinessProbe takes the pod out of its Services, startupProbe holds the other two back.",
      ),
  },
  {
    types: containers,
    words: ["lifecycle", "lifecycles", "lifecyclehooks", "hooks"],
    field: "lifecycle",
    sentence: () => l10n.t("The hooks of a container stand under lifecycle."),
  },
  {
    types: [...containers, "v1.PodSpec"],
    words: ["restart", "restartpolicy", "restartpolicies"],
    field: "restartPolicy",
    sentence: () => l10n.t("What happens when a container ends is decided by restartPolicy."),
  },
  {
    types: ["v1.PodSpec"],
    words: [
      "graceperiod",
      "graceperiodseconds",
      "terminationgraceperiod",
      "terminationgraceperiodseconds",
      "terminationgraceseconds",
      "stopgraceperiod",
    ],
    field: "terminationGracePeriodSeconds",
    sentence: () =>
      l10n.t("The time between TERM and KILL is terminationGracePeriodSeconds, a whole number of seconds."),
  },
  {
    types: ["v1.PodSpec"],
    words: ["sidecars", "sidecarcontainers", "sidecar"],
    field: undefined,
    sentence: () => l10n.t("A sidecar is an entry of initContainers with restartPolicy: Always."),
  },
  {
    types: [...hooks, ...containers],
    words: ["poststop", "afterstop", "poststophook"],
    field: "preStop",
    sentence: () =>
      l10n.t("There is no postStop: preStop runs before TERM, and nothing runs after a container has ended."),
  },
  {
    types: [...hooks, ...containers],
    words: ["prestart", "beforestart", "prestarthook"],
    field: "postStart",
    sentence: () =>
      l10n.t(
        "There is no preStart: postStart runs beside the program as soon as it starts. What must be done before belongs in an init container.",
      ),
  },
  {
    types: hooks,
    words: ["prestop", "prestophook", "beforestop", "onstop", "preshutdown"],
    field: "preStop",
    sentence: () => l10n.t("The hook that runs before TERM is preStop."),
  },
  {
    types: hooks,
    words: ["poststart", "poststarthook", "afterstart", "onstart"],
    field: "postStart",
    sentence: () => l10n.t("The hook that runs as soon as a container has started is postStart."),
  },
  ...handlerTypos,
];

export function typoOf({ type }: TypedMap, { name }: Entry): Typo | undefined {
  const word = name.replace(/[^A-Za-z]/g, "").toLowerCase();
  const own = typos.filter((each) => each.types.includes(type));
  return own.find((each) => each.words.includes(word)) ?? own.find((each) => each.words.some((it) => isNear(word, it)));
}

/** One slip in ten letters, two in thirteen. */
function isNear(word: string, right: string): boolean {
  const slips = right.length >= 13 ? 2 : right.length >= 10 ? 1 : 0;
  return slips > 0 && Math.abs(word.length - right.length) <= slips && editDistance(word, right) <= slips;
}
