// Free maps of texts: labels, and what selects by them.
import { mayHoldMore, resolve } from "../syntax/nodes.ts";
import { present, type TypedMap } from "./typed.ts";
import { isNull } from "./value.ts";

export interface Labels {
  readonly values: ReadonlyMap<string, string>;
  /** False: a key or a value is templated or no text, so there may be more than `values` tells. */
  readonly complete: boolean;
}

/** The labels in field `name`; none when there is no such field. A null value is "" for the server. */
export function labelsIn(map: TypedMap | undefined, name: string): Labels {
  const node = map && present(map, name);
  if (!node) return { values: new Map(), complete: true };
  if (node.kind !== "map") return { values: new Map(), complete: false };
  const values = new Map<string, string>();
  let complete = !mayHoldMore(node);
  for (const [key, entry] of node.fields) {
    const value = resolve(entry.value);
    if (isNull(value)) values.set(key, "");
    else if (value.kind === "scalar" && !value.templated && typeof value.value === "string")
      values.set(key, value.value);
    else complete = false;
  }
  return { values, complete };
}
