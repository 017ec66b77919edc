// backoffLimitPerIndex counts failed pods; with OnFailure the kubelet restarts inside the pod, and none fails.
import * as l10n from "@vscode/l10n";
import { inForce } from "../../model/typed.ts";
import { rule } from "../rule.ts";
import { reportOnFailure } from "./onFailure.ts";

export const jobIndexLimitNeedsNever = rule({
  id: "job-index-limit-needs-never",
  severity: "warning",
  on: "pod",
  check(scope) {
    reportOnFailure(
      scope,
      (job) => job.backoffLimitPerIndex.value !== undefined && inForce(job.map, "backoffLimitPerIndex", scope.minor),
      () =>
        l10n.t(
          "backoffLimitPerIndex counts failed pods, but with OnFailure the container is restarted inside its pod: the limit never counts, and an index that cannot succeed is tried on and on.",
        ),
    );
  },
});
