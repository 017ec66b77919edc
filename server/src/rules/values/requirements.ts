// One requirement on labels: how many values its operator takes, and which.
import * as l10n from "@vscode/l10n";
import { asText, present, type TypedMap } from "../../model/typed.ts";
import { isNull } from "../../model/value.ts";
import { type ResolvedNode, resolve } from "../../syntax/nodes.ts";
import { isInClass } from "../classes/index.ts";
import type { RuleContext } from "../rule.ts";
import { isUnknown, placeOf, textOf, without } from "./reading.ts";

/** Where the server looks into a selector; elsewhere it takes everything. */
const checked = new Set([
  "apps/v1.DaemonSetSpec.selector",
  "apps/v1.DeploymentSpec.selector",
  "apps/v1.ReplicaSetSpec.selector",
  "apps/v1.StatefulSetSpec.selector",
  "batch/v1.JobSpec.selector",
  "policy/v1.PodDisruptionBudgetSpec.selector",
  "v1.PersistentVolumeClaimSpec.selector",
  "v1.PodAffinityTerm.labelSelector",
  "v1.PodAffinityTerm.namespaceSelector",
  "v1.TopologySpreadConstraint.labelSelector",
]);

/** An item of a selector's matchExpressions. */
export function checkSelectorRequirement(scope: RuleContext, map: TypedMap): void {
  const under = map.parent?.under;
  if (under === undefined || !checked.has(under)) return;
  checkCount(scope, map, textOf(map, "operator"));
  checkValues(scope, map, "label-value");
}

/** An item of matchExpressions or matchFields of a node affinity. */
export function checkNodeRequirement(scope: RuleContext, map: TypedMap): void {
  const operator = textOf(map, "operator");
  if (map.under === "v1.NodeSelectorTerm.matchFields") {
    checkFields(scope, map, operator);
    return;
  }
  checkCount(scope, map, operator);
  // A preference with a value that no label can have just prefers nothing.
  if (map.parent?.under !== "v1.PreferredSchedulingTerm.preference") checkValues(scope, map, "label-value");
}

function checkFields(scope: RuleContext, map: TypedMap, operator: string | undefined): void {
  const { report } = scope;
  const list = valuesOf(map);
  if (operator !== undefined && /^(Exists|DoesNotExist|Gt|Lt)$/.test(operator))
    report(placeOf(map, "operator"), l10n.t("For a field of the node the operator can only be In or NotIn."));
  else if ((operator === "In" || operator === "NotIn") && list && list.length !== 1)
    report(
      placeOf(map, "values"),
      l10n.t("For a field of the node, {0} takes exactly one value; here are {1}.", operator, list.length),
    );
  if (textOf(map, "key") === "metadata.name") checkValues(scope, map, "dns-subdomain");
}

function checkCount(scope: RuleContext, map: TypedMap, operator: string | undefined): void {
  const { report, partial } = scope;
  const list = valuesOf(map);
  if (!list || (partial && !map.node.fields.has("values"))) return;
  const at = placeOf(map, "values");
  if ((operator === "In" || operator === "NotIn") && list.length === 0)
    report(at, l10n.t("{0} needs at least one value to compare with.", operator));
  else if ((operator === "Exists" || operator === "DoesNotExist") && list.length > 0)
    report(at, l10n.t("{0} asks for the key alone; values beside it are refused.", operator)).fix(
      l10n.t("Remove {0}", "values"),
      without(scope, map, "values"),
      { preferred: false },
    );
  else if ((operator === "Gt" || operator === "Lt") && list.length !== 1)
    report(at, l10n.t("{0} takes exactly one value; here are {1}.", operator, list.length));
}

function checkValues({ report }: RuleContext, map: TypedMap, className: string): void {
  for (const [index, node] of (valuesOf(map) ?? []).entries()) {
    const text = isNull(node) ? "" : asText(node);
    if (text === undefined || (node.kind === "scalar" && node.templated) || isInClass(className, text) !== false)
      continue;
    report(
      { path: [...map.path, "values", index], span: node.span },
      className === "label-value"
        ? l10n.t(
            "No label can have the value “{0}”: letters, digits, “-”, “_” and “.” only, at most 63 characters.",
            text,
          )
        : l10n.t("No node can have the name “{0}”.", text),
    );
  }
}

/** undefined: nobody knows. */
function valuesOf(map: TypedMap): readonly ResolvedNode[] | undefined {
  const node = present(map, "values");
  if (!node) return [];
  return node.kind === "sequence" && !isUnknown(map, "values") ? node.items.map(resolve) : undefined;
}
