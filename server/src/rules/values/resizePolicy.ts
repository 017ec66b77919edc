// What happens to a container when its resources change: one policy a resource, and no restart where there is none.
import * as l10n from "@vscode/l10n";
import { children, inForce } from "../../model/typed.ts";
import type { RuleContext, Targets } from "../rule.ts";
import { placeOf, textOf } from "./reading.ts";

export function checkResizePolicy(scope: Targets["container"] & RuleContext): void {
  const { container, pod, report, minor, partial } = scope;
  const { map, kind, kindKnown } = container;
  if (!inForce(map, "resizePolicy", minor)) return;
  const seen = new Set<string>();
  for (const policy of children(map, "resizePolicy")) {
    const resource = textOf(policy, "resourceName");
    if (resource && seen.has(resource))
      report(
        { path: policy.path, span: placeOf(policy, "resourceName").span },
        l10n.t("{0} already has a resize policy in this container.", resource),
      );
    if (resource) seen.add(resource);
    if (kind === "ephemeral" || textOf(policy, "restartPolicy") !== "RestartContainer") continue;
    if (pod.restartPolicy.value === "Never")
      report(
        placeOf(policy, "restartPolicy", [...map.path, "resizePolicy"]),
        l10n.t(
          "The pod's containers are never restarted (restartPolicy Never), so the resize policy must be NotRequired.",
        ),
      );
    const mayBeSidecar = partial && container.restartPolicy.origin === "absent";
    if (kind === "init" && kindKnown && !mayBeSidecar && minor >= initRefusedSince)
      report(
        placeOf(policy, "restartPolicy"),
        l10n.t("An init container that is no sidecar cannot be restarted for a resize; only NotRequired is accepted."),
      );
  }
}
/** Source: the server's validation, by release. */
const initRefusedSince = 35;
