// A whole command line in one list element: the runtime looks for a file of that name, blanks included.
import * as l10n from "@vscode/l10n";
import { replaceNode } from "../../syntax/edits.ts";
import { resolve } from "../../syntax/nodes.ts";
import { type RuleContext, rule } from "../rule.ts";
import { type CommandPlace, type CommandUser, commandsOf } from "./commandPlaces.ts";

export const execOneString = rule({
  id: "exec-one-string",
  severity: "warning",
  on: "container",
  check(scope) {
    for (const place of commandsOf(scope.container)) checkCommand(scope, place);
  },
});

function checkCommand({ report, parsed }: RuleContext, place: CommandPlace): void {
  const [only, ...others] = place.words;
  const list = place.map.node.fields.get("command");
  const node = list && resolve(list.value);
  const text = only?.text;
  // A path of Windows may well have blanks.
  if (!node || text === undefined || others.length > place.args || !/\S\s+\S/.test(text) || /^[A-Za-z]:\\/.test(text))
    return;
  const words = text.trim().split(/\s+/);
  // Quotes and shell signs mean something only to a shell: then the words cannot be had by splitting at blanks.
  const needsShell = /["'\\|&;<>()$`*?[\]~#{}]/.test(text);
  const reported = report({ path: place.path, span: only?.span ?? place.span }, consequence(place.user, text));
  if (!needsShell) reported.fix(l10n.t("Split into words"), () => replaceNode(parsed, node, words));
  if (place.args > 0) return;
  reported.fix(l10n.t("Run by a shell: sh -c"), () => replaceNode(parsed, node, ["sh", "-c", text]), {
    preferred: needsShell,
  });
}

function consequence(user: CommandUser, name: string): string {
  if (user === "container")
    return l10n.t(
      "No file is called “{0}”: nothing splits a command at its blanks, so this container can never start.",
      name,
    );
  if (user === "postStart")
    return l10n.t(
      "No file is called “{0}”: exec runs no shell, so postStart fails and the container is killed, again and again.",
      name,
    );
  if (user === "preStop")
    return l10n.t(
      "No file is called “{0}”: exec runs no shell, so preStop fails with an event and TERM follows at once.",
      name,
    );
  return l10n.t(
    "No file is called “{0}”: exec runs no shell, so this probe can never run. Such an error counts neither as success nor as failure.",
    name,
  );
}
