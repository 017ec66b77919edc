// failureThreshold 1 on a liveness probe: one slow answer restarts the container.
import * as l10n from "@vscode/l10n";
import { setScalar } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";

const usual = 3;

export const livenessOneStrike = rule({
  id: "liveness-one-strike",
  severity: "information",
  on: "probe",
  check({ probe, report, parsed }) {
    const { failureThreshold: threshold, timeoutSeconds: timeout } = probe;
    const { entry } = threshold;
    if (probe.name !== "livenessProbe" || threshold.value !== 1 || !entry) return;
    report(
      threshold,
      timeout.value === undefined
        ? l10n.t("One failed run restarts the container, under load too, when restarts hurt most.")
        : l10n.t(
            "One answer slower than {0} s restarts the container, under load too, when restarts hurt most.",
            timeout.value,
          ),
    ).fix(l10n.t("Set failureThreshold to {0}", usual), () => setScalar(parsed, entry, usual), { preferred: false });
  },
});
