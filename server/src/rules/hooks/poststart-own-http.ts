// postStart runs beside the program's start, not after it: an httpGet to its own port races the program and its failure kills the container.
import * as l10n from "@vscode/l10n";
import { removeEntry } from "../../syntax/edits.ts";
import { hostOf, isLoopback } from "../probes/handlerHost.ts";
import { rule } from "../rule.ts";

export const poststartOwnHttp = rule({
  id: "poststart-own-http",
  severity: "warning",
  on: "hook",
  supersedes: ["hook-http-any-status"],
  check({ hook, container, pod, report, parsed }) {
    const handler = hook.handlers.find((each) => each.name === "httpGet");
    if (hook.name !== "postStart" || !handler?.map || hook.handlers.length > 1) return;
    const hostText = hostOf(handler)?.value ?? "";
    // Another host is another program. Loopback means the node, which is this container's own network only with hostNetwork.
    if (hostText !== "" && !(isLoopback(hostText) && pod.hostNetwork.value === true)) return;
    if (declaredElsewhere(handler.port?.value)) return;
    const lifecycle = container.map.node.fields.get("lifecycle");
    const node = lifecycle?.value;
    const entry = node?.kind === "map" ? node.fields.get("postStart") : undefined;
    report(
      handler,
      l10n.t(
        "This request is sent while the program is still starting. If the port is not open yet, postStart fails and the container is killed and restarted. To wait for the program, use a startupProbe.",
      ),
    ).fix(
      l10n.t("Remove postStart"),
      () => {
        if (node?.kind !== "map" || !entry || !lifecycle) return undefined;
        return node.written.length === 1
          ? removeEntry(parsed, container.map.node, lifecycle)
          : removeEntry(parsed, node, entry);
      },
      { preferred: false },
    );

    /** The number belongs to a neighbour that may well be up already: main containers start in order, sidecars before them. */
    function declaredElsewhere(port: number | string | undefined): boolean {
      const declares = (each: typeof container) => each.ports.some((declared) => declared.containerPort.value === port);
      return (
        typeof port === "number" &&
        !declares(container) &&
        pod.containers.some((each) => each !== container && declares(each))
      );
    }
  },
});
