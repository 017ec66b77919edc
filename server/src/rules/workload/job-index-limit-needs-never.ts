// backoffLimitPerIndex counts failed pods; with OnFailure the kubelet restarts inside the pod, and none fails.
import * as l10n from "@vscode/l10n";
import { inForce } from "../../model/typed.ts";
import { setScalar } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";
import { jobOf } from "./job.ts";

export const jobIndexLimitNeedsNever = rule({
  id: "job-index-limit-needs-never",
  severity: "warning",
  on: "pod",
  check({ object, pod, report, parsed, minor }) {
    const job = jobOf(object);
    const { restartPolicy } = pod;
    const { entry } = restartPolicy;
    if (!job || restartPolicy.value !== "OnFailure" || !entry) return;
    if (job.backoffLimitPerIndex.value === undefined || !inForce(job.map, "backoffLimitPerIndex", minor)) return;
    report(
      restartPolicy,
      l10n.t(
        "backoffLimitPerIndex counts failed pods, but with OnFailure the container is restarted inside its pod: the limit never counts, and an index that cannot succeed is tried on and on.",
      ),
    ).fix(l10n.t("Set restartPolicy to {0}", "Never"), () => setScalar(parsed, entry, "Never"));
  },
});
