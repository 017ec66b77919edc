// tcpSocket in a hook: the API server takes it, and the kubelet fails it every time.
import * as l10n from "@vscode/l10n";
import { replaceEntry } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";

export const hookTcpSocket = rule({
  id: "hook-tcp-socket",
  severity: "warning",
  on: "hook",
  check({ hook, report, parsed }) {
    const handler = hook.handlers.find((each) => each.name === "tcpSocket");
    const entry = handler && hook.map.node.fields.get(handler.name);
    if (!handler || !entry || hook.handlers.length > 1) return;
    const message =
      hook.name === "postStart"
        ? l10n.t(
            "tcpSocket is accepted in a hook and fails every time it runs: the container is killed right after its start, again and again. Use exec or httpGet.",
          )
        : l10n.t(
            "tcpSocket is accepted in a hook and fails every time it runs: nothing happens before TERM but an event. Use exec, httpGet or sleep.",
          );
    const reported = report(handler, message);
    const port = handler.port?.value;
    if (port !== undefined) {
      reported.fix(l10n.t("Use httpGet on port {0}", port), () =>
        replaceEntry(parsed, hook.map.node, entry, "httpGet", { path: "/", port }),
      );
    }
  },
});
