// Holds every value of an object against the schema and the constraints table, in one walk that the rules about single values share.
import type { KubeObject } from "../../model/objects.ts";
import { walk } from "../../model/walk.ts";
import type { Path } from "../../syntax/path.ts";
import { badGeneratedName } from "./generatedName.ts";
import { missingIn } from "./missing.ts";
import { isUnsureVersion } from "./otherVersion.ts";
import { isDropped } from "./tableFacts.ts";
import { checkValue } from "./valueCheck.ts";
import type { Violation } from "./violation.ts";

const known = new WeakMap<KubeObject, readonly Violation[]>();

/** In the order of the walk. Under `status` only types: the server decodes it, and then takes nothing from it. */
export function violationsOf(object: KubeObject, minor: number): readonly Violation[] {
  let found = known.get(object);
  if (!found) {
    found = check(object, minor);
    known.set(object, found);
  }
  return found;
}

function check(object: KubeObject, minor: number): Violation[] {
  const root = object.root ?? object.template;
  const found: Violation[] = [];
  if (!root) return found;
  const statusAt = object.root ? object.path.length : -1;
  const inStatus = (path: Path) => statusAt >= 0 && path[statusAt] === "status";
  const scope = { object: object.root?.type ?? "", minor };
  // The length of the path to a field that the server drops; the walk goes through all in it before it goes on.
  let dropped = Number.POSITIVE_INFINITY;
  walk(root, {
    map: (map) => {
      if (inStatus(map.path) || map.path.length >= dropped) return;
      if (!isUnsureVersion(object, map, minor)) found.push(...missingIn(map, scope));
      const name = badGeneratedName(map, scope);
      if (name) found.push(name);
    },
    value: (value) => {
      if (value.path.length <= dropped)
        dropped = isDropped(value.facts, minor) ? value.path.length : Number.POSITIVE_INFINITY;
      const typesOnly = inStatus(value.path) || value.path.length >= dropped;
      checkValue(value, typesOnly, scope, found);
    },
  });
  return found;
}
