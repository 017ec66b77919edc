// Fixes for an invalid name: the nearest valid one, also where the pod refers to it.
import * as l10n from "@vscode/l10n";
import { renameKey, setScalar } from "../../syntax/edits.ts";
import type { TextEdit } from "../../text/span.ts";
import type { Reported, RuleContext } from "../rule.ts";
import { nearestName } from "./nearestName.ts";
import type { BadText } from "./violation.ts";
import { usesOfVolume } from "./volumeUses.ts";

export function nameFixes({ parsed }: RuleContext, violation: BadText, reported: Reported): void {
  const { className, text, max, part, entry, node, map, field } = violation;
  const valid = className === undefined ? undefined : nearestName(className, text, max);
  if (valid === undefined) return;
  reported.fix(l10n.t("Change to {0}", valid), () => {
    if (part === "key") return entry && renameKey(parsed, entry, valid);
    const isVolume = map.type === "v1.Volume" && field === "name" && map.parent;
    const uses = isVolume ? usesOfVolume(isVolume, text).map((use) => use.value) : [];
    const edits = [node, ...uses].map((each) => setScalar(parsed, each, valid));
    return edits.every((each): each is TextEdit[] => each !== undefined) ? edits.flat() : undefined;
  });
}
