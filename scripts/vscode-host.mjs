// Starts a browser-served VS Code for tests, pictures and `npm start`. Each start has folders of its own under .vscode-test/run.
import { spawn } from "node:child_process";
import { cpSync, createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { browserArguments, ensureBrowser } from "./browser.mjs";
import { setupVscode, vscodeFolder } from "./setup-vscode.mjs";

const root = join(import.meta.dirname, "..");
const runs = join(root, ".vscode-test/run");

const settings = {
  "files.autoSave": "off",
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
  "workbench.tips.enabled": false,
  "window.commandCenter": false,
  "breadcrumbs.enabled": false,
  "editor.minimap.enabled": false,
  "editor.fontFamily": "DejaVu Sans Mono",
  "editor.cursorBlinking": "solid",
  "workbench.reduceMotion": "on",
  "telemetry.telemetryLevel": "off",
  "extensions.ignoreRecommendations": true,
  "git.enabled": false,
};

/** @param wanted {number} taken when it is free */
export async function freePort(wanted = 0) {
  const server = createServer();
  const listen = (port) => new Promise((done, fail) => server.once("error", fail).listen(port, "127.0.0.1", done));
  await listen(wanted).catch(() => listen(0));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** @returns {Promise<{url: string, logFile: string, close: () => Promise<void>}>} the server, ready to answer */
export async function startServer({ port, userSettings = {}, extensions } = {}) {
  setupVscode();
  mkdirSync(runs, { recursive: true });
  const folder = mkdtempSync(join(runs, "vscode-"));
  const data = join(folder, "data");
  const builtin = join(folder, "builtin");
  mkdirSync(join(data, "User"), { recursive: true });
  writeFileSync(join(data, "User/settings.json"), JSON.stringify({ ...settings, ...userSettings }));
  for (const name of [
    "yaml",
    "json",
    "markdown-basics",
    "markdown-language-features",
    "theme-defaults",
    "theme-seti",
    "shellscript",
  ])
    cpSync(join(vscodeFolder, "extensions", name), join(builtin, name), { recursive: true });
  const chosen = port ?? (await freePort());
  const url = `http://127.0.0.1:${chosen}/`;
  const logFile = join(folder, "server.log");
  const log = createWriteStream(logFile);
  const main = join(vscodeFolder, "out/server-main.js");
  const child = spawn(
    process.execPath,
    [
      join(import.meta.dirname, "vscode-server.mjs"),
      main,
      "--accept-server-license-terms",
      "--host",
      "127.0.0.1",
      "--port",
      String(chosen),
      "--without-connection-token",
      "--enable-smoke-test-driver",
      "--disable-telemetry",
      "--disable-workspace-trust",
      "--disable-getting-started-override",
      "--disable-update-check",
      "--reconnection-grace-time",
      "1",
      "--builtin-extensions-dir",
      builtin,
      "--user-data-dir",
      data,
      "--extensions-dir",
      extensions ?? join(folder, "extensions"),
    ],
    { detached: true, stdio: ["pipe", "pipe", "pipe"], env: { ...process.env, EXTENSIONS_GALLERY: "{}" } },
  );
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  const kill = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // It has ended already.
    }
  };
  const atExit = () => kill("SIGKILL");
  process.once("exit", atExit);
  const close = async () => {
    process.off("exit", atExit);
    const ended = new Promise((done) => child.once("exit", done));
    kill("SIGTERM");
    await Promise.race([ended, new Promise((done) => setTimeout(done, 2000))]);
    kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  for (let tries = 0; ; tries++) {
    if (child.exitCode !== null || tries > 300) {
      const words = readFileSync(logFile, "utf8").split("\n").slice(-12).join("\n");
      await close();
      throw new Error(`VS Code's server did not start:\n${words}`);
    }
    const ready = await fetch(`${url}version`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return { url, logFile, close };
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** The page's address. @param files {{workspace: string, extension?: string, tests?: string, open?: string}} absolute paths */
export function workbenchUrl(url, { workspace, extension, tests, open }) {
  // The authority has to be the page's own, or an opened file differs from the workspace's and shows no findings.
  const remote = (path) => `vscode-remote://${new URL(url).host}${encodeURI(path)}`;
  const payload = [];
  if (extension) payload.push(["extensionDevelopmentPath", remote(extension)]);
  if (tests) payload.push(["extensionTestsPath", remote(tests)]);
  if (open) payload.push(["openFile", remote(open)]);
  return `${url}?folder=${encodeURIComponent(workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

export async function openBrowser() {
  return chromium.launch({ executablePath: ensureBrowser(), headless: true, args: browserArguments });
}

/** A fresh copy of examples/: nobody's edit ends up in the tracked files. */
export function copyExamples(name) {
  const work = join(root, ".vscode-test", name);
  rmSync(work, { recursive: true, force: true });
  cpSync(join(root, "examples"), work, { recursive: true });
  return work;
}
