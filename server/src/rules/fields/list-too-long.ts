// Lists with more items than the API server takes, by the constraints table.
import * as l10n from "@vscode/l10n";
import { rule } from "../rule.ts";
import { reportViolation } from "./reportViolation.ts";
import { violationsOf } from "./tableCheck.ts";

export const listTooLong = rule({
  id: "list-too-long",
  severity: "error",
  on: "object",
  check(scope) {
    for (const violation of violationsOf(scope.object, scope.minor)) {
      if (violation.kind !== "many") continue;
      const { field, most, count } = violation;
      reportViolation(
        scope,
        violation,
        most === 1
          ? l10n.t("{0} takes one item; the API server refuses the {1} here.", field, count)
          : l10n.t("{0} takes at most {1} items; the API server refuses the {2} here.", field, most, count),
      );
    }
  },
});
