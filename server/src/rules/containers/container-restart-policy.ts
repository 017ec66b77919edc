// A container's own restartPolicy and restartPolicyRules: who may have them depends on the Kubernetes version.
import * as l10n from "@vscode/l10n";
import { gateAt } from "../../knowledge/schema.ts";
import { asText, children, entryOf, field, inForce, present } from "../../model/typed.ts";
import { putEntry, removeEntry } from "../../syntax/edits.ts";
import { type RuleContext, rule, type Targets } from "../rule.ts";

type Scope = Targets["container"] & RuleContext;

export const containerRestartPolicy = rule({
  id: "container-restart-policy",
  severity: "error",
  on: "container",
  supersedes: ["bad-enum", "enum-case", "missing-field"],
  check(scope) {
    const { container, minor } = scope;
    if (container.kind === "ephemeral" || !inForce(container.map, "restartPolicy", minor)) return;
    checkPolicy(scope);
    if (!inForce(container.map, "restartPolicyRules", minor)) return;
    checkRules(scope);
    checkActions(scope);
  },
});

/** Before 1.35 only a sidecar has a policy of its own. 1.34 knows the others, drops them and says nothing. */
function checkPolicy({ object, container, report, parsed, minor }: Scope): void {
  const { map, restartPolicy, list } = container;
  const { value, entry } = restartPolicy;
  if (value === undefined || !entry || inForce(map, "restartPolicyRules", minor)) return;
  if (list === "initContainers" && (value === "Always" || !["Never", "OnFailure"].includes(value))) return;
  const dropped = gateAt("ContainerRestartRules", minor) !== undefined;
  // What a cluster gives back was not dropped: its gate is on.
  if (dropped && object.exported) return;
  const message = dropped
    ? l10n.t(
        "Kubernetes 1.{0} drops this without a word: a restartPolicy of a single container works from 1.35 on. The pod's restartPolicy counts.",
        minor,
      )
    : list === "initContainers"
      ? l10n.t(
          "In Kubernetes 1.{0} an init container's restartPolicy can only be Always, which makes it a sidecar; other values come with 1.35.",
          minor,
        )
      : l10n.t(
          "Kubernetes 1.{0} refuses a restartPolicy of a single container; it works from 1.35 on. The pod's restartPolicy counts.",
          minor,
        );
  report(restartPolicy, message, dropped ? { severity: "warning", unnecessary: true } : {}).fix(
    l10n.t("Remove {0}", "restartPolicy"),
    () => removeEntry(parsed, map.node, entry),
  );
}

function checkRules({ container, report, parsed, minor, partial }: Scope): void {
  const { map, restartPolicy } = container;
  const rules = present(map, "restartPolicyRules");
  const entry = entryOf(map, "restartPolicyRules");
  if (rules?.kind !== "sequence" || rules.items.length === 0 || !entry) return;
  if (container.kind === "sidecar" && !restartsAll(minor)) {
    report(
      { path: [...map.path, "restartPolicyRules"], span: entry.key.span },
      l10n.t("Kubernetes 1.{0} refuses restartPolicyRules on a sidecar; they work there from 1.36 on.", minor),
    ).fix(l10n.t("Remove {0}", "restartPolicyRules"), () => removeEntry(parsed, map.node, entry));
    return;
  }
  if (restartPolicy.origin !== "absent" || partial) return;
  report(
    { path: [...map.path, "restartPolicy"], span: entry.key.span },
    l10n.t(
      "restartPolicyRules are exceptions from the container's own restartPolicy, so that must be written too: the API server asks for it.",
    ),
  )
    .fix(l10n.t("Insert restartPolicy: Never"), () =>
      putEntry(parsed, map.node, "restartPolicy", "Never", { after: "image" }),
    )
    .fix(l10n.t("Remove {0}", "restartPolicyRules"), () => removeEntry(parsed, map.node, entry));
}

function checkActions({ container, report, minor }: Scope): void {
  if (restartsAll(minor)) return;
  for (const each of children(container.map, "restartPolicyRules")) {
    const action = field(each, "action", asText);
    if (action.value !== "RestartAllContainers") continue;
    report(
      action,
      l10n.t(
        "Kubernetes 1.{0} refuses RestartAllContainers; it works from 1.36 on. Until then there is only Restart.",
        minor,
      ),
    );
  }
}

const restartsAll = (minor: number): boolean => gateAt("RestartAllContainersOnContainerExits", minor)?.default === true;
