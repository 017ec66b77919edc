// Fixes for an invalid name: the nearest valid one, also where the pod refers to it.
import * as l10n from "@vscode/l10n";
import { present, type TypedMap } from "../../model/typed.ts";
import { removeEntry, renameKey, setScalar } from "../../syntax/edits.ts";
import { resolve } from "../../syntax/nodes.ts";
import type { TextEdit } from "../../text/span.ts";
import type { Reported, RuleContext } from "../rule.ts";
import { nearestName } from "./nearestName.ts";
import type { BadText } from "./violation.ts";
import { usesOfVolume } from "./volumeUses.ts";

export function nameFixes({ parsed }: RuleContext, violation: BadText, reported: Reported): void {
  const { className, text, max, part, entry, node, map, field, required } = violation;
  const valid = className === undefined ? undefined : nearestName(className, text, max);
  if (valid !== undefined && !(part === "key" ? isTaken(map, field, valid) : siblingHas(map, field, valid))) {
    // Another object has its name already: this is only a guess at it. And whoever cuts a name may cut too much.
    const certain = isOwn(violation) && valid.length + 3 > text.length;
    reported.fix(
      l10n.t("Change to {0}", valid),
      () => {
        if (part === "key") return entry && renameKey(parsed, entry, valid);
        const pod = map.type === "v1.Volume" && field === "name" ? map.parent : undefined;
        const uses = pod ? usesOfVolume(pod, text) : [];
        const edits = [node, ...uses].map((each) => setScalar(parsed, each, valid));
        return edits.every((each): each is TextEdit[] => each !== undefined) ? edits.flat() : undefined;
      },
      { preferred: certain },
    );
  }
  if (entry && text === "" && part === "field" && !required)
    reported.fix(l10n.t("Remove {0}", field), () => removeEntry(parsed, map.node, entry));
}

function isTaken(map: TypedMap, field: string, key: string): boolean {
  const pairs = present(map, field);
  return pairs?.kind === "map" && pairs.fields.has(key);
}

/** Another item of the list has the name already; containers share theirs with those of the pod's other lists. */
function siblingHas(map: TypedMap, field: string, name: string): boolean {
  const list = map.under?.slice(map.under.lastIndexOf(".") + 1);
  if (!map.parent || map.index === undefined || list === undefined) return false;
  const lists = list.endsWith("ontainers") ? ["initContainers", "containers", "ephemeralContainers"] : [list];
  return lists.some((each) => {
    const items = map.parent && present(map.parent, each);
    if (items?.kind !== "sequence") return false;
    return items.items.some((item) => {
      const node = resolve(item);
      const value = node.kind === "map" ? node.fields.get(field)?.value : undefined;
      const text = value && resolve(value);
      return node !== map.node && text?.kind === "scalar" && text.value === name;
    });
  });
}

const ownNames = new Set([
  "meta/v1.ObjectMeta.name",
  "meta/v1.ObjectMeta.generateName",
  "meta/v1.ObjectMeta.labels",
  "meta/v1.ObjectMeta.annotations",
  "meta/v1.LabelSelector.matchLabels",
  "v1.Container.name",
  "v1.ContainerPort.name",
  "v1.EnvVar.name",
  "v1.PodResourceClaim.name",
  "v1.PodSpec.hostname",
  "v1.PodSpec.subdomain",
  "v1.ReplicationControllerSpec.selector",
  "v1.ServicePort.name",
  "v1.ServiceSpec.selector",
  "v1.Volume.name",
]);

/** The manifest gives the name here, or copies what it gives. */
const isOwn = ({ map, field }: BadText): boolean => ownNames.has(`${map.type}.${field}`);
