// One manifest of the random comparison: what the server says, what we say, and whether the two disagree.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ask } from "../ask.ts";
import { type Compared, compareText, type Recorded } from "../compare.ts";

export interface Judged {
  readonly text: string;
  readonly recorded: readonly Recorded[];
  readonly disagreements: readonly Disagreement[];
}

/** `missed`: refused, and nothing is red. `false`: red, and accepted. `elsewhere`: red, but not where the server points. */
export interface Disagreement {
  readonly how: "missed" | "false" | "elsewhere";
  /** What the server or our rule says, without list indexes: disagreements of one cause share it. */
  readonly what: string;
}

/** A quantity with such an exponent keeps the server's own code busy for minutes. */
export const isTooCostly = (text: string): boolean => /[eE][+-]?[0-9_]{4,}/.test(text);

export function judgeAll(program: string, texts: readonly string[]): Judged[] {
  const folder = mkdtempSync(join(tmpdir(), "random-"));
  try {
    const paths = texts.map((_, index) => join(folder, `${String(index).padStart(6, "0")}.yaml`));
    for (const [index, path] of paths.entries()) writeFileSync(path, texts[index] ?? "");
    const byFile = Map.groupBy(ask(program, [folder]), (each) => each.file);
    return texts.map((text, index) => judged(text, byFile.get(paths[index] ?? "") ?? []));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function judged(text: string, recorded: readonly Recorded[]): Judged {
  return {
    text,
    recorded,
    disagreements: compareText(text, recorded, { minor: 36 }).flatMap((each) => disagreementsOf(text, each)),
  };
}

/** kubectl refuses any YAML that names no kind; where none of ours is named either, it is no business of ours. */
const namesKind =
  /(?:^|[\s{,"'])kind["']?:\s*["']?(?:Pod|PodTemplate|Deployment|StatefulSet|DaemonSet|ReplicaSet|ReplicationController|Job|CronJob|Service|HorizontalPodAutoscaler|PodDisruptionBudget)\b/m;

function disagreementsOf(text: string, { recorded, refused, errors, missed }: Compared): Disagreement[] {
  if (recorded.verdict === "undecodable" && errors.length === 0 && !namesKind.test(documentOf(text, recorded.doc)))
    return [];
  if (recorded.verdict === "unknown-kind") return [];
  if (!refused) return errors.map((each) => ({ how: "false", what: `${each.rule} at ${plain(each.path)}` }));
  const answer = recorded.viaKubectl ?? recorded;
  if (errors.length > 0)
    return missed.map((each) => ({ how: "elsewhere", what: `${each.type} ${plain(each.field ?? "")}` }));
  const first = answer.errors[0];
  return [{ how: "missed", what: `${first?.type} ${plain(first?.field ?? "")}` }];
}

const plain = (path: string): string => path.replace(/\[\d+\]/g, "[]");

/** As kubectl counts: documents of nothing but comments have no number. */
function documentOf(text: string, number: number): string {
  const documents = text.split(/^---(?=\s|$)/m).filter((each) => /^\s*[^#\s]/m.test(each));
  return documents[number] ?? text;
}

/** The same cause as far as one can tell: how, who, and the last name of the path. */
export const causeOf = ({ how, what }: Disagreement): string =>
  `${how} ${what.replace(/(\S+ (?:at )?)(?:.*[.\]])?([^.\]]*\]?)$/, "$1$2")}`;
