// A schedule that the API server cannot read.
import * as l10n from "@vscode/l10n";
import { asText, entryOf, field } from "../../model/typed.ts";
import { insertEntry, setScalar } from "../../syntax/edits.ts";
import { type FieldProblem, repairedSchedule, type ScheduleProblem, scheduleProblem } from "../classes/cron.ts";
import { type RuleContext, rule, type Targets } from "../rule.ts";

export const cronScheduleInvalid = rule({
  id: "cron-schedule-invalid",
  severity: "error",
  on: "map",
  supersedes: ["name-invalid", "value-invalid"],
  check(scope) {
    const { map, report, parsed } = scope;
    if (map.type !== "batch/v1.CronJobSpec") return;
    const schedule = field(map, "schedule", asText);
    const { value, entry } = schedule;
    // Without any it is a missing field.
    if (value === undefined || value === "" || !entry) return;
    const problem = scheduleProblem(value);
    if (!problem) return;
    const reported = report(schedule, problemText(problem, value));
    const repaired = repairedSchedule(value, problem);
    if (repaired !== undefined) reported.fix(l10n.t("Use “{0}”", repaired), () => setScalar(parsed, entry, repaired));
    const moved = /^(?:CRON_)?TZ=(\S+)\s+(.*)$/.exec(value);
    if (moved) offerTimeZone(scope, reported, moved[1] ?? "", moved[2] ?? "");
  },
});

function offerTimeZone(
  { map, parsed }: Targets["map"] & RuleContext,
  reported: ReturnType<RuleContext["report"]>,
  zone: string,
  rest: string,
): void {
  const schedule = entryOf(map, "schedule");
  if (!schedule || entryOf(map, "timeZone") || scheduleProblem(rest)) return;
  reported.fix(l10n.t("Move “{0}” to timeZone", zone), () => {
    const own = setScalar(parsed, schedule, rest);
    const other = insertEntry(parsed, map.node, "timeZone", zone, { after: "schedule" });
    return own && other && [...own, ...other];
  });
}

function problemText(problem: ScheduleProblem, schedule: string): string {
  switch (problem.what) {
    case "time-zone":
      return l10n.t("The API server takes no TZ in a schedule. Write the zone into timeZone, beside it.");
    case "count":
      return problem.count === 6
        ? l10n.t(
            "A schedule has 5 fields here: minute, hour, day of the month, month, day of the week. There are 6; Kubernetes counts no seconds.",
          )
        : l10n.t(
            "A schedule has 5 fields: minute, hour, day of the month, month, day of the week. There are {0}.",
            problem.count,
          );
    case "descriptor":
      return l10n.t(
        "Kubernetes does not know the schedule “{0}”. It knows @yearly, @monthly, @weekly, @daily, @hourly and @every 1h30m.",
        schedule,
      );
    case "duration":
      return l10n.t("“{0}” is no duration. Write it like 90s, 30m or 1h30m; the largest unit is h.", problem.duration);
    case "field":
      return fieldText(problem);
  }
}

function fieldText({ field: index, part, why, from, to }: FieldProblem): string {
  const name = fieldName(index);
  if (index === 4 && why === "outside" && /7/.test(part))
    return l10n.t("The day of the week goes from 0 to 6 here: Sunday is 0, not 7.");
  switch (why) {
    case "outside":
      return l10n.t("“{0}” is outside of the {1}, which goes from {2} to {3}.", part, name, from, to);
    case "reversed":
      return l10n.t("In “{0}” the {1} ends before it begins. Write it as two ranges, with a comma.", part, name);
    case "step":
      return l10n.t("In “{0}” the step of the {1} is 0; it must be at least 1.", part, name);
    case "unreadable":
      return l10n.t(
        "Kubernetes cannot read “{0}” as the {1}. It knows numbers, names of months and days, *, ranges, lists and steps; no L, W or #.",
        part,
        name,
      );
  }
}

function fieldName(index: number): string {
  const names = [
    () => l10n.t("minute"),
    () => l10n.t("hour"),
    () => l10n.t("day of the month"),
    () => l10n.t("month"),
    () => l10n.t("day of the week"),
  ];
  return names[index]?.() ?? "";
}
