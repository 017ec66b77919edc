// What a file is by its place in a Helm chart: the nearest folder above with a Chart.yaml.
import type { Files } from "./classify.ts";

/** Templates seldom lie deeper below their Chart.yaml than this. */
const mostFoldersUp = 8;

/** undefined: in no chart, or Helm hands it to the cluster as it stands, or does not look at it. */
export async function roleInChart(uri: string, files: Files): Promise<"template" | "other" | undefined> {
  const path = await pathInChart(uri, files);
  if (path === undefined) return undefined;
  const [folder = ""] = path.split("/");
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (path.startsWith("templates/")) return /\.txt$/i.test(name) ? "other" : "template";
  // Charts read files themselves, most of them as templates.
  if (path.startsWith("files/")) return "template";
  return folder === "ci" || isSettings(name) ? "other" : undefined;
}

/** A chart's values, and what describes the chart; they may have a `kind: Deployment` among them. */
const isSettings = (name: string): boolean =>
  /(?:^|[._-])values(?:[._-].*)?\.(?:ya?ml|json|gotmpl)$/i.test(name) ||
  /^(?:Chart|requirements)\.(?:yaml|lock)$/.test(name) ||
  name.endsWith(".schema.json");

async function pathInChart(uri: string, files: Files): Promise<string | undefined> {
  const folders = foldersAbove(uri).slice(0, mostFoldersUp);
  const isChart = await Promise.all(folders.map((folder) => files.exists(`${folder}/Chart.yaml`)));
  const nearest = folders[isChart.indexOf(true)];
  return nearest && uri.slice(nearest.length + 1);
}

/** Nearest first. */
export function foldersAbove(uri: string): string[] {
  const folders: string[] = [];
  const root = uri.indexOf("://") + 3;
  for (let cut = uri.lastIndexOf("/"); cut > root; cut = uri.lastIndexOf("/", cut - 1)) folders.push(uri.slice(0, cut));
  return folders;
}
