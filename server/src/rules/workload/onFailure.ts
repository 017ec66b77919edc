// What two rules about Jobs share: a field that looks at failed pods, beside a restartPolicy under which no pod fails.
import * as l10n from "@vscode/l10n";
import { setScalar } from "../../syntax/edits.ts";
import type { RuleContext, Targets } from "../rule.ts";
import { type JobSpec, jobOf } from "./job.ts";

/** @param counts whether the Job has such a field in force */
export function reportOnFailure(
  { object, pod, report, parsed }: Targets["pod"] & RuleContext,
  counts: (job: JobSpec) => boolean,
  message: () => string,
): void {
  const job = jobOf(object);
  const { restartPolicy } = pod;
  const { entry } = restartPolicy;
  if (!job || restartPolicy.value !== "OnFailure" || !entry || !counts(job)) return;
  report(restartPolicy, message()).fix(l10n.t("Set restartPolicy to {0}", "Never"), () =>
    setScalar(parsed, entry, "Never"),
  );
}
