// A sleep that is longer than the pod's grace period, or negative, is refused.
import * as l10n from "@vscode/l10n";
import { gateAt } from "../../knowledge/schema.ts";
import type { Pod } from "../../model/pod.ts";
import { inForce } from "../../model/typed.ts";
import { putEntry } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";

/** What a program should have left after preStop, and the longest grace that a cluster autoscaler waits for by default. */
const roomSeconds = 10;
const longestGraceSeconds = 600;

export const hookSleepRange = rule({
  id: "hook-sleep-range",
  severity: "error",
  on: "hook",
  supersedes: ["number-range"],
  check({ hook, pod, report, parsed, minor }) {
    const [handler, ...others] = hook.handlers;
    if (handler?.name !== "sleep" || others.length > 0 || !handler.map || !inForce(hook.map, "sleep", minor)) return;
    const seconds = handler.seconds?.value;
    if (seconds === undefined) return;
    const least = gateAt("PodLifecycleSleepActionAllowZero", minor)?.default === true || minor > 34 ? 0 : 1;
    const most = effectiveGrace(pod);
    if (seconds >= least && (most === undefined || seconds <= most)) return;
    const entry = handler.seconds?.entry;
    const place = { path: handler.path, span: entry ? (handler.seconds?.span ?? handler.span) : handler.span };
    const set = (value: number) => () => handler.map && putEntry(parsed, handler.map.node, "seconds", value);

    if (seconds < least) {
      const reported = report(
        place,
        least === 0
          ? l10n.t("A hook cannot sleep for less than 0 s: the API server refuses it.")
          : l10n.t("Kubernetes 1.{0} refuses a sleep of less than 1 s; 0 is taken from 1.33 on.", minor),
      );
      if (most === undefined || most >= least) reported.fix(l10n.t("Sleep for {0} s", least), set(least));
      return;
    }
    if (most === undefined) return;
    const reported = report(
      place,
      l10n.t(
        "{0} sleeps for {1} s, but the pod's terminationGracePeriodSeconds is {2}: the API server refuses a longer sleep than that.",
        hook.name,
        seconds,
        most,
      ),
    );
    const raised = seconds + roomSeconds;
    if (hook.name === "preStop" && raised <= longestGraceSeconds) {
      reported.fix(l10n.t("Raise terminationGracePeriodSeconds to {0}", raised), () =>
        putEntry(parsed, pod.map.node, "terminationGracePeriodSeconds", raised, { first: true }),
      );
    }
    const shorter = Math.max(least, most - roomSeconds);
    if (shorter <= most) reported.fix(l10n.t("Sleep for {0} s", shorter), set(shorter));
  },
});

/** undefined when nobody knows it here. In a bare Pod the server makes 1 of a negative one, in a template it keeps it. */
function effectiveGrace(pod: Pod): number | undefined {
  const { value } = pod.terminationGracePeriodSeconds;
  return value !== undefined && value < 0 && !pod.inTemplate ? 1 : value;
}
