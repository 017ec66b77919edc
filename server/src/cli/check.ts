// `pod-lifecycle check`: findings of files and folders, as text for people or JSON for programs.
import { parseArgs } from "node:util";
import * as l10n from "@vscode/l10n";
import { readSettings } from "../settings.ts";
import { rangeOf } from "../text/lines.ts";
import { type FileFinding, findingsOf, openFile, type SourceFile } from "../workspace/file.ts";
import { displayPath, type Input, inputs } from "./inputs.ts";
import { UsageError } from "./usage.ts";

interface Checked {
  readonly input: Input;
  readonly file: SourceFile;
  readonly findings: readonly FileFinding[];
}

/** @returns the exit code of product.md: 0 clean, 1 errors (or more warnings than allowed), 2 usage or unreadable input */
export async function check(args: readonly string[]): Promise<number> {
  const { paths, format, settings, maxWarnings } = readArguments(args);
  let unreadable = false;
  const complain = (sentence: string): void => {
    unreadable = true;
    console.error(sentence);
  };
  const all: Checked[] = [];
  for await (const input of inputs(paths, complain)) {
    const onError = (rule: string, error: unknown) =>
      complain(l10n.t("The rule {0} failed on {1}: {2}", rule, input.path, String(error)));
    const file = openFile(input.text, { ...settings, ...input.fileClass, onError });
    all.push({ input, file, findings: findingsOf(file) });
  }
  console.log(format === "json" ? asJson(all) : asText(all));
  const count = (severity: string) =>
    all.flatMap((each) => each.findings).filter((each) => each.severity === severity).length;
  if (unreadable) return 2;
  return count("error") > 0 || count("warning") > maxWarnings ? 1 : 0;
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parse(args);
  const format = values.format ?? "text";
  if (format !== "text" && format !== "json")
    throw new UsageError(l10n.t("--format takes text or json, not “{0}”.", format));
  const rules = Object.fromEntries(
    (values.rule ?? []).map((each) => {
      const [id = "", severity] = each.split("=");
      if (!id || severity === undefined) throw new UsageError(l10n.t("--rule takes ID=SEVERITY, not “{0}”.", each));
      return [id, severity];
    }),
  );
  const { settings, warnings } = readSettings({ kubernetesVersion: values["kubernetes-version"], rules });
  if (warnings[0] !== undefined) throw new UsageError(warnings[0]);
  const maxWarnings = values["max-warnings"] === undefined ? Number.POSITIVE_INFINITY : Number(values["max-warnings"]);
  if (!(maxWarnings >= 0))
    throw new UsageError(
      l10n.t("--max-warnings takes a whole number from 0, not “{0}”.", values["max-warnings"] ?? ""),
    );
  return { paths: positionals.length > 0 ? positionals : ["."], format, settings, maxWarnings };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: "string" },
        "kubernetes-version": { type: "string" },
        locale: { type: "string" },
        rule: { type: "string", multiple: true },
        "max-warnings": { type: "string" },
      },
    });
  } catch (error) {
    // parseArgs explains over several sentences; its first names the flag.
    throw new UsageError(error instanceof Error ? (error.message.split(/\. |\n/)[0] ?? error.message) : String(error));
  }
}

function asJson(all: readonly Checked[]): string {
  return JSON.stringify({
    files: all.map(({ input, file, findings }) => ({
      path: input.path,
      findings: findings.map((each) => ({
        rule: each.rule,
        severity: each.severity,
        document: each.document,
        path: each.path,
        range: rangeOf(file.chunked.lines, each),
        message: each.message,
      })),
    })),
  });
}

function asText(all: readonly Checked[]): string {
  const severityWord = {
    error: l10n.t("error"),
    warning: l10n.t("warning"),
    information: l10n.t("information"),
    hint: l10n.t("hint"),
  };
  const lines = all.flatMap(({ input, file, findings }) =>
    findings.map((each) => {
      const { start } = rangeOf(file.chunked.lines, each);
      return `${displayPath(input.path)}:${start.line + 1}:${start.character + 1}  ${severityWord[each.severity]}  ${each.message}  [${each.rule}]`;
    }),
  );
  const findings = all.flatMap((each) => each.findings);
  const errors = findings.filter((each) => each.severity === "error").length;
  const warnings = findings.filter((each) => each.severity === "warning").length;
  return [
    ...lines,
    l10n.t(
      "{0} files checked: {1} errors, {2} warnings, {3} others.",
      all.length,
      errors,
      warnings,
      findings.length - errors - warnings,
    ),
  ].join("\n");
}
