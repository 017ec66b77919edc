// The rules about which container may carry what: init, sidecar, ephemeral.
import type { Rule } from "../rule.ts";

export const containerRules: Rule[] = [];
