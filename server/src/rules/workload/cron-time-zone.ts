// A time zone that the API server does not find in its tz database; case counts.
import * as l10n from "@vscode/l10n";
import { timeZones } from "../../knowledge/timeZones.ts";
import { asText, field, inForce } from "../../model/typed.ts";
import { removeEntry, setScalar } from "../../syntax/edits.ts";
import { nearest } from "../../text/nearest.ts";
import { rule } from "../rule.ts";

/** Whether these are there depends on the files of the machine that the server runs on. */
const onSomeMachines = /^(?:posix|right)\/|^(?:localtime|posixrules)$/;

export const cronTimeZone = rule({
  id: "cron-time-zone",
  severity: "error",
  on: "map",
  supersedes: ["name-invalid", "value-invalid", "missing-field"],
  check({ map, report, parsed, minor }) {
    if (map.type !== "batch/v1.CronJobSpec" || !inForce(map, "timeZone", minor)) return;
    const timeZone = field(map, "timeZone", asText);
    const { value, entry } = timeZone;
    if (value === undefined || !entry || timeZones().includes(value) || onSomeMachines.test(value)) return;
    const meant = meantZone(value);
    const reported = report(timeZone, problemText(value, meant));
    if (meant !== undefined) reported.fix(l10n.t("Use “{0}”", meant), () => setScalar(parsed, entry, meant));
    if (value === "" || /^local$/i.test(value))
      reported.fix(l10n.t("Remove {0}", "timeZone"), () => removeEntry(parsed, map.node, entry));
  },
});

function problemText(zone: string, meant: string | undefined): string {
  if (zone === "")
    return l10n.t("An empty timeZone is refused. Without the line, the controller manager's own zone counts.");
  if (/^local$/i.test(zone))
    return l10n.t("The API server takes no “{0}” as a timeZone: name one, like Europe/Berlin or Etc/UTC.", zone);
  if (offsetZone(zone) !== undefined)
    return l10n.t(
      "“{0}” is no name of the tz database. With a fixed offset it is {1}: there the sign is the other way round.",
      zone,
      meant ?? "",
    );
  if (meant?.toLowerCase() === zone.toLowerCase())
    return l10n.t("The case of a timeZone counts: the API server knows “{0}” only.", meant);
  return l10n.t(
    "The API server does not know the time zone “{0}”. Names are those of the tz database, like Asia/Shanghai.",
    zone,
  );
}

function meantZone(zone: string): string | undefined {
  const tidy = zone.trim().replace(/ /g, "_");
  const lower = tidy.toLowerCase();
  if (lower === "" || lower === "local") return undefined;
  return (
    timeZones().find((each) => each.toLowerCase() === lower) ??
    offsetZone(tidy) ??
    timeZones().find((each) => each.toLowerCase().endsWith(`/${lower}`)) ??
    nearest(tidy, timeZones())
  );
}

/** `UTC+8` is `Etc/GMT-8`. */
function offsetZone(zone: string): string | undefined {
  const [, sign, digits] = /^(?:(?:Etc\/)?(?:UTC|GMT))?_?([+-])0?([0-9]{1,2})(?::?00)?$/i.exec(zone) ?? [];
  const name = `Etc/GMT${sign === "+" ? "-" : "+"}${Number(digits)}`;
  return sign !== undefined && timeZones().includes(name) ? name : undefined;
}
