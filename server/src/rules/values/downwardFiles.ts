// Files of the downward API: each takes its content from one place.
import * as l10n from "@vscode/l10n";
import { child, children, present, type TypedMap } from "../../model/typed.ts";
import type { RuleContext } from "../rule.ts";
import { checkDivisor } from "./divisor.ts";
import { without } from "./reading.ts";

/** @param source the volume's or projection's `downwardAPI`; the server's errors leave the item out */
export function checkDownward(scope: RuleContext, source: TypedMap): void {
  for (const file of children(source, "items")) {
    if (present(file, "fieldRef") && present(file, "resourceFieldRef"))
      scope
        .report(
          { path: source.path, span: file.span },
          l10n.t("A file has its content from fieldRef or from resourceFieldRef; both together are refused."),
        )
        .fix(l10n.t("Keep only {0}", "fieldRef"), without(scope, file, "resourceFieldRef"), { preferred: false })
        .fix(l10n.t("Keep only {0}", "resourceFieldRef"), without(scope, file, "fieldRef"), { preferred: false });
    const resource = child(file, "resourceFieldRef");
    if (resource) checkDivisor(scope, resource, [...source.path, "resourceFieldRef", "divisor"]);
  }
}
