// A whole command line in one list element: the runtime looks for a file of that name, blanks included.
import * as l10n from "@vscode/l10n";
import type { Handler, Word } from "../../model/probe.ts";
import { replaceNode } from "../../syntax/edits.ts";
import { resolve } from "../../syntax/nodes.ts";
import { type RuleContext, rule } from "../rule.ts";

const id = "exec-one-string";

/** For probes; `execOneStringHook` is the same for hooks, under the same id. */
export const execOneString = rule({
  id,
  severity: "warning",
  on: "probe",
  check(scope) {
    for (const handler of scope.probe.handlers) {
      checkCommand(scope, handler, (name) =>
        l10n.t(
          "No file is called “{0}”: exec runs no shell, so this probe can never run. Such an error counts neither as success nor as failure.",
          name,
        ),
      );
    }
  },
});

export const execOneStringHook = rule({
  id,
  severity: "warning",
  on: "hook",
  check(scope) {
    for (const handler of scope.hook.handlers) {
      checkCommand(scope, handler, (name) =>
        scope.hook.name === "postStart"
          ? l10n.t(
              "No file is called “{0}”: exec runs no shell, so postStart fails and the container is killed, again and again.",
              name,
            )
          : l10n.t(
              "No file is called “{0}”: exec runs no shell, so preStop fails with an event and TERM follows at once.",
              name,
            ),
      );
    }
  },
});

function checkCommand({ report, parsed }: RuleContext, handler: Handler, message: (name: string) => string): void {
  const [only, ...others] = handler.command ?? [];
  if (!only || others.length > 0 || !isCommandLine(only)) return;
  const text = only.text;
  const list = handler.map?.node.fields.get("command");
  const node = list && resolve(list.value);
  if (!node) return;
  const place = { path: [...handler.path, "command"], span: only.span };
  const words = text.trim().split(/\s+/);
  // Quotes and shell signs mean something only to a shell: then the words cannot be had by splitting at blanks.
  const needsShell = /["'\\|&;<>()$`*?[\]~#{}]/.test(text);
  const reported = report(place, message(text));
  if (!needsShell) reported.fix(l10n.t("Split into words"), () => replaceNode(parsed, node, words));
  reported.fix(l10n.t("Run by a shell: sh -c"), () => replaceNode(parsed, node, ["sh", "-c", text]), {
    preferred: needsShell,
  });
}

function isCommandLine(word: Word): word is Word & { readonly text: string } {
  return word.text !== undefined && /\S\s+\S/.test(word.text);
}
