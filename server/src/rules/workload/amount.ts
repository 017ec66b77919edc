// maxSurge and maxUnavailable: a number of pods or a share, as the API server reads them.
import { asIntegerOrText, field, type TypedMap } from "../../model/typed.ts";
import type { Value } from "../../model/value.ts";

export interface Amount {
  readonly name: string;
  readonly value: Value<number | string>;
  /** Pods, or per cent; what the server makes of an unreadable text too. undefined: templated, of a wrong type or not written here. */
  readonly count: number | undefined;
}

/** @param partial what is absent may stand in another file */
export function readAmount(rolling: TypedMap, name: string, partial: boolean): Amount {
  const fallback = rolling.facts.fields.get(name)?.default;
  const isKnown = !partial && (typeof fallback === "string" || typeof fallback === "number");
  const value = field(rolling, name, asIntegerOrText, { fallback: isKnown ? fallback : null });
  return { name, value, count: value.value === undefined ? undefined : countOf(value.value) };
}

export const isPercent = (text: string): boolean => /^[0-9]+%$/.test(text);

function countOf(value: number | string): number {
  if (typeof value === "number") return value;
  if (isPercent(value)) return Number(value.slice(0, -1));
  return /^[-+]?[0-9]+$/.test(value) ? Number(value) : 0;
}
