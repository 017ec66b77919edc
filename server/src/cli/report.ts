// What `check` prints of each file, as soon as it is checked: text for people, JSON for programs.
import * as l10n from "@vscode/l10n";
import type { Severity } from "../rules/rule.ts";
import { rangeOf } from "../text/lines.ts";
import { type FileFinding, type SourceFile, withoutRepeats } from "../workspace/file.ts";
import { displayPath } from "./inputs.ts";

export interface Counts extends Readonly<Record<Severity, number>> {
  readonly files: number;
}

export interface Report {
  readonly start: string;
  file(path: string, file: SourceFile, findings: readonly FileFinding[]): string;
  end(counts: Counts): string;
}

export function textReport(): Report {
  const word: Record<Severity, string> = {
    error: l10n.t("error"),
    warning: l10n.t("warning"),
    information: l10n.t("information"),
    hint: l10n.t("hint"),
  };
  return {
    start: "",
    file: (path, { chunked: { lines } }, findings) =>
      withoutRepeats(findings)
        .map((each) => {
          const { start } = rangeOf(lines, each);
          const place = `${displayPath(path)}:${start.line + 1}:${start.character + 1}`;
          return `${printable(`${place}  ${word[each.severity]}  ${each.message}  [${each.rule}]`)}\n`;
        })
        .join(""),
    end: ({ files, error, warning, information, hint }) =>
      `${l10n.t("Files checked: {0}. Errors: {1}, warnings: {2}, others: {3}.", files, error, warning, information + hint)}\n`,
  };
}

/** A manifest's text may hold what a terminal would obey. */
const printable = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

export function jsonReport(): Report {
  let first = true;
  return {
    start: '{"files":[',
    file(path, { chunked: { lines } }, findings) {
      const separator = first ? "" : ",";
      first = false;
      return (
        separator +
        JSON.stringify({
          path,
          findings: findings.map((each) => ({
            rule: each.rule,
            severity: each.severity,
            document: each.document,
            path: each.path,
            range: rangeOf(lines, each),
            message: each.message,
          })),
        })
      );
    },
    end: () => "]}\n",
  };
}
