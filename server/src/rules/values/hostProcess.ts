// Windows HostProcess containers run on the node itself: all of the pod's containers or none, and on its network.
import * as l10n from "@vscode/l10n";
import type { Container } from "../../model/pod.ts";
import { asBoolean, child, field, type TypedMap } from "../../model/typed.ts";
import type { Value } from "../../model/value.ts";
import type { RuleContext, Targets } from "../rule.ts";

export function checkHostProcess({ pod, report, partial }: Targets["pod"] & RuleContext): void {
  const ofPod = hostProcess(pod.map);
  if (ofPod?.origin === "templated") return;
  const on: Container[] = [];
  for (const container of pod.containers) {
    const own = hostProcess(container.map);
    if (own?.origin === "templated") return;
    if (ofPod?.value !== undefined && own?.value !== undefined && own.value !== ofPod.value)
      report(own, l10n.t("The pod says hostProcess: {0}; a container cannot say otherwise.", String(ofPod.value)));
    if (own?.value ?? ofPod?.value) on.push(container);
  }
  const [first] = on;
  if (!first || partial) return;
  const said = hostProcess(first.map);
  const span = said?.value !== undefined ? said.span : (ofPod?.span ?? first.span);
  if (on.length < pod.containers.length)
    report({ path: pod.map.path, span }, l10n.t("In a pod with a hostProcess container all containers must be such."));
  if (pod.hostNetwork.value === false)
    report(
      { path: [...pod.map.path, "hostNetwork"], span },
      l10n.t("A hostProcess container is on the node's network: the pod needs hostNetwork: true."),
    );
}

/** undefined: not written. */
function hostProcess(map: TypedMap): Value<boolean> | undefined {
  const security = child(map, "securityContext");
  const options = security && child(security, "windowsOptions");
  return options && field(options, "hostProcess", asBoolean);
}
