// A header name of an HTTP probe or hook that the API server refuses.
import * as l10n from "@vscode/l10n";
import { classFacts } from "../../knowledge/constraints.ts";
import type { Handler } from "../../model/probe.ts";
import { asText, children, field } from "../../model/typed.ts";
import { setScalar } from "../../syntax/edits.ts";
import { nearestName } from "../fields/nearestName.ts";
import { type RuleContext, rule } from "../rule.ts";

const id = "http-header-invalid";

export const httpHeaderInvalid = rule({
  id,
  severity: "error",
  on: "probe",
  supersedes: ["missing-field", "name-invalid", "value-invalid"],
  check(scope) {
    for (const handler of scope.probe.handlers) checkHeaders(scope, handler);
  },
});

/** The same for hooks, under the same id. */
export const httpHeaderInvalidHook = rule({
  id,
  severity: "error",
  on: "hook",
  supersedes: ["missing-field", "name-invalid", "value-invalid"],
  check(scope) {
    for (const handler of scope.hook.handlers) checkHeaders(scope, handler);
  },
});

function checkHeaders({ report, parsed, partial }: RuleContext, handler: Handler): void {
  if (handler.name !== "httpGet" || !handler.map) return;
  const pattern = new RegExp(classFacts("http-header-name")?.re ?? "");
  // The server names the list, not the header in it.
  const path = [...handler.path, "httpHeaders"];
  for (const header of children(handler.map, "httpHeaders")) {
    const name = field(header, "name", asText);
    if (name.origin === "absent" ? partial : name.value === undefined) continue;
    const { value, entry } = name;
    if (value === undefined || value === "") {
      report({ path, span: name.span }, l10n.t("This header has no name: the API server refuses it."), {
        schema: value === undefined,
      });
    } else if (!pattern.test(value)) {
      const better = nearestName("http-header-name", value, undefined);
      const reported = report(
        { path, span: name.span },
        l10n.t("“{0}” is no header name: only letters, digits and “-” are taken, no blanks and no “_”.", value),
      );
      if (better !== undefined && entry)
        reported.fix(l10n.t("Use “{0}”", better), () => setScalar(parsed, entry, better));
    }
  }
}
