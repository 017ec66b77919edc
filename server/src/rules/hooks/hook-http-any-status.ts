// Only probes look at the status: for a hook any answer is a success, 500 too.
import * as l10n from "@vscode/l10n";
import { rule } from "../rule.ts";

export const hookHttpAnyStatus = rule({
  id: "hook-http-any-status",
  severity: "information",
  on: "hook",
  check({ hook, report }) {
    const [handler, ...others] = hook.handlers;
    // Nobody waits for preStop's result: a failure is an event, nothing else.
    if (hook.name !== "postStart" || others.length > 0 || handler?.name !== "httpGet") return;
    report(
      handler,
      l10n.t(
        "Any answer counts as success here, 500 too: hooks do not look at the status, only probes do. If it matters, use exec with a command that checks.",
      ),
    );
  },
});
