// For a probe's command the kubelet knows only the variables with a plain value: one from a field, Secret or ConfigMap becomes an empty text.
import * as l10n from "@vscode/l10n";
import { rule } from "../rule.ts";
import { commandsOf } from "./commandPlaces.ts";
import { fixByShell, referenceIn } from "./references.ts";

export const probeExecNoExpansion = rule({
  id: "probe-exec-no-expansion",
  severity: "warning",
  on: "container",
  supersedes: ["exec-shell-syntax"],
  check(scope) {
    const { container, report, partial } = scope;
    for (const place of commandsOf(container)) {
      if (!place.user.endsWith("Probe")) continue;
      const found = referenceIn(
        container,
        place,
        (given) => given === "valueFrom" || (given === "elsewhere" && !partial),
      );
      if (!found) continue;
      const message =
        found.given === "valueFrom"
          ? l10n.t(
              "For probes, “$({0})” becomes an empty text: the kubelet fills in only variables with a plain value, and this one comes from valueFrom. A shell knows it as {1}.",
              found.name,
              `$${found.name}`,
            )
          : l10n.t(
              "This probe gets “$({0})” as it stands: the kubelet fills in only what the container's own env gives a plain value. A shell knows the variable as {1}.",
              found.name,
              `$${found.name}`,
            );
      fixByShell(scope, place, found, report({ path: place.path, span: found.span }, message));
    }
  },
});
