// Two things in one pod that answer to the same name: the API server refuses the second.
import * as l10n from "@vscode/l10n";
import { asText, children, field, present, type TypedMap } from "../../model/typed.ts";
import type { Value } from "../../model/value.ts";
import { removeItem, setScalar, toJson } from "../../syntax/edits.ts";
import { type RuleContext, rule } from "../rule.ts";

export const nameDuplicate = rule({
  id: "name-duplicate",
  severity: "error",
  on: "pod",
  check(scope) {
    const { pod } = scope;
    const lists = ["containers", "initContainers", "ephemeralContainers"] as const;
    const containers = lists.flatMap((list) => pod.containers.filter((each) => each.list === list));
    mark(scope, containers, (name) =>
      l10n.t(
        "The pod already has a container named “{0}”. Init containers, sidecars and main containers share one set of names.",
        name,
      ),
    );
    mark(scope, named(pod.map, "volumes"), (name) => l10n.t("The pod already has a volume named “{0}”.", name));
    mark(scope, named(pod.map, "resourceClaims"), (name) =>
      l10n.t("The pod already has a resource claim named “{0}”.", name),
    );
    mark(
      scope,
      // The server points at the item, not at its name.
      named(pod.map, "schedulingGates").map((each) => ({ ...each, name: { ...each.name, path: each.map.path } })),
      (name) => l10n.t("The scheduling gate “{0}” is already in the list.", name),
    );
  },
});

interface Named {
  readonly map: TypedMap;
  readonly name: Value<string>;
}

const named = (map: TypedMap, list: string): Named[] =>
  children(map, list).map((item) => ({ map: item, name: field(item, "name", asText) }));

function mark({ report, parsed }: RuleContext, all: readonly Named[], message: (name: string) => string): void {
  const first = new Map<string, Named>();
  for (const each of all) {
    const { value, entry } = each.name;
    if (!value || !entry) continue;
    const earlier = first.get(value);
    if (!earlier) {
      first.set(value, each);
      continue;
    }
    const reported = report(each.name, message(value));
    const free = nextFree(
      value,
      all.flatMap((other) => other.name.value ?? []),
    );
    const isCopy = each.map.under === earlier.map.under && sameContent(each.map, earlier.map);
    if (isCopy) reported.fix(l10n.t("Remove this copy"), () => removeCopy(parsed, each.map));
    reported.fix(l10n.t("Rename to “{0}”", free), () => setScalar(parsed, entry, free));
  }
}

const sameContent = (one: TypedMap, other: TypedMap): boolean =>
  JSON.stringify(toJson(one.node)) === JSON.stringify(toJson(other.node));

function removeCopy(parsed: RuleContext["parsed"], { parent, under, index }: TypedMap) {
  const list = parent && under !== undefined ? present(parent, under.slice(under.lastIndexOf(".") + 1)) : undefined;
  return list?.kind === "sequence" && index !== undefined ? removeItem(parsed, list, index) : undefined;
}

/** `app` → `app-2`, short enough for a name. */
function nextFree(name: string, taken: readonly string[]): string {
  for (let number = 2; ; number++) {
    const ending = `-${number}`;
    const candidate = name.slice(0, 63 - ending.length) + ending;
    if (!taken.includes(candidate)) return candidate;
  }
}
