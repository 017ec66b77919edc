// A hook runs exactly one handler; the API server refuses none and several.
import * as l10n from "@vscode/l10n";
import { putEntry } from "../../syntax/edits.ts";
import { mayHoldMore } from "../../syntax/nodes.ts";
import { reportSurplus } from "../probes/surplusHandlers.ts";
import { rule } from "../rule.ts";

export const hookHandlerCount = rule({
  id: "hook-handler-count",
  severity: "error",
  on: "hook",
  mindsInsertions: true,
  supersedes: ["missing-field"],
  check(scope) {
    const { hook, partial, report, parsed } = scope;
    if (hook.handlers.length === 0) {
      if (partial || mayHoldMore(hook.map.node)) return;
      report(hook, l10n.t("{0} does not say what to do. Give it one of exec, httpGet or sleep.", hook.name)).fix(
        l10n.t("Insert a command"),
        () => putEntry(parsed, hook.map.node, "exec", { command: ["sh", "-c", "sleep 5"] }),
      );
      return;
    }
    reportSurplus(scope, hook.map.node, hook.handlers, ["exec", "httpGet", "tcpSocket", "sleep"], (kept) =>
      l10n.t("{0} already has {1}; a hook runs one handler only. Remove the others.", hook.name, kept),
    );
  },
});
