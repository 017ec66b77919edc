// Texts that are no names (paths, addresses, amounts …) and that the API server refuses, by the constraints table.
import * as l10n from "@vscode/l10n";
import { removeEntry, setScalar } from "../../syntax/edits.ts";
import { type Reported, type RuleContext, rule } from "../rule.ts";
import { valueWords } from "./classWords.ts";
import { isName, shortened } from "./namesOrValues.ts";
import { partName } from "./partName.ts";
import { reportViolation } from "./reportViolation.ts";
import { violationsOf } from "./tableCheck.ts";
import type { BadText, Forbidden } from "./violation.ts";

/** What the table refuses and no other rule speaks of: everything that is no name, number, list or closed set. */
export const valueInvalid = rule({
  id: "value-invalid",
  severity: "error",
  on: "object",
  check(scope) {
    for (const violation of violationsOf(scope.object, scope.minor)) {
      if (violation.kind === "forbidden") reportForbidden(scope, violation);
      else if (violation.kind === "text" && !isName(violation))
        textFixes(scope, violation, reportViolation(scope, violation, message(violation)));
    }
  },
});

function message({ className, text, field, part, entry }: BadText): string {
  const words = valueWords(className ?? "");
  const what = partName(field, part, entry);
  return text === ""
    ? l10n.t("The API server refuses an empty text as {0}: it has to be {1}.", what, words)
    : l10n.t("The API server refuses “{0}” as {1}: it has to be {2}.", shortened(text), what, words);
}

function textFixes({ parsed }: RuleContext, { className, text, field, node }: BadText, reported: Reported): void {
  if (className === "no-outer-space" && text.trim() !== "")
    reported.fix(l10n.t("Remove the blanks"), () => setScalar(parsed, node, text.trim()));
  else if (className === "absolute-path" && text !== "")
    reported.fix(l10n.t("Set {0} to {1}", field, `/${text}`), () => setScalar(parsed, node, `/${text}`));
}

function reportForbidden(scope: RuleContext, violation: Forbidden): void {
  const { field, map } = violation;
  const entry = map.node.fields.get(field);
  const reported = reportViolation(
    scope,
    violation,
    l10n.t("{0} cannot be set here: the API server refuses it.", field),
  );
  if (entry) reported.fix(l10n.t("Remove {0}", field), () => removeEntry(scope.parsed, map.node, entry));
}
