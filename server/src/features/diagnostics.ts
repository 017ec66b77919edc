// Findings as LSP diagnostics. What the finding is stays in `data`, so that no message is ever parsed back.
import * as l10n from "@vscode/l10n";
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-types";
import type { Severity } from "../rules/rule.ts";
import { rangeOf } from "../text/lines.ts";
import { type FileFinding, findingsOf, type SourceFile, withoutRepeats } from "../workspace/file.ts";
import { mostFindings } from "../workspace/limits.ts";

export const source = "pod-lifecycle";
/** An editor with more than this many squiggles in a file helps nobody. */
const mostDiagnostics = 1_000;

const lspSeverity: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/**
 * @param pageOf where a rule's page opens, for the link on the code
 * @param drawnElsewhere another extension draws what its schema gives: here it is left out, and the fixes remain
 */
export function diagnostics(
  file: SourceFile,
  pageOf: (rule: string) => string | undefined,
  drawnElsewhere = false,
): Diagnostic[] {
  const findings = findingsOf(file).filter((each) => !(drawnElsewhere && each.schema));
  if (findings.length > mostFindings) return [tooMany(findings.length)];
  return withoutRepeats(findings)
    .slice(0, mostDiagnostics)
    .map((finding) => diagnostic(file, finding, pageOf));
}

export function diagnostic(
  file: SourceFile,
  finding: FileFinding,
  pageOf: (rule: string) => string | undefined,
): Diagnostic {
  const href = pageOf(finding.rule);
  return {
    range: rangeOf(file.chunked.lines, finding),
    severity: lspSeverity[finding.severity],
    code: finding.rule,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    source,
    message: finding.message,
    ...(finding.unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}

function tooMany(count: number): Diagnostic {
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
    severity: DiagnosticSeverity.Information,
    source,
    message: l10n.t(
      "{0} findings are too many to show. The first ones come back once there are fewer than {1}.",
      count,
      mostFindings,
    ),
  };
}
