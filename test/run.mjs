// `npm test [-- SUITE …]`: every suite, a line for each as it ends, and the sum last. Without names all suites run, cheapest first.
import { spawn } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";
import { run } from "node:test";
import { runInVscode } from "./vscode/run.mjs";

const root = join(import.meta.dirname, "..");
/** Suites that run what was built; the others run the sources. */
const built = ["protocol", "cli", "package"];
const needPackage = ["process", "vscode", "vscode-web"];

const suites = {
  lint: () => tool(["biome", "ci", "--colors=off"]),
  types: async () =>
    sum(
      await Promise.all(
        ["server/tsconfig.core.json", "server", "client", "test"].map((project) => tool(["tsc", "-p", project])),
      ),
    ),
  unit: () =>
    nodeTests(globSync("test/**/*.test.ts", { cwd: root }).filter((path) => !built.includes(path.split(/[\\/]/)[1]))),
  // Builds, too: what follows runs what people will install.
  package: () => tool([process.execPath, "scripts/package.mjs"]),
  process: () => nodeTests(globSync(`test/{${built.join()}}/**/*.test.ts`, { cwd: root })),
  vscode: () => runInVscode({ web: false }),
  "vscode-web": () => runInVscode({ web: true }),
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(suites, name));
if (unknown !== undefined) {
  console.error(`There is no suite "${unknown}". The suites are ${Object.keys(suites).join(", ")}.`);
  process.exit(2);
}

let passed = 0;
let failed = 0;
for (const [name, suite] of Object.entries(suites)) {
  const needed = name === "package" && asked.some((each) => needPackage.includes(each));
  if (asked.length > 0 && !asked.includes(name) && !needed) continue;
  const start = performance.now();
  const result = await suite();
  passed += result.passed;
  failed += result.failed;
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(
    `${result.failed === 0 ? "ok  " : "FAIL"} ${name.padEnd(11)} ${result.passed} passed, ${result.failed} failed (${seconds} s)`,
  );
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

function sum(results) {
  return {
    passed: results.reduce((all, each) => all + each.passed, 0),
    failed: results.reduce((all, each) => all + each.failed, 0),
  };
}

/** One program that is right or wrong as a whole; its words are shown only when it is wrong. */
function tool([program, ...args]) {
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    let words = "";
    child.stdout.on("data", (data) => (words += data));
    child.stderr.on("data", (data) => (words += data));
    child.on("error", (error) => (words += error.message));
    child.on("close", (code) => {
      if (code !== 0) console.log(words);
      done(code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
    });
  });
}

/** Files of node:test, each in a process of its own. A file that ends before its tests counts as failed. */
async function nodeTests(files) {
  let passed = 0;
  let failed = 0;
  const stream = run({
    files: files.sort(),
    cwd: root,
    concurrency: true,
    execArgv: ["--import", "./test/register.mjs"],
  });
  for await (const { type, data } of stream) {
    const isFile = files.includes(data?.name) || data?.name?.startsWith(root);
    if (type === "test:pass" && !isFile && data.details?.type !== "suite") {
      if (data.skip !== undefined || data.todo !== undefined) {
        console.log(`FAIL ${data.file}: ${data.name} is skipped`);
        failed++;
      } else passed++;
    } else if (type === "test:fail" && data.details?.type !== "suite") {
      if (isFile && data.details?.error?.failureType === "subtestsFailed") continue;
      failed++;
      console.log(`FAIL ${data.file ?? ""}: ${data.name}`);
      console.log(data.details?.error?.cause?.message ?? data.details?.error?.message);
    } else if (type === "test:stderr") process.stderr.write(data.message);
  }
  return { passed, failed };
}
