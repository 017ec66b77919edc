// podFailurePolicy looks at pods that failed; with OnFailure the kubelet restarts inside the pod, so the server refuses the two together.
import * as l10n from "@vscode/l10n";
import { inForce } from "../../model/typed.ts";
import { setScalar } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";
import { isWritten, jobOf } from "./job.ts";

export const jobPolicyNeedsNever = rule({
  id: "job-policy-needs-never",
  severity: "error",
  on: "pod",
  check({ object, pod, report, parsed, minor }) {
    const job = jobOf(object);
    const { restartPolicy } = pod;
    const { entry } = restartPolicy;
    if (!job || restartPolicy.value !== "OnFailure" || !entry) return;
    if (!isWritten(job.map, "podFailurePolicy") || !inForce(job.map, "podFailurePolicy", minor)) return;
    report(
      restartPolicy,
      l10n.t(
        "podFailurePolicy judges pods that failed, but with OnFailure the container is restarted inside its pod: the API server takes only Never beside it.",
      ),
    ).fix(l10n.t("Set restartPolicy to {0}", "Never"), () => setScalar(parsed, entry, "Never"));
  },
});
