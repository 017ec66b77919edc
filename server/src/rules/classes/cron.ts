// A CronJob's schedule as the API server reads it, and what is wrong with one that it refuses.
import { splitAtBlanks } from "../../text/blanks.ts";

interface FieldFacts {
  readonly from: number;
  readonly to: number;
  readonly names: readonly string[];
}

/** Minute, hour, day of the month, month, day of the week. */
const fieldFacts: readonly FieldFacts[] = [
  { from: 0, to: 59, names: [] },
  { from: 0, to: 23, names: [] },
  { from: 1, to: 31, names: [] },
  { from: 1, to: 12, names: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] },
  { from: 0, to: 6, names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] },
];
const descriptors = ["@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly"];

export interface FieldProblem {
  readonly what: "field";
  /** 0: minute … 4: day of the week. */
  readonly field: number;
  /** Between commas. */
  readonly part: string;
  readonly why: "unreadable" | "outside" | "reversed" | "step";
  readonly from: number;
  readonly to: number;
}

export type ScheduleProblem =
  /** `TZ=` or `CRON_TZ=`, anywhere in it. */
  | { readonly what: "time-zone" }
  | { readonly what: "count"; readonly count: number }
  | { readonly what: "descriptor" }
  /** Of `@every`. */
  | { readonly what: "duration"; readonly duration: string }
  | FieldProblem;

/** undefined: the server takes it. It need not ever come true: `0 0 31 2 *` is taken. */
export function scheduleProblem(schedule: string): ScheduleProblem | undefined {
  if (schedule.includes("TZ")) return { what: "time-zone" };
  if (schedule.startsWith("@every ")) {
    const duration = schedule.slice("@every ".length);
    return isDuration(duration) ? undefined : { what: "duration", duration };
  }
  if (schedule.startsWith("@")) return descriptors.includes(schedule) ? undefined : { what: "descriptor" };
  const fields = splitAtBlanks(schedule);
  if (fields.length !== fieldFacts.length) return { what: "count", count: fields.length };
  for (const [index, facts] of fieldFacts.entries()) {
    // What is empty between commas is skipped.
    for (const part of (fields[index] ?? "").split(",").filter((each) => each !== "")) {
      const why = partProblem(part, facts);
      if (why) return { what: "field", field: index, part, why, from: facts.from, to: facts.to };
    }
  }
  return undefined;
}

export const isCron = (schedule: string): boolean => scheduleProblem(schedule) === undefined;

/** `N`, `N-M`, `*` or `?`, each with a step `/S` or without. */
function partProblem(part: string, facts: FieldFacts): FieldProblem["why"] | undefined {
  const [range = "", step, ...moreSteps] = part.split("/");
  const [low = "", high, ...moreEnds] = range.split("-");
  const stepSize = step === undefined ? 1 : wholeNumber(step);
  // Behind a star nothing is read, up to the step.
  const isStar = low === "*" || low === "?";
  const from = isStar ? facts.from : position(low, facts);
  const to = isStar ? facts.to : high !== undefined ? position(high, facts) : step === undefined ? from : facts.to;
  if (moreSteps.length > 0 || (!isStar && moreEnds.length > 0)) return "unreadable";
  if (from === undefined || to === undefined || stepSize === undefined) return "unreadable";
  if (from < facts.from || to > facts.to) return "outside";
  if (from > to) return "reversed";
  return stepSize === 0 ? "step" : undefined;
}

function position(text: string, { names, from }: FieldFacts): number | undefined {
  const index = names.indexOf(text.toLowerCase());
  return index < 0 ? wholeNumber(text) : index + from;
}

function wholeNumber(text: string): number | undefined {
  return /^\+?[0-9]+$/.test(text) && Number(text) < 2 ** 63 ? Number(text) : undefined;
}

const secondsIn: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
};

/** Go's durations: `1h30m`, `90s`, `1.5h`; a bare `0` too. They end at 2⁶³ ns, some 292 years. */
function isDuration(text: string): boolean {
  const [, rest = ""] = /^[-+]?(.*)$/s.exec(text) ?? [];
  if (rest === "0") return true;
  const parts = [...rest.matchAll(/([0-9]+(?:\.[0-9]*)?|\.[0-9]+)(ns|us|µs|μs|ms|s|m|h)/gy)];
  if (rest === "" || parts.map((each) => each[0]).join("") !== rest) return false;
  const seconds = parts.reduce((sum, [, count, unit]) => sum + Number(count) * (secondsIn[unit ?? ""] ?? 0), 0);
  return seconds <= 2 ** 63 / 1e9;
}

/** The nearest schedule that means the same, where there is one: Sunday as 0, no seconds. */
export function repairedSchedule(schedule: string, problem: ScheduleProblem): string | undefined {
  const fields = splitAtBlanks(schedule);
  let repaired: string | undefined;
  if (problem.what === "count" && problem.count === 6 && /^0+$/.test(fields[0] ?? "")) {
    repaired = fields.slice(1).join(" ");
  } else if (problem.what === "field" && problem.field === 4) {
    const days = (fields[4] ?? "").split(",").flatMap((part) => {
      const range = /^([0-6])-7$/.exec(part);
      if (range) return range[1] === "0" ? ["0-6"] : ["0", range[1] === "6" ? "6" : `${range[1]}-6`];
      return part === "7" ? ["0"] : [part];
    });
    repaired = [...fields.slice(0, 4), [...new Set(days)].join(",")].join(" ");
  }
  return repaired !== undefined && scheduleProblem(repaired) === undefined ? repaired : undefined;
}
