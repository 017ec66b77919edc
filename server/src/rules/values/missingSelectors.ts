// Affinity and spread without a label selector: they count no pod, so they do nothing.
import * as l10n from "@vscode/l10n";
import { child, children, present, type TypedMap } from "../../model/typed.ts";
import type { RuleContext, Targets } from "../rule.ts";

type Scope = Targets["pod"] & RuleContext;

export function warnOfSelectors(scope: Scope): void {
  const { map } = scope.pod;
  for (const constraint of children(map, "topologySpreadConstraints")) warn(scope, constraint);
  const affinity = child(map, "affinity");
  for (const kind of affinity ? ["podAffinity", "podAntiAffinity"] : []) {
    const rules = affinity && child(affinity, kind);
    if (!rules) continue;
    for (const term of children(rules, "requiredDuringSchedulingIgnoredDuringExecution")) warn(scope, term);
    for (const weighted of children(rules, "preferredDuringSchedulingIgnoredDuringExecution")) {
      const term = child(weighted, "podAffinityTerm");
      if (term) warn(scope, term);
    }
  }
}

function warn({ report }: Scope, map: TypedMap): void {
  if (present(map, "labelSelector")) return;
  const entry = map.node.fields.get("labelSelector");
  report(
    { path: [...map.path, "labelSelector"], span: entry?.key.span ?? map.span },
    l10n.t("Without a labelSelector no pod is counted, so this has no effect."),
  );
}
