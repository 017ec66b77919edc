// `npm run package`: builds and packs pod-lifecycle-VERSION.vsix, with nothing in it that does not run. The tests install what this makes.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { createVSIX } from "@vscode/vsce";
import JSZip from "jszip";

const root = join(import.meta.dirname, "..");
const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const file = join(root, `${name}-${version}.vsix`);
/** A manifest tool has no business being larger. */
const mostBytes = 1_000_000;

/** @returns {Promise<string>} the .vsix's path. @throws when it is too large */
export async function packageExtension() {
  execFileSync(process.execPath, ["esbuild.mjs", "--tests"], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  await createVSIX({ cwd: root, packagePath: file, dependencies: false });
  const { size } = statSync(file);
  if (size > mostBytes) throw new Error(`${relative(root, file)} has ${size} bytes, over ${mostBytes}.`);
  return file;
}

/** @returns {Promise<string>} the folder with the package's content, as VS Code would install it */
export async function unpackExtension() {
  const folder = join(root, ".vscode-test/packaged");
  rmSync(folder, { recursive: true, force: true });
  const zip = await JSZip.loadAsync(readFileSync(file));
  for (const entry of Object.values(zip.files)) {
    if (entry.dir) continue;
    const path = join(folder, entry.name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await entry.async("nodebuffer"));
  }
  return join(folder, "extension");
}

if (process.argv[1] === import.meta.filename) {
  const path = await packageExtension();
  console.log(`${relative(root, path)}: ${Math.round(statSync(path).size / 1000)} kB`);
}
