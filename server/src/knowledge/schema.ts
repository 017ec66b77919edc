// Typed look-up in the generated facts of the Kubernetes API: types, fields, defaults, enums, gates, versions.

import { schemaJson } from "./schema.generated.ts";
import { oldest } from "./versions.ts";

export type TypeRef =
  | { readonly kind: "string" | "boolean" | "number" | "quantity" | "int-or-string" | "time" | "object" }
  | { readonly kind: "integer"; readonly bits: 32 | 64 }
  | { readonly kind: "ref"; readonly type: string }
  | { readonly kind: "array"; readonly item: TypeRef }
  | { readonly kind: "map"; readonly value: TypeRef };

export interface FieldFacts {
  readonly name: string;
  readonly type: TypeRef;
  /** Demanded by the schema, or (`requiredBy`) only by the server's validation. */
  readonly required: boolean;
  readonly requiredBy: string | undefined;
  /** Value → minor that first takes it (the oldest known one for earlier). */
  readonly enum: ReadonlyMap<string, number> | undefined;
  /** Other enum values are legal too. */
  readonly open: boolean;
  readonly default: unknown;
  /** The default holds only then; or a note what absence means. */
  readonly defaultWhen: string | undefined;
  readonly since: number;
  readonly gate: string | undefined;
  readonly mergeKey: string | undefined;
  /** The keys that together name an item of the list, where one does not (`containerPort` and `protocol`). */
  readonly listKeys: readonly string[] | undefined;
  /** Still works, but the API asks to stop using it. */
  readonly deprecated: boolean;
}

export interface TypeFacts {
  readonly name: string;
  /** In the order of the alphabet. */
  readonly fields: ReadonlyMap<string, FieldFacts>;
}

export interface KindFacts {
  readonly apiVersion: string;
  readonly kind: string;
  readonly type: string;
  /** `spec.template.spec`; undefined for kinds without a pod. */
  readonly pathToPodSpec?: string;
}

export interface GateStage {
  readonly version: number;
  readonly stage: "alpha" | "beta" | "ga" | "deprecated" | "removed";
  readonly default: boolean;
}

interface RawField {
  readonly type: string;
  readonly required?: boolean;
  readonly requiredBy?: string;
  readonly enum?: Readonly<Record<string, string>>;
  readonly open?: boolean;
  readonly default?: unknown;
  readonly defaultWhen?: string;
  readonly since: string;
  readonly gate?: string;
  readonly mergeKey?: string;
  readonly listKeys?: readonly string[];
  readonly deprecated?: boolean;
}

interface RawSchema {
  readonly kinds: readonly KindFacts[];
  readonly gates: Readonly<
    Record<
      string,
      readonly { readonly version: string; readonly stage: GateStage["stage"]; readonly default: boolean }[]
    >
  >;
  readonly types: Readonly<Record<string, { readonly fields: Readonly<Record<string, RawField>> }>>;
}

// Read at first use: a file without a pod in it never pays for the table.
let raw: RawSchema | undefined;
const schema = (): RawSchema => {
  raw ??= JSON.parse(schemaJson) as RawSchema;
  return raw;
};
const types = new Map<string, TypeFacts | undefined>();

export const kinds = (): readonly KindFacts[] => schema().kinds;

export const typeNames = (): readonly string[] => Object.keys(schema().types);

export function kindFacts(kind: string): KindFacts | undefined {
  return schema().kinds.find((each) => each.kind === kind);
}

/** @param name schema name, `v1.Container` */
export function typeFacts(name: string): TypeFacts | undefined {
  if (types.has(name)) return types.get(name);
  const found = Object.hasOwn(schema().types, name) ? schema().types[name] : undefined;
  const facts = found && {
    name,
    fields: new Map(Object.entries(found.fields).map(([field, facts]) => [field, readField(field, facts)])),
  };
  types.set(name, facts);
  return facts;
}

function readField(name: string, field: RawField): FieldFacts {
  return {
    name,
    type: parseType(field.type),
    required: field.required ?? false,
    requiredBy: field.requiredBy,
    enum: field.enum && new Map(Object.entries(field.enum).map(([value, since]) => [value, minorOf(since)])),
    open: field.open ?? false,
    default: field.default,
    defaultWhen: field.defaultWhen,
    since: minorOf(field.since),
    gate: field.gate,
    mergeKey: field.mergeKey,
    listKeys: field.listKeys,
    deprecated: field.deprecated ?? false,
  };
}

/** "1.24-" is the oldest scanned version or earlier. */
const minorOf = (version: string): number => (version.endsWith("-") ? oldest : Number(version.split(".")[1]));

function parseType(text: string): TypeRef {
  const generic = /^(array|map)<(.*)>$/.exec(text);
  if (generic?.[1] === "array") return { kind: "array", item: parseType(generic[2] ?? "") };
  if (generic?.[1] === "map") return { kind: "map", value: parseType(generic[2] ?? "") };
  if (text.startsWith("ref:")) return { kind: "ref", type: text.slice(4) };
  if (text.startsWith("integer")) return { kind: "integer", bits: text.endsWith("64") ? 64 : 32 };
  return { kind: text as "string" };
}

/** The gate's stage in a minor; undefined before it existed, and for an unknown gate. */
export function gateAt(gate: string, minor: number): GateStage | undefined {
  const stages = Object.hasOwn(schema().gates, gate) ? (schema().gates[gate] ?? []) : [];
  let found: GateStage | undefined;
  for (const each of stages) {
    const version = Number(each.version.split(".")[1]);
    if (version <= minor) found = { version, stage: each.stage, default: each.default };
  }
  return found;
}

export type Availability =
  | { readonly state: "available" }
  | { readonly state: "later"; readonly since: number }
  | { readonly state: "gated"; readonly gate: string; readonly stage: GateStage["stage"] };

/** Whether a field works in a minor: there, not yet, or only behind a gate that is off by default. */
export function fieldAvailability(field: FieldFacts, minor: number): Availability {
  if (minor < field.since) return { state: "later", since: field.since };
  const stage = field.gate === undefined ? undefined : gateAt(field.gate, minor);
  if (field.gate !== undefined && stage && !stage.default)
    return { state: "gated", gate: field.gate, stage: stage.stage };
  return { state: "available" };
}
