// A probe's own grace may be longer than the pod's: it counts for this probe's kills, and not once the pod is deleted.
import * as l10n from "@vscode/l10n";
import { rule } from "../rule.ts";

export const probeGraceOverPod = rule({
  id: "probe-grace-over-pod",
  severity: "information",
  on: "probe",
  check({ probe, pod, report, partial }) {
    const own = probe.terminationGracePeriodSeconds;
    const whole = pod.terminationGracePeriodSeconds;
    if (probe.name === "readinessProbe" || own.value === undefined || whole.value === undefined) return;
    if (own.value <= whole.value || (partial && whole.origin !== "written")) return;
    report(
      own,
      l10n.t(
        "A kill by this probe waits up to {0} s, longer than the pod's {1} s (terminationGracePeriodSeconds). When the pod is deleted, {1} s count.",
        own.value,
        whole.value,
      ),
    );
  },
});
