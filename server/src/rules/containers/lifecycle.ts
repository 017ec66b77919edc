// What the API server keeps of a container's lifecycle.
import { inForce, present, type TypedMap } from "../../model/typed.ts";

/** A stopSignal alone is dropped while its gate is off, and the whole lifecycle with it: as if it were not written. */
export function isDropped(lifecycle: TypedMap, minor: number): boolean {
  const [first, ...more] = [...lifecycle.node.fields.keys()].filter((each) => present(lifecycle, each));
  return first === "stopSignal" && more.length === 0 && !inForce(lifecycle, first, minor);
}
