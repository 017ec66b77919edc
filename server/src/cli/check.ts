// `pod-lifecycle check`: findings of files and folders.
import * as l10n from "@vscode/l10n";
import { localeOf } from "../locale.ts";
import { readSettings } from "../settings.ts";
import { findingsOf, openFile, withoutRepeats } from "../workspace/file.ts";

import { inputs } from "./inputs.ts";
import { standardOutput } from "./output.ts";
import { jsonReport, textReport } from "./report.ts";
import { readFlags, UsageError } from "./usage.ts";

const flagNames = ["format", "kubernetes-version", "locale", "rule", "max-warnings"];

/** @returns 0 clean, 1 errors (or more warnings than allowed), 2 usage or unreadable input */
export async function check(args: readonly string[]): Promise<number> {
  const { paths, report, settings, maxWarnings } = readArguments(args);
  const output = standardOutput();
  const counts = { files: 0, error: 0, warning: 0, information: 0, hint: 0 };
  let unreadable = false;
  const said = new Set<string>();
  const complain = (sentence: string): void => {
    unreadable = true;
    if (!said.has(sentence)) console.error(sentence);
    said.add(sentence);
  };
  await output.write(report.start);
  for await (const input of inputs(paths, complain)) {
    const onError = (rule: string, error: unknown) =>
      complain(l10n.t("The rule {0} failed on {1}: {2}", rule, input.path, String(error)));
    const file = openFile(input.text, { ...settings, ...input.fileClass, onError });
    const findings = findingsOf(file);
    counts.files++;
    for (const { severity } of withoutRepeats(findings)) counts[severity]++;
    await output.write(report.file(input.path, file, findings));
    if (output.closed) break;
  }
  await output.write(report.end(counts));
  if (counts.warning > maxWarnings)
    console.error(
      l10n.t("{0} warnings are more than the {1} that --max-warnings allows.", counts.warning, maxWarnings),
    );
  if (unreadable) return 2;
  return counts.error > 0 || counts.warning > maxWarnings ? 1 : 0;
}

function readArguments(args: readonly string[]) {
  const flags = readFlags(args, flagNames);
  const format = flags.last("format") ?? "text";
  if (format !== "text" && format !== "json")
    throw new UsageError(l10n.t("--format takes text or json, not “{0}”.", format));
  const locale = flags.last("locale") ?? "en";
  if (!/^en\b/i.test(locale) && localeOf(locale) === "en")
    throw new UsageError(l10n.t("--locale takes en or zh-cn, not “{0}”.", locale));
  const rules = Object.fromEntries(
    flags.all("rule").map((each) => {
      const [, id, severity] = /^([^=]+)=(.*)$/s.exec(each) ?? [];
      if (id === undefined) throw new UsageError(l10n.t("--rule takes ID=SEVERITY, not “{0}”.", each));
      return [id, severity];
    }),
  );
  const { settings, warnings } = readSettings({ kubernetesVersion: flags.last("kubernetes-version"), rules });
  if (warnings[0] !== undefined) throw new UsageError(warnings[0]);
  const most = flags.last("max-warnings");
  if (most !== undefined && !/^\d{1,9}$/.test(most))
    throw new UsageError(l10n.t("--max-warnings takes a whole number from 0, not “{0}”.", most));
  return {
    paths: flags.positionals.length > 0 ? flags.positionals : ["."],
    report: format === "json" ? jsonReport() : textReport(),
    settings,
    maxWarnings: most === undefined ? Number.POSITIVE_INFINITY : Number(most),
  };
}
