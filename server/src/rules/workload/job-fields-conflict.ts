// Fields of a Job that the API server does not take together, or not without another.
import * as l10n from "@vscode/l10n";
import { asText, child, field, inForce } from "../../model/typed.ts";
import { setScalar } from "../../syntax/edits.ts";
import { isInClass } from "../classes/index.ts";
import { type RuleContext, rule, type Targets } from "../rule.ts";
import { isWritten, type JobSpec, jobOf } from "./job.ts";
import { checkIndexes } from "./jobIndexes.ts";
import { checkJobSelector } from "./jobSelector.ts";
import { checkSuccessPolicy } from "./jobSuccess.ts";

export type JobScope = Targets["object"] & RuleContext & { readonly job: JobSpec };

export const jobFieldsConflict = rule({
  id: "job-fields-conflict",
  severity: "error",
  on: "object",
  supersedes: ["missing-field", "name-invalid", "value-invalid", "bad-enum", "enum-case", "server-warning"],
  check(context) {
    const job = jobOf(context.object);
    if (!job) return;
    const scope = { ...context, job };
    checkJobSelector(scope);
    checkIndexes(scope);
    checkSuccessPolicy(scope);
    checkReplacement(scope);
    checkPodNames(scope);
  },
});

function checkReplacement({ job, report, parsed, minor }: JobScope): void {
  const policy = field(job.map, "podReplacementPolicy", asText, { fallback: null });
  const { value, entry } = policy;
  if (value === undefined || value === "Failed" || !entry) return;
  if (!isWritten(job.map, "podFailurePolicy") || !inForce(job.map, "podReplacementPolicy", minor)) return;
  report(
    policy,
    l10n.t(
      "Beside podFailurePolicy the API server takes only podReplacementPolicy Failed: a pod is judged when it has ended, and replaced after that.",
    ),
  ).fix(l10n.t("Set {0} to {1}", "podReplacementPolicy", "Failed"), () => setScalar(parsed, entry, "Failed"));
}

/** The pods of an Indexed Job carry its name and their index as their host names. */
function checkPodNames({ job, object, report }: JobScope): void {
  const { completions } = job;
  if (job.inCronJob || job.indexed !== true || completions === undefined || completions <= 0 || object.exported) return;
  const metadata = object.root && child(object.root, "metadata");
  if (!metadata) return;
  const name = field(metadata, "name", asText);
  const prefix = field(metadata, "generateName", asText);
  const isGenerated = name.value === undefined || name.value === "";
  if (name.origin === "templated" || (isGenerated && prefix.value === undefined)) return;
  // The server cuts the prefix so that five characters find room in 63.
  const whole = isGenerated ? `${prefix.value?.slice(0, 58) ?? ""}xxxxx` : (name.value ?? "");
  const host = `${whole}-${completions - 1}`;
  if (whole === "" || isInClass("dns-label", host) !== false) return;
  report(
    { path: name.path, span: isGenerated ? prefix.span : name.span },
    host.length > 63
      ? l10n.t(
          "The pods of an Indexed Job get its name and their index as host names, here up to {0} characters; 63 is the most.",
          host.length,
        )
      : l10n.t(
          "The pods of an Indexed Job get its name and their index as host names, and “{0}” is none: lower-case letters, digits and “-” only.",
          host,
        ),
  );
}
