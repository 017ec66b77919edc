// With restartPolicy Never a failed liveness probe restarts nothing: it ends the container for good.
import * as l10n from "@vscode/l10n";
import { rule } from "../rule.ts";

export const livenessWithNever = rule({
  id: "liveness-with-never",
  severity: "information",
  on: "probe",
  check({ probe, container, pod, object, report }) {
    if (probe.name !== "livenessProbe" || container.kind !== "main" || pod.restartPolicy.value !== "Never") return;
    if (container.restartPolicy.origin !== "absent" && container.restartPolicy.value !== "Never") return;
    // Other kinds are refused with this policy.
    if (!["Pod", "Job", "CronJob"].includes(object.kind)) return;
    const job = object.kind !== "Pod";
    report(
      probe,
      job
        ? l10n.t(
            "With restartPolicy Never a failed liveness probe ends the pod. If the program exits with 0 on TERM, the Job counts that as success.",
          )
        : l10n.t(
            "With restartPolicy Never a failed liveness probe ends the container for good: the pod is Failed, or Succeeded if the program exits with 0 on TERM.",
          ),
    );
  },
});
