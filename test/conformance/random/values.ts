// Values for a field: likely ones (to grow valid manifests from) and any (to break them), from the schema and the constraints table.
import { type ConstraintPlace, constraintOf, type ValueConstraint } from "../../../server/src/knowledge/constraints.ts";
import { type FieldFacts, type TypeRef, typeFacts } from "../../../server/src/knowledge/schema.ts";
import { isInClass } from "../../../server/src/rules/classes/index.ts";
import type { Rng } from "./rng.ts";
import { numbers, oddSources, texts } from "./texts.ts";
import { list, map, scalar, type Tree, text } from "./tree.ts";

/** A field, or an item or value inside one. */
export interface FieldPlace extends ConstraintPlace {
  readonly owner: string;
  readonly field: string;
}

/** Often right; the server has the last word. */
export function likelyValue(type: TypeRef, place: FieldPlace, rng: Rng, depth = 0): Tree {
  const facts = typeFacts(place.owner)?.fields.get(place.field);
  const fact = constraintOf(place.owner, place.field, place) ?? {};
  return likely(type, fact, facts, place, rng, depth);
}

function likely(
  type: TypeRef,
  fact: ValueConstraint,
  facts: FieldFacts | undefined,
  place: FieldPlace,
  rng: Rng,
  depth: number,
): Tree {
  switch (type.kind) {
    case "boolean":
      return scalar(rng.pick(["true", "false"]));
    case "integer":
    case "number":
      return scalar(rng.pick(edges(fact).filter((each) => Number(each) >= 0)) ?? "1");
    case "int-or-string":
      return rng.chance(0.7) ? scalar(rng.pick(edges(fact)) ?? "1") : likelyText(fact, facts, place, rng);
    case "quantity":
      return rng.pick([scalar("1"), scalar("2Gi"), text("100m"), text("1Gi"), scalar("0.5")]);
    case "time":
      return text("2024-01-01T00:00:00Z");
    case "object":
      return map();
    case "array": {
      const count = rng.pick([1, 1, 1, 2, 3]);
      return list(
        Array.from({ length: count }, () => likely(type.item, fact.item ?? fact, facts, place, rng, depth + 1)),
      );
    }
    case "map":
      return map(
        Array.from({ length: rng.pick([1, 1, 2]) }, () => ({
          key: rng.pick(type.value.kind === "quantity" ? resourceNames : labelKeys),
          value:
            type.value.kind === "quantity"
              ? likely(type.value, {}, undefined, place, rng, depth + 1)
              : text(rng.pick(["b", "web", "1.0", ""])),
        })),
      );
    case "ref":
      return depth > 12
        ? map()
        : likelyMap(type.type, { object: place.object, under: `${place.owner}.${place.field}` }, rng, depth);
    case "string":
      return likelyText(fact, facts, place, rng);
  }
}

const resourceNames = ["cpu", "memory", "ephemeral-storage", "nvidia.com/gpu", "hugepages-2Mi", "storage"] as const;
const labelKeys = ["app", "tier", "example.com/role", "kubernetes.io/os", "a"] as const;

function likelyText(fact: ValueConstraint, facts: FieldFacts | undefined, place: FieldPlace, rng: Rng): Tree {
  const closed = fact.enum ?? (facts?.enum && [...facts.enum.keys()]);
  if (closed && closed.length > 0) return text(rng.pick(closed) ?? "");
  if (/^(name|containerName)$/.test(place.field) && rng.chance(0.5)) return text(rng.pick(["web", "data", "c", "v"]));
  const fitting = texts.filter(
    (each) => (fact.class === undefined || isInClass(fact.class, each) !== false) && each.length <= (fact.max ?? 300),
  );
  return text(rng.pick(fitting) ?? "a");
}

/** With all that is required, one member where a union asks for it, and now and then something optional. */
export function likelyMap(type: string, place: ConstraintPlace, rng: Rng, depth = 0): Tree {
  const facts = typeFacts(type);
  if (!facts) return map();
  const tree = map();
  const members: FieldFacts[] = [];
  for (const field of facts.fields.values()) {
    const fact = constraintOf(type, field.name, place);
    if (fact?.required === "one") members.push(field);
    else if (field.required || fact?.required === true || (!field.deprecated && rng.chance(0.08 / (depth + 1))))
      tree.entries.push({ key: field.name, value: likelyField(field, type, place, rng, depth) });
  }
  const member = rng.pick(members);
  if (member) tree.entries.push({ key: member.name, value: likelyField(member, type, place, rng, depth) });
  if (tree.entries.length === 0 && facts.fields.size > 0) {
    const field = rng.pick([...facts.fields.values()]);
    if (field) tree.entries.push({ key: field.name, value: likelyField(field, type, place, rng, depth) });
  }
  return tree;
}

const likelyField = (field: FieldFacts, owner: string, place: ConstraintPlace, rng: Rng, depth: number): Tree =>
  likelyValue(field.type, { ...place, owner, field: field.name }, rng, depth + 1);

/** Around the ends of the table's ranges, and some that fit anything. */
function edges({ range }: ValueConstraint): string[] {
  const ends = (range ?? [])
    .flat()
    .filter((each) => each !== null)
    .flatMap((each) => [each, Number(each) - 1, Number(each) + 1].map(String));
  return [...ends, ...ends, "0", "1", "2", "5", "10", "80"];
}

/** Anything: edges of this field, values of other kinds, oddities of YAML. */
export function anyValue(type: TypeRef | undefined, place: FieldPlace, rng: Rng): Tree {
  const roll = rng.below(100);
  if (roll < 12) return scalar(rng.pick(oddSources) ?? "");
  if (roll < 17) return rng.pick([scalar("null"), scalar(""), scalar('""'), map(), list()]);
  if (roll < 22) return text(rng.pick(texts) ?? "");
  if (roll < 25) return scalar(rng.pick(numbers) ?? "0");
  if (!type) return text(rng.pick(texts) ?? "");
  const fact = constraintOf(place.owner, place.field, place) ?? {};
  const facts = typeFacts(place.owner)?.fields.get(place.field);
  const inner = type.kind === "array" ? type.item : type;
  const wrap = (tree: Tree): Tree => (type.kind === "array" ? list([tree]) : tree);
  if (inner.kind === "integer" || inner.kind === "number")
    return wrap(scalar(rng.pick(rng.chance(0.5) ? edges(fact.item ?? fact) : numbers) ?? "0"));
  if (inner.kind === "int-or-string" && rng.chance(0.5)) return wrap(scalar(rng.pick(edges(fact)) ?? "0"));
  if (inner.kind === "string" || inner.kind === "int-or-string") {
    const closed = facts?.enum && [...facts.enum.keys()];
    const one = closed && rng.chance(0.6) ? rng.pick(closed) : undefined;
    if (one) return wrap(text(rng.pick([one, one, one.toLowerCase(), one.toUpperCase(), `${one} `]) ?? one));
    return wrap(text(rng.pick(texts) ?? ""));
  }
  if (inner.kind === "quantity") return rng.chance(0.5) ? text(rng.pick(texts) ?? "") : scalar(rng.pick(numbers) ?? "");
  return likelyValue(type, place, rng);
}
