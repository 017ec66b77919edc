// One run of a probe, in a sentence: what it counts for.
import * as l10n from "@vscode/l10n";
import type { Trace, TraceEvent } from "../simulate/trace.ts";

export function probeText(trace: Trace, event: TraceEvent): string {
  const { container = "", detail = "" } = event;
  const [kind = "", result = ""] = detail.split(" ");
  const probe = trace.containers.find(({ name }) => name === container)?.probes[kind as "startup"];
  if (result === "error")
    return l10n.t("{0}: the {1} probe could not be run; that counts neither way.", container, probeWord(kind));
  if (result === "ok") {
    return event.decides
      ? l10n.t("{0}: the {1} probe succeeds, often enough.", container, probeWord(kind))
      : l10n.t("{0}: the {1} probe succeeds.", container, probeWord(kind));
  }
  const count = inARow(trace, event, detail);
  const needed = probe?.failureThreshold ?? 1;
  if (kind === "startup" && !event.decides)
    return l10n.t(
      "{0}: the startup probe failed, {1} of {2} allowed. Readiness and liveness wait for it.",
      container,
      count,
      needed,
    );
  if (count > needed) return l10n.t("{0}: the {1} probe still fails.", container, probeWord(kind));
  return l10n.t("{0}: the {1} probe failed, {2} of {3} in a row.", container, probeWord(kind), count, needed);
}

/** Errors neither count nor reset; the count survives a restart that the probe did not cause. */
function inARow(trace: Trace, event: TraceEvent, detail: string): number {
  const [kind] = detail.split(" ");
  let count = 0;
  for (let at = event.id; at >= 0; at--) {
    const other = trace.events[at];
    if (!other || other.container !== event.container || other.pod !== event.pod) continue;
    if (other.kind === `${kind}-kill`) break;
    if (other.kind !== "probe-result" || other.detail === undefined || !other.detail.startsWith(`${kind} `)) continue;
    if (other.detail.endsWith(" error")) continue;
    if (other.detail !== detail) break;
    count++;
  }
  return count;
}

/** The sort of a probe, as it stands before the word "probe". */
export function probeWord(kind: string): string {
  if (kind === "liveness") return l10n.t("liveness");
  return kind === "readiness" ? l10n.t("readiness") : l10n.t("startup");
}
