// A named port that no port of this container declares: accepted, and then the probe errs for ever.
import * as l10n from "@vscode/l10n";
import type { ProbeName } from "../../model/probe.ts";
import { insertEntry, insertItem, setScalar } from "../../syntax/edits.ts";
import { resolve } from "../../syntax/nodes.ts";
import { nearest } from "../../text/nearest.ts";
import { rule } from "../rule.ts";

export const probePortUnresolved = rule({
  id: "probe-port-unresolved",
  severity: "warning",
  on: "probe",
  wholeOnly: true,
  check({ probe, container, report, parsed }) {
    for (const { port, name: handler } of probe.handlers) {
      const wanted = port?.value;
      const entry = port?.entry;
      if (!port || !entry || handler === "grpc" || typeof wanted !== "string" || !/[a-z]/.test(wanted)) continue;
      // A templated name may be the one.
      if (container.ports.some((each) => each.name.value === wanted || each.name.origin === "templated")) continue;
      const portsNode = container.map.node.fields.get("ports");
      if (
        portsNode &&
        resolve(portsNode.value).kind !== "sequence" &&
        container.ports.length === 0 &&
        isUnknown(portsNode.value)
      )
        continue;
      const names = container.ports.flatMap((each) => each.name.value ?? []);
      const closest = nearest(wanted, names) ?? names[0];
      const reported = report(
        port,
        `${l10n.t("No port of this container is named “{0}”.", wanted)} ${consequence(probe.name)}`,
      );
      if (closest !== undefined)
        reported.fix(l10n.t("Use the port “{0}”", closest), () => setScalar(parsed, entry, closest));
      const unnamed = container.ports.find(
        (each) => each.name.origin === "absent" && each.containerPort.value !== undefined,
      );
      if (unnamed) {
        reported.fix(l10n.t("Name port {0} “{1}”", unnamed.containerPort.value ?? 0, wanted), () =>
          insertEntry(parsed, unnamed.map.node, "name", wanted, { first: true }),
        );
      } else if (names.length === 0) {
        reported.fix(l10n.t("Declare the port “{0}”", wanted), () => {
          const list = portsNode && resolve(portsNode.value);
          const item = { name: wanted, containerPort: 8080 };
          return list?.kind === "sequence"
            ? insertItem(parsed, list, item)
            : insertEntry(parsed, container.map.node, "ports", [item], { after: "image" });
        });
      }
    }
  },
});

const isUnknown = (node: Parameters<typeof resolve>[0]): boolean => {
  const value = resolve(node);
  return value.kind === "scalar" && value.templated;
};

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
