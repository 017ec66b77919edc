// A probe's own grace period must be at least 1 second; without one the pod's is used.
import * as l10n from "@vscode/l10n";
import { inForce } from "../../model/typed.ts";
import { removeEntry } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";

export const probeGraceNotPositive = rule({
  id: "probe-grace-not-positive",
  severity: "error",
  on: "probe",
  supersedes: ["number-range"],
  check({ probe, pod, report, parsed, minor }) {
    const { terminationGracePeriodSeconds } = probe;
    const { value, entry } = terminationGracePeriodSeconds;
    if (probe.name === "readinessProbe" || value === undefined || value > 0 || !entry) return;
    if (!inForce(probe.map, entry.name, minor)) return;
    const ofPod = pod.terminationGracePeriodSeconds.value;
    report(
      terminationGracePeriodSeconds,
      ofPod === undefined
        ? l10n.t("A probe's grace period must be at least 1 s. Without the line, the pod's own is used.")
        : l10n.t(
            "A probe's grace period must be at least 1 s. Without the line, the pod's own is used: {0} s.",
            Math.max(1, ofPod),
          ),
    ).fix(l10n.t("Remove {0}", entry.name), () => removeEntry(parsed, probe.map.node, entry));
  },
});
