// What kind of text a file is, by its neighbours: a Helm template is masked, a kustomize patch is judged only on what it says.
import { resolve } from "../syntax/nodes.ts";
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
  if (role === "template" || languageId === "helm" || /\.(tpl|gotmpl|j2)$/.test(uri))
    return { template: true, patch: false };
  return { template: false, patch: await isPatch(uri, files) };
}

/** An unsaved text (`untitled:Untitled-1`) has no neighbours. */
const hasFolders = (uri: string): boolean => /^[\w+.-]+:\/\//.test(uri);

async function isPatch(uri: string, files: Files): Promise<boolean> {
  if (!hasFolders(uri)) return false;
  for (const folder of foldersAbove(uri).slice(0, mostFoldersUp)) {
    const own = uri.slice(folder.length + 1);
    const texts = await Promise.all(
      kustomizationNames.map((name) => (own === name ? undefined : files.read(`${folder}/${name}`))),
    );
    const text = texts.find((each) => each !== undefined);
    if (text !== undefined) return patchesOf(text).some((path) => normalize(path) === decodeURIComponent(own));
  }
  return false;
}

const normalize = (path: string): string => path.replace(/^\.\//, "");

/** The files that a kustomization names as patches: `patches[].path`, `patchesStrategicMerge[]`, `patchesJson6902[].path`. */
export function patchesOf(kustomization: string): string[] {
  const root = parseChunk(kustomization).root;
  const map = root && resolve(root);
  if (map?.kind !== "map") return [];
  return ["patches", "patchesStrategicMerge", "patchesJson6902"].flatMap((key) => {
    const entry = map.fields.get(key);
    const list = entry && resolve(entry.value);
    if (list?.kind !== "sequence") return [];
    return list.items.flatMap((item) => {
      const node = resolve(item);
      const path = node.kind === "map" ? node.fields.get("path")?.value : node;
      return path?.kind === "scalar" && typeof path.value === "string" ? path.value : [];
    });
  });
}
