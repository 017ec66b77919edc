// Judges a template: what is said holds in every text that shows its place, also in the one that has only the blocks around it.
import { newest, oldest } from "../knowledge/versions.ts";
import type { ParsedChunk } from "../syntax/chunk.ts";
import { type Branch, branchesAround } from "../syntax/template/blocks.ts";
import { keepsActions } from "../syntax/template/keepsActions.ts";
import type { Renderings } from "../syntax/template/renderings.ts";
import type { Finding } from "./rule.ts";
import { type Judgement, type JudgeOptions, judge } from "./run.ts";

/** Each costs a reading of the whole chunk; who has more mistakes sees the others when some are gone. */
const mostBranches = 30;

/** Two blocks that each bring a handler are no two handlers: perhaps only one of them ever comes out. */
export function judgeTemplate(renderings: Renderings, isItem: boolean, options: JudgeOptions): Judgement {
  const judged = once((parsed) => judge(parsed, isItem, options));
  const first = renderings.at(0).parsed;
  const { objects } = judged(first);
  // Refused as YAML: the mask cannot follow this template, so nothing in it is certain.
  if (first.problems.length > 0) return { objects, findings: [] };

  const all = Array.from({ length: renderings.count }, (_, index) => renderings.at(index)).filter(
    ({ parsed }) => parsed.problems.length === 0,
  );
  const byBranch = new Map<Branch | undefined, Map<string, Found>>();
  for (const { parsed } of all) {
    for (const finding of judged(parsed).findings) {
      const branch = renderings.branchAt(finding.span.start);
      const found = byBranch.get(branch) ?? new Map<string, Found>();
      byBranch.set(branch, found.set(identity(finding), found.get(identity(finding)) ?? { finding, parsed }));
    }
  }
  const absences = absencesOf(renderings, isItem, options);
  const findings = [...byBranch].slice(0, mostBranches).flatMap(([branch, found]) => {
    const shown = all.filter((each) => each.shows(branch)).map(({ parsed }) => judged(parsed));
    const alone = [renderings.only(branch), renderings.emptied(branch)];
    if (alone.some(({ problems }) => problems.length > 0)) return [];
    const version = asksVersion(branch);
    const judgedAlone = version
      ? [oldest, newest].flatMap((minor) => alone.map((parsed) => judge(parsed, isItem, { ...options, minor })))
      : alone.map(judged);
    const identities = [...shown, ...judgedAlone].map(identitiesOf);
    return [...found]
      .filter(([key, each]) => identities.every((known) => known.has(key)) && absences.areSure(each))
      .filter(([, { finding }]) => !version || finding.rule !== "api-version")
      .map(([, { finding }]) => withSafeFixes(finding, renderings, branch));
  });
  return { objects, findings: findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end) };
}

interface Found {
  readonly finding: Finding;
  /** Where it was found. */
  readonly parsed: ParsedChunk;
}

/** What is said because something is absent holds only if no block at all brings it. */
function absencesOf(renderings: Renderings, isItem: boolean, options: JudgeOptions) {
  // What a patch would be told too says nothing of what is absent.
  const asPatch = once((parsed) => judge(parsed, isItem, { ...options, partial: true }));
  let everything: ReadonlySet<string> | undefined;
  return {
    areSure({ finding, parsed }: Found): boolean {
      if (options.partial || identitiesOf(asPatch(parsed)).has(identity(finding))) return true;
      const whole = everything ? undefined : renderings.everything();
      everything ??= whole ? identitiesOf(judge(whole, isItem, options)) : new Set();
      return everything.has(identity(finding));
    },
  };
}

function once(read: (parsed: ParsedChunk) => Judgement): (parsed: ParsedChunk) => Judgement {
  const known = new Map<ParsedChunk, Judgement>();
  return (parsed) => {
    const judgement = known.get(parsed) ?? read(parsed);
    known.set(parsed, judgement);
    return judgement;
  };
}

const identity = ({ rule, severity, span }: Finding): string => `${rule} ${severity} ${span.start} ${span.end}`;
const identitiesOf = ({ findings }: Judgement): ReadonlySet<string> => new Set(findings.map(identity));

/** What comes out for certain Kubernetes versions only, whichever is set here: it must hold in all of them. */
function asksVersion(branch: Branch | undefined): boolean {
  return branchesAround(branch).some(({ block }) =>
    block.branches.some(({ condition }) => /capabilit|semver|version/i.test(condition)),
  );
}

function withSafeFixes(finding: Finding, { template }: Renderings, branch: Branch | undefined): Finding {
  return {
    ...finding,
    fixes: finding.fixes.map((fix) => ({
      ...fix,
      edits: () => {
        const edits = fix.edits();
        return edits && keepsActions(template, edits, branch) ? edits : undefined;
      },
    })),
  };
}
