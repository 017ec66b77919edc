// Installs the browser-served VS Code into .vscode-test/host, once: its server and page from npm, nothing compiled.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const source = join(root, "scripts/vscode-host");
export const host = join(root, ".vscode-test/host");
export const vscodeFolder = join(host, "node_modules/code-server/lib/vscode");

export function setupVscode() {
  const stamp = join(host, ".installed-lock");
  const lock = readFileSync(join(source, "package-lock.json"), "utf8");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.error("Installing the browser-served VS Code (about 20 s, 220 MB) …");
  rmSync(host, { recursive: true, force: true });
  mkdirSync(host, { recursive: true });
  for (const name of ["package.json", "package-lock.json", ".npmrc"])
    copyFileSync(join(source, name), join(host, name));
  const result = spawnSync("npm", ["ci", "--ignore-scripts", "--loglevel=error"], {
    cwd: host,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (result.status !== 0)
    throw new Error(
      "The browser-served VS Code could not be installed: is the npm registry within reach? Then try again.",
    );
  // The server and the page's static files look for modules here.
  symlinkSync("../../../../node_modules", join(vscodeFolder, "node_modules"));
  writeFileSync(stamp, lock);
}
