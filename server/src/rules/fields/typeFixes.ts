// Ways out of a wrong type: quotes on or off, a list around, a list away, the field that was meant.
import * as l10n from "@vscode/l10n";
import type { ValueConstraint } from "../../knowledge/constraints.ts";
import { typeFacts } from "../../knowledge/schema.ts";
import type { TypedValue } from "../../model/walk.ts";
import { replaceEntry, replaceNode, setScalar, wrapInList } from "../../syntax/edits.ts";
import { pairsToItems, unwrapItems, wrapMap } from "../../syntax/lists.ts";
import { type MapNode, resolve, type ScalarNode, type SequenceNode } from "../../syntax/nodes.ts";
import type { Reported, RuleContext } from "../rule.ts";
import { acceptsText } from "./badText.ts";
import { mismatch } from "./jsonType.ts";
import { mainField } from "./mainField.ts";
import { tableFact } from "./tableFacts.ts";
import type { Part, WrongType } from "./violation.ts";

export function typeFixes(scope: RuleContext, object: string, violation: WrongType, reported: Reported): void {
  const { node } = violation.value;
  if (node.kind === "scalar") scalarFixes(scope, object, violation, node, reported);
  else if (node.kind === "sequence") listFixes(scope, object, violation, node, reported);
  else mapFixes(scope, violation, node, reported);
}

function scalarFixes(
  scope: RuleContext,
  object: string,
  violation: WrongType,
  node: ScalarNode,
  reported: Reported,
): void {
  const { parsed, minor } = scope;
  const { type, facts, written, part } = violation.value;
  const { source, value } = node;
  switch (type.kind) {
    case "string": {
      const preferred = acceptsText(factOf(scope, object, violation.value, part), facts, source, minor);
      reported.fix(l10n.t("Put {0} in quotes", source), () => setScalar(parsed, written, source), { preferred });
      return;
    }
    case "integer":
    case "int-or-string": {
      const number = typeof value === "string" ? numberIn(source, violation.field) : undefined;
      if (number === undefined) return;
      const isQuoted = source.trim() === String(number);
      reported.fix(isQuoted ? l10n.t("Remove the quotes") : l10n.t("Write {0}", number), () =>
        setScalar(parsed, written, number),
      );
      return;
    }
    case "boolean": {
      const meant =
        typeof value === "string" ? booleanIn(source) : value === 1 ? true : value === 0 ? false : undefined;
      if (meant === undefined) return;
      reported.fix(l10n.t("Write {0}", String(meant)), () => setScalar(parsed, written, meant), {
        preferred: typeof value === "string",
      });
      return;
    }
    case "quantity": {
      const amount = typeof value === "string" ? amountIn(source) : undefined;
      if (amount !== undefined) reported.fix(l10n.t("Write {0}", amount), () => setScalar(parsed, written, amount));
      return;
    }
    case "array": {
      if (type.item.kind === "ref" || mismatch(type.item, node)) return;
      // One text with blanks is a command line more often than one word: then the list is only the first step.
      const certain =
        !/\s/.test(source.trim()) && acceptsText(factOf(scope, object, violation.value, "item"), facts, source, minor);
      reported.fix(l10n.t("Wrap in a list"), () => wrapInList(parsed, written), { preferred: certain });
      return;
    }
    case "ref":
      intoMainField(scope, violation, node, reported);
  }
}

/** What the table says of the field, its items or its values. */
function factOf(
  { minor }: RuleContext,
  object: string,
  { map, facts }: TypedValue,
  part: Part,
): ValueConstraint | undefined {
  const whole = tableFact(map, facts, { object, minor });
  return part === "item" ? whole?.item : part === "value" ? whole?.value : whole;
}

/** `strategy: Recreate` becomes `strategy: {type: Recreate}`, in block style where that is the style. */
function intoMainField({ parsed }: RuleContext, violation: WrongType, node: ScalarNode, reported: Reported): void {
  const { type, written, map, entry, part, name } = violation.value;
  const main = type.kind === "ref" ? mainField(type.type) : undefined;
  const facts = main === undefined || type.kind !== "ref" ? undefined : typeFacts(type.type)?.fields.get(main);
  if (main === undefined || !facts || mismatch(facts.type, node)) return;
  const value = typeof node.value === "bigint" ? Number(node.value) : node.value;
  reported.fix(
    l10n.t("Write it as {0}", `${main}: ${node.source}`),
    () =>
      part === "field" && entry
        ? replaceEntry(parsed, map.node, entry, name, { [main]: value })
        : written.kind === "alias"
          ? undefined
          : replaceNode(parsed, node, { [main]: value }),
    { preferred: value !== "" && (facts.enum === undefined || facts.enum.has(node.source)) },
  );
}

