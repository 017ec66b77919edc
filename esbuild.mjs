// Builds every bundle into dist/. `node esbuild.mjs` for shipping, `--watch` while developing, `--tests` with what runs inside VS Code.
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import esbuild from "esbuild";

const root = import.meta.dirname;
const watch = process.argv.includes("--watch");
const tests = process.argv.includes("--tests");

const common = {
  bundle: true,
  sourcemap: "linked",
  sourcesContent: false,
  minify: !watch,
  target: "es2023",
  loader: { ".md": "text" },
  legalComments: "none",
  logLevel: "warning",
  absWorkingDir: root,
};
// Node has them, though they came after the target: JSON that stays outside is imported with one.
const node = { ...common, platform: "node", format: "cjs", supported: { "import-attributes": true } };
const browser = {
  ...common,
  platform: "browser",
  format: "cjs",
  mainFields: ["browser", "module", "main"],
  conditions: ["browser"],
};

/** `pod-lifecycle server` loads the server's own bundle, instead of a second copy of it. */
const serverBeside = {
  name: "server-beside",
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/main\.node\.ts$/ }, () => ({ path: "./server.node.cjs", external: true })),
};

/** The translations lie in l10n/, where VS Code wants them, and are read only when somebody speaks that language. */
const translationsBeside = {
  name: "translations-beside",
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/l10n\/bundle\.l10n\.[\w-]+\.json$/ }, ({ path }) => ({
      path: `../l10n/${basename(path)}`,
      external: true,
    })),
};

const bundles = [
  {
    ...node,
    entryPoints: { "client.node": "client/src/main.node.ts" },
    external: ["vscode"],
    outExtension: { ".js": ".cjs" },
  },
  {
    ...browser,
    entryPoints: { "client.browser": "client/src/main.browser.ts" },
    external: ["vscode"],
    outExtension: { ".js": ".cjs" },
  },
  {
    ...node,
    entryPoints: { "server.node": "server/src/main.node.ts" },
    outExtension: { ".js": ".cjs" },
    plugins: [translationsBeside],
  },
  { ...browser, format: "iife", entryPoints: { "server.browser": "server/src/main.browser.ts" } },
  {
    ...node,
    format: "esm",
    entryPoints: { cli: "server/src/cli.ts" },
    outExtension: { ".js": ".mjs" },
    plugins: [serverBeside, translationsBeside],
    banner: {
      // Some libraries are CommonJS and ask for Node's modules by require.
      js: '#!/usr/bin/env node\nimport { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);',
    },
  },
  ...(tests
    ? [
        {
          ...node,
          entryPoints: { "test-vscode/index": "test/vscode/index.ts" },
          external: ["vscode", "mocha"],
          outExtension: { ".js": ".cjs" },
        },
        {
          ...browser,
          entryPoints: { "test-web/index": "test/vscode/index.web.ts" },
          external: ["vscode"],
          outExtension: { ".js": ".cjs" },
          // Mocha's bundle would else take the suite's own exports for its own.
          define: { global: "globalThis", exports: "undefined", module: "undefined" },
        },
      ]
    : []),
].map((bundle) => ({ ...bundle, outdir: "dist" }));

/** The pages that the editor shows lie beside their rules in the sources; one file a language holds them all. */
function writePages() {
  const pages = { en: {}, "zh-cn": {} };
  for (const page of globSync("server/src/rules/*/*.md", { cwd: root }).sort()) {
    const name = basename(page, ".md");
    const locale = name.endsWith(".zh-cn") ? "zh-cn" : "en";
    pages[locale][name.replace(/\.zh-cn$/, "")] = readFileSync(join(root, page), "utf8");
  }
  mkdirSync(join(root, "dist"), { recursive: true });
  for (const [locale, texts] of Object.entries(pages))
    writeFileSync(join(root, `dist/rules.${locale}.json`), JSON.stringify(texts));
}

writePages();
if (watch) {
  for (const bundle of bundles) await (await esbuild.context(bundle)).watch();
  console.log("Watching.");
} else await Promise.all(bundles.map((bundle) => esbuild.build(bundle)));
