// None of a probe's five numbers may be below 0; the API server refuses it.
import * as l10n from "@vscode/l10n";
import { removeEntry } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";

export const probeNegative = rule({
  id: "probe-negative",
  severity: "error",
  on: "probe",
  supersedes: ["number-range"],
  check({ probe, report, parsed }) {
    const numbers = [
      probe.initialDelaySeconds,
      probe.periodSeconds,
      probe.timeoutSeconds,
      probe.successThreshold,
      probe.failureThreshold,
    ];
    for (const number of numbers) {
      const { value, entry } = number;
      if (value === undefined || value >= 0 || !entry) continue;
      const usual = Number(probe.map.facts.fields.get(entry.name)?.default ?? 0);
      report(
        number,
        l10n.t("{0} cannot be below 0: the API server refuses it. Without the line it is {1}.", entry.name, usual),
      ).fix(l10n.t("Remove {0}", entry.name), () => removeEntry(parsed, probe.map.node, entry));
    }
  },
});
