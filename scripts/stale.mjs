// Exit 1 when dist/cli.mjs is missing or older than a source file.
import { globSync, statSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const built = statSync(join(root, "dist/cli.mjs"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
const newest = Math.max(
  ...globSync(["server/src/**/*.{ts,md}", "esbuild.mjs", "package-lock.json"], { cwd: root }).map(
    (name) => statSync(join(root, name)).mtimeMs,
  ),
);
process.exitCode = built > newest ? 0 : 1;
