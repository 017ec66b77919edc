// Names, labels and keys with characters or a length that the API server refuses, by the constraints table.
import * as l10n from "@vscode/l10n";
import { rule } from "../rule.ts";
import { nameWords } from "./classWords.ts";
import { nameFixes } from "./nameFixes.ts";
import { isName, shortened } from "./namesOrValues.ts";
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
      const reported = reportViolation(scope, violation, nameMessage(violation));
      nameFixes(scope, violation, reported);
    }
  },
});

function nameMessage({ className, text, max, field, part }: BadText): string {
  const what =
    part === "key" ? l10n.t("a key of {0}", field) : part === "field" ? field : l10n.t("a value of {0}", field);
  if (text === "") return l10n.t("The API server does not take an empty text as {0}.", what);
  if (className === undefined)
    return l10n.t("The API server takes at most {0} bytes as {1}; here are {2}.", max ?? 0, what, text.length);
  return l10n.t(
    "The API server does not take “{0}” as {1}. Allowed: {2}.",
    shortened(text),
    what,
    nameWords(className) ?? "",
  );
}
