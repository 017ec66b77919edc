// Quantities (`500m`, `1.5Gi`, `1e3`) as apimachinery reads them: exact, in billionths, never in floating point.
import type { ResolvedNode } from "../syntax/nodes.ts";

export interface Quantity {
  /** Billionths: 1 is 1,000,000,000. What is smaller is rounded away from zero, as the API server does. */
  readonly nano: bigint;
  /** How the server writes it back: `1k`, `1Ki` or `1e3`. */
  readonly format: "decimal" | "binary" | "exponent";
}

export const one = 1_000_000_000n;
export const milli = 1_000_000n;

const decimalPowers: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  "": 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};
const binaryPowers: Readonly<Record<string, bigint>> = { Ki: 10n, Mi: 20n, Gi: 30n, Ti: 40n, Pi: 50n, Ei: 60n };

/** The server keeps any exponent; beyond this one no manifest means what it says, and the number would fill the memory. */
const mostExponent = 1000;
/** With a binary suffix nothing is larger than the largest int64. */
const mostBinary = (2n ** 63n - 1n) * one;

/** @returns undefined for a text that the server cannot read. No digit is needed: `-`, `.` and `Ki` are zero. */
export function parseQuantity(text: string): Quantity | undefined {
  const match = /^([-+]?)([0-9]*)(?:\.([0-9]*))?([a-zA-Z]*[-+]?[0-9]*)$/.exec(trimBlanks(text));
  if (!match || match[0] === "") return undefined;
  const [, sign, whole = "", fraction = "", suffix = ""] = match;
  const digits = BigInt(whole + fraction || "0");
  const binary = Object.hasOwn(binaryPowers, suffix) ? binaryPowers[suffix] : undefined;
  if (binary !== undefined) {
    const size = divideUp(digits * 2n ** binary * one, 10n ** BigInt(fraction.length));
    return signed(sign, size > mostBinary ? mostBinary : size, "binary");
  }
  const exponent = /^[eE]([-+]?[0-9]+)$/.exec(suffix)?.[1];
  const power =
    exponent !== undefined
      ? Number(exponent)
      : Object.hasOwn(decimalPowers, suffix)
        ? decimalPowers[suffix]
        : undefined;
  if (power === undefined || Math.abs(power) >= 2 ** 63) return undefined;
  const places = Math.max(-mostExponent, Math.min(power, mostExponent)) - fraction.length + 9;
  const size = places >= 0 ? digits * 10n ** BigInt(places) : divideUp(digits, 10n ** BigInt(-places));
  return signed(sign, size, exponent !== undefined ? "exponent" : "decimal");
}

/** Blanks that JSON leaves as they are; a tab or line break reaches the server as an escape, which it does not trim. */
const trimBlanks = (text: string): string =>
  text.replace(
    /^[ \u0085\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+|[ \u0085\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+$/g,
    "",
  );

const signed = (sign: string | undefined, size: bigint, format: Quantity["format"]): Quantity => ({
  nano: sign === "-" ? -size : size,
  format,
});

/** Of numbers ≥ 0. */
const divideUp = (value: bigint, by: bigint): bigint => (value + by - 1n) / by;

/** Away from zero to a multiple of `unit`: resources are kept in thousandths. */
export function roundUp(nano: bigint, unit: bigint): bigint {
  return nano < 0n ? -divideUp(-nano, unit) * unit : divideUp(nano, unit) * unit;
}

/**
 * The text that the server gets of a quantity's scalar: a number as JSON writes it. Undefined for what is no text and no number,
 * and for a templated one.
 */
export function quantityText(node: ResolvedNode): string | undefined {
  if (node.kind !== "scalar" || node.templated) return undefined;
  return typeof node.value === "string" || typeof node.value === "number" || typeof node.value === "bigint"
    ? String(node.value)
    : undefined;
}
