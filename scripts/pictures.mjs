// `npm run pictures`: takes the README's pictures from the real editor, in English and in Chinese, into docs/pictures/.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { copyExamples, openBrowser, startServer, workbenchUrl } from "./vscode-host.mjs";

const root = join(import.meta.dirname, "..");
const pictures = join(root, "docs/pictures");
const locales = { en: "", "zh-cn": ".zh-cn" };

mkdirSync(pictures, { recursive: true });
const userSettings = {
  "workbench.colorTheme": "Default Light Modern",
  "editor.fontSize": 13,
  "workbench.activityBar.location": "hidden",
  "workbench.statusBar.visible": false,
  "editor.wordBasedSuggestions": "off",
};
const browser = await openBrowser();
try {
  // A server of its own for each: it would bring back what was typed in the other's.
  for (const [locale, suffix] of Object.entries(locales)) {
    const workspace = copyExamples("pictures");
    const server = await startServer({ userSettings });
    await takeAll({ url: server.url, workspace, locale, suffix }).finally(() => server.close());
  }
} finally {
  await browser.close();
}

async function takeAll({ url, workspace, locale, suffix }) {
  const page = await browser.newPage({ viewport: { width: 1180, height: 860 }, deviceScaleFactor: 2 });
  // The workbench takes its display language from here; there is no language pack, so only the extension speaks it.
  await page.addInitScript((language) => {
    if (language === "en") return;
    Object.defineProperty(globalThis, "_VSCODE_NLS_LANGUAGE", { get: () => language, set: () => undefined });
  }, locale);
  const open = join(workspace, "broken/deployment.yaml");
  await page.goto(workbenchUrl(url, { workspace, extension: root, open }));
  await page.locator(".monaco-editor .squiggly-error").first().waitFor({ timeout: 60_000 });
  const { goTo, shown, save, focusEditor } = editorOf(page);

  // The findings with the bulb open, and the list of problems below.
  await page.keyboard.press("Control+b");
  await page.keyboard.press("Control+Shift+m");
  await page.locator(".markers-panel .monaco-list-row").first().waitFor({ timeout: 20_000 });
  await focusEditor();
  await goTo(26, 26);
  await shown(".action-widget", () => page.keyboard.press("Control+."));
  await save(`findings${suffix}`, ".monaco-workbench");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+j");

  await goTo(23, 14);
  await shown(".monaco-hover-content", async () => {
    await page.keyboard.press("Control+k");
    await page.keyboard.press("Control+i");
  });
  await save(`hover${suffix}`);
  await page.keyboard.press("Escape");

  await goTo(27, 100);
  await page.keyboard.press("Enter");
  await shown(".suggest-widget.visible .monaco-list-row", () => page.keyboard.press("Control+Space"));
  await page.keyboard.press("Control+Space");
  await save(`completion${suffix}`);
  await page.close();
}

function editorOf(page) {
  return {
    focusEditor: () => page.keyboard.press("Control+1"),
    async goTo(line, column) {
      await page.mouse.move(5, 5);
      await page.keyboard.press("Control+g");
      await page.locator(".quick-input-widget input").fill(`:${line}:${column}`);
      await page.keyboard.press("Enter");
      await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
    },
    /** Acts until something is to be seen: keys get lost while the workbench is busy. */
    async shown(selector, act) {
      for (let tries = 0; ; tries++) {
        await act();
        try {
          return await page.locator(selector).first().waitFor({ timeout: 4000 });
        } catch (error) {
          if (tries === 4) throw error;
          await page.keyboard.press("Escape");
        }
      }
    },
    /** Takes the picture once two in a row are the same. */
    async save(name, part = ".part.editor") {
      let last;
      for (let tries = 0; tries < 20; tries++) {
        const next = await page.locator(part).first().screenshot({ animations: "disabled", caret: "hide" });
        if (last?.equals(next)) break;
        last = next;
        await page.waitForTimeout(250);
      }
      await page
        .locator(part)
        .first()
        .screenshot({ animations: "disabled", caret: "hide", path: join(pictures, `${name}.png`) });
      console.log(`docs/pictures/${name}.png`);
    },
  };
}
