// Texts that are no names (paths, addresses, amounts …) and that the API server refuses, by the constraints table.
import * as l10n from "@vscode/l10n";
import { removeEntry, removeItem, setScalar } from "../../syntax/edits.ts";
import { resolve } from "../../syntax/nodes.ts";
import { type RuleContext, rule } from "../rule.ts";
import { valueWords } from "./classWords.ts";
import { isName, shortened } from "./namesOrValues.ts";
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
      if (violation.kind === "text" && !isName(violation)) {
        const { className, text, field, node } = violation;
        const reported = reportViolation(scope, violation, valueMessage(violation));
        if (className === "no-outer-space" && text.trim() !== "")
          reported.fix(l10n.t("Remove the blanks"), () => setScalar(scope.parsed, node, text.trim()));
        else if (className === "absolute-path" && text !== "")
          reported.fix(l10n.t("Set {0} to {1}", field, `/${text}`), () => setScalar(scope.parsed, node, `/${text}`));
      } else if (violation.kind === "forbidden") removeForbidden(scope, violation);
    }
  },
});

function valueMessage({ className, text, field }: BadText): string {
  const words = valueWords(className ?? "");
  return text === ""
    ? l10n.t("The API server does not take an empty {0}. It has to be {1}.", field, words)
    : l10n.t("The API server does not take “{0}” as {1}. It has to be {2}.", shortened(text), field, words);
}

function removeForbidden(scope: RuleContext, violation: Forbidden): void {
  const { field, map, entry } = violation;
  const list = map.node.fields.get(field);
  const node = list && resolve(list.value);
  reportViolation(scope, violation, l10n.t("{0} cannot be set here: the API server refuses it.", field)).fix(
    l10n.t("Remove {0}", field),
    () => {
      if (entry) return removeEntry(scope.parsed, map.node, entry);
      const index = node?.kind === "sequence" ? node.items.findIndex((item) => item.span === violation.at.span) : -1;
      return node?.kind === "sequence" && index >= 0 ? removeItem(scope.parsed, node, index) : undefined;
    },
  );
}
