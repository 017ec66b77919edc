// Writes what is said of the rules elsewhere from the rules themselves: README's tables, docs/rules.md, and the settings in package.json.
// Usage: npm run generate [-- --check]   (with --check: exit 1 when something is stale)
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newest, oldest } from "../server/src/knowledge/versions.ts";
import { rules } from "../server/src/rules/index.ts";

const root = join(import.meta.dirname, "..");
const read = (path) => readFileSync(join(root, path), "utf8");
const pages = new Map(
  globSync("server/src/rules/*/*.md", { cwd: root }).map((path) => [
    path.replace(/^.*[\\/]/, ""),
    path.replaceAll("\\", "/"),
  ]),
);

/** One entry a rule id, in the order of the groups. */
const listed = [...new Map(rules.map((each) => [each.id, each])).values()].map(({ id, severity, off }) => {
  const path = pages.get(`${id}.md`);
  return {
    id,
    severity,
    off: off === true,
    path,
    group: path.split("/").at(-2),
    sentence: sentenceOf(path),
    chinese: sentenceOf(pages.get(`${id}.zh-cn.md`)),
  };
});

/** The paragraph under a page's title. */
function sentenceOf(path) {
  return read(path).split("\n\n")[1].replaceAll("\n", " ");
}

const shown = ({ severity, off }) => (off ? `${severity}, off by default` : severity);
const table = (list, link) =>
  [
    "| rule | severity | what it says |",
    "| --- | --- | --- |",
    ...list.map(
      (each) => `| [${each.id}](${link}${each.path}) | ${shown(each)} | ${each.sentence.replaceAll("|", "\\|")} |`,
    ),
  ].join("\n");

function between(text, name, content) {
  const [start, end] = [`<!-- ${name}: generated -->`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md has no place for ${name}`);
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
}

function settingsTable(manifest, words) {
  const properties = Object.entries(manifest.contributes.configuration.properties);
  return [
    "| setting | default | what it does |",
    "| --- | --- | --- |",
    ...properties.map(
      ([name, { default: value, markdownDescription }]) =>
        `| \`${name}\` | \`${JSON.stringify(value)}\` | ${words[markdownDescription.slice(1, -1)]} |`,
    ),
  ].join("\n");
}

function groups() {
  return [...Map.groupBy(listed, (each) => each.group)]
    .map(([group, list]) => `## ${group}\n\n${table(list, "../")}\n`)
    .join("\n");
}

const manifest = JSON.parse(read("package.json"));
const properties = manifest.contributes.configuration.properties;
properties["podLifecycle.kubernetesVersion"].enum = [
  "",
  ...Array.from({ length: newest - oldest + 1 }, (_, index) => `1.${newest - index}`),
];
properties["podLifecycle.rules"].properties = Object.fromEntries(
  listed.map(({ id, severity, off }) => [
    id,
    {
      enum: ["error", "warning", "information", "hint", "off"],
      default: off ? "off" : severity,
      description: `%rule.${id}%`,
    },
  ]),
);

function words(path, text) {
  const own = Object.entries(JSON.parse(read(path))).filter(([key]) => !key.startsWith("rule."));
  return `${JSON.stringify(Object.fromEntries([...own, ...listed.map((each) => [`rule.${each.id}`, text(each)])]), null, 2)}\n`;
}

const english = words("package.nls.json", (each) => each.sentence.replaceAll("`", ""));
const files = {
  "package.json": `${JSON.stringify(manifest, null, 2)}\n`,
  "package.nls.json": english,
  "package.nls.zh-cn.json": words("package.nls.zh-cn.json", (each) => each.chinese.replaceAll("`", "")),
  "README.md": between(
    between(read("README.md"), "settings", settingsTable(manifest, JSON.parse(english))),
    "rules",
    table(listed, ""),
  ),
  "docs/rules.md": `# Rules\n\nMade from the rules' own pages by \`npm run generate\`; each page has an example of what is wrong and what is right. An error is what the API server refuses, and nothing else is one.\n\n${groups()}`,
};
for (const [path, text] of Object.entries(files)) {
  let old = "";
  try {
    old = read(path);
  } catch {
    // It is made now.
  }
  if (old === text) continue;
  if (process.argv.includes("--check")) {
    console.log(`${path} is stale: run npm run generate`);
    process.exitCode = 1;
  } else writeFileSync(join(root, path), text);
}
