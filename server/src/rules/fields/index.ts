// The rules that come from the schema facts alone.
import type { Rule } from "../rule.ts";

export const fieldRules: Rule[] = [];
