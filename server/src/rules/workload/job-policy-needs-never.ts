// podFailurePolicy looks at pods that failed; with OnFailure the kubelet restarts inside the pod, so the server refuses the two together.
import * as l10n from "@vscode/l10n";
import { inForce } from "../../model/typed.ts";
import { rule } from "../rule.ts";
import { isWritten } from "./job.ts";
import { reportOnFailure } from "./onFailure.ts";

export const jobPolicyNeedsNever = rule({
  id: "job-policy-needs-never",
  severity: "error",
  on: "pod",
  check(scope) {
    reportOnFailure(
      scope,
      (job) => isWritten(job.map, "podFailurePolicy") && inForce(job.map, "podFailurePolicy", scope.minor),
      () =>
        l10n.t(
          "podFailurePolicy judges pods that failed, but with OnFailure the container is restarted inside its pod: the API server takes only Never beside it.",
        ),
    );
  },
});
