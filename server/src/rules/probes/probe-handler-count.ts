// A probe runs exactly one handler; the API server refuses none and several.
import * as l10n from "@vscode/l10n";
import type { Handler, HandlerName } from "../../model/probe.ts";
import { putEntry, removeEntry } from "../../syntax/edits.ts";
import { type Reported, type RuleContext, rule } from "../rule.ts";

export const probeHandlerCount = rule({
  id: "probe-handler-count",
  severity: "error",
  on: "probe",
  supersedes: ["missing-field"],
  check(scope) {
    const { probe, partial, report, parsed } = scope;
    if (probe.handlers.length === 0) {
      if (partial || probe.map.node.written.some((entry) => entry.key.templated)) return;
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

/**
 * Marks every handler but the one that the API server looks at first, and offers to keep any of them.
 * @param order the server's order of looking: the first present one is kept, the others are named in its errors
 */
export function reportSurplus(
  { report, parsed }: RuleContext,
  map: Parameters<typeof removeEntry>[1],
  handlers: readonly Handler[],
  order: readonly HandlerName[],
  message: (kept: HandlerName) => string,
): void {
  const byOrder = order.flatMap((name) => handlers.find((each) => each.name === name) ?? []);
  const [kept, ...surplus] = byOrder;
  if (!kept) return;
  const keepOnly = (chosen: Handler) => () => {
    const edits = byOrder
      .filter((each) => each !== chosen)
      .map((each) => {
        const entry = map.fields.get(each.name);
        return entry && removeEntry(parsed, map, entry);
      });
    return edits.every((each) => each !== undefined) ? edits.flat() : undefined;
  };
  for (const extra of surplus) {
    const reported: Reported = report(extra, message(kept.name));
    for (const each of byOrder)
      reported.fix(l10n.t("Keep only {0}", each.name), keepOnly(each), { preferred: each === kept });
  }
}
