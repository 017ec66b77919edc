// exec without a command: there is nothing to run, and the API server refuses it.
import * as l10n from "@vscode/l10n";
import type { Handler } from "../../model/probe.ts";
import { entryOf, present } from "../../model/typed.ts";
import { putEntry } from "../../syntax/edits.ts";
import { mayHoldMore } from "../../syntax/nodes.ts";
import { type RuleContext, rule } from "../rule.ts";

const id = "exec-empty";

export const execEmpty = rule({
  id,
  severity: "error",
  on: "probe",
  mindsInsertions: true,
  supersedes: ["missing-field"],
  check(scope) {
    for (const handler of scope.probe.handlers) checkCommand(scope, handler, ["cat", "/tmp/healthy"]);
  },
});

/** The same for hooks, under the same id. */
export const execEmptyHook = rule({
  id,
  severity: "error",
  on: "hook",
  mindsInsertions: true,
  supersedes: ["missing-field"],
  check(scope) {
    for (const handler of scope.hook.handlers) checkCommand(scope, handler, ["sh", "-c", "true"]);
  },
});

function checkCommand({ report, parsed, partial }: RuleContext, handler: Handler, sample: readonly string[]): void {
  const { map } = handler;
  if (handler.name !== "exec" || !map) return;
  const node = present(map, "command");
  if (node && (node.kind !== "sequence" || node.items.length > 0)) return;
  if (!node && (partial || mayHoldMore(map.node))) return;
  const entry = entryOf(map, "command");
  report(
    { path: [...handler.path, "command"], span: entry?.key.span ?? handler.span },
    l10n.t(
      "exec has no command: there is nothing to run, so the API server refuses it. List the program and its words.",
    ),
  ).fix(l10n.t("Insert a command"), () => putEntry(parsed, map.node, "command", sample));
}
