// A violation as a finding at the place that the server names.

import type { Reported, RuleContext } from "../rule.ts";
import { breaksSchema } from "./breaksSchema.ts";
import type { Violation } from "./violation.ts";

/** Where the server names several fields for one mistake, the same finding stands at each, under the same text. */
export function reportViolation({ report }: RuleContext, violation: Violation, message: string): Reported {
  const { at, echoes } = violation;
  const schema = breaksSchema(violation);
  for (const path of echoes) report({ path, span: at.span }, message, { schema });
  return report(at, message, { schema });
}
