// A port name that the API server refuses, where a port is declared and where a probe or hook names one.
import * as l10n from "@vscode/l10n";
import type { Handler } from "../../model/probe.ts";
import type { Value } from "../../model/value.ts";
import { setScalar } from "../../syntax/edits.ts";
import { isPortName } from "../classes/names.ts";
import { nearestName } from "../fields/nearestName.ts";
import { type RuleContext, rule } from "../rule.ts";

export const portNameInvalid = rule({
  id: "port-name-invalid",
  severity: "error",
  on: "container",
  supersedes: ["name-invalid", "value-invalid", "probe-port-unresolved", "hook-port-unresolved"],
  check(scope) {
    const { container } = scope;
    // "" is the same as no name here.
    for (const { name } of container.ports) if (name.value !== "") checkName(scope, name);
    for (const { handlers } of [...container.probes, ...container.hooks]) {
      for (const handler of handlers) if (namesPort(handler)) checkName(scope, handler.port);
    }
  },
});

const namesPort = (handler: Handler): handler is Handler & { readonly port: Value<number | string> } =>
  handler.port !== undefined && handler.name !== "grpc";

function checkName({ report, parsed }: RuleContext, name: Value<number | string>): void {
  const { value, entry } = name;
  if (typeof value !== "string" || !entry || isPortName(value)) return;
  const better = nearestPortName(value);
  const reported = report(name, problem(value));
  if (better !== undefined) reported.fix(l10n.t("Use “{0}”", better), () => setScalar(parsed, entry, better));
}

/** The same text always gives the same name, so that a port and the probes that name it stay together. */
function nearestPortName(text: string): string | undefined {
  if (text === "") return undefined;
  return nearestName("port-name", text, undefined) ?? nearestName("port-name", `port ${text}`, undefined);
}

function problem(name: string): string {
  if (name === "")
    return l10n.t("An empty text names no port. Write a number, or the name of one of the container's ports.");
  if (name.length > 15)
    return l10n.t("The port name “{0}” has {1} characters; the API server takes at most 15.", name, name.length);
  if (/[A-Z]/.test(name))
    return l10n.t("The port name “{0}” has capital letters; only a–z, 0–9 and “-” are taken.", name);
  if (!/[a-z]/.test(name))
    return l10n.t("The port name “{0}” has no letter; the API server asks for at least one.", name);
  if (name.includes("--"))
    return l10n.t("The port name “{0}” has two hyphens in a row, which the API server refuses.", name);
  if (/^-|-$/.test(name))
    return l10n.t("The port name “{0}” begins or ends with a hyphen, which the API server refuses.", name);
  return l10n.t("“{0}” is no port name: only a–z, 0–9 and “-” are taken.", name);
}
