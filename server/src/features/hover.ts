// What a key or value is: hand-written words where there are some, and the facts of the API by the chosen version.
import * as l10n from "@vscode/l10n";
import type { Hover } from "vscode-languageserver-types";
import { doc } from "../knowledge/docs.ts";
import { type FieldFacts, fieldAvailability, type TypeFacts } from "../knowledge/schema.ts";
import type { KubeObject } from "../model/objects.ts";
import { isNull } from "../model/value.ts";
import { type Node, type ResolvedNode, resolve, type ScalarNode } from "../syntax/nodes.ts";
import { type PathAt, pathAt, type Segment } from "../syntax/path.ts";
import { offsetAt, type Position, rangeOf } from "../text/lines.ts";
import { escapeMarkdown } from "../text/markdown.ts";
import { chunkAt, type SourceFile } from "../workspace/file.ts";
import { typeAt, typeName } from "./typeAt.ts";
import { valueDocIds } from "./valueDocs.ts";

export interface HoverContext {
  readonly locale: string;
}

export function hover(file: SourceFile, position: Position, { locale }: HoverContext): Hover | null {
  const { lines } = file.chunked;
  const offset = offsetAt(lines, position);
  const at = chunkAt(file, offset);
  if (!at?.parsed.root) return null;
  const own = offset - at.start;
  const found = pathAt(at.parsed.root, own);
  const object = at.objects.find(({ node }) => own >= node.span.start && own <= node.span.end);
  if (!found?.entry || !object) return null;
  const path = found.path.slice(at.chunk.content.kind === "item" ? 1 : object.path.length);
  const text = found.onKey ? keyText(file, object, path, found, locale) : valueText(object, path, found.node, locale);
  const range = rangeOf(lines, { start: found.node.span.start + at.start, end: found.node.span.end + at.start });
  return text === undefined ? null : { contents: { kind: "markdown", value: text }, range };
}

function keyText(
  file: SourceFile,
  object: KubeObject,
  path: readonly Segment[],
  found: PathAt,
  locale: string,
): string | undefined {
  const known = typeAt(object, path);
  if (!known?.field || !known.owner || !found.entry) return undefined;
  const { field, owner } = known;
  const title = `**${field.name}** \`${typeName(field.type)}\``;
  return [
    title,
    doc(`${owner.name}.${field.name}`, locale),
    facts(owner, field, file.options.minor),
    effective(field, found.entry.value),
  ]
    .filter((each) => each !== undefined && each !== "")
    .join("\n\n");
}

/** Type, default, values, version and gate, each only when there is something to say. */
function facts(owner: TypeFacts, field: FieldFacts, minor: number): string {
  const list: string[] = [];
  if (field.required || field.requiredBy !== undefined) list.push(l10n.t("Required."));
  if (field.default !== undefined && typeof field.default !== "object") {
    list.push(
      field.defaultWhen === undefined
        ? l10n.t("Default: `{0}`.", String(field.default))
        : l10n.t("Default: `{0}`, in some cases ({1}).", String(field.default), field.defaultWhen),
    );
  } else if (field.defaultWhen !== undefined)
    list.push(l10n.t("When absent: {0}.", field.defaultWhen.replace(/^absent: /, "")));
  if (field.enum) {
    const values = [...field.enum].filter(([, since]) => since <= minor).map(([value]) => `\`${value}\``);
    list.push(l10n.t("Values: {0}.", values.join(", ")));
  }
  const availability = fieldAvailability(field, minor);
  if (availability.state === "later")
    list.push(l10n.t("Exists since Kubernetes 1.{0}; manifests here are judged by 1.{1}.", availability.since, minor));
  else if (availability.state === "gated")
    list.push(
      l10n.t(
        "Behind the feature gate {0}, which is {1} and off by default in 1.{2}.",
        availability.gate,
        availability.stage,
        minor,
      ),
    );
  else if (field.since > 24) list.push(l10n.t("Since Kubernetes 1.{0}.", field.since));
  return list.length === 0 ? `\`${owner.name}\`` : list.join(" ");
}

const zeroIsDefault = new Set(["periodSeconds", "timeoutSeconds", "successThreshold", "failureThreshold"]);

/** What counts in the end, when it is not simply what is written. */
function effective(field: FieldFacts, value: Node): string | undefined {
  const node = resolve(value);
  if (node.kind !== "scalar") return undefined;
  if (node.templated) return l10n.t("Here: filled in by a template, so nobody knows it yet.");
  const fallback = field.default;
  const hasFallback = fallback !== undefined && typeof fallback !== "object" && field.defaultWhen === undefined;
  if (isNull(node))
    return hasFallback
      ? l10n.t("Here: nothing is written, so it is `{0}`.", String(fallback))
      : l10n.t("Here: nothing is written; that counts as absent.");
  if (hasFallback && node.value === 0 && zeroIsDefault.has(field.name))
    return l10n.t("Here: 0 is replaced by the default, so it is `{0}`.", String(fallback));
  return l10n.t("Here: `{0}`.", escapeMarkdown(shown(node)));
}

const shown = (node: ScalarNode): string => {
  const text = String(node.value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

function valueText(object: KubeObject, path: readonly Segment[], node: Node, locale: string): string | undefined {
  const at = resolve(node);
  if (at.kind !== "scalar" || at.templated) return undefined;
  const known = typeAt(object, path);
  const parts = valueDocIds(object, known, path, at).flatMap((id) => {
    const text = doc(id, locale);
    return text === undefined ? [] : [`**${escapeMarkdown(shown(at))}** · ${text}`];
  });
  const port = namedPort(object, path, at);
  if (port !== undefined) parts.unshift(port);
  if (known?.type.kind !== undefined && looksDifferent(at))
    parts.push(l10n.t("kubectl reads this as `{0}`.", escapeMarkdown(JSON.stringify(at.value))));
  return parts.length === 0 ? undefined : parts.join("\n\n");
}

/** `0120` is 80, `yes` is true: worth saying, since the text shows something else. */
function looksDifferent(node: ResolvedNode): boolean {
  return (
    node.kind === "scalar" &&
    node.style === "plain" &&
    node.value !== null &&
    typeof node.value !== "string" &&
    String(node.value) !== node.source
  );
}

/** A port's name resolves in the same container only. */
function namedPort(object: KubeObject, path: readonly Segment[], node: ScalarNode): string | undefined {
  if (path.at(-1) !== "port" || typeof node.value !== "string") return undefined;
  const inside = object.pod?.containers.find(
    (each) => each.map.node.span.start <= node.span.start && node.span.end <= each.map.node.span.end,
  );
  if (!inside) return undefined;
  const port = inside.ports.find((each) => each.name.value === node.value);
  if (!port) return l10n.t("No port of this container has the name `{0}`.", escapeMarkdown(node.value));
  return l10n.t(
    "Port `{0}` of container `{1}`: `{2}/{3}`.",
    escapeMarkdown(node.value),
    escapeMarkdown(inside.name.value ?? "?"),
    port.containerPort.value ?? "?",
    port.protocol.value ?? "TCP",
  );
}
