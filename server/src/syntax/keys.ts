// How kubectl writes a key as JSON text.
import type { ScalarNode } from "./nodes.ts";

/** `0x10` is "16", `yes` is "true"; undefined for a key that kubectl refuses: null, or an integer of 2⁶³ and more. */
export function keyName({ value, source }: ScalarNode): string | undefined {
  if (value === null) return undefined;
  if (typeof value === "string") return value;
  if (typeof value === "bigint") return value >= 2n ** 63n ? undefined : value.toString();
  if (typeof value === "boolean") return String(value);
  if (!Number.isFinite(value))
    return source.replace(/^\+/, "").toLowerCase().replace("inf", "inf").replace("nan", "nan");
  return Number.isInteger(value) &&
    (!/[.eE]/.test(source) || /^[-+]?0x/i.test(source)) &&
    Math.abs(value) <= Number.MAX_SAFE_INTEGER &&
    isIntegerText(source)
    ? String(value)
    : float32Text(value);
}

const isIntegerText = (source: string): boolean => !/^[-+]?0[0-9_]*[89]/.test(source);

/** The shortest text that gives the same 32-bit float, with an exponent from 1e6 and below 1e-4, as Go's 'g' writes it. */
function float32Text(value: number): string {
  const single = Math.fround(value);
  if (single === 0) return Object.is(single, -0) ? "-0" : "0";
  if (!Number.isFinite(single)) return single > 0 ? "+Inf" : "-Inf";
  let digits = 1;
  while (digits < 9 && Math.fround(Number(single.toExponential(digits - 1))) !== single) digits++;
  const [mantissa = "", power = "0"] = single.toExponential(digits - 1).split("e");
  const exponent = Number(power);
  if (exponent < -4 || exponent >= 6)
    return `${mantissa}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
  return Number(`${mantissa}e${power}`).toString();
}
