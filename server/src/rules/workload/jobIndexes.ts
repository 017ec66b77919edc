// What only an Indexed Job may have, and the limits that its numbers set one another.
import * as l10n from "@vscode/l10n";
import { asText, entryOf, field, inForce } from "../../model/typed.ts";
import type { Value } from "../../model/value.ts";
import { putEntry, removeEntry, setScalar } from "../../syntax/edits.ts";
import { isWritten } from "./job.ts";
import type { JobScope } from "./job-fields-conflict.ts";

const most = 100_000;
/** Beside backoffLimitPerIndex, with more completions than `most`. */
const mostOfMany = 10_000;

export function checkIndexes(scope: JobScope): void {
  const { job, minor } = scope;
  const hasLimits = inForce(job.map, "backoffLimitPerIndex", minor);
  if (hasLimits) needsLimitPerIndex(scope);
  if (scope.partial && !entryOf(job.map, "completionMode")) return;
  if (job.indexed === false) {
    const mode = field(job.map, "completionMode", asText).value;
    const names = mode === "NonIndexed" && hasLimits ? ["backoffLimitPerIndex", "maxFailedIndexes"] : [];
    for (const name of [...names, "successPolicy"]) needsIndexed(scope, name);
  } else if (job.indexed === true) {
    needsCompletions(scope);
    checkParallelism(scope, hasLimits);
    if (hasLimits) checkMaxFailed(scope);
  }
}

function needsLimitPerIndex({ job, report, parsed, partial }: JobScope): void {
  const { entry } = job.maxFailedIndexes;
  if (!entry || partial || !isWritten(job.map, "maxFailedIndexes") || isWritten(job.map, "backoffLimitPerIndex"))
    return;
  report(
    { path: [...job.map.path, "backoffLimitPerIndex"], span: entry.key.span },
    l10n.t(
      "maxFailedIndexes counts indexes that have failed for good, and without backoffLimitPerIndex none ever does.",
    ),
  )
    .fix(l10n.t("Insert {0}: {1}", "backoffLimitPerIndex", 1), () =>
      putEntry(parsed, job.map.node, "backoffLimitPerIndex", 1, { after: "maxFailedIndexes" }),
    )
    .fix(l10n.t("Remove {0}", "maxFailedIndexes"), () => removeEntry(parsed, job.map.node, entry));
}

function needsIndexed({ job, report, parsed, minor }: JobScope, name: string): void {
  const entry = entryOf(job.map, name);
  if (!entry || !isWritten(job.map, name) || !inForce(job.map, name, minor)) return;
  report(
    { path: [...job.map.path, name], span: entry.key.span },
    l10n.t("{0} goes by the index of a pod, and only a Job with completionMode Indexed has indexes.", name),
  )
    .fix(l10n.t("Set {0} to {1}", "completionMode", "Indexed"), () =>
      putEntry(parsed, job.map.node, "completionMode", "Indexed", { first: true }),
    )
    .fix(l10n.t("Remove {0}", name), () => removeEntry(parsed, job.map.node, entry));
}

function needsCompletions({ job, report, parsed, partial }: JobScope): void {
  const mode = entryOf(job.map, "completionMode");
  if (job.completions !== undefined || !job.completionsKnown || partial || !mode) return;
  const count = job.parallelism.value ?? 1;
  report(
    { path: [...job.map.path, "completions"], span: mode.value.span },
    l10n.t("An Indexed Job needs completions: it has one index for each of them."),
  ).fix(l10n.t("Insert {0}: {1}", "completions", count), () =>
    putEntry(parsed, job.map.node, "completions", count, { after: "completionMode" }),
  );
}

function checkParallelism(scope: JobScope, hasLimits: boolean): void {
  const { job } = scope;
  const limit = hasLimits && isHighCompletions(scope) ? mostOfMany : most;
  tooMany(scope, job.parallelism, limit, () =>
    limit === most
      ? l10n.t("An Indexed Job can have at most {0} pods at a time (parallelism).", limit)
      : l10n.t("With more than {1} completions and backoffLimitPerIndex, parallelism can be at most {0}.", limit, most),
  );
}

function checkMaxFailed(scope: JobScope): void {
  const { job, report, partial } = scope;
  const { maxFailedIndexes, completions } = job;
  if (completions !== undefined && (maxFailedIndexes.value ?? Number.NEGATIVE_INFINITY) > completions) {
    tooMany(scope, maxFailedIndexes, completions, () =>
      l10n.t("maxFailedIndexes cannot be more than the number of indexes, completions: {0}.", completions),
    );
    return;
  }
  const isHigh = isHighCompletions(scope);
  const limit = isHigh ? mostOfMany : most;
  tooMany(scope, maxFailedIndexes, limit, () => l10n.t("maxFailedIndexes can be at most {0} here.", limit));
  const completionsEntry = entryOf(job.map, "completions");
  if (isHigh && !partial && maxFailedIndexes.origin === "absent" && completionsEntry)
    report(
      { path: maxFailedIndexes.path, span: completionsEntry.value.span },
      l10n.t("With more than {0} completions and backoffLimitPerIndex, maxFailedIndexes must be written too.", most),
    );
}

const isHighCompletions = ({ job }: JobScope): boolean =>
  (job.completions ?? 0) > most && isWritten(job.map, "backoffLimitPerIndex");

function tooMany({ report, parsed }: JobScope, value: Value<number>, limit: number, text: () => string): void {
  const { entry } = value;
  if (value.value === undefined || value.value <= limit || !entry) return;
  const reported = report(value, text());
  // Below 0 the limit itself is what is wrong.
  if (limit >= 0) reported.fix(l10n.t("Set {0} to {1}", entry.name, limit), () => setScalar(parsed, entry, limit));
}
