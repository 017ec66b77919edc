// Fixes for an invalid name: the nearest valid one, also where the pod refers to it.
import * as l10n from "@vscode/l10n";
import { asText, children, type TypedMap } from "../../model/typed.ts";
import { renameKey, setScalar } from "../../syntax/edits.ts";
import { type Node, resolve } from "../../syntax/nodes.ts";
import type { TextEdit } from "../../text/span.ts";
import type { Reported, RuleContext } from "../rule.ts";
import { nearestName } from "./nearestName.ts";
import type { BadText } from "./violation.ts";

export function nameFixes({ parsed }: RuleContext, violation: BadText, reported: Reported): void {
  const { className, text, max, part, entry, node, map, field } = violation;
  const valid = className === undefined ? undefined : nearestName(className, text, max);
  if (valid === undefined) return;
  reported.fix(l10n.t("Change to {0}", valid), () => {
    if (part === "key") return entry && renameKey(parsed, entry, valid);
    const uses = map.type === "v1.Volume" && field === "name" ? mountsOf(map, text) : [];
    const edits = [node, ...uses].map((each) => setScalar(parsed, each, valid));
    return edits.every((each): each is TextEdit[] => each !== undefined) ? edits.flat() : undefined;
  });
}

/** Where the pod's containers name a volume. */
function mountsOf({ parent: spec }: TypedMap, volume: string): Node[] {
  if (!spec) return [];
  const containers = ["initContainers", "containers", "ephemeralContainers"].flatMap((list) => children(spec, list));
  return containers
    .flatMap((container) => [...children(container, "volumeMounts"), ...children(container, "volumeDevices")])
    .flatMap((mount) => {
      const entry = mount.node.fields.get("name");
      return entry && asText(resolve(entry.value)) === volume ? [entry.value] : [];
    });
}
