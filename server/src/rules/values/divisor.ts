// The unit in which the downward API hands out a resource: only a few are taken, by the kind of resource.
import * as l10n from "@vscode/l10n";
import { one, parseQuantity, type Quantity, quantityText } from "../../model/quantity.ts";
import { present, type TypedMap } from "../../model/typed.ts";
import { setScalar } from "../../syntax/edits.ts";
import type { Path } from "../../syntax/path.ts";
import type { RuleContext } from "../rule.ts";
import { placeOf, textOf } from "./reading.ts";

/** @param ref the map `resourceFieldRef` @param path of the divisor, as the API server names it */
export function checkDivisor({ report, parsed }: RuleContext, ref: TypedMap, path: Path): void {
  const resource = textOf(ref, "resource");
  const node = present(ref, "divisor");
  const text = node && quantityText(node);
  const divisor = text === undefined ? undefined : parseQuantity(text);
  if (resource === undefined || !node || !divisor || divisor.nano === 0n) return;
  const isCpu = /^(limits|requests)\.cpu$/.test(resource);
  if (!isCpu && !/^(limits|requests)\.(memory|ephemeral-storage|hugepages-.*)$/s.test(resource)) return;
  if (isCpu ? isCpuUnit(divisor) : isByteUnit(divisor)) return;
  report(
    placeOf(ref, "divisor", path),
    isCpu
      ? l10n.t("The divisor of a cpu amount is 1 (whole cores) or 1m; {0} is refused.", text ?? "")
      : l10n.t("The divisor of this amount is 1, 1k, 1M, 1G … or 1Ki, 1Mi, 1Gi …; {0} is refused.", text ?? ""),
  ).fix(l10n.t("Set {0} to {1}", "divisor", "1"), () => setScalar(parsed, node, 1), { preferred: false });
}

/** By what the server writes back: `1e3` stays `1e3`, which is none of its units. */
function isCpuUnit({ nano, format }: Quantity): boolean {
  return nano === one || (nano === one / 1000n && format !== "exponent");
}

function isByteUnit({ nano, format }: Quantity): boolean {
  if (nano === one) return true;
  if (format === "exponent") return false;
  // Below 1Ki the server writes no binary suffix.
  const base = format === "binary" && nano >= 1024n * one ? 1024n : 1000n;
  return [1n, 2n, 3n, 4n, 5n, 6n].some((power) => nano === base ** power * one);
}
