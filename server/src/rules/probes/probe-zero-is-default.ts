// A 0 in most of a probe's numbers means "not set": the API server stores its default instead, without a word.
import * as l10n from "@vscode/l10n";
import { removeEntry, setScalar } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";

export const probeZeroIsDefault = rule({
  id: "probe-zero-is-default",
  severity: "warning",
  on: "probe",
  check({ probe, report, parsed }) {
    const numbers = [probe.periodSeconds, probe.timeoutSeconds, probe.successThreshold, probe.failureThreshold];
    for (const number of numbers) {
      const { value, node, entry } = number;
      if (value === undefined || !entry || node?.kind !== "scalar" || node.value !== 0) continue;
      report(
        number,
        l10n.t("0 counts as “not set” here: what is stored and used is the default, {0}: {1}.", entry.name, value),
      )
        .fix(l10n.t("Write the default, {0}", value), () => setScalar(parsed, entry, value))
        .fix(l10n.t("Remove {0}", entry.name), () => removeEntry(parsed, probe.map.node, entry));
    }
  },
});
