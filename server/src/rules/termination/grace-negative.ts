// A negative grace period is accepted, and counts as 1 s.
import * as l10n from "@vscode/l10n";
import { removeEntry } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";

export const graceNegative = rule({
  id: "grace-negative",
  severity: "warning",
  on: "pod",
  check({ pod, report, parsed }) {
    const { value, entry } = pod.terminationGracePeriodSeconds;
    if (value === undefined || value >= 0 || !entry) return;
    report(
      pod.terminationGracePeriodSeconds,
      l10n.t("A negative grace period counts as 1 s: the program is killed almost at once. Without it there are 30 s."),
    ).fix(l10n.t("Remove {0}", "terminationGracePeriodSeconds"), () => removeEntry(parsed, pod.map.node, entry));
  },
});
