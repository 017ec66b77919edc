// `$(NAME)` in the command of a probe or hook, which Kubernetes fills in less often than in a container's own command.
import * as l10n from "@vscode/l10n";
import { hasShell, readCommand } from "../../model/command.ts";
import type { Container } from "../../model/pod.ts";
import { asText, children, field, present } from "../../model/typed.ts";
import { setScalar } from "../../syntax/edits.ts";
import { resolve } from "../../syntax/nodes.ts";
import type { Span } from "../../text/span.ts";
import type { Reported, RuleContext } from "../rule.ts";
import { type CommandPlace, textsOf } from "./commandPlaces.ts";
import { byShell } from "./shellLine.ts";

/** How the container's own list gives a variable; `envFrom` and what the image has are not in it. */
export type Given = "value" | "valueFrom" | "elsewhere" | "unknown";

export interface Reference {
  readonly name: string;
  readonly given: Given;
  readonly span: Span;
}

export function givenAs(container: Container, name: string): Given {
  const env = present(container.map, "env");
  if (env && (env.kind !== "sequence" || env.items.some((each) => resolve(each).kind !== "map"))) return "unknown";
  const all = children(container.map, "env");
  const found = all.findLast((each) => field(each, "name", asText).value === name);
  if (found) return present(found, "valueFrom") ? "valueFrom" : "value";
  return all.some((each) => field(each, "name", asText).origin === "templated") ? "unknown" : "elsewhere";
}

/** The first `$(NAME)` that is meant for Kubernetes: in a shell's script it may as well be a command, unless a variable has the name. */
export function referenceIn(
  container: Container,
  place: CommandPlace,
  isMeant: (given: Given) => boolean,
): Reference | undefined {
  const texts = textsOf(place.words);
  const command = readCommand(texts);
  if (!command) return undefined;
  for (const { text, span } of place.words) {
    for (const [, name = ""] of text?.matchAll(/(?<!\$)\$\(([A-Za-z_][\w.-]*)\)/g) ?? []) {
      const given = givenAs(container, name);
      if (given === "unknown" || (given === "elsewhere" && hasShell(texts))) continue;
      if (isMeant(given)) return { name, given, span };
    }
  }
  return undefined;
}

/** A shell reads `$NAME` in the container itself. */
export function fixByShell(
  { parsed }: RuleContext,
  place: CommandPlace,
  { name }: Reference,
  reported: Reported,
): void {
  if (!/^\w+$/.test(name)) return;
  const rewrite = (text: string): string => text.replaceAll(/(?<!\$)\$\((\w+)\)/g, "$$$1");
  const script = readCommand(textsOf(place.words))?.script;
  reported.fix(l10n.t("Run by a shell, with {0}", `$${name}`), () => {
    if (!script) return byShell(parsed, place, rewrite);
    const entry = place.map.node.fields.get("command");
    const list = entry && resolve(entry.value);
    const item = list?.kind === "sequence" ? list.items[script.at] : undefined;
    return item && script.text !== undefined
      ? setScalar(parsed, item, script.text.replaceAll(`$(${name})`, `$${name}`))
      : undefined;
  });
}
