// Words that people write for a probe's numbers and for the handlers of probes and hooks, and what to tell them.
import * as l10n from "@vscode/l10n";

export interface Typo {
  readonly types: readonly string[];
  /** In lower case, letters only. Long ones match with a slip or two. */
  readonly words: readonly string[];
  /** What was probably meant; undefined when there is no such thing, or several. */
  readonly field: string | undefined;
  readonly sentence: () => string;
}

const probe = ["v1.Probe"];
const handlers = ["v1.Probe", "v1.LifecycleHandler"];

export const handlerTypos: readonly Typo[] = [
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
