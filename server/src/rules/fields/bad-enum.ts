// A text outside a closed list of values, and near to none of them.
import * as l10n from "@vscode/l10n";
import { removeEntry, setScalar } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";
import { meantValue } from "./meantValue.ts";
import { reportViolation } from "./reportViolation.ts";
import { violationsOf } from "./tableCheck.ts";
import type { NotInEnum } from "./violation.ts";

export const badEnum = rule({
  id: "bad-enum",
  severity: "error",
  on: "object",
  check(scope) {
    const { parsed } = scope;
    for (const violation of violationsOf(scope.object, scope.minor)) {
      if (violation.kind !== "enum" || meantValue(violation) !== undefined) continue;
      const { node, values, entry, map, field } = violation;
      const reported = reportViolation(scope, violation, message(violation));
      for (const value of values.slice(0, mostFixes))
        reported.fix(l10n.t("Set {0} to {1}", field, value), () => setScalar(parsed, node, value), {
          preferred: false,
        });
      if (entry && !violation.required)
        reported.fix(l10n.t("Remove {0}", field), () => removeEntry(parsed, map.node, entry), { preferred: false });
    }
  },
});

/** More would be a list to read, not a choice. */
const mostFixes = 6;

function message({ field, text, values, since }: NotInEnum): string {
  if (since !== undefined)
    return l10n.t("{0} {1} exists from Kubernetes 1.{2} on; here it is refused.", field, text, since);
  const list = values.join(", ");
  if (text === "") return l10n.t("{0} is empty, which the API server refuses. It can be: {1}.", field, list);
  return values.length === 1
    ? l10n.t("{0} can only be {1} here: the API server refuses “{2}”.", field, list, text)
    : l10n.t("{0} can be one of {1}: the API server refuses “{2}”.", field, list, text);
}
