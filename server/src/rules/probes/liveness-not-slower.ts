// The same question asked twice: where liveness gives up first, the container is restarted before it leaves the Service.
import * as l10n from "@vscode/l10n";
import { putEntry } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";
import { sameTarget } from "./sameTarget.ts";

export const livenessNotSlower = rule({
  id: "liveness-not-slower",
  severity: "warning",
  on: "container",
  wholeOnly: true,
  check({ container, report, parsed }) {
    const [liveness, readiness] = ["livenessProbe", "readinessProbe"].map((name) =>
      container.probes.find((each) => each.name === name),
    );
    if (!liveness || !readiness || !sameTarget(liveness, readiness)) return;
    const [kills, leaves] = [liveness, readiness].map(({ failureThreshold, periodSeconds }) =>
      failureThreshold.value === undefined || periodSeconds.value === undefined
        ? undefined
        : failureThreshold.value * periodSeconds.value,
    );
    const every = liveness.periodSeconds.value;
    if (kills === undefined || leaves === undefined || every === undefined || kills >= leaves) return;
    const raised = Math.floor(leaves / every) + 1;
    report(
      liveness.failureThreshold.entry ? liveness.failureThreshold : liveness,
      l10n.t(
        "livenessProbe gives up after {0} s of failures, readinessProbe only after {1} s, and both ask the same: the container is restarted before it leaves the Service.",
        kills,
        leaves,
      ),
    ).fix(l10n.t("Set failureThreshold to {0}", raised), () =>
      putEntry(parsed, liveness.map.node, "failureThreshold", raised, { after: "periodSeconds" }),
    );
  },
});
