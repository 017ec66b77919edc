// Why a value is of a wrong type, in words.
import * as l10n from "@vscode/l10n";
import { fieldRank } from "../../knowledge/fieldOrder.ts";
import { typeFacts } from "../../knowledge/schema.ts";
import { partName } from "./partName.ts";
import type { WrongType } from "./violation.ts";

export function typeMessage(violation: WrongType): string {
  const { value, got, field } = violation;
  const { type, node, part, entry } = value;
  const name = partName(field, part, entry);
  const source = node.kind === "scalar" ? node.source : "";
  if (got === "boolean" && node.kind === "scalar" && !/^(true|false)$/i.test(source) && node.style === "plain")
    return l10n.t(
      "YAML reads {0} as {1}, which the API server refuses: {2} has to be {3}.",
      source,
      String(node.value),
      name,
      wanted(violation),
    );
  switch (got) {
    case "fraction":
    case "boolean":
      return l10n.t("{0} has to be {1}: the API server refuses {2}.", name, wanted(violation), source);
    case "overflow":
      return l10n.t(
        "{0} is a number of {1} bits: {2} does not fit, and the API server refuses it.",
        name,
        bitsOf(violation),
        source,
      );
    case "number":
      return type.kind === "string"
        ? l10n.t("{0} has to be a text, and {1} is a number without quotes: the API server refuses it.", name, source)
        : l10n.t("{0} has to be {1}: the API server refuses {2}.", name, wanted(violation), source);
    case "text":
      return textMessage(violation, name, source);
    case "list":
      return l10n.t("{0} has to be {1}, not a list: the API server refuses it.", name, wanted(violation));
    case "map":
      return type.kind === "array"
        ? l10n.t("{0} has to be a list, with “-” before each item: the API server refuses it.", name)
        : l10n.t("{0} has to be {1}, not a group of fields: the API server refuses it.", name, wanted(violation));
    case "not-a-quantity":
      return l10n.t(
        "The API server cannot read “{0}” as an amount. {1} is written like 500m, 64Mi or 2.",
        source,
        name,
      );
    case "not-a-time":
      return l10n.t(
        "The API server cannot read “{0}” as a time. {1} is written like 2026-01-31T08:00:00Z.",
        source,
        name,
      );
  }
}

function textMessage(violation: WrongType, name: string, source: string): string {
  const { kind } = violation.value.type;
  if (source.trim() === "")
    return l10n.t("{0} has to be {1}: the API server refuses an empty text.", name, wanted(violation));
  const isNumber = /^[-+]?[0-9]+$/.test(source.trim());
  if (kind === "integer" && isNumber)
    return l10n.t("{0} has to be a number, and in quotes it is a text: the API server refuses it.", name);
  if (kind === "integer" && name.endsWith("Seconds"))
    return l10n.t("{0} is a plain number of seconds: the API server refuses “{1}”.", name, source);
  if (kind === "boolean" && /^(true|false)$/i.test(source))
    return l10n.t("{0} has to be true or false, and in quotes it is a text: the API server refuses it.", name);
  return l10n.t("{0} has to be {1}: the API server refuses “{2}”.", name, wanted(violation), source);
}

/** Continues “has to be”. */
function wanted({ value: { type } }: WrongType): string {
  switch (type.kind) {
    case "string":
      return l10n.t("a text (in quotes, if need be)");
    case "boolean":
      return l10n.t("true or false");
    case "integer":
    case "number":
      return l10n.t("a whole number");
    case "int-or-string":
      return l10n.t("a number or a name");
    case "quantity":
      return l10n.t("an amount such as 500m or 64Mi");
    case "time":
      return l10n.t("a time such as 2026-01-31T08:00:00Z");
    case "array":
      return l10n.t("a list");
    case "map":
      return l10n.t("a group of keys with values");
    case "ref":
      return l10n.t("a group of fields such as {0}", someFields(type.type));
    default:
      return l10n.t("something else");
  }
}

const bitsOf = ({ value: { type } }: WrongType): number => (type.kind === "integer" ? type.bits : 32);

/** Those that people write first. */
function someFields(type: string): string {
  const fields = [...(typeFacts(type)?.fields.values() ?? [])].filter((each) => !each.deprecated);
  const rank = ({ name, required }: (typeof fields)[number]) => fieldRank(type, name) - (required ? 0.5 : 0);
  return fields
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, 3)
    .map((each) => each.name)
    .join(", ");
}
