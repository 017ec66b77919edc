// A named port that no port of this container declares: accepted, and then the probe errs for ever.
import * as l10n from "@vscode/l10n";
import type { ProbeName } from "../../model/probe.ts";
import { rule } from "../rule.ts";
import { checkNamedPort } from "./unresolvedPort.ts";

export const probePortUnresolved = rule({
  id: "probe-port-unresolved",
  severity: "warning",
  on: "probe",
  wholeOnly: true,
  check(scope) {
    const { probe } = scope;
    for (const handler of probe.handlers)
      if (handler.name !== "grpc") checkNamedPort(scope, handler, () => consequence(probe.name));
  },
});

function consequence(probe: ProbeName): string {
  if (probe === "livenessProbe")
    return l10n.t(
      "The probe then errs at every run, which counts neither way: a container that hangs is never restarted.",
    );
  if (probe === "readinessProbe")
    return l10n.t("The probe then errs at every run, which counts neither way: the container never becomes ready.");
  return l10n.t(
    "The probe then errs at every run, which counts neither way: the container never counts as started, and its other probes never run.",
  );
}
