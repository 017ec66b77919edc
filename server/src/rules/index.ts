// Every rule, by group. A group's own index.ts lists its rules; a rule's page stands beside its code.
import { aroundRules } from "./around/index.ts";
import { containerRules } from "./containers/index.ts";
import { controlRules } from "./control/index.ts";
import { fieldRules } from "./fields/index.ts";
import { hookRules } from "./hooks/index.ts";
import { imageRules } from "./images/index.ts";
import { portRules } from "./ports/index.ts";
import { probeRules } from "./probes/index.ts";
import type { Rule, Target } from "./rule.ts";
import { terminationRules } from "./termination/index.ts";
import { valueRules } from "./values/index.ts";
import { workloadRules } from "./workload/index.ts";
import { yamlRules } from "./yaml/index.ts";

/** Several entries may share an id, when one rule looks at different targets (probes and hooks). */
export const rules = [
  ...yamlRules,
  ...fieldRules,
  ...valueRules,
  ...containerRules,
  ...probeRules,
  ...portRules,
  ...hookRules,
  ...terminationRules,
  ...workloadRules,
  ...imageRules,
  ...aroundRules,
  ...controlRules,
] as readonly unknown[] as readonly Rule<Target>[];
