// Plain scalars as go-yaml (YAML 1.1, the parser inside kubectl) resolves them.
import type { ScalarValue } from "./nodes.ts";

const truths = new Set(["y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE"]);
const lies = new Set(["n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE"]);
const nulls = new Set(["", "~", "null", "Null", "NULL"]);
export const notJson = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** The first reading that fits, in go-yaml's order. `.inf` and `.nan` come back as numbers that JSON does not have. */
export function resolvePlain(source: string): ScalarValue {
  if (nulls.has(source)) return null;
  if (truths.has(source)) return true;
  if (lies.has(source)) return false;
  if (notJson.test(source)) return source.endsWith("n") || source.endsWith("N") ? Number.NaN : Number.POSITIVE_INFINITY;
  if (!/^[-+.0-9]/.test(source)) return source;
  const text = source.replaceAll("_", "");
  return resolveInteger(text) ?? resolveFloat(text) ?? source;
}

/** @param text without `_` */
export function resolveInteger(text: string): number | bigint | undefined {
  const match = /^([-+]?)(?:(0[xX][0-9a-fA-F]+)|(0[bB][01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/.exec(text);
  if (!match) return undefined;
  const [, sign, hex, binary, octal, decimal] = match;
  const size = BigInt(
    hex?.toLowerCase() ?? binary?.toLowerCase() ?? (octal === undefined ? (decimal ?? "0") : `0o${octal}`),
  );
  const value = sign === "-" ? -size : size;
  const most = sign === "+" ? 2n ** 63n - 1n : 2n ** 64n - 1n;
  if (value < -(2n ** 63n) || value > most) return undefined;
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

function resolveFloat(text: string): number | undefined {
  if (!/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}
