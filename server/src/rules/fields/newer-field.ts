// A field whose feature gate is off by default in this version: accepted, and without any effect.
import * as l10n from "@vscode/l10n";
import { fieldAvailability, type GateStage } from "../../knowledge/schema.ts";
import { fieldAround, type TypedMap } from "../../model/typed.ts";
import { isAbsentValue } from "../../model/walk.ts";
import { rule } from "../rule.ts";

export const newerField = rule({
  id: "newer-field",
  severity: "warning",
  on: "value",
  check({ object, value, minor, report }) {
    const { map, facts, entry, path } = value;
    if (value.part !== "field" || !entry || isAbsentValue(value) || path[object.path.length] === "status") return;
    const found = fieldAvailability(facts, minor);
    if (found.state !== "gated" || isBehind(found.gate, map, minor)) return;
    report(
      { path, span: entry.key.span },
      l10n.t(
        "{0} has no effect in Kubernetes 1.{1}: it needs the feature gate {2}, which is {3} there and off by default. Unless your cluster turns it on, the API server ignores the field without a word.",
        value.name,
        minor,
        found.gate,
        stageName(found.stage),
      ),
    );
  },
});

/** A map around it waits for the same gate, and has been told of. */
function isBehind(gate: string, map: TypedMap, minor: number): boolean {
  const facts = fieldAround(map);
  const outer = facts && fieldAvailability(facts, minor);
  if (outer?.state === "gated" && outer.gate === gate) return true;
  return map.parent !== undefined && isBehind(gate, map.parent, minor);
}

function stageName(stage: GateStage["stage"]): string {
  if (stage === "alpha") return l10n.t("alpha");
  if (stage === "beta") return l10n.t("beta");
  return l10n.t("deprecated");
}
