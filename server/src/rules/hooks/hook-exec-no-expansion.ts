// `$(NAME)` is filled in for a container's command and, in part, for its probes, but never for its hooks.
import * as l10n from "@vscode/l10n";
import { commandsOf } from "../probes/commandPlaces.ts";
import { fixByShell, referenceIn } from "../probes/references.ts";
import { rule } from "../rule.ts";

export const hookExecNoExpansion = rule({
  id: "hook-exec-no-expansion",
  severity: "warning",
  on: "container",
  supersedes: ["exec-shell-syntax"],
  check(scope) {
    const { container, report } = scope;
    for (const place of commandsOf(container)) {
      if (place.user !== "postStart" && place.user !== "preStop") continue;
      const found = referenceIn(container, place, () => true);
      if (!found) continue;
      const reported = report(
        { path: place.path, span: found.span },
        l10n.t(
          "Hooks get “$({0})” as it stands: Kubernetes fills it in for a container's command, not for {1}. A shell knows the variable as {2}.",
          found.name,
          place.user,
          `$${found.name}`,
        ),
      );
      fixByShell(scope, place, found, reported);
    }
  },
});
