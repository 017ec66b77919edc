// The kubelet connects from the node: 127.0.0.1 there is the node itself, not the pod.
import * as l10n from "@vscode/l10n";
import type { Pod } from "../../model/pod.ts";
import type { Handler } from "../../model/probe.ts";
import { removeEntry } from "../../syntax/edits.ts";
import { type RuleContext, rule } from "../rule.ts";
import { hostOf, isLoopback } from "./handlerHost.ts";

const id = "probe-host-loopback";

/** For probes; `probeHostLoopbackHook` is the same for hooks, under the same id. */
export const probeHostLoopback = rule({
  id,
  severity: "warning",
  on: "probe",
  wholeOnly: true,
  check(scope) {
    for (const handler of scope.probe.handlers)
      checkHost(scope, handler, (host) =>
        l10n.t(
          "The kubelet probes from the node, so {0} is the node, not this container. Without host it asks the pod's own IP.",
          host,
        ),
      );
  },
});

export const probeHostLoopbackHook = rule({
  id,
  severity: "warning",
  on: "hook",
  wholeOnly: true,
  check(scope) {
    for (const handler of scope.hook.handlers)
      checkHost(scope, handler, (host) =>
        l10n.t(
          "The kubelet sends this request from the node, so {0} is the node, not this container. Without host it asks the pod's own IP.",
          host,
        ),
      );
  },
});

function checkHost(
  { report, parsed, pod }: RuleContext & { readonly pod: Pod },
  handler: Handler,
  message: (host: string) => string,
): void {
  const host = hostOf(handler);
  if (!host?.entry || host.value === undefined || !isLoopback(host.value) || pod.hostNetwork.value !== false) return;
  const { entry } = host;
  report(host, message(host.value)).fix(
    l10n.t("Remove {0}", "host"),
    () => handler.map && removeEntry(parsed, handler.map.node, entry),
  );
}
