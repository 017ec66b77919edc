// How late a CronJob's run may start: with 0 s it is always too late, and with a few every hiccup of the controller skips a run.
import * as l10n from "@vscode/l10n";
import { asInteger, field } from "../../model/typed.ts";
import { setScalar } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";

/** Below this the field's own documentation warns. */
const leastSeconds = 10;
const enough = 60;

export const cronDeadlineShort = rule({
  id: "cron-deadline-short",
  severity: "warning",
  on: "map",
  check({ map, report, parsed }) {
    if (map.type !== "batch/v1.CronJobSpec") return;
    const deadline = field(map, "startingDeadlineSeconds", asInteger);
    const { value, entry } = deadline;
    if (value === undefined || !entry || value < 0 || value >= leastSeconds) return;
    report(
      deadline,
      value === 0
        ? l10n.t(
            "With 0 no run ever starts: the controller comes a moment after the scheduled time, and that is too late already.",
          )
        : l10n.t(
            "A run that cannot start within {0} s is skipped: a short pause of the control plane is enough for that.",
            value,
          ),
      { severity: value === 0 ? "warning" : "information" },
    ).fix(l10n.t("Set startingDeadlineSeconds to {0}", enough), () => setScalar(parsed, entry, enough), {
      preferred: false,
    });
  },
});
