// A field in Markdown: what it is, and what the API says of it for one version of Kubernetes.
import * as l10n from "@vscode/l10n";
import { doc } from "../knowledge/docs.ts";
import { type FieldFacts, fieldAvailability, kinds, type TypeFacts, type TypeRef } from "../knowledge/schema.ts";
import { oldest } from "../knowledge/versions.ts";
import { paragraphs, sentences } from "../text/markdown.ts";

/** Title, words, facts: one paragraph each, as far as there is something to say. */
export function fieldText(owner: string, field: FieldFacts, minor: number, locale: string): string {
  const title = `**\`${field.name}\`** ${typeName(field.type)} · ${shortName(owner)}`;
  return paragraphs([title, fieldDoc(owner, field.name, locale), factsOf(owner, field, minor, locale)]);
}

/** A debug container has the fields of a container; the five fields of every kind are told once. */
export function fieldDoc(owner: string, field: string, locale: string): string | undefined {
  const found = doc(`${owner}.${field}`, locale);
  if (found !== undefined) return found;
  if (owner === "v1.EphemeralContainer") return doc(`v1.Container.${field}`, locale);
  return kinds().some(({ type }) => type === owner) ? doc(`any.${field}`, locale) : undefined;
}

export function valueDoc(owner: string, field: string, value: string, locale: string): string | undefined {
  const container = owner === "v1.EphemeralContainer" ? "v1.Container" : owner;
  return doc(`${container}.${field}=${value}`, locale);
}

/** Default, values, version and gate, each only when there is something to say. */
function factsOf(owner: string, field: FieldFacts, minor: number, locale: string): string {
  const availability = fieldAvailability(field, minor);
  return sentences([
    field.deprecated ? l10n.t("Deprecated: it still works, but the API asks to stop using it.") : "",
    field.required || field.requiredBy !== undefined ? l10n.t("Required.") : "",
    defaultText(owner, field, locale),
    field.enum ? valuesText(field.enum, field.open, minor) : "",
    availability.state === "later"
      ? l10n.t("Exists since Kubernetes 1.{0}; manifests here are judged by 1.{1}.", availability.since, minor)
      : sinceText(field.since),
    availability.state === "gated"
      ? l10n.t(
          "Behind the feature gate {0}, which is {1} and off by default in 1.{2}.",
          availability.gate,
          availability.stage,
          minor,
        )
      : "",
  ]);
}

/** Nothing for what was there in the oldest version that the tables know. */
export const sinceText = (since: number | undefined): string =>
  since === undefined || since <= oldest ? "" : l10n.t("Since Kubernetes 1.{0}.", since);

function defaultText(owner: string, field: FieldFacts, locale: string): string {
  const depending = doc(`default ${owner}.${field.name}`, locale);
  if (depending !== undefined) return l10n.t("Default: {0}.", depending);
  if (field.default === undefined || field.default === "" || typeof field.default === "object") return "";
  return l10n.t("Default: {0}.", `\`${field.default}\``);
}

/** Signals are 65: the list would be longer than all the rest. */
const mostValues = 12;

function valuesText(values: ReadonlyMap<string, number>, open: boolean, minor: number): string {
  const known = [...values].filter(([value, since]) => value !== "" && since <= minor).map(([value]) => `\`${value}\``);
  if (known.length === 0 || known.length > mostValues) return "";
  const list = listOf(known);
  return open ? l10n.t("Values: {0} or others.", list) : l10n.t("Values: {0}.", list);
}

export const listOf = (items: readonly string[]): string => items.join(l10n.t(", "));

/** `string`, `Container[]`, `map[string]string`: for people. */
export function typeName(type: TypeRef): string {
  if (type.kind === "array") return `${typeName(type.item)}[]`;
  if (type.kind === "map") return `map[string]${typeName(type.value)}`;
  if (type.kind === "ref") return shortName(type.type);
  return type.kind;
}

/** `v1.Probe` → `Probe`. */
export const shortName = (type: TypeFacts["name"]): string => type.slice(type.lastIndexOf(".") + 1);
