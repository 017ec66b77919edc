// Reads settings that people wrote by hand: what is wrong is named in a warning, and the default counts.
import * as l10n from "@vscode/l10n";
import { newest, oldest, parseVersion } from "./knowledge/versions.ts";
import { builtInCustomResources } from "./model/objects.ts";
import { rules } from "./rules/index.ts";
import type { Severity } from "./rules/rule.ts";
import { nearest } from "./text/nearest.ts";

export interface Settings {
  readonly enable: boolean;
  /** Kubernetes 1.MINOR. */
  readonly minor: number;
  readonly severities: Readonly<Record<string, Severity | "off">>;
  /** `group/Kind` → path of the pod template, built-in ones included. */
  readonly customResources: Readonly<Record<string, string>>;
  /** Findings that Red Hat's YAML extension gives too: `auto` leaves them out where it does. */
  readonly schemaDiagnostics: SchemaDiagnostics;
}

const schemaWords = ["auto", "on", "off"] as const;
export type SchemaDiagnostics = (typeof schemaWords)[number];

export const defaultSettings: Settings = {
  enable: true,
  minor: newest,
  severities: {},
  customResources: builtInCustomResources,
  schemaDiagnostics: "auto",
};

export interface SettingsRead {
  readonly settings: Settings;
  /** One sentence for each value that was not understood. */
  readonly warnings: readonly string[];
}

const severityWords = ["error", "warning", "information", "hint", "off"] as const;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** @param raw the section `podLifecycle` as the editor or a file gives it; anything may stand there */
export function readSettings(raw: unknown): SettingsRead {
  const warnings: string[] = [];
  const given = readObject("podLifecycle", raw, warnings);
  return {
    settings: {
      enable: readSwitch("enable", given["enable"], warnings),
      minor: readVersion(given["kubernetesVersion"], warnings),
      severities: readSeverities(readObject("rules", given["rules"], warnings), warnings),
      customResources: {
        ...builtInCustomResources,
        ...readCustomResources(readObject("customResources", given["customResources"], warnings), warnings),
      },
      schemaDiagnostics: readSchemaDiagnostics(given["schemaDiagnostics"], warnings),
    },
    warnings,
  };
}

const isAbsent = (value: unknown): boolean => value === undefined || value === null;
const shown = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

function readObject(name: string, value: unknown, warnings: string[]): Record<string, unknown> {
  if (isObject(value)) return value;
  if (!isAbsent(value))
    warnings.push(l10n.t("The setting {0} takes names with values, not “{1}”. It is left out.", name, shown(value)));
  return {};
}

function readSwitch(name: string, value: unknown, warnings: string[]): boolean {
  if (typeof value === "boolean") return value;
  if (!isAbsent(value))
    warnings.push(l10n.t("The setting {0} takes true or false, not “{1}”. It stays true.", name, shown(value)));
  return true;
}

function readSchemaDiagnostics(value: unknown, warnings: string[]): SchemaDiagnostics {
  const word = schemaWords.find((each) => each === value);
  if (word === undefined && !isAbsent(value))
    warnings.push(
      l10n.t(
        "The setting {0} takes one of {1}, not “{2}”. It stays {3}.",
        "schemaDiagnostics",
        schemaWords.join(", "),
        shown(value),
        "auto",
      ),
    );
  return word ?? "auto";
}

function readVersion(value: unknown, warnings: string[]): number {
  if (isAbsent(value) || value === "") return newest;
  const minor = typeof value === "string" ? parseVersion(value) : undefined;
  if (minor !== undefined && minor >= oldest && minor <= newest) return minor;
  warnings.push(
    l10n.t(
      "Kubernetes version “{0}” is not one that Pod Lifecycle knows (1.{1} to 1.{2}). It uses 1.{2}.",
      shown(value),
      oldest,
      newest,
    ),
  );
  return newest;
}

function readSeverities(value: Record<string, unknown>, warnings: string[]): Record<string, Severity | "off"> {
  const severities: Record<string, Severity | "off"> = {};
  const ids = new Set(rules.map((each) => each.id));
  for (const [id, severity] of Object.entries(value)) {
    const word = severityWords.find((each) => each === severity);
    if (!ids.has(id)) {
      const close = nearest(id, [...ids]);
      warnings.push(
        close === undefined
          ? l10n.t("There is no rule “{0}”; the setting is left out.", id)
          : l10n.t("There is no rule “{0}”; the setting is left out. Did you mean “{1}”?", id, close),
      );
    } else if (!word) {
      warnings.push(
        l10n.t(
          "“{0}” is no severity for the rule “{1}”: use one of {2}. The rule keeps its own.",
          shown(severity),
          id,
          severityWords.join(", "),
        ),
      );
    } else severities[id] = word;
  }
  return severities;
}

function readCustomResources(value: Record<string, unknown>, warnings: string[]): Record<string, string> {
  const resources: Record<string, string> = {};
  for (const [name, path] of Object.entries(value)) {
    if (/^[^/\s]+\/[^/\s]+$/.test(name) && typeof path === "string" && /^\w+(\.\w+)*$/.test(path))
      resources[name] = path;
    else
      warnings.push(
        l10n.t(
          "The custom resource “{0}” is left out: write “group/Kind” and the path of its pod template, such as “spec.template”.",
          name,
        ),
      );
  }
  return resources;
}
