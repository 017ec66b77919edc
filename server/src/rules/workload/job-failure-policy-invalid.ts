// A podFailurePolicy that the API server refuses: rules with no condition or two, exit codes out of order, unknown containers.
import * as l10n from "@vscode/l10n";
import {
  asInteger,
  asText,
  child,
  children,
  entryOf,
  field,
  inForce,
  present,
  type TypedMap,
} from "../../model/typed.ts";
import { isNull } from "../../model/value.ts";
import { removeEntry, replaceNode, setScalar } from "../../syntax/edits.ts";
import { mayHoldMore, resolve } from "../../syntax/nodes.ts";
import { nearest } from "../../text/nearest.ts";
import { type Reported, type RuleContext, rule } from "../rule.ts";
import { isWritten, type JobSpec, readJob } from "./job.ts";

export const jobFailurePolicyInvalid = rule({
  id: "job-failure-policy-invalid",
  severity: "error",
  on: "map",
  supersedes: ["missing-field", "number-range", "bad-enum", "enum-case"],
  check(scope) {
    const { map, minor } = scope;
    if (map.type !== "batch/v1.JobSpec" || !inForce(map, "podFailurePolicy", minor)) return;
    const policy = child(map, "podFailurePolicy");
    const job = readJob(map);
    for (const each of policy ? children(policy, "rules") : []) checkRule(scope, job, each);
  },
});

function checkRule(scope: RuleContext, job: JobSpec, each: TypedMap): void {
  const { report, parsed, partial, minor } = scope;
  const codes = present(each, "onExitCodes");
  const conditions = present(each, "onPodConditions");
  const hasConditions = conditions !== undefined && !(conditions.kind === "sequence" && conditions.items.length === 0);
  const codesEntry = entryOf(each, "onExitCodes");
  const conditionsEntry = entryOf(each, "onPodConditions");
  if (codes && hasConditions) {
    const reported = report(
      each,
      l10n.t(
        "A rule looks either at exit codes or at conditions: the API server refuses onExitCodes beside onPodConditions. Make it two rules.",
      ),
    );
    if (conditionsEntry)
      reported.fix(l10n.t("Keep only {0}", "onExitCodes"), () => removeEntry(parsed, each.node, conditionsEntry));
    if (codesEntry)
      reported.fix(l10n.t("Keep only {0}", "onPodConditions"), () => removeEntry(parsed, each.node, codesEntry));
  } else if (!codes && !hasConditions && !partial && !mayHoldMore(each.node)) {
    report(each, l10n.t("This rule says no case: give it onExitCodes or onPodConditions."));
  }
  const action = field(each, "action", asText);
  if (
    action.value === "FailIndex" &&
    !partial &&
    !isWritten(job.map, "backoffLimitPerIndex") &&
    inForce(job.map, "backoffLimitPerIndex", minor)
  )
    report(
      action,
      l10n.t("FailIndex gives up one index, and that needs spec.backoffLimitPerIndex, which is not written."),
    );
  for (const pattern of children(each, "onPodConditions")) checkStatus(scope, pattern);
  const exitCodes = child(each, "onExitCodes");
  if (exitCodes) {
    checkContainer(scope, job, exitCodes);
    checkValues(scope, exitCodes);
  }
}

function checkStatus({ report, parsed }: RuleContext, pattern: TypedMap): void {
  const status = field(pattern, "status", asText, { zeroIsDefault: true });
  const { value, entry } = status;
  const known = [...(pattern.facts.fields.get("status")?.enum?.keys() ?? [])];
  if (value === undefined || !entry || known.includes(value)) return;
  const meant = nearest(value, known);
  const reported = report(
    status,
    l10n.t("A condition's status is True, False or Unknown, in quotes; “{0}” is refused.", value),
  );
  if (meant !== undefined) reported.fix(l10n.t("Use “{0}”", meant), () => setScalar(parsed, entry, meant));
}

function checkContainer({ report, parsed, partial }: RuleContext, job: JobSpec, exitCodes: TypedMap): void {
  const name = field(exitCodes, "containerName", asText);
  const { value, entry } = name;
  const template = child(job.map, "template");
  const pod = template && child(template, "spec");
  if (value === undefined || !entry || partial || isLeftOpen(job.map, "template")) return;
  if (template && isLeftOpen(template, "spec")) return;
  const containers = pod ? [...children(pod, "containers"), ...children(pod, "initContainers")] : [];
  const names = containers.map((each) => field(each, "name", asText));
  if (names.some((each) => each.value === value || each.origin === "templated")) return;
  const known = names.flatMap((each) => each.value ?? []);
  const meant = nearest(value, known) ?? (known.length === 1 ? known[0] : undefined);
  const reported = report(name, l10n.t("This pod has no container “{0}”; the API server looks for it here.", value));
  if (meant !== undefined) reported.fix(l10n.t("Use “{0}”", meant), () => setScalar(parsed, entry, meant));
  reported.fix(
    l10n.t("Remove {0}: the rule then holds for every container", "containerName"),
    () => removeEntry(parsed, exitCodes.node, entry),
    { preferred: meant === undefined },
  );
}

/** Filled in later, as a whole. */
function isLeftOpen(map: TypedMap, name: string): boolean {
  const node = present(map, name);
  return node?.kind === "scalar" && node.templated;
}

function checkValues({ report, parsed, partial }: RuleContext, exitCodes: TypedMap): void {
  const node = present(exitCodes, "values");
  const entry = entryOf(exitCodes, "values");
  const path = [...exitCodes.path, "values"];
  if (node ? node.kind === "sequence" && node.items.length === 0 : !partial) {
    report(
      { path, span: entry?.key.span ?? exitCodes.span },
      l10n.t("There are no exit codes in this rule: the API server asks for at least one."),
    );
    return;
  }
  if (node?.kind !== "sequence" || !entry) return;
  const codes = node.items.map((item) => {
    const code = resolve(item);
    return isNull(code) ? 0 : asInteger(code);
  });
  const isIn = field(exitCodes, "operator", asText).value === "In";
  const tidy = [...new Set(codes)].filter((code) => !(isIn && code === 0)).sort((a, b) => (a ?? 0) - (b ?? 0));
  const offer = (reported: Reported): void => {
    const known = tidy.filter((code) => code !== undefined);
    if (known.length === 0 || known.length < tidy.length || entry.value.kind === "alias") return;
    reported.fix(l10n.t("Tidy the exit codes"), () => replaceNode(parsed, node, known));
  };
  for (const [index, item] of node.items.entries()) {
    const code = codes[index];
    const place = { path: [...path, index], span: item.span };
    if (code === 0 && isIn)
      offer(
        report(
          place,
          l10n.t("0 is success, so a rule for failures cannot ask for it: the API server refuses it with operator In."),
        ),
      );
    else if (code !== undefined && codes.indexOf(code) < index)
      offer(report(place, l10n.t("The exit code {0} is in the list already: the API server refuses it twice.", code)));
  }
  if (isUnsorted(codes))
    offer(report({ path, span: entry.key.span }, l10n.t("The API server wants exit codes in rising order.")));
}

function isUnsorted(codes: readonly (number | undefined)[]): boolean {
  return codes.some((code, index) => {
    const before = index > 0 ? codes[index - 1] : undefined;
    return code !== undefined && before !== undefined && before > code;
  });
}
