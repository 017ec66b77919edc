// A readiness probe never ends a container, so the API server takes no grace period for it.
import * as l10n from "@vscode/l10n";
import { inForce } from "../../model/typed.ts";
import { removeEntry } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";

export const readinessGrace = rule({
  id: "readiness-grace",
  severity: "error",
  on: "probe",
  supersedes: ["number-range"],
  check({ probe, report, parsed, minor }) {
    const { terminationGracePeriodSeconds } = probe;
    const { entry, origin } = terminationGracePeriodSeconds;
    if (probe.name !== "readinessProbe" || origin !== "written" || !entry) return;
    if (!inForce(probe.map, entry.name, minor)) return;
    report(
      terminationGracePeriodSeconds,
      l10n.t(
        "A readinessProbe never stops the container, so it cannot have a grace period: the API server refuses it.",
      ),
    ).fix(l10n.t("Remove {0}", entry.name), () => removeEntry(parsed, probe.map.node, entry));
  },
});
