// preStop runs inside the grace period: one that takes all of it leaves the program hardly any time after TERM.
import * as l10n from "@vscode/l10n";
import { minimumGraceSeconds } from "../../simulate/edges/stop.ts";
import { putEntry } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";
import { knownSeconds } from "./takes.ts";

/** What a program should have left after preStop. */
const roomSeconds = 10;

export const prestopEatsGrace = rule({
  id: "prestop-eats-grace",
  severity: "warning",
  on: "hook",
  check({ hook, container, pod, report, parsed, partial }) {
    const seconds = knownSeconds(hook);
    const { value: grace, origin, entry } = pod.terminationGracePeriodSeconds;
    const [handler] = hook.handlers;
    if (hook.name !== "preStop" || !handler || seconds === undefined || grace === undefined) return;
    // With 0 or less no preStop runs at all, or none that matters; a longer sleep handler is refused.
    if (grace <= 0 || seconds < grace || (handler.name === "sleep" && seconds > grace)) return;
    if ((partial && origin !== "written") || !container.kindKnown) return;
    const raised = Math.ceil(seconds) + roomSeconds;
    report(
      handler,
      entry
        ? l10n.t(
            "preStop takes {0} s, and the pod has {1} s in all to end (terminationGracePeriodSeconds): the program gets {2} s after TERM, then KILL.",
            seconds,
            grace,
            minimumGraceSeconds,
          )
        : l10n.t(
            "preStop takes {0} s, and without terminationGracePeriodSeconds the pod has {1} s in all to end: the program gets {2} s after TERM, then KILL.",
            seconds,
            grace,
            minimumGraceSeconds,
          ),
    ).fix(l10n.t("Raise terminationGracePeriodSeconds to {0}", raised), () =>
      putEntry(parsed, pod.map.node, "terminationGracePeriodSeconds", raised, { first: true }),
    );
  },
});
