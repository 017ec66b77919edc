// The manifests of examples/ that are YAML as they stand; the chart's templates are filled in by Helm first.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../examples");

export interface Example {
  /** Below examples/. */
  readonly path: string;
  readonly text: string;
}

export function readExamples(): Example[] {
  return globSync("{*,healthy/*,broken/*}.yaml", { cwd: folder })
    .map((path) => path.replaceAll("\\", "/"))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
}
