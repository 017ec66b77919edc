// Numbers that the API server refuses because of their size, by the constraints table.
import * as l10n from "@vscode/l10n";
import { removeEntry, setPlain, setScalar } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";
import { partName } from "./partName.ts";
import { reportViolation } from "./reportViolation.ts";
import { isMode, usualModes } from "./surprise.ts";
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
      const { node, entry, map, field, required } = violation;
      const octal = meantAsOctal(violation);
      const reported = reportViolation(scope, violation, octal ? octalMessage(violation, octal) : message(violation));
      if (octal)
        reported.fix(l10n.t("Write {0}", octal), () =>
          parsed.json ? setScalar(parsed, node, Number.parseInt(octal, 8)) : setPlain(parsed, node, octal),
        );
      // What was meant instead nobody knows: the nearest end is an offer.
      const nearest = nearestInRange(violation);
      if (nearest !== undefined)
        reported.fix(l10n.t("Set {0} to {1}", field, nearest), () => setScalar(parsed, node, nearest), {
          preferred: false,
        });
      if (entry && !required)
        reported.fix(l10n.t("Remove {0}", field), () => removeEntry(parsed, map.node, entry), {
          preferred: violation.ranges.length === 0,
        });
    }
  },
});

function message({ field, part, entry, value, ranges }: OutOfRange): string {
  const name = partName(field, part, entry);
  const [range] = ranges;
  if (!range) return l10n.t("{0} cannot be set here: the API server refuses every value.", name);
  const [from, to] = range;
  if (isMode(field))
    return l10n.t(
      "{0} is a number from 0 to 511, which is 0777 in octal: the API server refuses {1}.",
      name,
      `${value}`,
    );
  const unit = field.endsWith("Seconds") ? " s" : "";
  const written = `${value}${unit}`;
  if (to === null)
    return l10n.t("{0} has to be at least {1}: the API server refuses {2}.", name, `${from}${unit}`, written);
  if (from === null)
    return l10n.t("{0} can be at most {1}: the API server refuses {2}.", name, `${to}${unit}`, written);
  return l10n.t("{0} has to be from {1} to {2}: the API server refuses {3}.", name, from, `${to}${unit}`, written);
}

function nearestInRange({ value, ranges }: OutOfRange): number | undefined {
  const [range] = ranges;
  if (!range) return undefined;
  const [from, to] = range;
  return (from !== null && value < from ? from : to) ?? undefined;
}

/** Permissions written as people say them, without the leading 0 that makes them octal: 644, 755. */
function meantAsOctal({ field, node, value }: OutOfRange): string | undefined {
  if (!isMode(field) || node.style !== "plain" || !/^[1-7][0-7]{2}$/.test(node.source)) return undefined;
  const octal = Number.parseInt(node.source, 8);
  return usualModes.has(octal) && octal !== value ? `0${node.source}` : undefined;
}

function octalMessage({ field, value }: OutOfRange, octal: string): string {
  return l10n.t(
    "Without a leading 0 this {0} is the decimal number {1}, and the API server takes at most 511 (0777). The permissions are {2}.",
    field,
    String(value),
    octal,
  );
}