function listFixes(
  scope: RuleContext,
  object: string,
  violation: WrongType,
  list: SequenceNode,
  reported: Reported,
): void {
  const { parsed, minor } = scope;
  const { type, facts, written, part, entry, map, name } = violation.value;
  if (written.kind === "alias") return;
  if (type.kind === "ref" || type.kind === "map")
    reported.fix(l10n.t("Turn the list into fields"), () => unwrapItems(parsed, list));
  const [only, ...others] = list.items;
  const item = only && resolve(only);
  if (item?.kind === "scalar" && others.length === 0 && !mismatch(type, item) && item.value !== null) {
    const value = typeof item.value === "bigint" ? Number(item.value) : item.value;
    const preferred =
      typeof value !== "string" || acceptsText(factOf(scope, object, violation.value, part), facts, value, minor);
    reported.fix(
      l10n.t("Write {0}", item.source),
      () => (part === "field" && entry ? replaceEntry(parsed, map.node, entry, name, value) : undefined),
      { preferred },
    );
  }
}

function mapFixes({ parsed }: RuleContext, violation: WrongType, map: MapNode, reported: Reported): void {
  const { type, written } = violation.value;
  if (type.kind !== "array" || type.item.kind !== "ref" || written.kind === "alias") return;
  const fields = typeFacts(type.item.type)?.fields;
  const names = [...map.fields.keys()];
  if (!fields || names.length === 0) return;
  if (names.every((name) => fields.has(name))) {
    reported.fix(l10n.t("Wrap in a list"), () => wrapMap(parsed, map));
    return;
  }
  if (!fields.has("name") || !fields.has("value")) return;
  const pairs = [...map.fields.values()].flatMap(({ name, value }) => {
    const node = resolve(value);
    return node.kind === "scalar" ? [{ name, value: node.value === null ? "" : node.source }] : [];
  });
  if (pairs.length === names.length)
    reported.fix(
      l10n.t("Write it as a list of name and value"),
      () => pairsToItems(parsed, map) ?? replaceNode(parsed, map, pairs),
    );
}

const seconds: Readonly<Record<string, number>> = {
  s: 1,
  sec: 1,
  second: 1,
  m: 60,
  min: 60,
  minute: 60,
  h: 3600,
  hour: 3600,
};

/** `"10"`, and for fields of seconds also `10s` and `5m`. */
function numberIn(source: string, field: string): number | undefined {
  const match = /^\s*([-+]?[0-9]+)\s*([a-z]*?)s?\s*$/i.exec(source) ?? undefined;
  if (!match) return undefined;
  const unit = (match[2] === "" && /[0-9]\s*s\s*$/i.test(source) ? "s" : (match[2] ?? "")).toLowerCase();
  const factor =
    unit === "" ? 1 : field.endsWith("Seconds") && Object.hasOwn(seconds, unit) ? seconds[unit] : undefined;
  const number = factor === undefined ? undefined : Number(match[1]) * factor;
  return number !== undefined && Number.isSafeInteger(number) ? number : undefined;
}

function booleanIn(source: string): boolean | undefined {
  if (/^\s*(true|yes|on|y|1|enabled)\s*$/i.test(source)) return true;
  return /^\s*(false|no|off|n|0|disabled)\s*$/i.test(source) ? false : undefined;
}

/** `64MB` is 64M, `64mi` is 64Mi: bytes need no letter of their own, and case counts. */
function amountIn(source: string): string | undefined {
  const match = /^\s*([0-9]+(?:\.[0-9]+)?)\s*([kmgtpe])(i?)(?:b|byte|bytes)?\s*$/i.exec(source);
  const [, number, letter = "", binary] = match ?? [];
  if (number === undefined) return undefined;
  const prefix = letter.toLowerCase() === "k" && !binary ? "k" : letter.toUpperCase();
  return `${number}${prefix}${binary ? "i" : ""}`;
}
