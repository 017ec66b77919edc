// `npm start`: builds, and opens VS Code with the extension on a copy of examples/. Desktop VS Code where there is one, else in a browser.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

function stop(text) {
  console.error(text);
  process.exit(2);
}

if (process.argv.length > 2)
  stop(
    `npm start takes no arguments, not "${process.argv.slice(2).join(" ")}". PLAY=browser and PORT=NUMBER choose where it opens.`,
  );
const port = process.env.PORT === undefined ? 8087 : Number(process.env.PORT);
if (!Number.isInteger(port) || port < 1 || port > 65535)
  stop(`PORT is a number from 1 to 65535, not "${process.env.PORT}".`);

console.log("Building …");
if (spawnSync(process.execPath, ["esbuild.mjs"], { cwd: root, stdio: "inherit" }).status !== 0)
  stop("The build failed; its words are above.");
const { copyExamples, freePort, startServer, workbenchUrl } = await import("./vscode-host.mjs");
const workspace = copyExamples("work");

const desktop =
  process.env.PLAY !== "browser" &&
  spawnSync("code", ["--version"], { stdio: "ignore", shell: process.platform === "win32" }).status === 0;
if (desktop) {
  spawnSync("code", ["--new-window", `--extensionDevelopmentPath=${root}`, workspace], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  console.log(`VS Code is open on a copy of the examples: ${workspace}`);
} else {
  try {
    const server = await startServer({ port: process.env.PORT === undefined ? await freePort(port) : port });
    console.log(
      `VS Code with Pod Lifecycle is at\n\n  ${workbenchUrl(server.url, { workspace, extension: root, open: join(workspace, "lifecycle-demo.yaml") })}\n\nOpen it in a browser on this machine. Ctrl+C ends it.`,
    );
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.close().then(() => process.exit(0)));
  } catch (error) {
    stop(error instanceof Error ? error.message : String(error));
  }
}
