// A Chromium to show the browser-served VS Code in: found, or installed where that takes no questions.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

export function findBrowser() {
  const places = [
    process.env.CHROME_PATH,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  ];
  return places.find((path) => path && existsSync(path));
}

/** @throws with one sentence on what to do when there is none and none can be installed */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.error("Installing Chromium with apt-get (about half a minute) …");
    const apt = (...args) =>
      spawnSync("apt-get", args, {
        stdio: ["ignore", "ignore", "inherit"],
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
    apt("update", "-q");
    apt("install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-dejavu-core", "fonts-noto-cjk");
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error("There is no Chromium or Chrome here: install one, or name it in CHROME_PATH, and try again.");
}

export const browserArguments = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--font-render-hinting=none",
  "--disable-lcd-text",
];
