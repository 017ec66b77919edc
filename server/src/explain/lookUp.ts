// A word of Kubernetes, typed by somebody: every text that we have on it, and the nearest word when there is none.
import * as l10n from "@vscode/l10n";
import { conditions } from "../knowledge/conditions.ts";
import { doc, docIds } from "../knowledge/docs.ts";
import { signals } from "../knowledge/exitCodes.ts";
import { phases } from "../knowledge/phases.ts";
import { kinds, type TypeRef, typeFacts, typeNames } from "../knowledge/schema.ts";
import { statuses } from "../knowledge/statuses.ts";
import { paragraphs } from "../text/markdown.ts";
import { nearest } from "../text/nearest.ts";
import { fieldDoc, fieldText, listOf, shortName, valueDoc } from "./field.ts";
import { exitCodeText, portText, signalText } from "./process.ts";
import { conditionText, phaseText, statusText, title } from "./status.ts";

export interface LookUpOptions {
  readonly minor: number;
  readonly locale: string;
}

/** Markdown, one entry a meaning; empty for an unknown word. Case does not matter where only one word is meant. */
export function lookUp(word: string, options: LookUpOptions): string[] {
  const exact = meanings(word, options);
  if (exact.length > 0) return exact;
  const same = words().filter((each) => each.toLowerCase() === word.toLowerCase());
  return same.length === 1 && same[0] !== undefined ? meanings(same[0], options) : [];
}

export const nearestWord = (word: string): string | undefined => nearest(word, words());

function meanings(word: string, { minor, locale }: LookUpOptions): string[] {
  const number = /^\d{1,5}$/.test(word) ? Number(word) : undefined;
  const kind = doc(`kind ${word}`, locale);
  const found = [
    kind && paragraphs([title(word, l10n.t("kind")), kind]),
    phaseText(word, locale),
    conditionText(word, locale),
    number === undefined ? statusText(word, locale) : exitCodeText(number, locale),
    number === undefined ? signalText(word, locale) : portText(number, locale),
    ...fields(word, minor, locale),
    ...values(word, locale),
  ];
  return [...new Set(found.filter((each) => each !== undefined))];
}

/** More than these would be a list, no explanation. */
const mostFields = 3;

/** Whose field people mean first. */
const first = ["v1.PodSpec", "v1.Container", "v1.Probe"];
const rank = (type: string): number => (first.indexOf(type) + first.length + 1) % (first.length + 1);

/** `periodSeconds`, or with what holds it: `livenessProbe.periodSeconds`, `Probe.periodSeconds`. */
function fields(word: string, minor: number, locale: string): string[] {
  const steps = word.split(".");
  const name = steps.at(-1) ?? "";
  const holder = steps.at(-2);
  const owners = typeNames().filter((type) => {
    const field = typeFacts(type)?.fields.get(name);
    return field && !/\bStatus$|List$/.test(type) && (holder === undefined || holds(holder, type));
  });
  owners.sort((a, b) => rank(a) - rank(b));
  const known = owners.filter((type) => fieldDoc(type, name, locale) !== undefined);
  const shown = distinct(known.length > 0 ? known : owners, name, locale);
  const texts = shown.slice(0, mostFields).flatMap((type) => {
    const field = typeFacts(type)?.fields.get(name);
    return field ? fieldText(type, field, minor, locale) : [];
  });
  const others = shown.slice(mostFields).map((type) => `\`${shortName(type)}.${name}\``);
  return others.length === 0 ? texts : [...texts, l10n.t("Also {0}.", listOf(others.slice(0, 12)))];
}

/** Types that say the same of the field are one: the replicas of five workloads. */
function distinct(types: readonly string[], field: string, locale: string): string[] {
  const seen = new Set<string>();
  return types.filter((type) => {
    const text = fieldDoc(type, field, locale) ?? type;
    return !seen.has(text) && seen.add(text) !== undefined;
  });
}

/** Whether a type has this name, or a field of this name holds it. */
function holds(holder: string, type: string): boolean {
  const name = holder.replace(/\[.*\]$/, "");
  if (shortName(type) === name) return true;
  return typeNames().some((each) => {
    const field = typeFacts(each)?.fields.get(name);
    return field !== undefined && referred(field.type) === type;
  });
}

function referred(type: TypeRef): string | undefined {
  if (type.kind === "array") return referred(type.item);
  if (type.kind === "map") return referred(type.value);
  return type.kind === "ref" ? type.type : undefined;
}

function values(word: string, locale: string): string[] {
  return docIds("en").flatMap((id) => {
    const [, owner = "", field = "", value] = /^(.*)\.(\w+)=(.*)$/.exec(id) ?? [];
    const text = value === word ? valueDoc(owner, field, word, locale) : undefined;
    return text === undefined
      ? []
      : paragraphs([title(word, l10n.t("value of {0}", `${shortName(owner)}.${field}`)), text]);
  });
}

/** Everything that somebody may mean, for the nearest of them. */
function words(): string[] {
  const fieldNames = typeNames().flatMap((type) => [...(typeFacts(type)?.fields.keys() ?? [])]);
  return [
    ...new Set([
      ...statuses.map((each) => each.word),
      ...phases.map((each) => each.phase),
      ...conditions.map((each) => each.type),
      ...signals.flatMap(({ signal }) => [signal, signal.slice("SIG".length)]),
      ...kinds().map((each) => each.kind),
      ...docIds("en").flatMap((id) => /=(.+)$/.exec(id)?.[1] ?? []),
      ...fieldNames,
    ]),
  ];
}
