// Judges a template: what is said holds in every text that shows its place, also in the one that has only the blocks around it.
import { newest, oldest } from "../knowledge/versions.ts";
import type { ParsedChunk } from "../syntax/chunk.ts";
import { type Branch, branchesAround } from "../syntax/template/blocks.ts";
import { keepsActions } from "../syntax/template/keepsActions.ts";
import type { Rendering, Renderings } from "../syntax/template/renderings.ts";
import type { Finding } from "./rule.ts";
import { type Judgement, type JudgeOptions, judge } from "./run.ts";

/** Each costs a reading of the whole chunk; who has more mistakes sees the others when some are gone. */
const mostBranches = 30;

/** Two blocks that each bring a handler are no two handlers: perhaps only one of them ever comes out. */
export function judgeTemplate(renderings: Renderings, isItem: boolean, options: JudgeOptions): Judgement {
  const judgements = new Map<ParsedChunk, Judgement>();
  const judged = ({ parsed }: Rendering): Judgement => {
    const found = judgements.get(parsed) ?? judge(parsed, isItem, options);
    judgements.set(parsed, found);
    return found;
  };
  const first = renderings.at(0);
  // Refused as YAML: the mask cannot follow this template, so nothing in it is certain.
  if (first.parsed.problems.length > 0) return { objects: judged(first).objects, findings: [] };

  const all = [first];
  for (let index = 1; index < renderings.count; index++) {
    const rendering = renderings.at(index);
    if (rendering.parsed.problems.length === 0) all.push(rendering);
  }
  const candidates = new Map<Branch | undefined, Map<string, Finding>>();
  for (const rendering of all) {
    for (const finding of judged(rendering).findings) {
      const branch = renderings.branchAt(finding.span.start);
      const known = candidates.get(branch) ?? new Map<string, Finding>();
      if (!known.has(identity(finding))) known.set(identity(finding), finding);
      candidates.set(branch, known);
    }
  }
  const findings = [...candidates].slice(0, mostBranches).flatMap(([branch, found]) => {
    const alone = renderings.only(branch);
    const shown = all.filter((each) => each.shows(branch)).map(judged);
    const judgedAlone = asksVersion(branch)
      ? [oldest, newest].map((minor) => judge(alone.parsed, isItem, { ...options, minor }))
      : [judged(alone)];
    const identities = [...shown, ...judgedAlone].map((each) => new Set(each.findings.map(identity)));
    return [...found]
      .filter(
        ([key, { rule }]) =>
          identities.every((each) => each.has(key)) && !(asksVersion(branch) && rule === "api-version"),
      )
      .map(([, finding]) => withSafeFixes(finding, renderings, branch));
  });
  return {
    objects: judged(first).objects,
    findings: findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
  };
}

const identity = ({ rule, severity, span }: Finding): string => `${rule} ${severity} ${span.start} ${span.end}`;

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
