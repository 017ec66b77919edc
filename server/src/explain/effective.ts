// What counts in the end for a written field: after templates, nulls, replaced zeros, duplicates, and defaults that depend on a neighbour.
import * as l10n from "@vscode/l10n";
import { constraintOf } from "../knowledge/constraints.ts";
import type { FieldFacts } from "../knowledge/schema.ts";
import type { KubeObject } from "../model/objects.ts";
import type { Container } from "../model/pod.ts";
import type { Probe } from "../model/probe.ts";
import { isNull } from "../model/value.ts";
import { type Entry, type ResolvedNode, resolve, type ScalarNode, type ScalarValue } from "../syntax/nodes.ts";
import { nodeAt, type Path } from "../syntax/path.ts";
import { codeSpan } from "../text/markdown.ts";

export interface WrittenField {
  readonly object: KubeObject;
  /** From the object's root. */
  readonly path: Path;
  /** Schema type that has the field. */
  readonly owner: string;
  readonly field: FieldFacts;
  readonly entry: Entry;
}

/** A sentence, or undefined when what is written says it already. */
export function effectiveText(written: WrittenField): string | undefined {
  const { entry, owner, field } = written;
  if (entry.role === "duplicate") return l10n.t("Here: dropped. A later `{0}` in this map wins.", field.name);
  if (entry.role === "overridden")
    return l10n.t("Here: dropped. The `<<` below brings `{0}` too, and wins.", field.name);
  const node = resolve(entry.value);
  if (node.kind === "map") return mapText(written);
  if (node.kind !== "scalar") return undefined;
  if (node.templated) return l10n.t("Here: filled in by a template, so nobody knows the value yet.");
  const fallback = defaultHere(written);
  const shown = fallback === undefined ? "" : codeSpan(String(fallback));
  if (isNull(node))
    return fallback === undefined
      ? l10n.t("Here: nothing is written; that counts as absent.")
      : l10n.t("Here: nothing is written, so it is {0}.", shown);
  if (fallback !== undefined && isReplaced(owner, field, node))
    return l10n.t("Here: {0} stands for the default, so it is {1}.", node.value === "" ? '`""`' : "`0`", shown);
  return grace(written, node) ?? image(written, node) ?? asRead(field, node, fallback);
}

/** A text that nothing else could stand for needs no second mention. */
function asRead(field: FieldFacts, node: ScalarNode, fallback: ScalarValue | undefined): string | undefined {
  const value = codeSpan(shorten(String(node.value)));
  if (node.style === "plain" && typeof node.value !== "string" && String(node.value) !== node.source)
    return l10n.t("Here: {0}; kubectl reads {1} so.", value, codeSpan(node.source));
  if (node.value === fallback) return l10n.t("Here: {0}, the default.", value);
  return typeof node.value === "string" && fallback === undefined && !field.enum
    ? undefined
    : l10n.t("Here: {0}.", value);
}

export const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** A probe's numbers, and texts that the server fills when they are empty. */
function isReplaced(owner: string, field: FieldFacts, node: ScalarNode): boolean {
  if (node.value === 0) return owner === "v1.Probe" && typeof field.default === "number";
  if (node.value !== "" || field.type.kind !== "string") return false;
  const accepted = constraintOf(owner, field.name, { object: "v1.Pod", under: undefined })?.enum;
  return accepted === undefined || accepted.includes("");
}

/** What the server fills in here; undefined when that is nothing, or cannot be told. */
export function defaultHere({ object, path, owner, field }: WrittenField): ScalarValue | undefined {
  const sibling = (name: string): ResolvedNode | undefined => nodeAt(object.node, [...path.slice(0, -1), name]);
  const isSet = (name: string): boolean => {
    const node = sibling(name);
    return node !== undefined && !isNull(node);
  };
  switch (`${owner}.${field.name}`) {
    case "v1.PodSpec.restartPolicy":
    case "v1.PodSpec.terminationGracePeriodSeconds":
      return field.default as ScalarValue;
    case "v1.Container.imagePullPolicy":
    case "v1.EphemeralContainer.imagePullPolicy":
      return pullPolicyOf(sibling("image"));
    case "v1.Probe.initialDelaySeconds":
      return 0;
    case "v1.Probe.terminationGracePeriodSeconds":
      return object.pod?.terminationGracePeriodSeconds.value;
    case "batch/v1.JobSpec.backoffLimit":
      return isSet("backoffLimitPerIndex") ? undefined : 6;
    case "batch/v1.JobSpec.completions":
      return isSet("parallelism") ? undefined : 1;
    case "batch/v1.JobSpec.podReplacementPolicy":
      return isSet("podFailurePolicy") ? "Failed" : "TerminatingOrFailed";
  }
  const { default: value, defaultWhen } = field;
  return defaultWhen === undefined &&
    (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    ? value
    : undefined;
}

function pullPolicyOf(image: ResolvedNode | undefined): string | undefined {
  if (image?.kind !== "scalar" || image.templated || typeof image.value !== "string") return undefined;
  return tagOf(image.value) === "latest" ? "Always" : "IfNotPresent";
}

/** The tag that the server sees: `latest` where there is neither tag nor digest; undefined beside a digest alone. */
function tagOf(image: string): string | undefined {
  const [name = "", digest] = image.split("@");
  const tag = /:([^/:]*)$/.exec(name)?.[1];
  return tag ?? (digest === undefined ? "latest" : undefined);
}

function image({ owner, field }: WrittenField, { value }: ScalarNode): string | undefined {
  if (field.name !== "image" || !owner.endsWith("Container") || typeof value !== "string" || value === "")
    return undefined;
  if (tagOf(value) !== "latest" || /:latest(?:@|$)/.test(value)) return undefined;
  return l10n.t("Here: {0}, without a tag: {1}.", codeSpan(shorten(value)), codeSpan(`${shorten(value)}:latest`));
}

function grace({ object, owner, field }: WrittenField, { value }: ScalarNode): string | undefined {
  if (
    `${owner}.${field.name}` !== "v1.PodSpec.terminationGracePeriodSeconds" ||
    typeof value !== "number" ||
    value >= 0
  )
    return undefined;
  return object.pod?.inTemplate === false ? l10n.t("Here: a negative value becomes `1`.") : undefined;
}

function mapText({ object, path }: WrittenField): string | undefined {
  const container = object.pod?.containers.find((each) => samePath(each.path, path.slice(0, -1), object));
  const probe = container?.probes.find((each) => each.name === path.at(-1));
  return probe && probeText(probe);
}

/** Paths of the model begin where the chunk does, those here at the object. */
const samePath = (of: Container["path"], path: Path, object: KubeObject): boolean =>
  of.length === path.length + object.path.length &&
  path.every((each, index) => each === of[index + object.path.length]);

function probeText(probe: Probe): string | undefined {
  const { initialDelaySeconds: delay, periodSeconds: period, timeoutSeconds: timeout } = probe;
  const values = [delay, period, timeout, probe.failureThreshold, probe.successThreshold].map((each) => each.value);
  if (values.some((each) => each === undefined)) return undefined;
  return l10n.t(
    "Here: every {1} s, from {0} s on; a run may take {2} s; failureThreshold {3}, successThreshold {4}.",
    ...(values as number[]),
  );
}
