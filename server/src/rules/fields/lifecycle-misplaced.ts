// A field that exists, at the wrong level: the API server refuses it there and never looks for the place it was meant for.
import * as l10n from "@vscode/l10n";
import { moveEntries } from "../../syntax/move.ts";
import { formatPath } from "../../syntax/path.ts";
import { type RuleContext, rule, type Targets } from "../rule.ts";
import { sentences } from "../sentences.ts";
import { freeHomesOf, isMostlyFree } from "./freeMaps.ts";
import { type Home, homesOf, type Lost } from "./homes.ts";
import { mostPlaces, placesOf, whereItBelongs, whyThere } from "./misplacedText.ts";
import { nearestField } from "./nearestField.ts";
import { typoOf } from "./typos.ts";
import { type UnknownKey, unknownKeys } from "./unknownKeys.ts";

const mostFixes = 8;

export const lifecycleMisplaced = rule({
  id: "lifecycle-misplaced",
  severity: "error",
  on: "map",
  supersedes: ["unknown-field"],
  schema: true,
  check(scope) {
    const { map, object, report, parsed } = scope;
    const keys = unknownKeys(scope);
    for (const key of keys) {
      if (key.since !== undefined || isMisspelt(scope, key)) continue;
      const homes = homesFor(scope, key, keys);
      const here = formatPath(map.path) || object.kind;
      const places = placesOf(homes, object.kind);
      if (homes.length === 0 || places.length > mostPlaces) continue;
      const free = homes.filter((each) => !each.occupied);
      const isCustom = object.role === "custom";
      const told = whereItBelongs({ name: key.entry.name, here, places, isFree: free.length > 0, isCustom });
      const message = sentences(told, whyThere(homes[0]));
      const reported = report(key.place, message, { fills: free.flatMap((each) => each.fills) });
      for (const home of free.slice(0, mostFixes)) {
        const { to } = home;
        if (!to) continue;
        const moving = home.moving.map((each) => each.name).join(", ");
        const where = formatPath(home.path) || object.kind;
        reported.fix(l10n.t("Move {0} to {1}", moving, where), () => moveEntries(parsed, home.moving, map.node, to), {
          preferred: homes.length === 1,
        });
      }
    }
  },
});

type Scope = Targets["map"] & RuleContext;

/** A slip of the pen for a field of this very map: nothing has to move. */
function isMisspelt({ map, minor }: Scope, { entry }: UnknownKey): boolean {
  return typoOf(map, entry) !== undefined || nearestField(map, entry, minor)?.isSlip === true;
}

function homesFor({ map, object, minor }: Scope, { entry }: UnknownKey, keys: readonly UnknownKey[]): Home[] {
  const strangers = keys.map((each) => each.entry);
  const lost: Lost = { map, entry, exact: true, strangers, object, minor };
  const looks = [() => homesOf(lost), () => homesOf({ ...lost, exact: false })];
  const free = () => freeHomesOf(lost);
  for (const look of isMostlyFree(map.type) ? [free, ...looks] : [...looks, free]) {
    const homes = look();
    if (homes.length > 0) return homes;
  }
  return [];
}
