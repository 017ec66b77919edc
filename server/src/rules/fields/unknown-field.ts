// A key that the API server does not know: kubectl asks it to be strict, so it refuses the whole manifest.
import * as l10n from "@vscode/l10n";
import { renameKey } from "../../syntax/edits.ts";
import { type RuleContext, rule, type Targets } from "../rule.ts";
import { sentences } from "../sentences.ts";
import { filledBy } from "./filledBy.ts";
import { couldBe } from "./fits.ts";
import { nearestField } from "./nearestField.ts";
import { placeName, type UnknownKey, unknownKeys } from "./unknownKeys.ts";

export const unknownField = rule({
  id: "unknown-field",
  severity: "error",
  on: "map",
  check(scope) {
    const { map, object, minor, parsed, report } = scope;
    for (const key of unknownKeys(scope)) {
      const { entry, place } = key;
      const near = nearestField(map, entry, minor);
      // Somebody else's API may have more fields than ours beside the pod's.
      if (object.role === "custom" && !near && !map.parent?.parent) continue;
      const isThere = near !== undefined && map.node.fields.has(near.field.name);
      const fills = key.since === undefined ? filledBy(map, near?.field.name) : [];
      const reported = report(place, message(key, scope, near && { name: near.field.name, isThere }), {
        fills,
        schema: isNever(key),
      });
      if (near && !isThere && key.since === undefined && couldBe(entry.value, near.field.type))
        reported.fix(l10n.t("Rename to {0}", near.field.name), () => renameKey(parsed, entry, near.field.name), {
          preferred: !near.isGuess,
        });
    }
  },
});

/** Of a field that comes or goes, another version's schema may say something else. */
const isNever = ({ since, removed }: UnknownKey): boolean => since === undefined && removed === undefined;

type Scope = Targets["map"] & RuleContext;
type Near = { readonly name: string; readonly isThere: boolean } | undefined;

function message({ entry, since, removed }: UnknownKey, { map, object, minor }: Scope, near: Near): string {
  const { name } = entry;
  if (since !== undefined)
    return l10n.t("{0} exists since Kubernetes 1.{1}; the API server of 1.{2} refuses it.", name, since, minor);
  if (removed !== undefined && minor >= removed)
    return l10n.t("{0} is gone since Kubernetes 1.{1}, so the API server refuses it.", name, removed);
  if (near && !near.isThere && near.name.toLowerCase() === name.toLowerCase())
    return l10n.t("Upper and lower case count here: Kubernetes knows {1}, not “{0}”.", name, near.name);
  const place = placeName(map, object);
  // What becomes of a custom resource is for its own API to say.
  const refused =
    object.role === "custom"
      ? l10n.t("{1} of Kubernetes' own pods has no field “{0}”.", name, place)
      : l10n.t("{1} has no field “{0}”, so the API server refuses the manifest.", name, place);
  if (!near) return refused;
  const meant = near.isThere
    ? l10n.t("If {0} is meant: it is there already.", near.name)
    : l10n.t("Did you mean {0}?", near.name);
  return sentences(refused, meant);
}
