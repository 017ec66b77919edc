// A scenario as somebody wrote it: every part checked, every mistake with its place. The words are explain/'s.
import { hookResults, longestHorizonSeconds, probeResults, type Scenario } from "./scenario.ts";
import { probeKinds, type SimPod } from "./types.ts";

export interface ScenarioProblem {
  readonly path: readonly (string | number)[];
  readonly why:
    | "not-a-map"
    | "not-a-list"
    | "not-a-number"
    | "not-a-word"
    | "not-true-or-false"
    | "out-of-range"
    | "unknown-field"
    | "unknown-container"
    | "unknown-word";
  /** Names or words that may stand there; for a number the least and the most. */
  readonly expected: readonly (string | number)[];
}

export type ReadScenario =
  | { readonly scenario: Scenario; readonly problems?: never }
  | { readonly scenario?: never; readonly problems: readonly ScenarioProblem[] };

type Check = (value: unknown, path: ScenarioProblem["path"], problems: ScenarioProblem[]) => void;

export function readScenario(value: unknown, pod: SimPod): ReadScenario {
  const problems: ScenarioProblem[] = [];
  if (value === undefined || value === null) return { scenario: {} };
  const named: Record<string, Check> = Object.create(null);
  for (const { name } of pod.containers) named[name] = container;
  fields({
    horizonSeconds: number(1, longestHorizonSeconds),
    deleteAfterSeconds: number(0, longestHorizonSeconds),
    deleteGracePeriodSeconds: number(0, 2_147_483_647),
    containers: fields(named, "unknown-container"),
  })(value, [], problems);
  return problems.length > 0 ? { problems } : { scenario: value as Scenario };
}

/** A map of these fields, all optional. */
function fields(known: Readonly<Record<string, Check>>, unknown: ScenarioProblem["why"] = "unknown-field"): Check {
  return (value, path, problems) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      problems.push({ path, why: "not-a-map", expected: Object.keys(known) });
      return;
    }
    for (const [name, each] of Object.entries(value)) {
      const check = Object.hasOwn(known, name) ? known[name] : undefined;
      if (check) check(each, [...path, name], problems);
      else problems.push({ path: [...path, name], why: unknown, expected: Object.keys(known) });
    }
  };
}

function number(least: number, most: number): Check {
  return (value, path, problems) => {
    if (typeof value !== "number" || Number.isNaN(value))
      problems.push({ path, why: "not-a-number", expected: [least, most] });
    else if (value < least || value > most) problems.push({ path, why: "out-of-range", expected: [least, most] });
  };
}

function word(...words: readonly string[]): Check {
  return (value, path, problems) => {
    if (typeof value !== "string") problems.push({ path, why: "not-a-word", expected: words });
    else if (words.length > 0 && !words.includes(value)) problems.push({ path, why: "unknown-word", expected: words });
  };
}

function list(item: Check): Check {
  return (value, path, problems) => {
    if (!Array.isArray(value)) problems.push({ path, why: "not-a-list", expected: [] });
    else for (const [index, each] of value.entries()) item(each, [...path, index], problems);
  };
}

const truth: Check = (value, path, problems) => {
  if (typeof value !== "boolean") problems.push({ path, why: "not-true-or-false", expected: [] });
};

/** A word, or a map that says more. */
function wordOr(words: readonly string[], other: Check): Check {
  return (value, path, problems) =>
    typeof value === "string" ? word(...words)(value, path, problems) : other(value, path, problems);
}

const time = number(0, longestHorizonSeconds);
const exitCode = number(0, 255);
const hook = fields({ takesSeconds: time, result: word(...hookResults) });
const probe = fields({
  takesSeconds: time,
  results: list(fields({ untilSeconds: time, result: word(...probeResults) })),
});
const container = fields({
  image: wordOr([], fields({ pullSeconds: time })),
  start: word(),
  lives: list(fields({ exitAfterSeconds: time, exitCode, oomKilled: truth })),
  onTerm: wordOr(["ignore"], fields({ exitAfterSeconds: time, exitCode })),
  postStart: hook,
  preStop: hook,
  probes: fields(Object.fromEntries(probeKinds.map((kind) => [kind, probe]))),
});
