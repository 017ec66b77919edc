// "8080" in quotes is a port name for Kubernetes, and a name needs a letter: the API server refuses it.
import * as l10n from "@vscode/l10n";
import type { Handler } from "../../model/probe.ts";
import { setScalar } from "../../syntax/edits.ts";
import { type RuleContext, rule } from "../rule.ts";

const id = "port-quoted-number";

export const portQuotedNumber = rule({
  id,
  severity: "error",
  on: "probe",
  supersedes: ["port-name-invalid", "probe-port-unresolved", "grpc-port-name", "wrong-type"],
  check(scope) {
    for (const handler of scope.probe.handlers) checkPort(scope, handler);
  },
});

/** The same for hooks, under the same id. */
export const portQuotedNumberHook = rule({
  id,
  severity: "error",
  on: "hook",
  supersedes: ["port-name-invalid", "hook-port-unresolved", "wrong-type"],
  check(scope) {
    for (const handler of scope.hook.handlers) checkPort(scope, handler);
  },
});

function checkPort({ report, parsed }: RuleContext, { name, port }: Handler): void {
  const text = port?.value;
  const entry = port?.entry;
  if (!port || !entry || typeof text !== "string" || !/^[0-9]+$/.test(text)) return;
  const number = Number(text);
  report(
    port,
    l10n.t("In quotes this is a port name, and a name needs a letter. Write the number without quotes: {0}.", number),
    { schema: name === "grpc" },
  ).fix(l10n.t("Remove the quotes"), () => setScalar(parsed, entry, number));
}
