// A port number that does not exist: the API server takes 1 to 65535 (and 0 for "no hostPort").
import * as l10n from "@vscode/l10n";
import { constraintOf } from "../../knowledge/constraints.ts";
import type { TypedMap } from "../../model/typed.ts";
import type { Value } from "../../model/value.ts";
import { type RuleContext, rule, type Targets } from "../rule.ts";
import { getsHostPort } from "./portUses.ts";

export const portOutOfRange = rule({
  id: "port-out-of-range",
  severity: "error",
  on: "container",
  supersedes: ["number-range", "missing-field", "wrong-type"],
  check(scope) {
    const { container } = scope;
    for (const port of container.ports) {
      const { map, containerPort, hostPort } = port;
      // Where the server copies the number into hostPort, it finds it wrong there as well.
      const isUnset = hostPort.origin === "absent" || hostPort.value === 0;
      const copied = isUnset && getsHostPort(scope.pod, container, scope.minor);
      if (copied && containerPort.value !== 0)
        checkNumber(scope, map, "containerPort", { ...containerPort, path: hostPort.path });
      checkNumber(scope, map, "containerPort", containerPort);
      checkNumber(scope, map, "hostPort", hostPort);
    }
    for (const { handlers } of [...container.probes, ...container.hooks]) {
      for (const handler of handlers)
        if (handler.map && handler.port) checkNumber(scope, handler.map, "port", handler.port);
    }
  },
});

function checkNumber(
  { object, report }: Targets["container"] & RuleContext,
  map: TypedMap,
  name: string,
  port: Value<number | string>,
): void {
  const { value } = port;
  if (typeof value !== "number") return;
  const range = constraintOf(map.type, name, { object: object.facts?.type ?? "", under: map.under })?.range?.[0];
  if (!range || ((range[0] ?? value) <= value && value <= (range[1] ?? value))) return;
  report(
    port,
    value === 0
      ? l10n.t("There is no port 0: ports go from 1 to 65535.")
      : l10n.t("There is no port {0}: ports go from 1 to 65535.", value),
  );
}
