// Whether a written value could be meant for a field, by its kind alone.
import { type TypeRef, typeFacts } from "../../knowledge/schema.ts";
import { type Node, resolve } from "../../syntax/nodes.ts";

/** As `fits`, but the keys of a map may be misspelt like its own. */
export const couldBe = (written: Node, type: TypeRef): boolean =>
  fits(written, type) || (type.kind === "ref" && resolve(written).kind === "map");

/** Lenient: what another rule would put right with a quote still fits. */
export function fits(written: Node, type: TypeRef): boolean {
  const node = resolve(written);
  if (node.kind === "scalar") {
    const { value } = node;
    if (node.templated || value === null) return true;
    if (type.kind === "integer" || type.kind === "number") return /^-?\d+(\.\d+)?$/.test(node.source);
    if (type.kind === "boolean") return typeof value === "boolean" || value === "true" || value === "false";
    return !["ref", "array", "map", "object"].includes(type.kind);
  }
  if (node.kind === "sequence")
    return type.kind === "array" && node.items.slice(0, 1).every((item) => fits(item, type.item));
  if (type.kind === "object") return true;
  const entries = [...node.fields.values()];
  if (type.kind === "map") return entries.every((each) => fits(each.value, type.value));
  if (type.kind !== "ref") return false;
  const facts = typeFacts(type.type);
  return entries.length === 0 || entries.some((each) => facts?.fields.has(each.name));
}
