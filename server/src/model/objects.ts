// The Kubernetes objects in a chunk: found by apiVersion and kind, with the way to their pod.
import { type KindFacts, kindFacts } from "../knowledge/schema.ts";
import { isServedAt, served } from "../knowledge/served.ts";
import type { ParsedChunk } from "../syntax/chunk.ts";
import { type MapNode, type ResolvedNode, resolve } from "../syntax/nodes.ts";
import type { Path } from "../syntax/path.ts";
import { meaningOf } from "./meaning.ts";
import { type Pod, readPod } from "./pod.ts";
import { podOf, templateOfCustom } from "./template.ts";
import { child, headSpan, type TypedMap, typedMap } from "./typed.ts";
import { isNull, type Place } from "./value.ts";

export interface KubeObject extends Place {
  readonly node: MapNode;
  /** As written; undefined when absent, null or no text (a templated one included). */
  readonly apiVersion: string | undefined;
  /** "" for an item of a List or a document of our groups that names none. */
  readonly kind: string;
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  readonly facts: KindFacts | undefined;
  /**
   * - `served`: the chosen version serves this apiVersion of this kind.
   * - `unserved`: our kind, but the apiVersion is absent or not served (any more, or yet).
   * - `custom`: a custom resource with a known way to its pod template: judged, never red.
   */
  readonly role: "served" | "unserved" | "custom";
  /** The whole object by its type; a custom resource has none. */
  readonly root: TypedMap | undefined;
  /** `metadata` and `spec` of the pod template; undefined for a bare Pod, and where it is missing. */
  readonly template: TypedMap | undefined;
  readonly pod: Pod | undefined;
  /** Came out of a cluster (`kubectl get -o yaml`): judged as an update, and its status is told, not checked. */
  readonly exported: boolean;
}

/** What decides how a manifest is read, beside its text. */
export interface ReadingOptions {
  /** Kubernetes 1.MINOR. */
  readonly minor: number;
  /** `group/Kind` of custom resources → path of the pod template, e.g. `spec.template`. */
  readonly customResources: Readonly<Record<string, string>>;
}

/** Custom resources that everybody knows; the setting `podLifecycle.customResources` adds more. */
export const builtInCustomResources: Readonly<Record<string, string>> = {
  "argoproj.io/Rollout": "spec.template",
  "serving.knative.dev/Service": "spec.template",
  "apps.kruise.io/CloneSet": "spec.template",
};

/**
 * The objects of our kinds and custom resources in a chunk, lists opened. Paths begin at the chunk's object: where the
 * chunk is an item of a List, the place of the item in the file is the caller's to add.
 */
export function objectsIn(parsed: ParsedChunk, isItem: boolean, options: ReadingOptions): KubeObject[] {
  const root = parsed.root && resolve(parsed.root);
  if (!isItem) return root ? objectsAt(root, [], { cut: parsed.ignored.length > 0 }, options) : [];
  const item = root?.kind === "sequence" ? root.items[0] : undefined;
  return item ? objectsAt(resolve(item), [], { inList: true }, options) : [];
}

interface Around {
  /** An item of a `kind: List`: kubectl wants its kind. */
  readonly inList?: boolean;
  /** kubectl drops the rest of the document, and with it perhaps the kind. */
  readonly cut?: boolean;
  /** An item of a PodList or the like: its kind is known. */
  readonly kind?: string | undefined;
}

function objectsAt(node: ResolvedNode, path: Path, around: Around, options: ReadingOptions): KubeObject[] {
  if (node.kind !== "map") return [];
  const kind = (textAt(node, "kind") || undefined) ?? around.kind;
  if (kind === undefined) {
    const isOne = around.inList ? lacksKind(node) : isKindless(node, around);
    return isOne ? [withoutKind(node, path)] : [];
  }
  const items = node.fields.get("items");
  const itemKind = kind === "List" ? undefined : kindFacts(kind.replace(/List$/, ""))?.kind;
  if (items && kind.endsWith("List") && (kind === "List" || itemKind !== undefined)) {
    const list = resolve(items.value);
    if (list.kind !== "sequence") return [];
    const inside = itemKind === undefined ? { inList: true } : { kind: itemKind };
    return list.items.flatMap((item, index) => objectsAt(resolve(item), [...path, "items", index], inside, options));
  }
  const object = readObject(node, kind, path, around.kind !== undefined, options);
  return object ? [object] : [];
}

