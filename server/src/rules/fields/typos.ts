// Words that people write for the fields of a pod's life, and what to tell them. Each row answers in its own types only.
import * as l10n from "@vscode/l10n";
import type { TypedMap } from "../../model/typed.ts";
import type { Entry } from "../../syntax/nodes.ts";
import { editDistance } from "../../text/nearest.ts";

export interface Typo {
  readonly types: readonly string[];
  /** In lower case, letters only. Long ones match with a slip or two. */
  readonly words: readonly string[];
  /** What was probably meant; undefined when there is no such thing, or several. */
  readonly field: string | undefined;
  readonly sentence: () => string;
}

const containers = ["v1.Container", "v1.EphemeralContainer"];
const probe = ["v1.Probe"];
const hooks = ["v1.Lifecycle"];
const handlers = ["v1.Probe", "v1.LifecycleHandler"];

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
  {
    types: probe,
    words: ["initialdelay", "initialdelayseconds", "delay", "delayseconds", "startperiod"],
    field: "initialDelaySeconds",
    sentence: () => l10n.t("The wait before the first check is initialDelaySeconds, a whole number of seconds."),
  },
  {
    types: probe,
    words: ["period", "periodseconds", "interval", "intervalseconds"],
    field: "periodSeconds",
    sentence: () => l10n.t("The time from one check to the next is periodSeconds, a whole number of seconds."),
  },
  {
    types: probe,
    words: ["timeout", "timeoutseconds", "timeoutsecs"],
    field: "timeoutSeconds",
    sentence: () => l10n.t("The time that a check may take is timeoutSeconds, a whole number of seconds."),
  },
  {
    types: probe,
    words: ["retries", "failures", "maxfailures", "failurethreshold", "unhealthythreshold"],
    field: "failureThreshold",
    sentence: () => l10n.t("How many checks in a row may fail is failureThreshold."),
  },
  {
    types: probe,
    words: ["successthreshold", "healthythreshold", "successes"],
    field: "successThreshold",
    sentence: () => l10n.t("How many checks in a row have to pass is successThreshold."),
  },
  {
    types: handlers,
    words: ["httpget", "http", "httprequest"],
    field: "httpGet",
    sentence: () => l10n.t("A request over HTTP is httpGet."),
  },
  {
    types: handlers,
    words: ["tcp", "tcpsocket", "tcpcheck"],
    field: "tcpSocket",
    sentence: () => l10n.t("A connection over TCP is tcpSocket."),
  },
  {
    types: ["v1.LifecycleHandler"],
    words: ["grpc"],
    field: undefined,
    sentence: () => l10n.t("Only probes speak grpc; a hook runs exec, httpGet or sleep."),
  },
  {
    types: probe,
    words: ["sleep"],
    field: undefined,
    sentence: () => l10n.t("Only hooks sleep; a probe runs exec, httpGet, tcpSocket or grpc."),
  },
  {
    types: ["v1.ExecAction"],
    words: ["args", "arguments"],
    field: undefined,
    sentence: () => l10n.t("exec has no args: command is the program with all its arguments, in one list."),
  },
  {
    types: ["v1.HTTPGetAction"],
    words: ["headers", "header", "httpheader", "httpheaders"],
    field: "httpHeaders",
    sentence: () => l10n.t("Headers stand under httpHeaders, as a list of name and value."),
  },
  {
    types: ["v1.HTTPGetAction"],
    words: ["method", "body", "statuscode", "expectedstatus"],
    field: undefined,
    sentence: () =>
      l10n.t("httpGet always sends GET without a body; a probe takes any answer from 200 to 399 as a success."),
  },
  {
    types: ["v1.TCPSocketAction"],
    words: ["path", "scheme", "httpheaders"],
    field: undefined,
    sentence: () => l10n.t("tcpSocket only opens a connection; a request with a path is httpGet."),
  },
  {
    types: ["v1.GRPCAction"],
    words: ["host", "path"],
    field: undefined,
    sentence: () => l10n.t("A grpc probe asks this container only, by port and service."),
  },
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
