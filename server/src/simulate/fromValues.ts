// Single values of the model as the simulator takes them, with a note where the manifest does not tell.
import type { Value } from "../model/value.ts";
import type { Path } from "../syntax/path.ts";
import type { FieldPath, SimNote } from "./types.ts";

/** The value in effect; where nobody can know it, the default and a note. */
export function known<T extends string | number>(value: Value<T>, fallback: T, notes: SimNote[]): T {
  if (value.value !== undefined) return value.value;
  note(value, fallback, notes);
  return fallback;
}

export function atLeast(value: Value<number>, fallback: number, least: number, notes: SimNote[]): number {
  const number = known(value, fallback, notes);
  // An int32 is the most that the API server takes.
  if (number >= least && number <= 2_147_483_647) return number;
  notes.push({ path: plain(value.path), why: "out-of-range", assumed: fallback });
  return fallback;
}

export function note(value: Value<unknown>, assumed: string | number, notes: SimNote[]): void {
  if (value.origin === "default" || (value.origin === "absent" && typeof assumed === "number")) return;
  const why = value.origin === "templated" ? "templated" : value.origin === "absent" ? "missing" : "wrong-type";
  notes.push({ path: plain(value.path), why, assumed });
}

export function plain(path: Path): FieldPath {
  return path.map((segment) => (typeof segment === "object" ? segment.key : segment));
}
