// A manifest as a tree that, unlike an object, can hold a key twice and a scalar exactly as it is written.
import { type TypeRef, typeFacts } from "../../../server/src/knowledge/schema.ts";

export type Tree = MapTree | ListTree | Scalar;
export interface MapTree {
  readonly kind: "map";
  entries: Pair[];
}
export interface Pair {
  key: string;
  value: Tree;
}
export interface ListTree {
  readonly kind: "list";
  items: Tree[];
}
/** A scalar as YAML source, quotes included. */
export interface Scalar {
  readonly kind: "scalar";
  source: string;
}

export const map = (entries: Pair[] = []): MapTree => ({ kind: "map", entries });
export const list = (items: Tree[] = []): ListTree => ({ kind: "list", items });
export const scalar = (source: string): Scalar => ({ kind: "scalar", source });
/** A text that YAML reads back as the same text. */
export const text = (value: string): Scalar =>
  scalar(/^[A-Za-z][A-Za-z0-9/.-]*$/.test(value) && !reserved.test(value) ? value : JSON.stringify(value));
const reserved = /^(y|n|yes|no|on|off|true|false|null)$/i;

export function fromJson(value: unknown): Tree {
  if (Array.isArray(value)) return list(value.map(fromJson));
  if (typeof value === "object" && value !== null)
    return map(Object.entries(value).map(([key, each]) => ({ key, value: fromJson(each) })));
  return typeof value === "string" ? text(value) : scalar(String(value));
}

export const copy = <T extends Tree>(tree: T): T => structuredClone(tree);

/** One place in a tree, with the type that the API gives it. */
export interface Spot {
  /** What stands there. */
  readonly tree: Tree;
  readonly parent: MapTree | ListTree;
  readonly index: number;
  /** undefined where the API knows no such field. */
  readonly type: TypeRef | undefined;
  /** `TYPE` and `FIELD` that hold it, also for the items and values inside the field. */
  readonly owner: string | undefined;
  readonly field: string;
  /** `PARENTTYPE.FIELD` that holds the owner. */
  readonly under: string | undefined;
}

/** Every place below the root of an object of `type`. */
export function spotsOf(root: MapTree, type: string): Spot[] {
  const spots: Spot[] = [];
  const visit = (
    tree: Tree,
    known: TypeRef | undefined,
    owner: string | undefined,
    field: string,
    under: string | undefined,
  ) => {
    if (tree.kind === "map") {
      const facts = known?.kind === "ref" ? typeFacts(known.type) : undefined;
      for (const [index, { key, value }] of tree.entries.entries()) {
        const spot: Spot = facts
          ? {
              tree: value,
              parent: tree,
              index,
              type: facts.fields.get(key)?.type,
              owner: facts.name,
              field: key,
              under: owner === undefined ? undefined : `${owner}.${field}`,
            }
          : {
              tree: value,
              parent: tree,
              index,
              type: known?.kind === "map" ? known.value : undefined,
              owner,
              field,
              under,
            };
        spots.push(spot);
        visit(value, spot.type, spot.owner, spot.field, spot.under);
      }
    } else if (tree.kind === "list") {
      const item = known?.kind === "array" ? known.item : undefined;
      for (const [index, value] of tree.items.entries()) {
        spots.push({ tree: value, parent: tree, index, type: item, owner, field, under });
        visit(value, item, owner, field, under);
      }
    }
  };
  visit(root, { kind: "ref", type }, undefined, "", undefined);
  return spots;
}

export function replace({ parent, index }: Spot, tree: Tree): void {
  if (parent.kind === "list") parent.items[index] = tree;
  else {
    const pair = parent.entries[index];
    if (pair) pair.value = tree;
  }
}

export function remove({ parent, index }: Spot): void {
  (parent.kind === "list" ? parent.items : parent.entries).splice(index, 1);
}
