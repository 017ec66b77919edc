// Every rule, by group. A group's own index.ts lists its rules; a rule's page stands beside its code.
import { fieldRules } from "./fields/index.ts";
import { hookRules } from "./hooks/index.ts";
import { portRules } from "./ports/index.ts";
import { probeRules } from "./probes/index.ts";
import type { Rule, Target } from "./rule.ts";
import { workloadRules } from "./workload/index.ts";
import { yamlRules } from "./yaml/index.ts";

/** Several entries may share an id, when one rule looks at different targets (probes and hooks). */
export const rules = [
  ...yamlRules,
  ...fieldRules,
  ...probeRules,
  ...portRules,
  ...hookRules,
  ...workloadRules,
] as readonly unknown[] as readonly Rule<Target>[];
