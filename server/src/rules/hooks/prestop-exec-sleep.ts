// A `sleep` by exec needs that program in the image; the sleep handler needs nothing.
import * as l10n from "@vscode/l10n";
import { readCommand, sleepOf } from "../../model/command.ts";
import { inForce } from "../../model/typed.ts";
import { replaceEntry } from "../../syntax/edits.ts";
import { textsOf } from "../probes/commandPlaces.ts";
import { rule } from "../rule.ts";

export const prestopExecSleep = rule({
  id: "prestop-exec-sleep",
  severity: "hint",
  on: "hook",
  // A chart may be for clusters that have no sleep handler yet.
  wholeOnly: true,
  check({ hook, pod, report, parsed, minor }) {
    const [handler, ...others] = hook.handlers;
    const entry = handler && hook.map.node.fields.get(handler.name);
    const command = handler?.command && readCommand(textsOf(handler.command));
    const slept = command && sleepOf(command);
    if (hook.name !== "preStop" || others.length > 0 || !entry || !slept?.only) return;
    if (!inForce(hook.map, "sleep", minor) || !Number.isInteger(slept.seconds)) return;
    // The server refuses a sleep that is longer than the grace period.
    const grace = pod.terminationGracePeriodSeconds.value;
    if (grace === undefined || slept.seconds >= grace) return;
    report(
      handler,
      l10n.t(
        "Kubernetes 1.{0} can sleep by itself: sleep needs no program in the image, and runs its full time.",
        minor,
      ),
    ).fix(
      l10n.t("Use sleep: {0} s", slept.seconds),
      () => replaceEntry(parsed, hook.map.node, entry, "sleep", { seconds: slept.seconds }),
      { preferred: false },
    );
  },
});
