// A PodDisruptionBudget that counts from both ends: what may be gone, and what must be there.
import * as l10n from "@vscode/l10n";
import { child, present } from "../../model/typed.ts";
import { rule } from "../rule.ts";
import { offerRemoval, placeOf } from "./reading.ts";

export const budgetInvalid = rule({
  id: "budget-invalid",
  severity: "error",
  on: "object",
  check(scope) {
    const { root } = scope.object;
    const spec = root?.type === "policy/v1.PodDisruptionBudget" ? child(root, "spec") : undefined;
    if (!spec || !present(spec, "minAvailable") || !present(spec, "maxUnavailable")) return;
    const reported = scope.report(
      { path: spec.path, span: placeOf(spec, "maxUnavailable").span },
      l10n.t("A budget has minAvailable or maxUnavailable: the API server refuses both together."),
    );
    for (const name of ["maxUnavailable", "minAvailable"]) offerRemoval(scope, reported, spec, name);
  },
});