/** Absent, null or empty; a templated key or value may bring it. */
function lacksKind(node: MapNode): boolean {
  if (node.written.some(({ key }) => key.templated)) return false;
  const entry = node.fields.get("kind");
  const value = entry && resolve(entry.value);
  return !value || isNull(value) || (value.kind === "scalar" && value.value === "");
}

/** A document of our API groups without a usable kind; other YAML with an apiVersion (a chart's) has no metadata or spec. */
function isKindless(node: MapNode, { cut }: Around): boolean {
  const apiVersion = textAt(node, "apiVersion");
  if (apiVersion === undefined || !isServedAt(apiVersion)) return false;
  if (!cut && !node.fields.has("metadata") && !node.fields.has("spec")) return false;
  const kind = node.fields.get("kind");
  const value = kind && resolve(kind.value);
  return lacksKind(node) || value?.kind !== "scalar" || !(value.templated || typeof value.value === "string");
}

function withoutKind(node: MapNode, path: Path): KubeObject {
  return {
    path,
    span: kindSpan(node),
    node,
    apiVersion: textAt(node, "apiVersion"),
    kind: "",
    name: metadataText(node, "name"),
    namespace: metadataText(node, "namespace"),
    facts: undefined,
    role: "unserved",
    root: undefined,
    template: undefined,
    pod: undefined,
    exported: false,
  };
}

function readObject(
  node: MapNode,
  kind: string,
  path: Path,
  implied: boolean,
  options: ReadingOptions,
): KubeObject | undefined {
  const apiVersion = textAt(node, "apiVersion");
  const meaning = meaningOf(kind, apiVersion, implied, options.customResources);
  if (!meaning || !(implied || looksLikeObject(node))) return undefined;
  const place = { path, span: kindSpan(node) };
  const common = {
    ...place,
    node,
    apiVersion,
    kind,
    name: metadataText(node, "name"),
    namespace: metadataText(node, "namespace"),
    exported: isExport(node),
  };
  const { facts } = meaning;
  if (!facts) {
    const template = templateOfCustom(node, meaning.template, place);
    const spec = template && child(template, "spec");
    return { ...common, facts: undefined, role: "custom", root: undefined, template, pod: spec && readPod(spec, true) };
  }
  const root = typedMap(node, facts.type, place);
  if (!root) return undefined;
  const isServed =
    implied ||
    served(facts.kind).some(
      (each) =>
        each.apiVersion === apiVersion &&
        options.minor >= each.since &&
        (each.removed === undefined || options.minor < each.removed),
    );
  const { template, pod } = podOf(root, facts);
  return { ...common, facts, role: isServed ? "served" : "unserved", root, template, pod };
}

/** Other tools' files have a `kind: Deployment` among their settings too, a chart's values for example. */
function looksLikeObject({ fields }: MapNode): boolean {
  const version = fields.get("apiVersion");
  const value = version && resolve(version.value);
  const hasVersion = value !== undefined && !isNull(value) && !(value.kind === "scalar" && value.value === "");
  return hasVersion || fields.has("metadata") || fields.has("spec");
}

function textAt(node: MapNode, name: string): string | undefined {
  const entry = node.fields.get(name);
  const value = entry && resolve(entry.value);
  return value?.kind === "scalar" && typeof value.value === "string" && !value.templated ? value.value : undefined;
}

function metadataText(node: MapNode, name: string): string | undefined {
  const entry = node.fields.get("metadata");
  const metadata = entry && resolve(entry.value);
  return metadata?.kind === "map" ? textAt(metadata, name) : undefined;
}

/** uid or resourceVersion with a status: only a cluster writes these. */
function isExport(node: MapNode): boolean {
  if (!node.fields.has("status")) return false;
  return metadataText(node, "uid") !== undefined || metadataText(node, "resourceVersion") !== undefined;
}

function kindSpan(node: MapNode): Place["span"] {
  return node.fields.get("kind")?.span ?? headSpan(node);
}
