// What `npm test`, `npm start` and the other scripts run: sets up what is missing with plain Node (20 or newer), then starts the
// tool itself under the project's own newer Node. Usage: node scripts/run.mjs COMMAND [ARG …]
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const commands = {
  test: { script: "test/run.mjs" },
  start: { script: "scripts/play.mjs" },
  build: { script: "esbuild.mjs" },
  package: { script: "scripts/package.mjs" },
  pictures: { script: "scripts/pictures.mjs" },
  check: { script: "dist/cli.mjs", before: ["check"], build: true },
};

const [name = "", ...args] = process.argv.slice(2);
if (!Object.hasOwn(commands, name))
  stop(`There is no command "${name}". Use one of ${Object.keys(commands).join(", ")}.`);
if (Number(process.versions.node.split(".")[0]) < 20)
  stop(`Node ${process.versions.node} is too old: install Node 20 or newer from nodejs.org and try again.`);

installDependencies();
const node = join(root, "node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");
const command = commands[name];
if (command.build && isStale()) run(node, ["esbuild.mjs"], "The build failed; its words are above.");
process.exitCode = run(node, [join(root, command.script), ...(command.before ?? []), ...args]);

/** npm ci when node_modules is missing or was installed from another lock. The stamp is the lock itself. */
function installDependencies() {
  const stamp = join(root, "node_modules/.installed-lock");
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  say("Installing the dependencies (npm ci, about half a minute) …");
  const result = spawnSync("npm", ["ci", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (result.status !== 0)
    stop("npm ci failed: is the npm registry within reach? Its words are above; then try again.");
  writeFileSync(stamp, lock);
}

/** The command line is built when one of its sources is newer than the bundle. */
function isStale() {
  const check = spawnSync(node, ["scripts/stale.mjs"], { cwd: root });
  return check.status !== 0;
}

function run(file, list, failure) {
  const result = spawnSync(file, list, {
    cwd: name === "check" && list[0] === join(root, command.script) ? (process.env.INIT_CWD ?? process.cwd()) : root,
    stdio: "inherit",
    env: {
      ...process.env,
      PATH: `${join(root, "node_modules/.bin")}${process.platform === "win32" ? ";" : ":"}${process.env.PATH}`,
    },
  });
  const status = result.status ?? 1;
  if (failure && status !== 0) stop(failure);
  return status;
}

function say(text) {
  // Standard output may be somebody's JSON.
  console.error(text);
}

function stop(text) {
  say(text);
  process.exit(2);
}
