// A port of the node on which one of Kubernetes' own components listens: one of the two cannot start.
import * as l10n from "@vscode/l10n";
import { componentPort } from "../../knowledge/components.ts";
import { rule } from "../rule.ts";
import { portUses } from "./portUses.ts";

export const hostPortComponent = rule({
  id: "host-port-component",
  severity: "warning",
  on: "pod",
  check({ object, pod, minor, report }) {
    for (const { container, port, hostPort, containerPort, protocol } of portUses(pod, minor)) {
      const onNode = hostPort || (pod.hostNetwork.value === true ? containerPort : undefined);
      const taken = onNode ? componentPort(onNode) : undefined;
      if (!onNode || !taken?.byDefault || protocol !== "TCP" || container.kind === "ephemeral") continue;
      // The component itself, or what stands in for it.
      const names = [object.name, container.name.value, container.image.value].join(" ").toLowerCase();
      if (names.includes(taken.component.replace(/^kube-/, ""))) continue;
      const place = port.hostPort.value ? port.hostPort : port.containerPort;
      report(
        place,
        taken.runsOn === "every node"
          ? l10n.t(
              "Port {0} of the node belongs to {1}, on every node: this program cannot listen on it.",
              onNode,
              taken.component,
            )
          : l10n.t(
              "Port {0} of the node belongs to {1} on control plane nodes: there this program cannot listen on it.",
              onNode,
              taken.component,
            ),
      );
    }
  },
});
