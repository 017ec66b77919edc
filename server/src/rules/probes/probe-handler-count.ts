// A probe runs exactly one handler; the API server refuses none and several.
import * as l10n from "@vscode/l10n";
import { putEntry } from "../../syntax/edits.ts";
import { mayHoldMore } from "../../syntax/nodes.ts";
import { rule } from "../rule.ts";
import { reportSurplus } from "./surplusHandlers.ts";

export const probeHandlerCount = rule({
  id: "probe-handler-count",
  severity: "error",
  on: "probe",
  mindsInsertions: true,
  supersedes: ["missing-field"],
  check(scope) {
    const { probe, partial, report, parsed } = scope;
    if (probe.handlers.length === 0) {
      if (partial || mayHoldMore(probe.map.node)) return;
      report(
        probe,
        l10n.t("{0} does not say what to do. Give it one of exec, httpGet, tcpSocket or grpc.", probe.name),
      ).fix(l10n.t("Insert an httpGet handler"), () =>
        putEntry(parsed, probe.map.node, "httpGet", { path: "/", port: firstPort(scope) }, { first: true }),
      );
      return;
    }
    reportSurplus(scope, probe.map.node, probe.handlers, ["exec", "httpGet", "tcpSocket", "grpc"], (kept) =>
      l10n.t("{0} already has {1}; a probe runs one handler only. Remove the others.", probe.name, kept),
    );
  },
});

function firstPort({
  container,
}: {
  container: {
    ports: readonly { name: { value: string | undefined }; containerPort: { value: number | undefined } }[];
  };
}): string | number {
  const port = container.ports[0];
  return port?.name.value ?? port?.containerPort.value ?? 8080;
}
