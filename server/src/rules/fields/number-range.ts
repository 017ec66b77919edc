// Numbers that the API server refuses because of their size, by the constraints table.
import * as l10n from "@vscode/l10n";
import { removeEntry, setPlain, setScalar } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";
import { reportViolation } from "./reportViolation.ts";
import { violationsOf } from "./tableCheck.ts";
import type { OutOfRange } from "./violation.ts";

export const numberRange = rule({
  id: "number-range",
  severity: "error",
  on: "object",
  check(scope) {
    const { object, minor, parsed } = scope;
    for (const violation of violationsOf(object, minor)) {
      if (violation.kind !== "range") continue;
      const { node, entry, map, field } = violation;
      const octal = meantAsOctal(violation);
      const reported = reportViolation(scope, violation, octal ? octalMessage(violation, octal) : message(violation));
      if (octal)
        reported.fix(l10n.t("Write {0}", octal), () =>
          parsed.json ? setScalar(parsed, node, Number.parseInt(octal, 8)) : setPlain(parsed, node, octal),
        );
      const nearest = nearestInRange(violation);
      if (nearest !== undefined)
        reported.fix(l10n.t("Set {0} to {1}", field, nearest), () => setScalar(parsed, node, nearest));
      else if (entry) reported.fix(l10n.t("Remove {0}", field), () => removeEntry(parsed, map.node, entry));
    }
  },
});

function message({ field, value, ranges }: OutOfRange): string {
  const [range] = ranges;
  if (!range) return l10n.t("{0} cannot be set here: the API server refuses every value.", field);
  const [from, to] = range;
  const unit = field.endsWith("Seconds") ? " s" : "";
  const written = `${value}${unit}`;
  if (to === null)
    return l10n.t("{0} has to be at least {1}: the API server refuses {2}.", field, `${from}${unit}`, written);
  if (from === null)
    return l10n.t("{0} can be at most {1}: the API server refuses {2}.", field, `${to}${unit}`, written);
  return l10n.t("{0} has to be from {1} to {2}: the API server refuses {3}.", field, from, `${to}${unit}`, written);
}

function nearestInRange({ value, ranges }: OutOfRange): number | undefined {
  const [range] = ranges;
  if (!range) return undefined;
  const [from, to] = range;
  return (from !== null && value < from ? from : to) ?? undefined;
}

/** Permissions written as people say them, without the leading 0 that makes them octal: 644, 755. */
function meantAsOctal({ field, node, value }: OutOfRange): string | undefined {
  if (!/^(defaultMode|mode)$/.test(field) || node.style !== "plain" || !/^[0-7]{3,4}$/.test(node.source))
    return undefined;
  const octal = Number.parseInt(node.source, 8);
  return octal <= 0o777 && octal !== value ? `0${node.source.replace(/^0+/, "").padStart(3, "0")}` : undefined;
}

function octalMessage({ field, value }: OutOfRange, octal: string): string {
  return l10n.t(
    "Without a leading 0 this {0} is the decimal number {1}, above the 511 (0777) that the API server takes. The permissions are {2}.",
    field,
    String(value),
    octal,
  );
}
