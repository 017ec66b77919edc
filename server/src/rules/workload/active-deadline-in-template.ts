// A deadline for pods that a controller keeps running: the API server refuses it in such a template.
import * as l10n from "@vscode/l10n";
import { removeEntry } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";

const alwaysTypes = new Set([
  "apps/v1.Deployment",
  "apps/v1.StatefulSet",
  "apps/v1.DaemonSet",
  "apps/v1.ReplicaSet",
  "v1.ReplicationController",
]);

export const activeDeadlineInTemplate = rule({
  id: "active-deadline-in-template",
  severity: "error",
  on: "pod",
  supersedes: ["number-range"],
  check({ object, pod, report, parsed }) {
    const { entry, origin } = pod.activeDeadlineSeconds;
    if (!object.facts || !alwaysTypes.has(object.facts.type) || origin !== "written" || !entry) return;
    report(
      pod.activeDeadlineSeconds,
      l10n.t(
        "The pods of a {0} run until they are replaced: the API server refuses activeDeadlineSeconds here. It is for Pods and Jobs.",
        object.kind,
      ),
    ).fix(l10n.t("Remove {0}", "activeDeadlineSeconds"), () => removeEntry(parsed, pod.map.node, entry));
  },
});
