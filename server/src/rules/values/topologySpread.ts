// Spreading pods over zones and nodes: one constraint of a kind, and its parts.
import * as l10n from "@vscode/l10n";
import { children, present, type TypedMap } from "../../model/typed.ts";
import { setScalar } from "../../syntax/edits.ts";
import type { RuleContext, Targets } from "../rule.ts";
import { checkLabelKeys } from "./affinity.ts";
import { isUnknown, placeOf, textOf } from "./reading.ts";

export function checkSpread(scope: Targets["pod"] & RuleContext): void {
  const { pod, report, parsed } = scope;
  const constraints = children(pod.map, "topologySpreadConstraints");
  for (const [index, constraint] of constraints.entries()) {
    const action = textOf(constraint, "whenUnsatisfiable");
    if (
      present(constraint, "minDomains") &&
      !isUnknown(constraint, "minDomains") &&
      action &&
      action !== "DoNotSchedule"
    )
      report(
        placeOf(constraint, "minDomains"),
        l10n.t("minDomains only work with whenUnsatisfiable: DoNotSchedule; here it is {0}.", action),
      ).fix(
        l10n.t("Set {0} to {1}", "whenUnsatisfiable", "DoNotSchedule"),
        () => {
          const entry = constraint.node.fields.get("whenUnsatisfiable");
          return entry && setScalar(parsed, entry, "DoNotSchedule");
        },
        { preferred: false },
      );
    checkLabelKeys(scope, constraint);
    const again = constraints.slice(index + 1).find((later) => sameKind(constraint, later));
    if (again)
      report(
        { path: [...constraint.path, "{topologyKey, whenUnsatisfiable}"], span: placeOf(again, "topologyKey").span },
        l10n.t("Two constraints have the same topologyKey and whenUnsatisfiable; only one of a kind is accepted."),
      );
  }
}

const sameKind = (one: TypedMap, other: TypedMap): boolean =>
  ["topologyKey", "whenUnsatisfiable"].every((name) => {
    const text = textOf(one, name);
    return text !== undefined && text === textOf(other, name);
  });
