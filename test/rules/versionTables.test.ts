// Every field and value of the schema at every version: unknown before it came, and told to be without effect behind a gate that is off.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type FieldFacts,
  fieldAvailability,
  kinds,
  type TypeRef,
  typeFacts,
} from "../../server/src/knowledge/schema.ts";
import { newest, oldest } from "../../server/src/knowledge/versions.ts";
import { checkText, type FileFinding } from "../../server/src/workspace/check.ts";

/** One field at the shortest way to its type, in the first kind that has it. */
interface Spot {
  readonly apiVersion: string;
  readonly kind: string;
  readonly way: readonly FieldFacts[];
  readonly field: FieldFacts;
}

const target = (type: TypeRef): string | undefined =>
  type.kind === "ref" ? type.type : type.kind === "array" && type.item.kind === "ref" ? type.item.type : undefined;

function everyField(): Spot[] {
  const seen = new Set<string>();
  const found: Spot[] = [];
  let level = kinds().map(({ apiVersion, kind, type }) => ({ apiVersion, kind, type, way: [] as FieldFacts[] }));
  while (level.length > 0) {
    const next: typeof level = [];
    for (const { type, ...at } of level) {
      if (seen.has(type)) continue;
      seen.add(type);
      for (const field of typeFacts(type)?.fields.values() ?? []) {
        // Under status nothing is checked but types.
        if (field.name === "status") continue;
        found.push({ ...at, field });
        const inner = target(field.type);
        if (inner) next.push({ ...at, type: inner, way: [...at.way, field] });
      }
    }
    level = next;
  }
  return found;
}

/** The object with nothing but the field, and the way to it. */
function manifest({ apiVersion, kind, way, field }: Spot, value: unknown): { text: string; path: string } {
  let inner: unknown = { [field.name]: value };
  let path = field.name;
  for (const step of way.toReversed()) {
    const isList = step.type.kind === "array";
    inner = { [step.name]: isList ? [inner] : inner };
    path = `${step.name}${isList ? "[0]" : ""}.${path}`;
  }
  return { text: JSON.stringify({ apiVersion, kind, ...(inner as object) }), path };
}

function plain({ type, enum: values }: FieldFacts): unknown {
  switch (type.kind) {
    case "boolean":
      return true;
    case "integer":
    case "number":
    case "int-or-string":
      return 1;
    case "array":
      return [type.item.kind === "ref" ? {} : "a"];
    case "ref":
    case "object":
      return {};
    case "map":
      return { a: "1" };
    default:
      return [...(values?.keys() ?? [])][0] ?? "a";
  }
}

const fields = everyField();
const at = (findings: readonly FileFinding[], path: string): FileFinding[] =>
  findings.filter((each) => each.path === path);
/** Of what the way itself, and the versions before it, allow. */
const reachable = (way: readonly FieldFacts[]): number => Math.max(oldest, ...way.map(({ since }) => since));
const known = new Set(["unknown-field", "lifecycle-misplaced", "lifecycle-typo"]);

test("there are fields of every age", () => {
  assert.ok(fields.length > 700, `${fields.length}`);
  assert.ok(fields.filter(({ field }) => field.since > oldest).length > 40);
});

test("a later field is an error that names the version, and known from then on", () => {
  const wrong = fields
    .filter(({ field, way }) => field.since > reachable(way))
    .flatMap((spot) => {
      const { text, path } = manifest(spot, plain(spot.field));
      const before = at(checkText(text, { minor: spot.field.since - 1 }), path);
      const then = at(checkText(text, { minor: spot.field.since }), path);
      const isNamed = before.some(
        ({ severity, message }) => severity === "error" && message.includes(`1.${spot.field.since}`),
      );
      return isNamed && !then.some(({ rule }) => known.has(rule)) ? [] : [`${spot.kind} ${path}`];
    });
  assert.deepEqual(wrong, []);
});

test("a field behind a gate is a warning with gate and stage while the gate is off, and none once it is on", () => {
  const wrong = fields
    .filter(({ field }) => field.gate !== undefined)
    .flatMap((spot) => {
      const { field, way } = spot;
      const { text, path } = manifest(spot, plain(field));
      const minors = Array.from({ length: newest - oldest + 1 }, (_, index) => oldest + index);
      return minors
        .filter((minor) => minor >= Math.max(field.since, reachable(way)))
        .filter((minor) => !way.some((step) => fieldAvailability(step, minor).state === "gated"))
        .flatMap((minor) => {
          const state = fieldAvailability(field, minor);
          const told = at(checkText(text, { minor }), path).filter(({ rule }) => isOfGate(rule));
          const isRight =
            state.state === "gated"
              ? told.some(
                  ({ severity, message }) =>
                    severity === "warning" && message.includes(state.gate) && message.includes(state.stage),
                )
              : told.length === 0;
          return isRight ? [] : [`${spot.kind} ${path} in 1.${minor}: ${state.state}`];
        });
    });
  assert.deepEqual(wrong, []);
});

const isOfGate = (rule: string): boolean => rule === "newer-field" || rule === "stop-signal-ignored";

test("a later value of a closed list is an error that names the version", () => {
  const wrong = fields
    // Of ephemeral containers another rule refuses the fields themselves.
    .filter(
      ({ field, way }) => !field.open && field.type.kind === "string" && way.at(-1)?.name !== "ephemeralContainers",
    )
    .flatMap((spot) =>
      [...(spot.field.enum ?? [])]
        .filter(([, since]) => since > Math.max(spot.field.since, reachable(spot.way)))
        .flatMap(([value, since]) => {
          const { text, path } = manifest(spot, value);
          if (spot.way.some((step) => fieldAvailability(step, since - 1).state === "gated")) return [];
          const findings = checkText(text, { minor: since - 1 });
          // The server names a strategy as a whole.
          const before = [path, path.slice(0, path.lastIndexOf("."))].flatMap((each) => at(findings, each));
          // Where a gate kept it off for a while, its own rule names the version from which on it works.
          const isNamed = before.some(({ severity, message }) => severity === "error" && /\b1\.\d\d\b/.test(message));
          return isNamed ? [] : [`${spot.kind} ${path} ${value}: ${before.map(({ message }) => message)}`];
        }),
    );
  assert.deepEqual(wrong, []);
});
