// The rules of a successPolicy, against the number of indexes that the Job has.
import * as l10n from "@vscode/l10n";
import { asInteger, asText, child, children, field, inForce, present, type TypedMap } from "../../model/typed.ts";
import { isNull, type Place } from "../../model/value.ts";
import { setScalar } from "../../syntax/edits.ts";
import { mayHoldMore, resolve } from "../../syntax/nodes.ts";
import { indexListProblem } from "./indexList.ts";
import type { JobScope } from "./job-fields-conflict.ts";

export function checkSuccessPolicy(scope: JobScope): void {
  const { job, minor } = scope;
  if (job.indexed !== true || !inForce(job.map, "successPolicy", minor)) return;
  const policy = child(job.map, "successPolicy");
  if (!policy) return;
  for (const rule of children(policy, "rules")) checkRule(scope, rule);
  const list = present(policy, "rules");
  if (list?.kind !== "sequence") return;
  for (const [index, item] of list.items.entries())
    if (isNull(resolve(item))) saysNothing(scope, { path: [...policy.path, "rules", index], span: item.span });
}

const saysNothing = ({ report }: JobScope, place: Place) =>
  report(place, l10n.t("This rule says nothing: give it succeededIndexes, succeededCount or both."));

function checkRule(scope: JobScope, rule: TypedMap): void {
  const { job, report, parsed, partial } = scope;
  const { completions } = job;
  const indexes = field(rule, "succeededIndexes", asText);
  const count = field(rule, "succeededCount", asInteger);
  if (indexes.origin === "absent" && count.origin === "absent") {
    if (!partial && !mayHoldMore(rule.node)) saysNothing(scope, rule);
    return;
  }
  const list = indexes.value === undefined ? undefined : indexListProblem(indexes.value, completions);
  if (list?.problem !== undefined)
    report(
      indexes,
      list.problem === "unreadable"
        ? l10n.t(
            "“{0}” is no list of indexes. Write it like 0,2-4: whole numbers and ranges, with commas and no blanks.",
            list.part,
          )
        : list.problem === "order"
          ? l10n.t("Indexes must rise from left to right; “{0}” does not.", list.part)
          : l10n.t(
              "There is no index {0}: with completions {1} the last one is {2}.",
              list.part,
              completions ?? 0,
              (completions ?? 0) - 1,
            ),
    );
  // The server counts a list that it cannot read as none.
  const most = Math.min(completions ?? Number.POSITIVE_INFINITY, list ? list.total : Number.POSITIVE_INFINITY);
  const { value, entry } = count;
  if (value === undefined || value <= most || !entry) return;
  const reported = report(
    count,
    most === completions
      ? l10n.t("succeededCount cannot be more than the number of indexes, completions: {0}.", most)
      : l10n.t("succeededCount cannot be more than the number of indexes in succeededIndexes: {0}.", most),
  );
  if (most >= 0 && !list?.problem)
    reported.fix(l10n.t("Set {0} to {1}", "succeededCount", most), () => setScalar(parsed, entry, most));
}
