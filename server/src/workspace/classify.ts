// What kind of text a file is, by its neighbours: a Helm template is masked, a kustomize patch is judged only on what it says.
import { type MapNode, type ResolvedNode, resolve } from "../syntax/nodes.ts";
import { parseChunk } from "../syntax/parse.ts";
import { foldersAbove, roleInChart } from "./chart.ts";

/** How to look at files: through the editor's file system, or the disk. Nothing else of the workspace is touched. */
export interface Files {
  exists(uri: string): Promise<boolean>;
  /** undefined when there is no such file, or it cannot be read. */
  read(uri: string): Promise<string | undefined>;
}

export interface FileClass {
  readonly template: boolean;
  readonly patch: boolean;
  /** Certainly no manifest, whatever it looks like: nothing is said of it. */
  readonly other?: boolean;
}

const kustomizationNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"];
/** Patches seldom lie deeper below their kustomization than this. */
const mostFoldersUp = 3;

/** Files whose coming and going may change what their neighbours are. */
export const markerGlob = `**/{Chart.yaml,${kustomizationNames.join(",")}}`;

/** A change of such a file may change what its neighbours are. */
export function isMarkerFile(uri: string): boolean {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  return name === "Chart.yaml" || kustomizationNames.includes(name);
}

export async function classify(uri: string, languageId: string, files: Files): Promise<FileClass> {
  const role = hasFolders(uri) ? await roleInChart(uri, files) : undefined;
  if (role === "other") return { template: false, patch: false, other: true };
  if (role === "template" || languageId === "helm" || isTemplateName(uri)) return { template: true, patch: false };
  return { template: false, patch: await isPatch(uri, files) };
}

/** Ansible, code generators and many others keep theirs in such a folder too. Without braces in it, a file is no template. */
const isTemplateName = (uri: string): boolean =>
  /\.(?:tpl|gotmpl|tmpl|j2|jinja2?)(?:\.(?:ya?ml|json))?$|\.template\.(?:ya?ml|json)$|\/templates\/[^?#]*$/.test(uri);

/** An unsaved text (`untitled:Untitled-1`) has no neighbours. */
const hasFolders = (uri: string): boolean => /^[\w+.-]+:\/\//.test(uri);

/** A patch, or a manifest that lacks what its kustomization adds. */
async function isPatch(uri: string, files: Files): Promise<boolean> {
  if (!hasFolders(uri)) return false;
  if (isPatchName(uri)) return true;
  for (const folder of foldersAbove(uri).slice(0, mostFoldersUp)) {
    const own = uri.slice(folder.length + 1);
    const texts = await Promise.all(
      kustomizationNames.map((name) => (own === name ? undefined : files.read(`${folder}/${name}`))),
    );
    const text = texts.find((each) => each !== undefined);
    if (text !== undefined) return incompleteFiles(text).some((path) => normalize(path) === decodeURIComponent(own));
  }
  return false;
}

/** `patches/limits.yaml`, `replicas-patch.yaml`: their kustomization may stand in quite another folder. */
const isPatchName = (uri: string): boolean => /\/patch(?:es)?\/[^/]*$|[/._-]patch(?:es)?[._-][^/]*$/i.test(uri);

const normalize = (path: string): string => path.replace(/^\.\//, "");

/** The files of which a kustomization makes whole manifests: `patches`, and `resources` that get their selectors from it. */
export function incompleteFiles(kustomization: string): string[] {
  const root = parseChunk(kustomization).root;
  const map = root && resolve(root);
  if (map?.kind !== "map") return [];
  const adds = map.fields.has("commonLabels") || itemsOf(map, "labels").some(addsToSelectors);
  const lists = ["patches", "patchesStrategicMerge", "patchesJson6902", ...(adds ? ["resources", "bases"] : [])];
  return lists.flatMap((name) =>
    itemsOf(map, name).flatMap((node) => {
      const path = node.kind === "map" ? node.fields.get("path")?.value : node;
      return path?.kind === "scalar" && typeof path.value === "string" ? path.value : [];
    }),
  );
}

function itemsOf(map: MapNode, name: string): ResolvedNode[] {
  const entry = map.fields.get(name);
  const list = entry && resolve(entry.value);
  return list?.kind === "sequence" ? list.items.map(resolve) : [];
}

function addsToSelectors(item: ResolvedNode): boolean {
  if (item.kind !== "map") return false;
  return ["includeSelectors", "includeTemplates"].some((name) => {
    const value = item.fields.get(name)?.value;
    return value?.kind === "scalar" && value.value === true;
  });
}
