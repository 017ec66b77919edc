// A Deployment's progress deadline must leave time for minReadySeconds, or no rollout could ever be in time.
import * as l10n from "@vscode/l10n";
import { asInteger, field } from "../../model/typed.ts";
import { putEntry } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";

export const deadlineUnderMinReady = rule({
  id: "deadline-under-min-ready",
  severity: "error",
  on: "map",
  supersedes: ["number-range"],
  check({ map, report, parsed, partial }) {
    if (map.type !== "apps/v1.DeploymentSpec") return;
    const deadline = field(map, "progressDeadlineSeconds", asInteger);
    const minReady = field(map, "minReadySeconds", asInteger, { fallback: 0 });
    if (deadline.value === undefined || minReady.value === undefined || deadline.value > minReady.value) return;
    if (partial && deadline.origin !== "written") return;
    const usual = Number(map.facts.fields.get("progressDeadlineSeconds")?.default ?? 0);
    const raised = Math.max(0, minReady.value) + usual;
    const isWritten = deadline.origin === "written";
    report(
      { path: deadline.path, span: isWritten ? deadline.span : minReady.span },
      isWritten
        ? l10n.t(
            "progressDeadlineSeconds ({0} s) must be longer than minReadySeconds ({1} s): a pod counts as ready only after that.",
            deadline.value,
            minReady.value,
          )
        : l10n.t(
            "minReadySeconds ({1} s) must be shorter than progressDeadlineSeconds, which is {0} s when it is not written.",
            deadline.value,
            minReady.value,
          ),
    ).fix(l10n.t("Set progressDeadlineSeconds to {0}", raised), () =>
      putEntry(parsed, map.node, "progressDeadlineSeconds", raised, { after: "minReadySeconds" }),
    );
  },
});
