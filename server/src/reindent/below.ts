// What a key or dash opens: the frame to which the lines below it may belong.
import { constraintOf } from "../knowledge/constraints.ts";
import { type FieldFacts, type TypeRef, typeFacts } from "../knowledge/schema.ts";
import { type Frame, open } from "./frames.ts";
import type { Value } from "./lines.ts";

const step = 2;
/** No Kubernetes object is as deep; below unknown keys a text could go on without end. */
const deepest = 24;

/**
 * @param holder the map with its key, or the list with its item
 * @param type of the value; undefined where the schema does not know the key
 */
export function openBelow(
  holder: Frame,
  value: Value,
  key: string,
  type: TypeRef | undefined,
  facts: FieldFacts | undefined,
): Frame {
  if (holder.depth > deepest) return holder;
  const constraint = holder.kind === "map" ? constraintOf(holder.type.name, key, holder.place) : undefined;
  const inner = { parent: holder, column: holder.column + step, constraint, required: facts?.required ?? false };
  if (value.kind === "block") {
    const column = holder.column + (value.blockIndent ?? step);
    return open({ ...inner, kind: "text", style: "block", column });
  }
  if (value.kind === "scalar" && !value.quoted) return open({ ...inner, kind: "text", style: "plain" });
  if (value.kind !== "none") return holder;
  const under = holder.kind === "map" ? `${holder.type.name}.${key}` : undefined;
  return openType(type, inner, { object: holder.kind === "map" ? holder.place.object : "", under });
}

/** An item of a list, nothing of it read yet. */
export function openItem(list: Frame & { kind: "list" }, column: number): Frame {
  const inner = { parent: list, column, constraint: list.constraint?.item, required: true };
  return openType(list.item, inner, list.place);
}

export function openUnknown(parent: Frame, column: number, list: boolean): Frame {
  return open({ kind: "unknown", list, parent, column, constraint: undefined, required: false });
}

function openType(
  type: TypeRef | undefined,
  inner: Pick<Frame, "parent" | "column" | "constraint" | "required">,
  place: { readonly object: string; readonly under: string | undefined },
): Frame {
  switch (type?.kind) {
    case undefined:
    case "object":
      return open({ ...inner, kind: "unknown", list: false });
    case "array":
      return open({ ...inner, kind: "list", item: type.item, place });
    case "map":
      return open({ ...inner, kind: "free", value: type.value });
    case "ref": {
      const facts = typeFacts(type.type);
      return open(
        facts
          ? { ...inner, kind: "map", type: facts, place, object: undefined }
          : { ...inner, kind: "unknown", list: false },
      );
    }
    default:
      return open({ ...inner, kind: "text", style: "empty" });
  }
}
