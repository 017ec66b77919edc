// Whether a value is of the type that the API server's decoder wants, after kubectl has made JSON of it.
import { classFacts } from "../../knowledge/constraints.ts";
import type { TypeRef } from "../../knowledge/schema.ts";
import { parseQuantity } from "../../model/quantity.ts";
import { isNull } from "../../model/value.ts";
import type { ResolvedNode, ScalarNode } from "../../syntax/nodes.ts";

/** What stands there instead. `overflow`: a whole number too large for the type. */
export type Mismatch =
  | "text"
  | "number"
  | "fraction"
  | "overflow"
  | "boolean"
  | "list"
  | "map"
  | "not-a-quantity"
  | "not-a-time";

/** undefined when the decoder takes the value. Null is always taken, and templated values are unknown. */
export function mismatch(type: TypeRef, node: ResolvedNode): Mismatch | undefined {
  if (node.kind === "scalar" && (node.templated || isNull(node))) return undefined;
  switch (type.kind) {
    case "object":
      return undefined;
    case "ref":
    case "map":
      return node.kind === "map" ? undefined : kindOf(node);
    case "array":
      return node.kind === "sequence" ? undefined : kindOf(node);
    default:
      return node.kind === "scalar" ? scalarMismatch(type, node) : kindOf(node);
  }
}

function scalarMismatch(type: TypeRef, node: ScalarNode): Mismatch | undefined {
  const { value } = node;
  switch (type.kind) {
    case "string":
      return typeof value === "string" ? undefined : kindOf(node);
    case "boolean":
      return typeof value === "boolean" ? undefined : kindOf(node);
    case "integer":
      return typeof value === "number" || typeof value === "bigint" ? wholeNumber(value, type.bits) : kindOf(node);
    case "int-or-string":
      if (typeof value === "string") return undefined;
      return typeof value === "number" || typeof value === "bigint" ? wholeNumber(value, 32) : kindOf(node);
    case "number":
      return typeof value === "number" || typeof value === "bigint" ? undefined : kindOf(node);
    case "quantity":
      if (typeof value === "number" || typeof value === "bigint") return undefined;
      if (typeof value !== "string") return kindOf(node);
      return parseQuantity(value) === undefined ? "not-a-quantity" : undefined;
    case "time":
      if (typeof value !== "string") return kindOf(node);
      return timePattern().test(value) ? undefined : "not-a-time";
    default:
      return undefined;
  }
}

function kindOf(node: ResolvedNode): Mismatch {
  if (node.kind === "map") return "map";
  if (node.kind === "sequence") return "list";
  if (typeof node.value === "boolean") return "boolean";
  return typeof node.value === "string" ? "text" : "number";
}

function wholeNumber(value: number | bigint, bits: 32 | 64): Mismatch | undefined {
  if (typeof value === "number" && !Number.isInteger(value)) return "fraction";
  const whole = BigInt(value);
  return whole === BigInt.asIntN(bits, whole) ? undefined : "overflow";
}

let time: RegExp | undefined;
function timePattern(): RegExp {
  time ??= new RegExp(classFacts("rfc3339")?.re ?? "", "s");
  return time;
}
