// The house of docs/architecture.md, read off the imports: floors, who may use what, and what a file owes its reader.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { test } from "node:test";

const root = join(import.meta.dirname, "..");
const server = join(root, "server/src");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** Imports point down, or stay on their floor. */
const floors: Readonly<Record<string, number>> = {
  text: 0,
  knowledge: 1,
  syntax: 2,
  model: 3,
  reindent: 4,
  simulate: 4,
  explain: 5,
  draw: 5,
  rules: 6,
  workspace: 7,
  features: 8,
  cli: 9,
};
const top = 9;

/** Long because they are tables: nothing in them has to be understood together. */
const tables = [/\.generated\.ts$/, /^server\/src\/knowledge\/timeZones\.ts$/];
const longest = 200;

const sources = globSync("server/src/**/*.ts", { cwd: root })
  .map((path) => path.split(sep).join("/"))
  .filter((path) => !path.endsWith(".d.ts"))
  .sort();

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const imports: readonly Import[] = sources.flatMap((from) =>
  [...read(from).matchAll(/(?:^|\n)\s*(import|export)( type)?\b[^"';]*?\bfrom "([^"]+)"|\bimport\(\s*"([^"]+)"/g)].map(
    (match) => ({
      from,
      to: match[3] ?? match[4] ?? "",
      typeOnly: match[2] !== undefined,
    }),
  ),
);
const folderOf = (path: string): string => relative(server, join(root, path)).split(sep)[0] ?? "";
const floorOf = (path: string): number => (path.split("/").length === 3 ? top : (floors[folderOf(path)] ?? Number.NaN));
const targetOf = ({ from, to }: Import): string =>
  relative(root, resolve(dirname(join(root, from)), to))
    .split(sep)
    .join("/");
const local = imports.filter(({ to }) => to.startsWith("."));
const packages = imports.filter(({ to }) => !to.startsWith("."));

test("every folder has a floor", () => {
  assert.ok(sources.length > 100 && imports.length > 300);
  assert.deepEqual([...new Set(sources.filter((path) => Number.isNaN(floorOf(path))).map(folderOf))], []);
});

test("imports point down", () => {
  const upward = local.filter((each) => {
    const target = targetOf(each);
    return target.startsWith("server/src/") && floorOf(target) > floorOf(each.from);
  });
  assert.deepEqual(
    upward.map(({ from, to }) => `${from} → ${to}`),
    [],
  );
  const outside = local.filter((each) => !targetOf(each).startsWith("server/src/"));
  // What is written once for VS Code too.
  assert.deepEqual(
    outside.map(targetOf).filter((target) => !/^(?:l10n|snippets)\/[^/]+\.json$/.test(target)),
    [],
  );
});

test("neighbours on a floor do not know each other, but for the top one", () => {
  const across = local.filter((each) => {
    const target = targetOf(each);
    return floorOf(target) === floorOf(each.from) && floorOf(target) < top && folderOf(target) !== folderOf(each.from);
  });
  assert.deepEqual(
    across.map(({ from, to }) => `${from} → ${to}`),
    [],
  );
});

test("nothing imports itself around a corner", () => {
  const edges = Map.groupBy(
    local.filter((each) => !each.typeOnly),
    (each) => each.from,
  );
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): string[] => {
    if (way.includes(path)) return [[...way.slice(way.indexOf(path)), path].join(" → ")];
    if (done.has(path)) return [];
    const found = (edges.get(path) ?? []).flatMap((each) => visit(targetOf(each), [...way, path]));
    done.add(path);
    return found;
  };
  assert.deepEqual(
    sources.flatMap((path) => visit(path, [])),
    [],
  );
});

test("packages stay where they belong", () => {
  const allowed = ({ from, to }: Import): boolean => {
    const floor = floorOf(from);
    if (to === "@vscode/l10n") return folderOf(from) !== "simulate";
    if (to === "yaml") return folderOf(from) === "syntax";
    if (to === "vscode-languageserver-types") return floor >= 8;
    if (to.startsWith("node:") || /^vscode-languageserver(?:\/|$)/.test(to)) return floor === top;
    return false;
  };
  assert.deepEqual(
    packages.filter((each) => !allowed(each)).map(({ from, to }) => `${from} → ${to}`),
    [],
  );
});

test("floors below the top compile without Node and without a page", () => {
  const core = JSON.parse(read("server/tsconfig.core.json"));
  assert.deepEqual(core.compilerOptions, { lib: ["ES2023"], types: [] });
  assert.deepEqual(core.include, ["src/*/**/*.ts", "src/*.d.ts"]);
  assert.deepEqual(core.exclude, ["src/cli"]);
});

test("a rule knows no other rule", () => {
  const isRule = (path: string): boolean => existsSync(join(root, path.replace(/\.ts$/, ".md")));
  const known = local.filter(
    (each) => isRule(targetOf(each)) && basename(each.from) !== "index.ts" && floorOf(each.from) === floors["rules"],
  );
  assert.deepEqual(
    known.filter((each) => !each.typeOnly).map(({ from, to }) => `${from} → ${to}`),
    [],
  );
  const odd = sources.filter(
    (path) => /^server\/src\/rules\/[a-z]+\/[a-z0-9]+(?:-[a-z0-9]+)+\.ts$/.test(path) && !isRule(path),
  );
  assert.deepEqual(odd, []);
});

test("the simulator knows the model only where it comes from it", () => {
  const readers = local.filter(
    (each) => folderOf(each.from) === "simulate" && !["simulate", "text"].includes(folderOf(targetOf(each))),
  );
  assert.deepEqual(
    readers.filter(({ from }) => !/^from[A-Z]/.test(basename(from))),
    [],
  );
});

const written = [
  ...sources,
  ...globSync("{client,test,bench,scripts}/**/*.{ts,mjs}", {
    cwd: root,
    exclude: ["**/node_modules/**", "scripts/vscode-host/**"],
  })
    .map((path) => path.split(sep).join("/"))
    .sort(),
  "esbuild.mjs",
];

test("every file says first why it is there", () => {
  assert.deepEqual(
    written.filter((path) => !/^(?:#!.*\n)?\/\/ \S/.test(read(path))),
    [],
  );
});

test("no file is longer than a reader's patience, but for tables", () => {
  const long = written.filter(
    (path) =>
      path.startsWith("server/") &&
      !tables.some((each) => each.test(path)) &&
      read(path).split("\n").length - 1 > longest,
  );
  assert.deepEqual(long, []);
});

test("the tables in the code are those of the data", () => {
  execFileSync(process.execPath, [join(root, "scripts/generate-knowledge.mjs"), "--check"]);
});
