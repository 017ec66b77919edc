// Labels of nodes that have newer names: what is chosen by them may find no node any more.
import * as l10n from "@vscode/l10n";
import { oldNodeLabel } from "../../knowledge/deprecations.ts";
import { asText, child, children, entryOf, present, type TypedMap } from "../../model/typed.ts";
import type { Place } from "../../model/value.ts";
import { renameKey, setScalar } from "../../syntax/edits.ts";
import { resolve } from "../../syntax/nodes.ts";
import type { TextEdit } from "../../text/span.ts";
import { isInClass } from "../classes/index.ts";
import type { RuleContext, Targets } from "../rule.ts";
import { pairsOf, placeOf, textOf } from "./reading.ts";

type Scope = Targets["pod"] & RuleContext;

export function warnOfOldNodeLabels(scope: Scope): void {
  const { map } = scope.pod;
  const { parsed } = scope;
  const labels = pairsOf(map, "nodeSelector");
  for (const { key, path, entry } of labels)
    warn(scope, key, { path, span: entry.key.span }, (instead) =>
      labels.some((each) => each.key === instead) ? undefined : renameKey(parsed, entry, instead),
    );
  for (const constraint of children(map, "topologySpreadConstraints")) warnOfField(scope, constraint, "topologyKey");
  const affinity = child(map, "affinity");
  const nodes = affinity && child(affinity, "nodeAffinity");
  const required = nodes && child(nodes, "requiredDuringSchedulingIgnoredDuringExecution");
  for (const term of required ? children(required, "nodeSelectorTerms") : []) warnOfTerm(scope, term);
  for (const preferred of nodes ? children(nodes, "preferredDuringSchedulingIgnoredDuringExecution") : []) {
    const term = child(preferred, "preference");
    if (!term) continue;
    warnOfTerm(scope, term);
    warnOfValues(scope, term);
  }
}

function warnOfTerm(scope: Scope, term: TypedMap): void {
  for (const expression of children(term, "matchExpressions")) warnOfField(scope, expression, "key");
}

function warnOfField(scope: Scope, map: TypedMap, name: string): void {
  const entry = entryOf(map, name);
  const key = textOf(map, name);
  if (entry && key) warn(scope, key, placeOf(map, name), (instead) => setScalar(scope.parsed, entry, instead));
}

function warn({ report }: Scope, key: string, at: Place, replace: (instead: string) => TextEdit[] | undefined): void {
  const old = oldNodeLabel(key);
  if (!old) return;
  const { instead, since } = old;
  if (instead === undefined) {
    report(at, l10n.t("The label {0} is deprecated since Kubernetes 1.{1}; nodes need not have it.", key, since ?? ""));
    return;
  }
  report(
    at,
    since === undefined
      ? l10n.t("The label {0} is deprecated: nodes have {1} instead.", key, instead)
      : l10n.t("The label {0} is deprecated since Kubernetes 1.{2}: nodes have {1} instead.", key, instead, since),
  ).fix(l10n.t("Change to {0}", instead), () => replace(instead));
}

/** In a preference nothing is refused: what no label can be just prefers no node. */
function warnOfValues({ report }: Scope, term: TypedMap): void {
  for (const expression of children(term, "matchExpressions")) {
    const list = present(expression, "values");
    for (const [index, item] of (list?.kind === "sequence" ? list.items : []).entries()) {
      const node = resolve(item);
      const text = asText(node);
      if (text === undefined || (node.kind === "scalar" && node.templated) || isInClass("label-value", text) !== false)
        continue;
      report(
        { path: [...expression.path, "values", index], span: node.span },
        l10n.t("No label can have the value “{0}”, so no node is preferred by it.", text),
      );
    }
  }
}
