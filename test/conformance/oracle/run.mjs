// What a new Kubernetes version needs, each step one command: npm run oracle -- build | verdicts | schema | constraints | version 1.38.0
// Needs Go; nothing else in the project does, and no test.
import { spawnSync } from "node:child_process";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const here = import.meta.dirname;
const root = join(here, "../../..");
const verdict = join(here, "bin/verdict");

const steps = {
  /** bin/verdict and bin/yaml2json; minutes the first time. */
  build() {
    run(["go", "build", "-o", verdict, "."], "verdict");
    run(["go", "build", "-o", join(here, "bin/yaml2json"), "."], "yaml2json");
  },
  /** What the server says of the cases of our own, and of the random sample. */
  verdicts() {
    steps.build();
    for (const script of ["record.ts", "random/sample.ts"])
      run([process.execPath, "--import", "./test/register.mjs", join(here, "..", script)], root, { VERDICT: verdict });
  },
  /** data/schema.json, with the defaults measured again. */
  schema() {
    const measured = run(["go", "run", "."], "schema/defaults", {}, "pipe");
    writeFileSync(join(here, "schema/defaults/measured.tsv"), measured);
    run(["go", "run", "."], "schema");
    generate();
  },
  /** data/constraints.json, from data/schema.json: some 340,000 questions, minutes. */
  constraints() {
    steps.build();
    run([process.execPath, "constraints.mjs", verdict], "constraints");
    generate();
  },
  /** Turns the tools to another release. The steps after it are then for that release. */
  version() {
    const [, minor, patch] = /^v?1\.(\d+)\.(\d+)$/.exec(process.argv[3] ?? "") ?? [];
    if (minor === undefined) usage();
    for (const folder of ["verdict", "schema/defaults"]) {
      const file = join(here, folder, "go.mod");
      const text = readFileSync(file, "utf8");
      const own = /k8s\.io\/kubernetes v1\.(\S+)/.exec(text)?.[1];
      const moved = text
        .replaceAll(`k8s.io/kubernetes v1.${own}`, `k8s.io/kubernetes v1.${minor}.${patch}`)
        .replaceAll(new RegExp(`(k8s\\.io/[-a-z]+) v0\\.${own}\\b`, "g"), `$1 v0.${minor}.${patch}`);
      writeFileSync(file, moved);
      run(["go", "mod", "tidy"], folder);
    }
    const releases = join(here, "schema/releases.tsv");
    if (!readFileSync(releases, "utf8").includes(`\tv1.${minor}.`))
      appendFileSync(releases, `v0.${minor}.${patch}\tv1.${minor}.${patch}\n`);
    console.log("Now: npm run oracle -- schema, then constraints, then verdicts; read what changes.");
  },
};

const step = process.argv[2] ?? "";
if (!Object.hasOwn(steps, step)) usage();
steps[step]();

function usage() {
  console.error("Usage: npm run oracle -- build | verdicts | schema | constraints | version 1.MINOR.PATCH");
  process.exit(2);
}

function generate() {
  run([process.execPath, "scripts/generate-knowledge.mjs"], root);
}

/** @param folder beside this file, or whole */
function run([command, ...args], folder, more = {}, output = "inherit") {
  const { status, stdout, error } = spawnSync(command, args, {
    cwd: folder === root ? root : join(here, folder),
    env: { ...process.env, ...more },
    stdio: ["ignore", output, "inherit"],
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (error || status !== 0) {
    console.error(error?.message ?? `${[command, ...args].join(" ")} failed`);
    process.exit(1);
  }
  return stdout;
}
