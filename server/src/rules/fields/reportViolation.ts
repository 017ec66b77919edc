// A violation as a finding at the place that the server names.
import type { Reported, RuleContext } from "../rule.ts";
import type { Violation } from "./violation.ts";

/** Where the server names several fields for one mistake, the same finding stands at each, under the same text. */
export function reportViolation({ report }: RuleContext, { at, echoes }: Violation, message: string): Reported {
  for (const path of echoes) report({ path, span: at.span }, message);
  return report(at, message);
}
