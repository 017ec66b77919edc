// The objects that a document or a list may hold, by the kinds that its lines name.
import { type FieldFacts, kindFacts, type TypeFacts, type TypeRef, typeFacts } from "../knowledge/schema.ts";
import { type Frame, open } from "./frames.ts";
import type { Line } from "./lines.ts";

/** The schema has neither lists of objects nor kinds without a pod: this is what all of them have. */
const listType = typeOf("List", {
  apiVersion: { kind: "string" },
  kind: { kind: "string" },
  metadata: { kind: "ref", type: "meta/v1.ObjectMeta" },
  items: { kind: "array", item: { kind: "object" } },
});
const otherType = typeOf("other", {
  apiVersion: { kind: "string" },
  kind: { kind: "string" },
  metadata: { kind: "ref", type: "meta/v1.ObjectMeta" },
  spec: { kind: "object" },
  data: { kind: "map", value: { kind: "string" } },
  status: { kind: "object" },
});

function typeOf(name: string, types: Readonly<Record<string, TypeRef>>): TypeFacts {
  const fields = Object.entries(types).map(([field, type]): [string, FieldFacts] => [
    field,
    {
      name: field,
      type,
      required: field === "apiVersion" || field === "kind" || field === "items",
      requiredBy: undefined,
      enum: undefined,
      open: true,
      default: undefined,
      defaultWhen: undefined,
      since: 0,
      gate: undefined,
      mergeKey: undefined,
      listKeys: undefined,
      deprecated: false,
    },
  ]);
  return { name, fields: new Map(fields) };
}

/** The field that holds a list's objects, as a constraint's place names it. */
export const itemsOfList = "List.items";

/** A line that says `kind: …`. */
export interface NamedKind {
  readonly line: number;
  readonly kind: string;
  /** The API group beside it has a dot: somebody else's kind, whatever its name. */
  readonly custom: boolean;
}

export function namedKinds(lines: readonly Line[]): NamedKind[] {
  return lines.flatMap(({ text }, line) => {
    const kind = valueIn("kind", text);
    if (kind === undefined) return [];
    const version =
      valueIn("apiVersion", lines[line - 1]?.text ?? "") ?? valueIn("apiVersion", lines[line + 1]?.text ?? "") ?? "";
    return { line, kind, custom: /\..*\//.test(version) };
  });
}

/** `Pod` of `- kind: "Pod" # …`. */
export function valueIn(key: string, text: string): string | undefined {
  const pair = /^(?:-\s+)*["']?(\w+)["']?\s*:\s+["']?([\w./-]+)["']?(?:\s+#.*)?$/.exec(text);
  return pair?.[1] === key ? pair[2] : undefined;
}

/** One frame for each kind that an object which begins here may have. */
export function openObjects(kinds: readonly NamedKind[], parent: Frame | undefined, column: number): Frame[] {
  return kinds.map(({ kind, custom }) =>
    openRoot((custom ? undefined : typeOfKind(kind)) ?? otherType, kind, parent, column),
  );
}

function typeOfKind(kind: string): TypeFacts | undefined {
  const facts = kindFacts(kind);
  return facts && typeFacts(facts.type);
}

function openRoot(type: TypeFacts, object: string, parent: Frame | undefined, column: number): Frame {
  const place = { object: type.name, under: undefined };
  return open({ kind: "map", type, place, object, parent, column, constraint: undefined, required: true });
}

/** `List`, `PodList`. */
export const isListKind = (kind: string): boolean =>
  kind === "List" || (kind.endsWith("List") && kindFacts(kind.slice(0, -4)) !== undefined);

/** What the whole document may be; empty when it is somebody else's, or no object at all. */
export function openRoots(kinds: readonly NamedKind[]): Frame[] {
  const list = kinds.find(({ kind, custom }) => !custom && isListKind(kind));
  if (list) return [openRoot(listType, list.kind, undefined, 0)];
  // A kind further below may belong to a reference, but an object that is not ours names its own first.
  const [first] = kinds;
  if (!first || first.custom || !kindFacts(first.kind)) return [];
  return openObjects([first], undefined, 0);
}
