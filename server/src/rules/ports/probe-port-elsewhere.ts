// The containers of a pod share one network: a probe of one on the port of another tells how the other is.
import * as l10n from "@vscode/l10n";
import { rule } from "../rule.ts";

export const probePortElsewhere = rule({
  id: "probe-port-elsewhere",
  severity: "information",
  on: "probe",
  // Where it is found, it is mostly meant: the neighbour answers for this container.
  off: true,
  wholeOnly: true,
  check({ probe, container, pod, report }) {
    for (const { port } of probe.handlers) {
      const number = port?.value;
      if (!port || typeof number !== "number") continue;
      if (container.ports.some(({ containerPort: { value } }) => value === undefined || value === number)) continue;
      const owner = pod.containers.find(
        (each) =>
          each !== container &&
          (each.kind === "main" || each.kind === "sidecar") &&
          each.ports.some(({ containerPort, protocol }) => containerPort.value === number && protocol.value === "TCP"),
      );
      if (!owner) continue;
      report(
        port,
        l10n.t(
          "Port {0} is declared by the container “{1}”: this probe tells how that one is, and acts on this one.",
          number,
          owner.name.value ?? "",
        ),
      );
    }
  },
});
