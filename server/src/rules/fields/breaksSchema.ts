// Which mistakes in a value Kubernetes' JSON schema knows of, read as Red Hat's YAML extension reads it: YAML 1.2, no null
// anywhere, no ranges, no closed lists, no formats of texts, and of required fields only those that have to be written.
import type { TypeRef } from "../../knowledge/schema.ts";
import { resolve } from "../../syntax/nodes.ts";
import type { Violation } from "./violation.ts";

export function breaksSchema(violation: Violation): boolean {
  if (violation.kind === "missing") {
    const { how, map, field } = violation;
    if (how === "null" || how === "null-item") return true;
    const facts = map.facts.fields.get(field);
    return how === "absent" && facts?.required === true && facts.requiredBy === undefined;
  }
  if (violation.kind !== "type") return false;
  const { got, value } = violation;
  // The schema has no sizes of numbers; of an amount it knows only that it is a text or a number.
  if (got === "overflow" || got === "not-a-quantity" || got === "not-a-time") return false;
  const node = resolve(value.node);
  if (node.kind !== "scalar" || node.style !== "plain") return true;
  return isTextInYaml12(node.source) ? !mayBeText.has(value.type.kind) : typeof node.value !== "string";
}

const mayBeText: ReadonlySet<TypeRef["kind"]> = new Set(["string", "int-or-string", "quantity", "time", "object"]);

/** Also what kubectl takes for something else: `yes`, `1_000`, `0b11`. */
const isTextInYaml12 = (source: string): boolean =>
  !/^(?:true|True|TRUE|false|False|FALSE|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+)$/.test(
    source,
  );
