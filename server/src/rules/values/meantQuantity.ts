// What somebody probably meant by an amount that Kubernetes cannot read.
import { parseQuantity } from "../../model/quantity.ts";

const units = ["k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

/** `64MB` → `64M`, `64Mi`; `512mi` → `512Mi`; `1,5` → `1.5`. The likeliest first; empty when nothing is near. */
export function meantQuantity(text: string): string[] {
  const match = /^\s*([-+]?[0-9]+(?:[.,][0-9]+)?)\s*([a-zA-Z]*)\s*$/.exec(text);
  if (!match) return [];
  const number = (match[1] ?? "").replace(",", ".");
  const written = match[2] ?? "";
  const unit = written.replace(/(?:b|bytes?)$/i, "");
  if (written === "" || written === "m") return readable([number + written], text);
  const [fits] = units.filter((each) => each.toLowerCase() === unit.toLowerCase());
  if (fits === undefined) return [];
  const binary = fits.length === 1 ? [`${number}${fits.toUpperCase()}i`] : [];
  return readable([number + fits, ...binary], text);
}

const readable = (candidates: readonly string[], text: string): string[] =>
  candidates.filter((each) => parseQuantity(each) !== undefined && each !== text);
