// Requests and limits that the API server refuses: unreadable or negative amounts, unknown resources, and pairs that do not match.
import * as l10n from "@vscode/l10n";
import { parseQuantity, quantityText } from "../../model/quantity.ts";
import { child } from "../../model/typed.ts";
import { isNull } from "../../model/value.ts";
import { setScalar } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";
import { meantQuantity } from "./meantQuantity.ts";
import { checkPodResources } from "./podResources.ts";
import { checkResizePolicy } from "./resizePolicy.ts";
import { checkClaims } from "./resourceClaims.ts";
import { checkOverhead, checkRequirements } from "./resourceLists.ts";
import { isContainerResource } from "./resourceNames.ts";

const ofContainer = rule({
  id: "resources-invalid",
  severity: "error",
  on: "container",
  check(scope) {
    const { container, pod } = scope;
    checkResizePolicy(scope);
    const resources = child(container.map, "resources");
    if (!resources) return;
    const isCopied = () => !pod.inTemplate && container.kind !== "ephemeral";
    checkRequirements(scope, resources, { nameFits: isContainerResource, isCopied });
    checkClaims(scope, resources);
  },
});

const ofPod = rule({
  id: "resources-invalid",
  severity: "error",
  on: "pod",
  check(scope) {
    checkOverhead(scope);
    checkPodResources(scope);
  },
});

const anyAmount = rule({
  id: "resources-invalid",
  severity: "error",
  on: "value",
  supersedes: ["wrong-type", "value-invalid"],
  check({ value, report, parsed, object }) {
    const { type, node, path } = value;
    if (type.kind !== "quantity" || isNull(node) || (object.root && path[object.path.length] === "status")) return;
    const text = quantityText(node);
    if (text === undefined || parseQuantity(text)) return;
    const reported = report(
      value,
      text === ""
        ? l10n.t("An amount is missing here, as in 500m, 2 or 64Mi.")
        : l10n.t(
            "“{0}” is no amount that Kubernetes can read: a number, and if you like one of m, k, M, G, T or Ki, Mi, Gi, Ti, as in 500m, 2 or 64Mi.",
            text,
          ),
    );
    for (const meant of meantQuantity(text))
      reported.fix(l10n.t("Change to {0}", meant), () => setScalar(parsed, node, meant));
  },
});

export const resourcesInvalid = [ofContainer, ofPod, anyAmount];
