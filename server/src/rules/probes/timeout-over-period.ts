// A run that may take longer than the period: while one hangs, the next waits, and failures count more slowly than they seem to.
import * as l10n from "@vscode/l10n";
import { putEntry, setScalar } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";

export const timeoutOverPeriod = rule({
  id: "timeout-over-period",
  severity: "information",
  on: "probe",
  check({ probe, report, parsed, partial }) {
    const { timeoutSeconds: timeout, periodSeconds: period } = probe;
    const { entry } = timeout;
    if (timeout.value === undefined || period.value === undefined || timeout.value <= period.value || !entry) return;
    if (partial && period.origin !== "written") return;
    const [longest, every] = [timeout.value, period.value];
    report(
      timeout,
      l10n.t(
        "A run may take {0} s, and the period is {1} s: while the program hangs, runs come every {0} s only, and failureThreshold is reached later.",
        longest,
        every,
      ),
    )
      .fix(l10n.t("Set timeoutSeconds to {0}", every), () => setScalar(parsed, entry, every), { preferred: false })
      .fix(
        l10n.t("Set periodSeconds to {0}", longest),
        () => putEntry(parsed, probe.map.node, "periodSeconds", longest),
        { preferred: false },
      );
  },
});
