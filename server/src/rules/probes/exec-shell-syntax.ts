// A pipe, `&&`, `>` or `$VAR` in a command that no shell reads: the program gets the sign as an argument.
import * as l10n from "@vscode/l10n";
import { baseName, hasShell, readCommand } from "../../model/command.ts";
import type { Word } from "../../model/probe.ts";
import type { ParsedChunk } from "../../syntax/chunk.ts";
import { setScalar } from "../../syntax/edits.ts";
import { resolve } from "../../syntax/nodes.ts";
import { rule } from "../rule.ts";
import { sentences } from "../sentences.ts";
import { type CommandPlace, commandsOf, textsOf } from "./commandPlaces.ts";
import { byShell, glob, operator, substitution, variable } from "./shellLine.ts";

/** They take these signs as their own words. */
const ownSigns =
  /^(?:find|expr|test|\[|\[\[|xargs|parallel|awk|gawk|mawk|jq|yq|sed|e?grep|perl|python[0-9.]*|ruby|node|php|lua|tclsh|psql|mysql|mongo|mongosh|redis-cli|clickhouse-client|su|runuser|ssh|watch|script|flock|curl|wget)$/;
const fileTools = new Set(["cat", "ls", "rm", "cp", "mv", "chmod", "chown", "touch", "mkdir", "tail", "head"]);

export const execShellSyntax = rule({
  id: "exec-shell-syntax",
  severity: "warning",
  on: "container",
  check({ container, report, parsed }) {
    for (const place of commandsOf(container)) {
      const texts = textsOf(place.words);
      const command = readCommand(texts);
      // One element with blanks is exec-one-string's.
      if (!command || hasShell(texts) || texts.length === 1) continue;
      const found = place.words.findIndex((word, index) => index > command.at && isForShell(command.program, word));
      const sign = place.words[found];
      if (sign?.text === undefined) continue;
      const reported = report(
        { path: place.path, span: sign.span },
        sentences(
          l10n.t(
            "No shell reads this command: {0} gets “{1}” as it stands, as an argument.",
            command.program,
            sign.text,
          ),
          l10n.t("To have it understood, run the command by sh -c."),
        ),
      );
      // Needs no shell in the image. Probes know only some variables, hooks none.
      if (place.user === "container" && !place.words.some((each) => needsMoreThanVariables(command.program, each)))
        reported.fix(l10n.t("Let Kubernetes fill it in: $(NAME)"), () => byKubernetes(parsed, place));
      reported.fix(l10n.t("Run by a shell: sh -c"), () => byShell(parsed, place, (text) => text));
    }
  },
});

function isForShell(program: string, { text }: Word): boolean {
  if (text === undefined) return false;
  const ownLanguage = ownSigns.test(program);
  // Two programs in a row, or a file for the output, are a shell's with any program but those that take the sign themselves.
  if (operator.test(text))
    return !ownLanguage || (/^(?:\|\|?|&&)$/.test(text) && /^(?:curl|wget|mysql|psql|redis-cli|e?grep)$/.test(program));
  if (ownLanguage && !/^(?:curl|wget|mysql|psql|redis-cli)$/.test(program)) return false;
  if (/\s/.test(text) && !substitution.test(text)) return false;
  return variable.test(text) || substitution.test(text) || (glob.test(text) && fileTools.has(baseName(program)));
}

function needsMoreThanVariables(program: string, word: Word): boolean {
  const rest = word.text?.replaceAll(/\$[A-Za-z_]\w*/g, "");
  return isForShell(program, { ...word, text: rest });
}

function byKubernetes(parsed: ParsedChunk, { map }: CommandPlace) {
  const items = ["command", "args"].flatMap((name) => {
    const entry = map.node.fields.get(name);
    const list = entry && resolve(entry.value);
    return list?.kind === "sequence" ? list.items : [];
  });
  const edits = items.flatMap((item) => {
    const node = resolve(item);
    if (node.kind !== "scalar" || typeof node.value !== "string" || !variable.test(node.value)) return [];
    return [setScalar(parsed, item, node.value.replaceAll(/(?<!\$)\$([A-Za-z_]\w*)/g, "$($1)"))];
  });
  return edits.every((each) => each !== undefined) ? edits.flat() : undefined;
}
