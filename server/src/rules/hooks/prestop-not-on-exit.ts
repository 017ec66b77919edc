// preStop belongs to an order to stop; a program that ends by itself never sees it.
import * as l10n from "@vscode/l10n";
import { rule } from "../rule.ts";

export const prestopNotOnExit = rule({
  id: "prestop-not-on-exit",
  severity: "hint",
  on: "hook",
  check({ hook, container, object, pod, report }) {
    const ends = object.kind === "Job" || object.kind === "CronJob" || pod.restartPolicy.value === "Never";
    if (hook.name !== "preStop" || container.kind !== "main" || !ends) return;
    report(
      hook,
      l10n.t(
        "preStop runs only when the pod is told to stop, on deletion for example; not when the program ends by itself.",
      ),
    );
  },
});
