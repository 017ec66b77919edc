// What to put where a required field is missing: only where something sensible is known.
import * as l10n from "@vscode/l10n";
import { asText, present, type TypedMap } from "../../model/typed.ts";
import { insertEntry, type Json, removeItem, replaceEntry, setScalar, toJson } from "../../syntax/edits.ts";
import { resolve } from "../../syntax/nodes.ts";
import { nodeAt } from "../../syntax/path.ts";
import type { TextEdit } from "../../text/span.ts";
import type { Reported, RuleContext } from "../rule.ts";
import { nearestName } from "./nearestName.ts";
import type { Missing } from "./violation.ts";

interface Proposal {
  readonly value: Json;
  /** The only value that can be meant. */
  readonly certain: boolean;
}

export function missingFixes(scope: RuleContext, violation: Missing, reported: Reported): void {
  const { how, map, field, entry } = violation;
  if (how === "null-item") {
    reported.fix(l10n.t("Remove the empty item"), () => removeNullItem(scope, violation));
    return;
  }
  const proposal = how === "union" ? undefined : proposalFor(map, field);
  if (!proposal) return;
  const { value, certain } = proposal;
  const title =
    typeof value === "object" ? l10n.t("Insert {0}", field) : l10n.t("Insert {0}: {1}", field, String(value));
  reported.fix(title, () => write(scope, map, field, entry, value), { preferred: certain });
}

function write(
  scope: RuleContext,
  map: TypedMap,
  field: string,
  entry: Missing["entry"],
  value: Json,
): readonly TextEdit[] | undefined {
  const { parsed } = scope;
  const { parent } = map;
  const own = map.under?.slice(map.under.lastIndexOf(".") + 1);
  // The map itself is not there.
  if (parent && own !== undefined && map.index === undefined && !present(parent, own))
    return write(scope, parent, own, parent.node.fields.get(own), { [field]: value });
  if (!entry) return insertEntry(parsed, map.node, field, value, placeOf(field));
  if (typeof value === "string" || typeof value === "number") return setScalar(parsed, entry, value);
  return replaceEntry(parsed, map.node, entry, field, value);
}

/** Names and metadata stand before the rest. */
const placeOf = (field: string): { first?: boolean; after?: string } =>
  field === "name" || field === "metadata" ? { first: true } : field === "selector" ? { after: "replicas" } : {};

function removeNullItem({ parsed }: RuleContext, { map, field, at }: Missing): TextEdit[] | undefined {
  const list = present(map, field);
  const index = at.path.at(-1);
  return list?.kind === "sequence" && typeof index === "number" ? removeItem(parsed, list, index) : undefined;
}

function proposalFor(map: TypedMap, field: string): Proposal | undefined {
  if (field === "selector") return selectorFor(map);
  if (field === "metadata") {
    const name = objectName(map, undefined);
    return name && { value: { name: name.value }, certain: false };
  }
  switch (`${map.type}.${field}`) {
    case "meta/v1.ObjectMeta.name":
      return objectName(map.parent, map);
    case "v1.Container.name":
      return named(
        textOf(map, "image")
          ?.replace(/^.*\//, "")
          .replace(/[:@].*$/, ""),
      );
    case "v1.Container.image":
      return named(textOf(map, "name"));
    default:
      return firstValue(map, field);
  }
}

const textOf = (map: TypedMap, name: string): string | undefined => {
  const node = present(map, name);
  return node && asText(node);
};

const named = (text: string | undefined): Proposal | undefined => {
  const value = text === undefined ? undefined : (nearestName("dns-label", text, undefined) ?? text);
  return value ? { value, certain: false } : undefined;
};

/** As its label calls it, else as its first container is called. */
function objectName(object: TypedMap | undefined, metadata: TypedMap | undefined): Proposal | undefined {
  const labels = metadata && present(metadata, "labels");
  const label =
    labels?.kind === "map" ? (labels.fields.get("app.kubernetes.io/name") ?? labels.fields.get("app")) : undefined;
  const name = label ? asText(resolve(label.value)) : undefined;
  const spec = object && nodeAt(object.node, ["spec", "containers", 0, "name"]);
  const inTemplate = object && nodeAt(object.node, ["spec", "template", "spec", "containers", 0, "name"]);
  return named(name ?? (spec && asText(spec)) ?? (inTemplate && asText(inTemplate)));
}

/** The labels that the template has: what else could be meant. */
function selectorFor(spec: TypedMap): Proposal | undefined {
  const labels = nodeAt(spec.node, ["template", "metadata", "labels"]);
  if (labels?.kind !== "map" || labels.fields.size === 0) return undefined;
  const json = toJson(labels);
  return { value: spec.type === "v1.ReplicationControllerSpec" ? json : { matchLabels: json }, certain: true };
}

/** A closed list with one value leaves no choice; with several, the first is a beginning. */
function firstValue(map: TypedMap, field: string): Proposal | undefined {
  const values = [...(map.facts.fields.get(field)?.enum?.keys() ?? [])].filter((value) => value !== "");
  const [first] = values;
  return first === undefined ? undefined : { value: first, certain: false };
}
