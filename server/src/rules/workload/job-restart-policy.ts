// A Job's pods end, so their restartPolicy must be OnFailure or Never, and it must be written: the default is Always.
import * as l10n from "@vscode/l10n";
import { present } from "../../model/typed.ts";
import { putEntry } from "../../syntax/edits.ts";
import { mayHoldMore } from "../../syntax/nodes.ts";
import { rule } from "../rule.ts";
import { jobOf } from "./job.ts";

export const jobRestartPolicy = rule({
  id: "job-restart-policy",
  severity: "error",
  on: "pod",
  supersedes: ["bad-enum", "enum-case", "missing-field"],
  check({ object, pod, report, parsed, partial }) {
    const job = jobOf(object);
    const { restartPolicy } = pod;
    const { entry, value, origin } = restartPolicy;
    if (!job || value !== "Always" || (partial && origin !== "written")) return;
    if (!entry && mayHoldMore(pod.map.node)) return;
    const message =
      origin === "written"
        ? l10n.t(
            "The pods of a {0} must be able to end: restartPolicy can only be OnFailure or Never here.",
            object.kind,
          )
        : l10n.t(
            "The pods of a {0} need a restartPolicy, OnFailure or Never: the API server refuses the default, Always.",
            object.kind,
          );
    const set = (policy: string) => () => putEntry(parsed, pod.map.node, "restartPolicy", policy, { first: true });
    const policies = present(job.map, "podFailurePolicy") ? ["Never"] : ["OnFailure", "Never"];
    const reported = report({ path: restartPolicy.path, span: restartPolicy.span }, message);
    for (const policy of policies) reported.fix(l10n.t("Set restartPolicy to {0}", policy), set(policy));
  },
});
