// Where a pod may run: tolerations, affinity and spread whose parts do not go together.
import * as l10n from "@vscode/l10n";
import { asText, children, field, present } from "../../model/typed.ts";
import { rule } from "../rule.ts";
import { checkAffinity } from "./affinity.ts";
import { nullItems, placeOf, without } from "./reading.ts";
import { checkNodeRequirement, checkSelectorRequirement } from "./requirements.ts";
import { checkToleration, keyMissing } from "./tolerations.ts";
import { checkSpread } from "./topologySpread.ts";

const ofPod = rule({
  id: "scheduling-invalid",
  severity: "error",
  on: "pod",
  supersedes: ["bad-enum", "enum-case", "name-invalid", "missing-field", "list-too-long"],
  check(scope) {
    const { pod, report } = scope;
    for (const toleration of children(pod.map, "tolerations")) checkToleration(scope, toleration);
    for (const { path, span } of nullItems(pod.map, "tolerations"))
      report({ path: [...path, "operator"], span }, keyMissing());
    checkAffinity(scope);
    checkSpread(scope);
    const gates = present(pod.map, "schedulingGates");
    const node = field(pod.map, "nodeName", asText);
    if (pod.inTemplate || !node.value || gates?.kind !== "sequence" || gates.items.length === 0) return;
    report(
      placeOf(pod.map, "nodeName"),
      l10n.t(
        "schedulingGates hold the pod back from being placed, and nodeName places it: the two do not go together.",
      ),
    )
      .fix(l10n.t("Remove {0}", "nodeName"), without(scope, pod.map, "nodeName"), { preferred: false })
      .fix(l10n.t("Remove {0}", "schedulingGates"), without(scope, pod.map, "schedulingGates"), { preferred: false });
  },
});

const requirements = rule({
  id: "scheduling-invalid",
  severity: "error",
  on: "map",
  supersedes: ["bad-enum", "enum-case", "name-invalid", "missing-field", "list-too-long"],
  check(scope) {
    const { map, object } = scope;
    if (object.root && map.path[object.path.length] === "status") return;
    if (map.type === "v1.NodeSelectorRequirement") checkNodeRequirement(scope, map);
    if (map.type === "meta/v1.LabelSelectorRequirement") checkSelectorRequirement(scope, map);
  },
});

export const schedulingInvalid = [ofPod, requirements];
