// A grace period of 0 is no short one: the pod's object goes at once, and preStop is cut short.
import * as l10n from "@vscode/l10n";
import { minimumGraceSeconds } from "../../simulate/edges/stop.ts";
import { removeEntry } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";

export const graceZero = rule({
  id: "grace-zero",
  severity: "warning",
  on: "pod",
  check({ object, pod, report, parsed }) {
    const { value, origin, entry } = pod.terminationGracePeriodSeconds;
    if (value !== 0 || origin !== "written" || !entry) return;
    const hook = pod.containers.flatMap((each) => each.hooks).find((each) => each.name === "preStop");
    // Many set it on purpose, for pods that have nothing to finish.
    if (!hook && object.kind !== "StatefulSet") return;
    report(
      pod.terminationGracePeriodSeconds,
      hook
        ? l10n.t(
            "With 0 preStop is cut after 1 s at most: on deletion the pod is gone from the API at once, and its program gets TERM, and KILL {0} s later.",
            minimumGraceSeconds,
          )
        : l10n.t(
            "With 0 a deleted pod is gone from the API at once, while its program may still run for {0} s: the next pod of the same name and volume can start beside it.",
            minimumGraceSeconds,
          ),
    ).fix(l10n.t("Remove {0}", "terminationGracePeriodSeconds"), () => removeEntry(parsed, pod.map.node, entry));
  },
});
