// Makes findings of what rules report.
import type { Place } from "../model/value.ts";
import type { Finding, Fix, Reported, ReportOptions, Severity } from "./rule.ts";

export interface Reporting extends ReportOptions {
  readonly rule: string;
  readonly severity: Severity;
}

/** Puts a finding into `findings`, and gives back what its rule hangs fixes on. */
export function addFinding(findings: Finding[], at: Place, message: string, more: Reporting): Reported {
  const fixes: Fix[] = [];
  findings.push({
    rule: more.rule,
    severity: more.severity,
    span: at.span,
    path: at.path,
    message,
    fixes,
    unnecessary: more.unnecessary ?? false,
    schema: more.schema ?? false,
    fills: more.fills ?? [],
  });
  const reported: Reported = {
    fix(title, edits, { preferred = fixes.length === 0 } = {}) {
      fixes.push({ title, edits, preferred });
      return reported;
    },
  };
  return reported;
}
