// The object around the cursor, by what its own lines say, and the cursor's path inside of it.
import { kindFacts } from "../../knowledge/schema.ts";
import { meaningOf } from "../../model/meaning.ts";
import type { Place, Way } from "./place.ts";

export interface ObjectAt {
  /** Schema name of the type at which `path` begins: the whole object's, or v1.PodTemplateSpec in a custom resource. */
  readonly type: string;
  readonly kind: string;
  readonly path: Way;
}

/** What stands where an object begins, while nobody can say yet what it will be. */
export interface UnknownObject {
  readonly type?: undefined;
  readonly path: Way;
  readonly fields: ReadonlyMap<string, string>;
}

/**
 * @param isItem the chunk is an item of a List, its path begins with the item's 0
 * @returns undefined where no object can be: in a list of something else, outside of a custom resource's pod template
 */
export function objectAt(
  place: Place,
  isItem: boolean,
  customResources: Readonly<Record<string, string>>,
): ObjectAt | UnknownObject | undefined {
  let depth = 0;
  let implied: string | undefined;
  if (isItem) {
    if (place.path[0] !== 0) return undefined;
    depth = 1;
  }
  for (;;) {
    const fields = place.fieldsAt(depth);
    const kind = known(fields, "kind") ?? implied;
    if (kind === "List" || kind?.endsWith("List")) {
      if (place.path[depth] === "items" && place.path[depth + 1] === 0) {
        implied = kindFacts(kind.slice(0, -"List".length))?.kind;
        depth += 2;
        continue;
      }
    }
    const path = place.path.slice(depth);
    const meaning =
      kind === undefined
        ? undefined
        : meaningOf(kind, known(fields, "apiVersion"), implied !== undefined, customResources);
    if (!meaning || kind === undefined) return { path, fields };
    if (meaning.facts) return { type: meaning.facts.type, kind, path };
    const way = meaning.template.split(".");
    if (way.some((segment, index) => segment !== path[index])) return undefined;
    return { type: "v1.PodTemplateSpec", kind, path: path.slice(way.length) };
  }
}

const known = (fields: ReadonlyMap<string, string>, name: string): string | undefined => fields.get(name) || undefined;
