// A command that limits itself to 5 s inside a probe of 1 s: its own limit never comes into play.
import * as l10n from "@vscode/l10n";
import { limitOf, readCommand, sleepOf } from "../../model/command.ts";
import { putEntry } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";
import { textsOf } from "./commandPlaces.ts";

export const execInnerTimeout = rule({
  id: "exec-inner-timeout",
  severity: "warning",
  on: "probe",
  check({ probe, report, parsed, partial }) {
    const [handler, ...others] = probe.handlers;
    const { timeoutSeconds: timeout, periodSeconds: period } = probe;
    const command = others.length === 0 && handler?.command && readCommand(textsOf(handler.command));
    if (!handler?.map || !command || timeout.value === undefined || (partial && timeout.origin !== "written")) return;
    const slept = sleepOf(command)?.seconds;
    const limit = limitOf(command);
    const seconds = Math.max(slept ?? 0, limit?.seconds ?? 0);
    if (seconds < timeout.value) return;
    const place = {
      path: timeout.path,
      span: timeout.entry ? timeout.span : (handler.map.node.fields.get("command")?.key.span ?? handler.span),
    };
    const raised = Math.floor(seconds) + 1;
    report(
      place,
      slept === seconds
        ? l10n.t(
            "The command sleeps for {0} s, and the probe gives up after {1} s (timeoutSeconds): it fails every time.",
            slept,
            timeout.value,
          )
        : l10n.t(
            "“{0}” never comes to its limit: the kubelet stops the probe after {1} s (timeoutSeconds) and counts a failure.",
            limit?.text ?? "",
            timeout.value,
          ),
    ).fix(l10n.t("Set timeoutSeconds to {0}", raised), () => {
      const set = putEntry(parsed, probe.map.node, "timeoutSeconds", raised, { after: "periodSeconds" });
      if (period.value === undefined || period.value >= raised || !period.entry) return set;
      const slower = putEntry(parsed, probe.map.node, "periodSeconds", raised);
      return set && slower && [...set, ...slower];
    });
  },
});
