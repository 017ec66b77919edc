// Whether a value can stand in a field: by its type, and by what the API server accepts there.
import { type ConstraintPlace, classFacts, constraintOf, type ValueConstraint } from "../knowledge/constraints.ts";
import type { FieldFacts, TypeRef } from "../knowledge/schema.ts";
import { costs } from "./costs.ts";
import type { Value } from "./lines.ts";

const quantity = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+|[numkMGTPE]|[KMGTPE]i)?$/;
const scalarKinds = new Set(["string", "boolean", "number", "integer", "quantity", "int-or-string", "time"]);

export const isScalarType = (type: TypeRef): boolean => scalarKinds.has(type.kind);

/** Number.POSITIVE_INFINITY: never. */
export function typeCost(value: Value, type: TypeRef): number {
  if (value.kind === "alias" || value.kind === "none") return 0;
  if (value.kind === "map")
    return type.kind === "ref" || type.kind === "map" || type.kind === "object" ? 0 : Number.POSITIVE_INFINITY;
  if (value.kind === "list") return type.kind === "array" ? 0 : Number.POSITIVE_INFINITY;
  const isScalar = isScalarType(type);
  if (value.kind === "block") return type.kind === "string" ? 0 : isScalar ? costs.wrongType : Number.POSITIVE_INFINITY;
  if (!isScalar)
    return value.scalar === null
      ? costs.empty
      : value.scalar === undefined && !value.quoted
        ? costs.empty
        : Number.POSITIVE_INFINITY;
  return value.scalar === undefined || isOfType(value.scalar, type) ? 0 : costs.wrongType;
}

function isOfType(scalar: NonNullable<Value["scalar"]> | null, type: TypeRef): boolean {
  if (scalar === null) return true;
  switch (type.kind) {
    case "string":
    case "time":
      return typeof scalar === "string";
    case "boolean":
      return typeof scalar === "boolean";
    case "integer":
      return typeof scalar === "bigint" || Number.isInteger(scalar);
    case "number":
      return typeof scalar === "number";
    case "quantity":
      return typeof scalar === "number" || (typeof scalar === "string" && quantity.test(scalar));
    case "int-or-string":
      return typeof scalar === "string" || Number.isInteger(scalar);
    default:
      return false;
  }
}

const anywhere: ConstraintPlace = { object: "", under: undefined };

/** undefined also where other fields decide: what the table says of a Deployment's template may not hold in a Job's. */
export function constraintAt(type: string, field: string, place: ConstraintPlace): ValueConstraint | undefined {
  return constraintOf(type, field, anywhere)?.depends ? undefined : constraintOf(type, field, place);
}

export function constraintCost(
  value: Value,
  constraint: ValueConstraint | undefined,
  facts: FieldFacts | undefined,
): number {
  if (value.empty) return constraint?.empty === false ? costs.refused : 0;
  const { scalar } = value;
  if (scalar === undefined || scalar === null) return 0;
  const known = facts?.enum && !facts.open ? [...facts.enum.keys(), ""] : constraint?.enum;
  if (known && typeof scalar === "string" && !known.includes(scalar)) return costs.refused;
  if (!constraint) return 0;
  if (typeof scalar === "string") {
    const named = constraint.class === undefined ? undefined : classFacts(constraint.class);
    if (named?.re !== undefined && !new RegExp(named.re).test(scalar)) return costs.refused;
    return scalar.length > (constraint.max ?? named?.max ?? Number.POSITIVE_INFINITY) ? costs.refused : 0;
  }
  if (typeof scalar === "number" && constraint.range) {
    const inside = constraint.range.some(
      ([from, to]) => scalar >= (from ?? Number.NEGATIVE_INFINITY) && scalar <= (to ?? Number.POSITIVE_INFINITY),
    );
    return inside ? 0 : costs.refused;
  }
  if (typeof scalar === "boolean" && constraint.only) return constraint.only.includes(scalar) ? 0 : costs.refused;
  return 0;
}
