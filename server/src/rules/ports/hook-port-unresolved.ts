// A hook's named port that no port of this container declares: accepted, and the hook fails every time it runs.
import * as l10n from "@vscode/l10n";
import { rule } from "../rule.ts";
import { checkNamedPort } from "./unresolvedPort.ts";

export const hookPortUnresolved = rule({
  id: "hook-port-unresolved",
  severity: "warning",
  on: "hook",
  wholeOnly: true,
  check(scope) {
    const { hook } = scope;
    for (const handler of hook.handlers) {
      // A hook's tcpSocket never works, whatever its port.
      if (handler.name !== "httpGet") continue;
      checkNamedPort(scope, handler, () =>
        hook.name === "postStart"
          ? l10n.t("postStart then fails, and the container is killed right after each start.")
          : l10n.t("preStop is then skipped with an event, and TERM follows at once."),
      );
    }
  },
});
