// A liveness or startup probe passes at its first success: the API server takes no other successThreshold.
import * as l10n from "@vscode/l10n";
import { removeEntry, setScalar } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";

export const successThresholdNotOne = rule({
  id: "success-threshold-not-one",
  severity: "error",
  on: "probe",
  supersedes: ["number-range"],
  check({ probe, report, parsed }) {
    const { successThreshold } = probe;
    const { entry } = successThreshold;
    if (
      probe.name === "readinessProbe" ||
      successThreshold.value === undefined ||
      successThreshold.value <= 1 ||
      !entry
    )
      return;
    report(
      successThreshold,
      l10n.t(
        "successThreshold of a {0} is always 1: one success is enough. Only a readinessProbe can ask for more.",
        probe.name,
      ),
    )
      .fix(l10n.t("Set successThreshold to 1"), () => setScalar(parsed, entry, 1))
      .fix(l10n.t("Remove successThreshold"), () => removeEntry(parsed, probe.map.node, entry));
  },
});
