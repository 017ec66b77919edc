// One sentence for an event of a trace: what happens, and which number decides it.
import * as l10n from "@vscode/l10n";
import type { Trace, TraceEvent } from "../simulate/trace.ts";
import type { SimProbe } from "../simulate/types.ts";
import { duration, durationBetween } from "./duration.ts";
import { probeText, probeWord } from "./eventProbe.ts";
import { stateText } from "./eventState.ts";

/** Plain text in the user's language, without a time. */
export function eventText(trace: Trace, event: TraceEvent): string {
  const name = event.container ?? "";
  const detail = event.detail ?? "";
  switch (event.kind) {
    case "stored":
      return l10n.t("The API server has stored the pod. No node is chosen yet.");
    case "scheduled":
      return l10n.t("The scheduler has chosen a node.");
    case "pulling":
      return l10n.t("{0}: the image is pulled.", name);
    case "pulled":
      return l10n.t("{0}: the image is there.", name);
    case "container-started":
      return startedText(event);
    case "start-failed":
      return l10n.t("{0} cannot be started: {1}.", name, detail);
    case "probe-result":
      return probeText(trace, event);
    case "turns-failing":
      return l10n.t("{0}: from here on its {1} probe does not succeed.", name, probeWord(detail));
    case "turns-passing":
      return l10n.t("{0}: from here on its {1} probe succeeds.", name, probeWord(detail));
    case "ready-true":
      return probeOf(trace, event, "readiness")
        ? l10n.t("{0} is ready.", name)
        : l10n.t("{0} counts as ready as soon as it runs: it has no readiness probe.", name);
    case "ready-false":
      return l10n.t("{0} is no longer ready.", name);
    case "started-true":
      return probeOf(trace, event, "startup")
        ? l10n.t("{0} has started: its startup probe has succeeded.", name)
        : l10n.t("{0} counts as started: it has no startup probe.", name);
    case "started-false":
      return l10n.t("{0} no longer counts as started.", name);
    case "pod-initialized-true":
      return l10n.t("Nothing is left to initialize: the main containers may start.");
    case "pod-ready-true":
      return l10n.t("The pod is Ready.");
    case "pod-ready-false":
      return l10n.t("The pod is no longer Ready.");
    case "pod-phase":
      return l10n.t("The pod's phase is {0}.", detail);
    case "state":
      return stateText(event);
    case "endpoint-added":
      return l10n.t("The pod joins its Services' endpoints: requests arrive from here on.");
    case "endpoint-removed":
      return l10n.t("The pod leaves its Services' endpoints; late requests still arrive for a moment.");
    default:
      return endingText(trace, event);
  }
}

function startedText({ container = "", life = 0, edge, afterMinMs, afterMaxMs }: TraceEvent): string {
  if (life === 0) return l10n.t("{0} is started.", container);
  const range = durationBetween(afterMinMs, afterMaxMs);
  if (edge === "restart-at-once")
    return l10n.t("{0} is started again (restart {1}), {2} after the exit: no back-off yet.", container, life, range);
  if (edge === "restart-after-backoff")
    return l10n.t(
      "{0} is started again (restart {1}), {2} after the exit: its back-off has passed.",
      container,
      life,
      range,
    );
  return l10n.t("{0} is started again (restart {1}).", container, life);
}

function endingText(trace: Trace, event: TraceEvent): string {
  const name = event.container ?? "";
  const detail = event.detail ?? "";
  switch (event.kind) {
    case "poststart-start":
      return l10n.t("{0}: postStart begins; until it ends, no other container of this sync is started.", name);
    case "poststart-end":
      return l10n.t("{0}: postStart has ended.", name);
    case "prestop-start":
      return l10n.t("{0}: preStop begins; its time counts against the grace period.", name);
    case "prestop-end":
      return l10n.t("{0}: preStop has ended.", name);
    case "liveness-kill":
      return killText(probeWord("liveness"), probeOf(trace, event, "liveness"), name);
    case "startup-kill":
      return killText(probeWord("startup"), probeOf(trace, event, "startup"), name);
    case "stop-begins":
      return l10n.t("{0} is told to stop: {1} from TERM to KILL.", name, duration(Number(detail) * 1000));
    case "sigterm":
      return l10n.t("TERM to {0}.", name);
    case "killed":
      return l10n.t("{0} is gone: KILL at the end of its grace period, exit code {1}.", name, detail);
    case "exited":
      return l10n.t("{0} has ended with exit code {1}.", name, detail);
    case "backoff":
      return l10n.t(
        "{0} waits: its back-off is {1}, counted from the exit.",
        name,
        duration(Number.parseFloat(detail) * 1000),
      );
    case "deadline":
      return l10n.t("activeDeadlineSeconds is over: the pod is ended.");
    case "sandbox-failed":
      return l10n.t("The pod's sandbox could not be made; the kubelet tries again.");
    case "delete-request":
    case "delete-request-again":
      return l10n.t(
        "The pod is deleted. Grace period: {0} for preStop and TERM together.",
        duration(Number(detail) * 1000),
      );
    case "deletion-seen":
      return l10n.t("Everybody sees the deletion: the pod is Terminating.");
    case "pod-removed":
      return l10n.t("The pod is gone from the API.");
    case "job-complete":
      return l10n.t("The Job is complete.");
    case "job-failed":
      return l10n.t("The Job has failed: {0}.", detail);
    case "rollout-complete":
      return l10n.t("The rolling update is complete.");
    case "rollout-stuck":
      return l10n.t("The rolling update is stuck: no progress for progressDeadlineSeconds.");
    default:
      return event.kind;
  }
}

function killText(kind: string, probe: SimProbe | undefined, name: string): string {
  return l10n.t("{0} will be restarted: {1} failed {2} times in a row.", name, kind, probe?.failureThreshold ?? 1);
}

function probeOf(
  trace: Trace,
  { container }: TraceEvent,
  kind: "startup" | "liveness" | "readiness",
): SimProbe | undefined {
  return trace.containers.find(({ name }) => name === container)?.probes[kind];
}
