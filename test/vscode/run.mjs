// Runs the suite inside a real VS Code: on the desktop where one can be had, else the browser-served one. What runs is the packaged extension.
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { downloadAndUnzipVSCode, runTests } from "@vscode/test-electron";
import { unpackExtension } from "../../scripts/package.mjs";
import { setupVscode } from "../../scripts/setup-vscode.mjs";
import { copyExamples } from "../../scripts/vscode-host.mjs";

const root = join(import.meta.dirname, "../..");
const shim = join(root, "scripts/vscode-shim.mjs");

async function executable(web) {
  if (process.env.VSCODE_EXECUTABLE && !web) return process.env.VSCODE_EXECUTABLE;
  if (process.env.VSCODE_HOST !== "browser" && !web) {
    try {
      return await downloadAndUnzipVSCode({ version: process.env.VSCODE_VERSION ?? "stable" });
    } catch (error) {
      console.log(`No desktop VS Code can be had (${error.message}); the browser-served one is used.`);
    }
  }
  setupVscode();
  return shim;
}

/** Needs the package and the suite's bundles. @returns {Promise<{passed: number, failed: number}>} as the suite itself counted */
export async function runInVscode({ web }) {
  let seen = "";
  const stdout = new Writable({
    write(chunk, _, done) {
      seen += chunk;
      done();
    },
  });
  const extensionDevelopmentPath = await unpackExtension();
  // The suite is no part of the package; the web host serves it from beside it.
  const tests = join(root, ".vscode-test/tests");
  rmSync(tests, { recursive: true, force: true });
  mkdirSync(tests, { recursive: true });
  cpSync(join(root, "dist/test-web"), tests, { recursive: true });
  const extensionTestsPath = web ? join(tests, "index.cjs") : join(root, "dist/test-vscode/index.cjs");
  const code = await runTests({
    vscodeExecutablePath: await executable(web),
    extensionDevelopmentPath,
    extensionTestsPath,
    launchArgs: [copyExamples(web ? "tests-web" : "tests-node")],
    extensionTestsEnv: { WEB_EXTENSION: web ? "1" : "0" },
    stdout,
    stderr: stdout,
  }).catch((error) => error.code ?? 1);
  const count = (word) => Number(new RegExp(`^\\s*(\\d+) ${word}`, "m").exec(seen)?.[1] ?? 0);
  const passed = count("passing");
  // A crashed extension host reports success, so tests that were not counted are a failure.
  const failed = count("failing") || (code !== 0 || passed === 0 ? 1 : 0);
  if (failed > 0 || process.env.VERBOSE) console.log(seen);
  return { passed, failed };
}
