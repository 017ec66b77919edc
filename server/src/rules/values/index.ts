// The rules about values that the API server refuses, where several fields decide together.
import type { Rule } from "../rule.ts";

export const valueRules: Rule[] = [];
