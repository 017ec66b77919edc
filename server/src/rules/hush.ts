// What ignore comments leave of a chunk's findings, and what is to be said of the comments themselves.
import type { ParsedChunk } from "../syntax/chunk.ts";
import type { Span } from "../text/span.ts";
import { type Ignore, type IgnoredName, ignoresIn } from "./control/ignores.ts";
import { rules } from "./index.ts";
import { addFinding } from "./report.ts";
import type { Finding, Rule, RuleContext } from "./rule.ts";
import type { JudgeOptions } from "./run.ts";

/** What a chunk's comments say, and what can be told of it without the chunks around it. */
export interface Hushed {
  /** What is left by the comments in the chunk. */
  readonly findings: readonly Finding[];
  /** They speak of the whole file, or of the next chunk too: whether they are of use is told from there. */
  readonly reaching: readonly Ignore[];
  /** Everything that could be found was looked for: what is not found here is not there. */
  readonly complete: boolean;
}

const known = [...new Set(rules.map((each) => each.id))];
const offByThemselves = new Set(rules.filter((each) => each.off).map((each) => each.id));
/** They judge the comments. The map's safety is that of run.ts: a rule is called for its own target only. */
const ignoreRules = rules.filter((each) => each.on === "ignore") as readonly unknown[] as readonly Rule<"ignore">[];
/** What they find is mended, not hushed. */
export const isAboutIgnores = (rule: string): boolean => ignoreRules.some(({ id }) => id === rule);
const aloneRules = new Set(rules.filter((each) => each.alone).map((each) => each.id));

const isIn = ({ start, end }: Span, { span }: Finding): boolean => span.start >= start && span.start < end;
const names = (ignore: Ignore, rule: string): boolean => ignore.names.some(({ id }) => id === rule);

export const hits = (ignore: Ignore, finding: Finding, covers = ignore.covers): boolean =>
  names(ignore, finding.rule) && isIn(covers, finding);

/** @param found all findings of the chunk */
export function hush(parsed: ParsedChunk, found: readonly Finding[], options: Omit<JudgeOptions, "partial">): Hushed {
  const complete = parsed.problems.length === 0 && !found.some(({ rule }) => aloneRules.has(rule));
  const ignores = ignoresIn(parsed);
  if (ignores.length === 0) return { findings: found, reaching: [], complete };
  const reaching = ignores.filter((each) => each.open || each.scope === "file");
  const said = complete
    ? ignores
        .filter((each) => !reaching.includes(each))
        .flatMap((each) =>
          unused(parsed, each, ({ id }) => found.some((one) => one.rule === id && hits(each, one)), options),
        )
    : [];
  const all = [...found, ...said].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { findings: all.filter((one) => !ignores.some((each) => hits(each, one))), reaching, complete };
}

/** What is to be said of an ignore. @param isUsed whether the rule finds something there */
export function unused(
  parsed: ParsedChunk,
  ignore: Ignore,
  isUsed: (name: IgnoredName) => boolean,
  options: Omit<JudgeOptions, "partial">,
): Finding[] {
  const findings: Finding[] = [];
  const severityOf = ({ id, severity, off }: Rule<"ignore">) => options.severities[id] ?? (off ? "off" : severity);
  // What is turned off might find something; and these rules are not asked of themselves.
  const isOff = (id: string): boolean => (options.severities[id] ?? (offByThemselves.has(id) ? "off" : "")) === "off";
  const useful = ignore.names.filter((name) => isOff(name.id) || isAboutIgnores(name.id) || isUsed(name));
  const about: readonly (IgnoredName | undefined)[] =
    ignore.names.length === 0 || ignore.scope === "unknown"
      ? [undefined]
      : ignore.names.filter((name) => !useful.includes(name));
  const { minor, customResources } = options;
  for (const rule of ignoreRules) {
    const severity = severityOf(rule);
    if (severity === "off") continue;
    const report: RuleContext["report"] = (at, message, more) =>
      addFinding(findings, at, message, { ...more, rule: rule.id, severity });
    for (const name of about) {
      const scope = { ignore, name, known, useful: useful.length > 0 };
      rule.check({ ...scope, parsed, minor, customResources, partial: false, report });
    }
  }
  return findings;
}
