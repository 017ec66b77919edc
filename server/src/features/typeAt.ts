// From a structural path to API types: what field, of which type, stands at a path of an object.
import { type FieldFacts, type TypeFacts, type TypeRef, typeFacts } from "../knowledge/schema.ts";
import type { KubeObject } from "../model/objects.ts";
import type { Segment } from "../syntax/path.ts";

export { typeName } from "../explain/field.ts";

export interface TypeAtPath {
  /** The type that has `field`; undefined at the root and inside free maps. */
  readonly owner: TypeFacts | undefined;
  readonly field: FieldFacts | undefined;
  /** Of the value at the path. */
  readonly type: TypeRef;
}

/** @param path from the object's root; undefined where the API knows no such field */
export function typeAt(object: KubeObject, path: readonly Segment[]): TypeAtPath | undefined {
  if (object.root) return along({ kind: "ref", type: object.root.type }, path);
  // A custom resource is known from its pod template on.
  const start = object.template?.path.length ?? 0;
  const shared = object.template?.path.slice(object.path.length);
  if (!shared || start === 0 || shared.some((segment, index) => segment !== path[index])) return undefined;
  return along({ kind: "ref", type: "v1.PodTemplateSpec" }, path.slice(shared.length));
}

/** Indices in the path only say "an item"; their number does not matter. */
export function along(root: TypeRef, path: readonly Segment[]): TypeAtPath | undefined {
  let at: TypeAtPath = { owner: undefined, field: undefined, type: root };
  for (const segment of path) {
    const next = step(at, segment);
    if (!next) return undefined;
    at = next;
  }
  return at;
}

function step({ owner, field, type }: TypeAtPath, segment: Segment): TypeAtPath | undefined {
  if (type.kind === "array") return typeof segment === "number" ? { owner, field, type: type.item } : undefined;
  if (type.kind === "map") return { owner: undefined, field, type: type.value };
  if (type.kind !== "ref" || typeof segment !== "string") return undefined;
  const facts = typeFacts(type.type);
  const found = facts?.fields.get(segment);
  return facts && found && { owner: facts, field: found, type: found.type };
}
