// Runs all rules over one chunk. Knows nothing of any rule; a rule that throws is named and left out, the others go on.
import { kindFacts } from "../knowledge/schema.ts";
import { type KubeObject, objectsIn, type ReadingOptions } from "../model/objects.ts";
import type { Place } from "../model/value.ts";
import { walk } from "../model/walk.ts";
import type { ParsedChunk } from "../syntax/chunk.ts";
import { formatPath } from "../syntax/path.ts";
import { rules } from "./index.ts";
import { holdsInsertion } from "./insertions.ts";
import { losesManifest, mayHoldObject } from "./mayHoldObject.ts";
import { addFinding } from "./report.ts";
import type { Finding, Reported, ReportOptions, Rule, RuleContext, Severity, Target, Targets } from "./rule.ts";
import { volumeEchoes } from "./volumeEchoes.ts";

export interface JudgeOptions extends ReadingOptions {
  /** By rule id; rules that are not named keep their own severity. */
  readonly severities: Readonly<Record<string, Severity | "off">>;
  /** A patch. */
  readonly partial: boolean;
  /** What it inserts is unknown; and its text as YAML is nobody's, since kubectl reads what the engine makes of it. */
  readonly template: boolean;
  /** Told when a rule throws, once a call: our mistake, never the manifest's. */
  readonly onError: (rule: string, error: unknown) => void;
}

/** What is found in a chunk, in the order of the text. */
export interface Judgement {
  readonly objects: readonly KubeObject[];
  readonly findings: readonly Finding[];
}

const byTarget = new Map<Target, Rule[]>();
for (const each of rules) byTarget.set(each.on, [...(byTarget.get(each.on) ?? []), each]);

/** @param isItem the chunk is one item of a List; paths begin at its object */
export function judge(parsed: ParsedChunk, isItem: boolean, options: JudgeOptions): Judgement {
  const objects = objectsIn(parsed, isItem, options);
  const findings: Finding[] = [];
  const failed = new Set<string>();
  const runAll = <T extends Target>(target: T, scope: Targets[T], object?: KubeObject): void => {
    const isOpen = options.partial || (options.template && holdsInsertion(target, scope));
    for (const rule of byTarget.get(target) ?? []) {
      const partial = rule.mindsInsertions ? options.partial : isOpen;
      if (partial && rule.wholeOnly) continue;
      const severity = options.severities[rule.id] ?? (rule.off ? "off" : undefined);
      if (severity === "off" || failed.has(rule.id)) continue;
      const context: RuleContext = {
        parsed,
        minor: options.minor,
        customResources: options.customResources,
        partial,
        report: (at, message, more) => add(rule, at, message, severity, object, more),
      };
      try {
        // Safe: the map holds a rule under its own target only.
        (rule as unknown as Rule<T>).check({ ...scope, ...context });
      } catch (error) {
        failed.add(rule.id);
        options.onError(rule.id, error);
      }
    }
  };
  const add = (
    rule: Rule,
    at: Place,
    message: string,
    set: Severity | undefined,
    object: KubeObject | undefined,
    more: ReportOptions = {},
  ): Reported => {
    const own = more.severity ?? rule.severity;
    // Red is the API server's word. Custom resources are somebody else's API, so there it is a warning.
    const capped = own === "error" && object?.role === "custom" ? "warning" : own;
    const schema = (more.schema ?? rule.schema ?? false) && (object === undefined || hasSchema(object, isItem));
    return addFinding(findings, at, message, { ...more, rule: rule.id, severity: set ?? capped, schema });
  };

  const broken = parsed.problems.length > 0 && mayHoldObject(parsed.text);
  if (!options.template && (objects.length > 0 || broken || hidesObject(parsed))) {
    const item = isItem && parsed.root?.kind === "sequence";
    runAll("document", { objects, root: item ? parsed.root.items[0] : parsed.root });
  }
  for (const object of objects) judgeObject(object, runAll);
  const settled = settle(findings, parsed);
  return { objects, findings: [...settled, ...volumeEchoes(objects, settled)].sort(byPlace) };
}

/** The schema has no type for custom resources, and none for what stands in a List. */
const hasSchema = ({ role, path }: KubeObject, isItem: boolean): boolean =>
  role !== "custom" && !isItem && path.length === 0;

/** Of a repeated `kind` the last one counts, and it need not be ours: an earlier one may be. Or kubectl drops it all. */
function hidesObject(parsed: ParsedChunk): boolean {
  const { root } = parsed;
  return (
    losesManifest(parsed) ||
    (root?.kind === "map" &&
      root.written.some(
        ({ role, name, value }) =>
          role === "duplicate" && name === "kind" && value.kind === "scalar" && kindFacts(value.source) !== undefined,
      ))
  );
}

type RunAll = <T extends Target>(target: T, scope: Targets[T], object?: KubeObject) => void;

function judgeObject(object: KubeObject, runAll: RunAll): void {
  runAll("object", { object }, object);
  const root = object.root ?? object.template;
  if (root) {
    walk(root, {
      map: (map) => runAll("map", { object, map }, object),
      value: (value) => runAll("value", { object, value }, object),
    });
  }
  const { pod } = object;
  if (!pod) return;
  runAll("pod", { object, pod }, object);
  for (const container of pod.containers) {
    const scope = { object, pod, container };
    runAll("container", scope, object);
    for (const probe of container.probes) runAll("probe", { ...scope, probe }, object);
    for (const hook of container.hooks) runAll("hook", { ...scope, hook }, object);
  }
}

/** One mistake, one squiggle; nothing behind the first syntax error. */
function settle(findings: readonly Finding[], parsed: ParsedChunk): Finding[] {
  const alone = findings.filter((each) => aloneRules.has(each.rule));
  if (alone.length > 0) return alone;
  const superseded = new Set<string>();
  const filled = new Set(findings.flatMap((each) => each.fills.map(formatPath)));
  for (const finding of findings) {
    for (const other of supersededBy.get(finding.rule) ?? []) superseded.add(`${other} ${formatPath(finding.path)}`);
  }
  const broken = parsed.problems[0]?.span.start ?? Number.POSITIVE_INFINITY;
  return findings
    .filter((each) => !superseded.has(`${each.rule} ${formatPath(each.path)}`) && !filled.has(formatPath(each.path)))
    .filter((each) => each.span.start <= broken);
}

const byPlace = (a: Finding, b: Finding): number => a.span.start - b.span.start || a.span.end - b.span.end;

const aloneRules = new Set(rules.filter((each) => each.alone).map((each) => each.id));
const supersededBy = new Map(rules.map((each) => [each.id, each.supersedes ?? []]));
