// A slip of the pen in a closed list of values: `always`, `Https`, `OnFailture`.
import * as l10n from "@vscode/l10n";
import { setScalar } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";
import { meantValue } from "./meantValue.ts";
import { reportViolation } from "./reportViolation.ts";
import { violationsOf } from "./tableCheck.ts";

export const enumCase = rule({
  id: "enum-case",
  severity: "error",
  on: "object",
  check(scope) {
    for (const violation of violationsOf(scope.object, scope.minor)) {
      const meant = violation.kind === "enum" ? meantValue(violation) : undefined;
      if (violation.kind !== "enum" || meant === undefined) continue;
      const { text, node } = violation;
      reportViolation(
        scope,
        violation,
        meant.toLowerCase() === text.toLowerCase()
          ? l10n.t("Upper and lower case count here: the API server knows {0}, not “{1}”.", meant, text)
          : l10n.t("The API server does not know “{0}” here. It is written {1}.", text, meant),
      ).fix(l10n.t("Write {0}", meant), () => setScalar(scope.parsed, node, meant));
    }
  },
});
