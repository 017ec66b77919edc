// The ports of a Service: no name, no port and no node port stands twice.
import * as l10n from "@vscode/l10n";
import { asText, children, field, present, type TypedMap } from "../../model/typed.ts";
import { removeItem } from "../../syntax/edits.ts";
import type { Reported, RuleContext } from "../rule.ts";
import { numberOf, placeOf, textOf } from "./reading.ts";

export function checkPorts(scope: RuleContext, spec: TypedMap): void {
  const names = new Set<string>();
  const ports = new Set<string>();
  const nodePorts = new Set<string>();
  const removable = (reported: Reported, { index }: TypedMap) => {
    const list = present(spec, "ports");
    if (list?.kind === "sequence" && index !== undefined)
      reported.fix(l10n.t("Remove it from the list"), () => removeItem(scope.parsed, list, index), {
        preferred: false,
      });
  };
  for (const port of children(spec, "ports")) {
    const name = textOf(port, "name");
    if (name && names.has(name))
      scope.report(field(port, "name", asText), l10n.t("This Service already has a port named “{0}”.", name));
    if (name) names.add(name);
    const protocol = field(port, "protocol", asText, { zeroIsDefault: true, fallback: "TCP" }).value;
    if (protocol === undefined) continue;
    const nodePort = numberOf(port, "nodePort");
    if (nodePort) {
      const id = `${nodePort} ${protocol}`;
      if (nodePorts.has(id))
        scope.report(
          placeOf(port, "nodePort"),
          l10n.t("Port {0} of the nodes ({1}) is asked for twice in this Service.", nodePort, protocol),
        );
      nodePorts.add(id);
    }
    const written = field(port, "port", (node) => (node.kind === "scalar" ? Number(node.value) : undefined), {
      fallback: 0,
    });
    if (written.value === undefined) continue;
    const id = `${written.value} ${protocol}`;
    if (ports.has(id))
      removable(
        scope.report(
          { path: port.path, span: written.entry ? written.span : port.span },
          l10n.t(
            "This Service already has port {0} ({1}): the API server refuses the second.",
            written.value,
            protocol,
          ),
        ),
        port,
      );
    ports.add(id);
  }
}
