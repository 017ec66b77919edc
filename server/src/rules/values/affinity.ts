// Pods to be near to or far from: keys that are matched must have a selector to go with, and stand in one list only.
import * as l10n from "@vscode/l10n";
import { asText, child, children, entryOf, inForce, present, type TypedMap } from "../../model/typed.ts";
import { type ResolvedNode, resolve } from "../../syntax/nodes.ts";
import type { Path } from "../../syntax/path.ts";
import type { RuleContext, Targets } from "../rule.ts";
import { isUnknown, pairsOf, placeOf, textOf } from "./reading.ts";

type Scope = Targets["pod"] & RuleContext;

export function checkAffinity(scope: Scope): void {
  const affinity = child(scope.pod.map, "affinity");
  for (const kind of affinity ? ["podAffinity", "podAntiAffinity"] : []) {
    const rules = affinity && child(affinity, kind);
    if (!rules) continue;
    for (const term of children(rules, "requiredDuringSchedulingIgnoredDuringExecution")) checkLabelKeys(scope, term);
    for (const weighted of children(rules, "preferredDuringSchedulingIgnoredDuringExecution")) {
      const term = child(weighted, "podAffinityTerm");
      if (term) checkLabelKeys(scope, term);
    }
  }
}

interface Key {
  readonly text: string;
  readonly index: number;
  readonly node: ResolvedNode;
}

/** `matchLabelKeys` and `mismatchLabelKeys` of an affinity term or spread constraint. */
export function checkLabelKeys(scope: Scope, term: TypedMap): void {
  const { report, minor, partial } = scope;
  const selector = child(term, "labelSelector");
  const keysOf = (name: string) => (inForce(term, name, minor) ? listOf(term, name) : []);
  for (const name of ["matchLabelKeys", "mismatchLabelKeys"])
    if (keysOf(name).length > 0 && !selector && !partial && !isUnknown(term, "labelSelector"))
      report(
        placeOf(term, name),
        l10n.t("{0} narrow down what labelSelector selects, and there is no labelSelector.", name),
      );
  const mismatched = keysOf("mismatchLabelKeys").map((each) => each.text);
  for (const { text, index, node } of keysOf("matchLabelKeys"))
    if (mismatched.includes(text))
      report(
        { path: [...term.path, "matchLabelKeys", index], span: node.span },
        l10n.t("“{0}” stands in matchLabelKeys and in mismatchLabelKeys; a key cannot match and differ.", text),
      );
  if (selector) checkTwice(scope, term, selector, keysOf("matchLabelKeys"), mismatched);
}

/** The server adds the matched keys to the selector, and then finds there what was written too. */
function checkTwice(
  { report, pod, object }: Scope,
  term: TypedMap,
  selector: TypedMap,
  keys: readonly Key[],
  mismatched: readonly string[],
): void {
  const byText = new Map(keys.map((each) => [each.text, each]));
  const seen = new Set(pairsOf(selector, "matchLabels").map((each) => each.key));
  const expressions = children(selector, "matchExpressions").flatMap((each) => textOf(each, "key") ?? []);
  const metadata = object.root && !pod.inTemplate ? child(object.root, "metadata") : undefined;
  const labels = new Set(metadata ? pairsOf(metadata, "labels").map((each) => each.key) : []);
  const added = [...keys.map((each) => each.text), ...mismatched].filter((text) => labels.has(text));
  for (const text of [...expressions, ...added]) {
    const key = byText.get(text);
    if (key && seen.has(text)) {
      const path: Path = [...term.path, key.index];
      report(
        { path, span: key.node.span },
        l10n.t("“{0}” is matched by matchLabelKeys already; it cannot stand in labelSelector too.", text),
      );
    }
    seen.add(text);
  }
}

function listOf(map: TypedMap, name: string): Key[] {
  const list = present(map, name);
  if (list?.kind !== "sequence" || !entryOf(map, name)) return [];
  return list.items.flatMap((item, index) => {
    const node = resolve(item);
    const text = asText(node);
    return text === undefined ? [] : [{ text, index, node }];
  });
}
