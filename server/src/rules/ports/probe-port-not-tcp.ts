// A probe connects by TCP: a port that is declared for UDP or SCTP only will hardly answer.
import * as l10n from "@vscode/l10n";
import type { ContainerPort } from "../../model/pod.ts";
import { setScalar } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";

export const probePortNotTcp = rule({
  id: "probe-port-not-tcp",
  severity: "warning",
  on: "probe",
  check({ probe, container, report, parsed }) {
    for (const { name, port } of probe.handlers) {
      const wanted = port?.value;
      const entry = port?.entry;
      if (!port || !entry || wanted === undefined) continue;
      const named = container.ports.find((each) => each.name.value === wanted);
      const number = typeof wanted === "number" ? wanted : named?.containerPort.value;
      const same = container.ports.filter((each) => each.containerPort.value === number);
      const protocol = same[0]?.protocol.value;
      if (protocol === undefined || number === undefined || !same.every(isOther)) continue;
      // A templated number or protocol may be the one.
      if (container.ports.some((each) => each.containerPort.value === undefined)) continue;
      const reported = report(
        port,
        l10n.t(
          "Port {0} is declared for {1} only, and this probe connects by TCP: it will hardly get an answer.",
          number,
          protocol,
        ),
      );
      const useful = container.ports.filter((each) => each.protocol.value === "TCP");
      for (const each of useful.slice(0, 3)) {
        const other = (name === "grpc" ? undefined : each.name.value) ?? each.containerPort.value;
        if (other !== undefined)
          reported.fix(l10n.t("Use the port “{0}”", other), () => setScalar(parsed, entry, other), {
            preferred: useful.length === 1,
          });
      }
    }
  },
});

const isOther = ({ protocol }: ContainerPort): boolean => protocol.value !== undefined && protocol.value !== "TCP";
