// The rules about images.
import type { Rule } from "../rule.ts";

export const imageRules: Rule[] = [];
