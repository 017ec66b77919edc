// With hostNetwork the container's port is the node's port: another hostPort is refused.
import * as l10n from "@vscode/l10n";
import { removeEntry, setScalar } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";

export const hostNetworkPort = rule({
  id: "host-network-port",
  severity: "error",
  on: "container",
  check({ pod, container, report, parsed, partial }) {
    // Init containers are not looked at.
    if (pod.hostNetwork.value !== true || container.list !== "containers") return;
    for (const { map, hostPort, containerPort } of container.ports) {
      const { entry } = hostPort;
      if (!hostPort.value || !entry || containerPort.origin === "templated" || containerPort.origin === "wrong-type")
        continue;
      if (partial && !containerPort.entry) continue;
      const own = containerPort.value ?? 0;
      if (hostPort.value === own) continue;
      const reported = report(
        hostPort,
        l10n.t(
          "With hostNetwork the container listens on the node itself, so hostPort must equal containerPort ({0}).",
          own,
        ),
      );
      if (own > 0) reported.fix(l10n.t("Set {0} to {1}", "hostPort", own), () => setScalar(parsed, entry, own));
      reported.fix(l10n.t("Remove {0}", "hostPort"), () => removeEntry(parsed, map.node, entry), {
        preferred: own === 0,
      });
    }
  },
});
