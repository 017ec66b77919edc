// The mistakes that everybody makes in a pod's life, each with a sentence of its own; the API server only says "unknown field".
import * as l10n from "@vscode/l10n";
import type { TypedMap } from "../../model/typed.ts";
import { renameKey, setScalar } from "../../syntax/edits.ts";
import { moveEntries } from "../../syntax/move.ts";
import { type Entry, resolve } from "../../syntax/nodes.ts";
import type { TextEdit } from "../../text/span.ts";
import { type RuleContext, rule } from "../rule.ts";
import { sentences } from "../sentences.ts";
import { filledBy } from "./filledBy.ts";
import { couldBe } from "./fits.ts";
import { type Typo, typoOf } from "./typos.ts";
import { unknownKeys } from "./unknownKeys.ts";

export const lifecycleTypo = rule({
  id: "lifecycle-typo",
  severity: "error",
  on: "map",
  supersedes: ["unknown-field"],
  schema: true,
  check(scope) {
    const { map, object, report, parsed } = scope;
    for (const { entry, place, since } of unknownKeys(scope)) {
      const typo = since === undefined ? typoOf(map, entry) : undefined;
      if (!typo) continue;
      const { field } = typo;
      const refused =
        object.role === "custom"
          ? l10n.t("Kubernetes knows no {0} here.", entry.name)
          : l10n.t("The API server refuses {0}.", entry.name);
      const reported = report(place, sentences(refused, typo.sentence()), {
        fills: filledBy(map, field),
      });
      if (field === undefined || map.node.fields.has(field)) continue;
      const facts = map.facts.fields.get(field);
      if (facts && (couldBe(entry.value, facts.type) || secondsIn(entry, facts.type.kind) !== undefined))
        reported.fix(l10n.t("Rename to {0}", field), () => renamed(parsed, entry, field, facts.type.kind));
      // A hook that stands in the container itself.
      else if (!facts && isHook(typo) && !map.node.fields.has("lifecycle"))
        reported.fix(l10n.t("Write it as {0}", `lifecycle.${field}`), () => intoLifecycle(parsed, map, entry, field));
    }
  },
});

const isHook = ({ types }: Typo): boolean => types.includes("v1.Lifecycle");

const intoLifecycle = (parsed: RuleContext["parsed"], map: TypedMap, entry: Entry, name: string) =>
  moveEntries(parsed, [{ entry, name }], map.node, { map: map.node, below: ["lifecycle"] });

function renamed(parsed: RuleContext["parsed"], entry: Entry, name: string, kind: string): TextEdit[] | undefined {
  const seconds = secondsIn(entry, kind);
  const key = renameKey(parsed, entry, name);
  const value = seconds === undefined ? [] : setScalar(parsed, resolve(entry.value), seconds);
  return key && value && [...key, ...value];
}

/** `10s` and `2m`, as other tools write times. */
function secondsIn({ value }: Entry, kind: string): number | undefined {
  const node = resolve(value);
  const match = node.kind === "scalar" ? /^(\d+)(s|m)$/.exec(node.source) : undefined;
  if (kind !== "integer" || !match || value.kind === "alias") return undefined;
  return Number(match[1]) * (match[2] === "m" ? 60 : 1);
}
