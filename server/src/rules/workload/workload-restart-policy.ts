// Controllers that keep pods running take restartPolicy Always only.
import * as l10n from "@vscode/l10n";
import { removeEntry, setScalar } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";

const alwaysKinds = new Set(["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController"]);

export const workloadRestartPolicy = rule({
  id: "workload-restart-policy",
  severity: "error",
  on: "pod",
  supersedes: ["bad-enum", "enum-case"],
  check({ object, pod, report, parsed }) {
    const { restartPolicy } = pod;
    const { entry } = restartPolicy;
    if (
      object.role === "custom" ||
      !alwaysKinds.has(object.kind) ||
      !entry ||
      restartPolicy.value === undefined ||
      restartPolicy.value === "Always"
    )
      return;
    report(
      restartPolicy,
      l10n.t(
        "The pods of a {0} are restarted for ever: only restartPolicy Always is accepted here. For work that ends, use a Job.",
        object.kind,
      ),
    )
      .fix(l10n.t("Set restartPolicy to Always"), () => setScalar(parsed, entry, "Always"))
      .fix(l10n.t("Remove restartPolicy"), () => removeEntry(parsed, pod.map.node, entry));
  },
});
