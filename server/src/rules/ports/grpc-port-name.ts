// A gRPC probe takes a port number only: a name is of the wrong type, and the API server refuses the manifest.
import * as l10n from "@vscode/l10n";
import { setScalar } from "../../syntax/edits.ts";
import { nearest } from "../../text/nearest.ts";
import { rule } from "../rule.ts";

export const grpcPortName = rule({
  id: "grpc-port-name",
  severity: "error",
  on: "probe",
  supersedes: ["wrong-type"],
  schema: true,
  check({ probe, container, report, parsed }) {
    for (const { name, port } of probe.handlers) {
      const wanted = port?.value;
      const entry = port?.entry;
      if (name !== "grpc" || !port || !entry || typeof wanted !== "string" || /^[0-9]+$/.test(wanted)) continue;
      const names = container.ports.flatMap((each) => each.name.value ?? []);
      const meant = names.includes(wanted) ? wanted : nearest(wanted, names);
      const number = container.ports.find((each) => each.name.value === meant && meant !== undefined)?.containerPort
        .value;
      const reported = report(
        port,
        l10n.t("A gRPC probe takes a port number only; the name “{0}” is refused here, unlike with httpGet.", wanted),
      );
      if (number !== undefined)
        reported.fix(l10n.t("Use the number of “{0}”, {1}", meant ?? wanted, number), () =>
          setScalar(parsed, entry, number),
        );
    }
  },
});
