// Names, labels and keys with characters or a length that the API server refuses, by the constraints table.
import * as l10n from "@vscode/l10n";
import { classFacts } from "../../knowledge/constraints.ts";
import { utf8Length } from "../classes/expressions.ts";
import { rule } from "../rule.ts";
import { nameWords } from "./classWords.ts";
import { nameFixes } from "./nameFixes.ts";
import { isName, shortened } from "./namesOrValues.ts";
import { partName } from "./partName.ts";
import { reportViolation } from "./reportViolation.ts";
import { violationsOf } from "./tableCheck.ts";
import type { BadText } from "./violation.ts";

export const nameInvalid = rule({
  id: "name-invalid",
  severity: "error",
  on: "object",
  check(scope) {
    for (const violation of violationsOf(scope.object, scope.minor)) {
      if (violation.kind !== "text" || !isName(violation)) continue;
      nameFixes(scope, violation, reportViolation(scope, violation, message(violation)));
    }
  },
});

function message({ className, text, max, field, part, entry }: BadText): string {
  const what = partName(field, part, entry);
  if (text === "") return l10n.t("The API server refuses an empty text as {0}.", what);
  const length = utf8Length(text);
  const most = Math.min(max ?? length, (className === undefined ? undefined : lengthOf(className)) ?? length);
  if (most < length)
    return l10n.t("{0} may have {1} characters, not {2}: the API server refuses it.", what, most, length);
  return l10n.t(
    "The API server refuses “{0}” as {1}. Allowed: {2}.",
    shortened(text),
    what,
    nameWords(className ?? "") ?? "",
  );
}

/** Most bytes of a text of the class, where one number says it. */
function lengthOf(className: string): number | undefined {
  return classFacts(className)?.max ?? (className.startsWith("port-name") ? 15 : undefined);
}
