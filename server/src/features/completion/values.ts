// The values that are legal for a field here: enums, defaults, and names that the same pod declares.
import * as l10n from "@vscode/l10n";
import { kinds } from "../../knowledge/schema.ts";
import { served } from "../../knowledge/served.ts";
import { timeZones } from "../../knowledge/timeZones.ts";
import { usualValues } from "../../knowledge/usual.ts";
import { groupOf } from "../../model/meaning.ts";
import type { SourceFile } from "../../workspace/file.ts";
import type { TypeAtPath } from "../typeAt.ts";
import { constraintAt, type MapAt } from "./legal.ts";
import { type NamesAt, namesFor } from "./names.ts";

export interface OfferedValue {
  readonly text: string;
  readonly detail?: string;
}

export interface ValueQuestion extends NamesAt {
  readonly file: SourceFile;
  readonly found: TypeAtPath;
  /** The map that has the field. */
  readonly map: MapAt;
  /** Its name; the list's own for an item. */
  readonly key: string;
}

export function valuesFor(question: ValueQuestion): OfferedValue[] {
  const { found, file, map, key } = question;
  const { minor } = file.options;
  const facts = found.field;
  if (map.under === undefined && key === "apiVersion") return versionsOf(map.kind, minor);
  if (map.under === undefined && key === "kind") return kindsOf(map.fields.get("apiVersion"), {});
  if (map.facts.name === "v1.PodSpec" && key === "restartPolicy") return restartPolicies(map.kind);
  const names = namesFor(question);
  if (names) return names;
  const constraint = constraintAt(map, key);
  const mark = (text: string): OfferedValue =>
    String(facts?.default) === text ? { text, detail: l10n.t("default") } : { text };
  if (facts?.enum) {
    const legal = [...facts.enum]
      .filter(([text, since]) => text !== "" && since <= minor && (constraint?.enum?.includes(text) ?? true))
      .map(([text]) => text);
    return [...legal.filter((text) => text === facts.default), ...legal.filter((text) => text !== facts.default)].map(
      mark,
    );
  }
  if (found.type.kind === "boolean")
    return ["true", "false"].filter((text) => constraint?.only?.includes(text === "true") ?? true).map(mark);
  if (constraint?.class === "time-zone") return ["Etc/UTC", ...timeZones()].map(mark);
  if (constraint?.enum && constraint.depends === undefined)
    return constraint.enum.filter((text) => text !== "").map(mark);
  const value = facts?.default;
  return [
    ...((typeof value === "string" && value !== "") || typeof value === "number" ? [mark(String(value))] : []),
    ...usualValues(map.facts.name, key, map.under).map(mark),
  ];
}

/** An enum, a boolean: once the key is there, one of a few words has to follow. */
export function isClosed(found: TypeAtPath): boolean {
  return found.type.kind === "boolean" || (found.field?.enum !== undefined && !found.field.open);
}

const versionsOf = (kind: string, minor: number): OfferedValue[] =>
  served(kind)
    .filter(({ since, removed }) => minor >= since && (removed === undefined || minor < removed))
    .map(({ apiVersion }) => ({ text: apiVersion }));

export const newestVersion = (kind: string, minor: number): string => versionsOf(kind, minor)[0]?.text ?? "";

/** The kinds of an apiVersion's group; all of them while there is none. */
export function kindsOf(
  apiVersion: string | undefined,
  customResources: Readonly<Record<string, string>>,
): OfferedValue[] {
  if (apiVersion === undefined || apiVersion === "")
    return byUse(kinds()).map(({ kind, apiVersion: version }) => ({ text: kind, detail: version }));
  const group = groupOf(apiVersion);
  const builtIn = byUse(kinds()).filter(({ kind }) =>
    served(kind).some((each) => (group === "" ? each.apiVersion === apiVersion : groupOf(each.apiVersion) === group)),
  );
  const custom = Object.keys(customResources).filter((name) => groupOf(name) === group);
  return [
    ...builtIn.map(({ kind }) => ({ text: kind })),
    ...custom.map((name) => ({ text: name.slice(group.length + 1) })),
  ];
}

const usual = ["Deployment", "Pod", "Job", "CronJob", "StatefulSet", "DaemonSet", "Service"];

/** What people write most comes first. */
export function byUse<T extends { readonly kind: string }>(list: readonly T[]): T[] {
  const place = ({ kind }: T): number => (usual.includes(kind) ? usual.indexOf(kind) : usual.length);
  return [...list].sort((a, b) => place(a) - place(b));
}

const keepRunning = new Set(["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController"]);

function restartPolicies(kind: string): OfferedValue[] {
  if (keepRunning.has(kind)) return [{ text: "Always", detail: l10n.t("default") }];
  if (kind === "Job" || kind === "CronJob") return [{ text: "OnFailure" }, { text: "Never" }];
  return [{ text: "Always", detail: l10n.t("default") }, { text: "OnFailure" }, { text: "Never" }];
}
