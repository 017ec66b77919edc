#!/usr/bin/env node
// Takes the place of the VS Code program for @vscode/test-electron: the same arguments, the workbench in a headless browser.
// With WEB_EXTENSION=1 the extension runs in the page's web worker host instead of the Node one.
import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { format } from "node:util";
import { openBrowser, startServer, workbenchUrl } from "./vscode-host.mjs";
import { serveFolders, useWebExtension } from "./web-extension.mjs";

const limit = 150_000;
const flags = Object.fromEntries(
  process.argv
    .slice(2)
    .flatMap((each) => (/^--([\w-]+)=(.*)$/.exec(each) ? [/^--([\w-]+)=(.*)$/.exec(each).slice(1, 3)] : [])),
);
const workspace = process.argv.slice(2).find((each) => !each.startsWith("-"));
const web = process.env.WEB_EXTENSION === "1";
const quiet = [];
/** What a workbench without accounts, marketplace and most built-in extensions says each time. */
const isNoise = /github|gallery|socket|connection token|grace time|^%c|Failed to load resource/i;
let server;
let browser;
let files;
let finished = false;
/** Mocha said its sum: what failed is told already. */
let reported = false;

async function finish(code, reason) {
  if (finished) return;
  finished = true;
  if (reason) {
    const log = server ? readFileSync(server.logFile, "utf8").split("\n").slice(-12) : [];
    console.log([reason, ...quiet.filter((line) => !isNoise.test(line)).slice(-12), ...log].join("\n"));
  }
  await Promise.race([browser?.close(), new Promise((done) => setTimeout(done, 3000))]);
  files?.close();
  await server?.close();
  process.exit(code);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => finish(130, `stopped by ${signal}`));
setTimeout(() => finish(1, `no result in ${limit / 1000} s`), limit).unref();

try {
  server = await startServer();
  browser = await openBrowser();
  browser.on("disconnected", () => finish(1, "the browser went away"));
  const page = await browser.newPage({ bypassCSP: web });
  page.on("crash", () => finish(1, "the browser page crashed"));
  page.on("console", (message) => quiet.push(message.text()));
  // The workbench's own log comes this way too; the suite's lines carry a mark.
  await page.exposeFunction("codeAutomationLog", (_type, args) => {
    const line = format(...args);
    if (!line.startsWith("\u2063")) return quiet.push(line);
    reported ||= / passing/.test(line);
    console.log(line.slice(1));
  });
  await page.exposeFunction("codeAutomationExit", (code) =>
    finish(code, code === 0 || reported ? undefined : "VS Code ended before the tests did."),
  );
  if (web) {
    // The workbench looks for a host for the tests among the extensions: they have to lie below ours.
    files = await serveFolders({
      "/ext/tests/": dirname(flags.extensionTestsPath),
      "/ext/": flags.extensionDevelopmentPath,
    });
    await useWebExtension(page, files.authority, { tests: `/ext/tests/${basename(flags.extensionTestsPath)}` });
    await page.goto(`${server.url}?folder=${encodeURIComponent(workspace)}`);
  } else
    await page.goto(
      workbenchUrl(server.url, {
        workspace,
        extension: flags.extensionDevelopmentPath,
        tests: flags.extensionTestsPath,
      }),
    );
} catch (error) {
  await finish(1, error instanceof Error ? error.stack : String(error));
}
