// Holds our findings against what the API server said of the same text: red where it refuses, at the field it names, and nowhere else.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { resolve } from "../../server/src/syntax/nodes.ts";
import { formatPath, type Segment } from "../../server/src/syntax/path.ts";
import { withDefaults } from "../../server/src/workspace/check.ts";
import { chunksOf, type FileFinding, type FileOptions, findingsOf, openFile } from "../../server/src/workspace/file.ts";

/** One line of verdicts.jsonl: one object of one file. */
export interface Recorded {
  readonly file: string;
  /** As kubectl counts, from 0. */
  readonly doc: number;
  /** Index in a List. */
  readonly item?: number;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly verdict: "accepted" | "rejected" | "undecodable" | "unknown-kind";
  readonly errors: readonly ServerError[];
  /** How many the server gave. */
  readonly warnings: number;
  /** What happens through kubectl, where that differs; our promise follows kubectl. */
  readonly viaKubectl?: {
    readonly verdict: "accepted" | "rejected" | "undecodable";
    readonly errors: readonly ServerError[];
  };
}

/** `type`: the server's own, `strict` for an unknown or repeated key, `decode` for a wrong type (its field has no list indexes). */
export interface ServerError {
  readonly type: string;
  readonly field?: string;
}

export interface Compared {
  readonly recorded: Recorded;
  readonly refused: boolean;
  readonly errors: readonly FileFinding[];
  /** Server errors without a finding at their field. */
  readonly missed: readonly ServerError[];
}

export function readVerdicts(folder: string): Recorded[] {
  const lines = readFileSync(join(folder, "verdicts.jsonl"), "utf8").split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Recorded);
}

/** @param options how the files are judged; the verdicts are those of Kubernetes 1.36 */
export function compare(folder: string, options: Partial<FileOptions> = {}): Compared[] {
  const byFile = Map.groupBy(readVerdicts(folder), (each) => each.file);
  return [...byFile].flatMap(([file, records]) =>
    compareText(readFileSync(join(folder, file), "utf8"), records, { minor: 36, ...options }),
  );
}

export function compareText(text: string, records: readonly Recorded[], options: Partial<FileOptions>): Compared[] {
  const file = openFile(text, withDefaults(options));
  const findings = findingsOf(file).filter((each) => each.severity === "error");
  return records.map((recorded) => {
    if (recorded.verdict === "unknown-kind") return { recorded, refused: false, errors: [], missed: [] };
    const prefix = recorded.item === undefined ? "" : `items[${recorded.item}].`;
    const errors = findings.filter((each) => each.document === recorded.doc && each.path.startsWith(prefix));
    const answer = recorded.viaKubectl ?? recorded;
    const refused = ["rejected", "undecodable"].includes(answer.verdict);
    const exists = new Set(
      refused
        ? chunksOf(file)
            .filter(({ chunk }) => chunk.document === recorded.doc)
            .flatMap(({ chunk, parsed }) => existingPaths(parsed.root, [...chunk.prefix]))
        : [],
    );
    // One finding stands for all that the server names where the indentation is lost.
    const flattened = errors.some((each) => each.rule === "flattened-manifest");
    const missed =
      refused && !flattened
        ? answer.errors.filter((each) => !errors.some((ours) => isAt(ours, each, prefix, exists)))
        : [];
    return { recorded, refused, errors, missed };
  });
}

/** At the field that the server names, or at the nearest one around it that is written. */
function isAt(ours: FileFinding, { type, field }: ServerError, prefix: string, exists: ReadonlySet<string>): boolean {
  if (field === undefined || field === "") return true;
  const plain = (path: string) => (type === "decode" ? path.replace(/\[\d+\]/g, "") : path);
  const at = plain(ours.path.slice(prefix.length));
  if (at === field) return true;
  // Around it, and nothing between is written.
  if (at !== "" && !(field.startsWith(`${at}.`) || field.startsWith(`${at}[`))) return false;
  return ![...exists].some((each) => {
    const path = plain(each.slice(prefix.length));
    return path.length > at.length && (path === field || field.startsWith(`${path}.`) || field.startsWith(`${path}[`));
  });
}

function existingPaths(node: Parameters<typeof resolve>[0] | undefined, path: readonly Segment[]): string[] {
  if (!node) return [];
  const at = resolve(node);
  const own = formatPath(path);
  if (at.kind === "map")
    return [
      own,
      ...[...at.fields.values()].flatMap((entry) => [
        ...existingPaths(entry.value, [...path, entry.name]),
        // Keys of free maps stand in brackets.
        formatPath([...path, { key: entry.name }]),
      ]),
    ];
  if (at.kind === "sequence") return [own, ...at.items.flatMap((item, index) => existingPaths(item, [...path, index]))];
  return [own];
}
