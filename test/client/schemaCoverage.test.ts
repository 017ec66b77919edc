// In which files Red Hat's YAML extension holds Kubernetes' schema against every document: its settings, globs and modelines.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isCoveredBySchema, type YamlSettings } from "../../client/src/schemaCoverage.ts";

const pod = "apiVersion: v1\nkind: Pod\n";
const all = "https://raw.githubusercontent.com/yannh/kubernetes-json-schema/master/v1.34.1-standalone-strict/all.json";
const modeline = `# yaml-language-server: $schema=${all}\n`;
const other = "# yaml-language-server: $schema=https://example.com/other.json\n";

const covered = (text: string, settings: Partial<YamlSettings> = {}, uri = "file:///work/k8s/web.yaml"): boolean =>
  isCoveredBySchema(text, uri, {
    validate: undefined,
    schemas: undefined,
    disableSchemaDetection: undefined,
    ...settings,
  });

const globs: readonly (readonly [string, unknown, boolean])[] = [
  ["file:///work/k8s/web.yaml", "*.yaml", true],
  ["file:///work/k8s/web.yaml", "/*.yaml", true],
  ["file:///work/k8s/web.yaml", "k8s/*.yaml", true],
  ["file:///work/k8s/web.yaml", "k8s/**", true],
  ["file:///work/k8s/web.yaml", "web.yaml", true],
  ["file:///work/k8s/web.yaml", "*.{yml,yaml}", true],
  ["file:///work/k8s/web.yaml", ["*.yml", "web.*"], true],
  ["file:///work/k8s/web.yaml", ["*.yaml", "!web.yaml"], false],
  ["file:///work/k8s/web.yaml", "*.yml", false],
  ["file:///work/k8s/deep/web.yaml", "k8s/*.yaml", false],
  ["file:///work/k8s/deep/web.yaml", "k8s/**/*.yaml", true],
  ["file:///work/.k8s/web.yaml", "*.yaml", false],
  ["file:///work/.k8s/web.yaml", ".k8s/*.yaml", true],
  ["file:///work/our manifests/web.yaml", "our manifests/*", true],
  ["untitled:Untitled-1", "*.yaml", false],
  ["vscode-vfs://github/a/b/web.yaml", "*.yaml", true],
  ["file:///work/web.yaml", "", false],
  ["file:///work/web.yaml", [], false],
  ["file:///work/web.yaml", "[", false],
  ["file:///work/web.yaml", [5, null], false],
  ["file:///work/web.yaml", true, false],
];
for (const [uri, glob, expected] of globs)
  test(`${JSON.stringify(glob)} ${expected ? "covers" : "does not cover"} ${uri}`, () => {
    assert.equal(covered(pod, { schemas: { kubernetes: glob } }, uri), expected);
  });

const schemas: readonly (readonly [string, unknown, boolean])[] = [
  ["the keyword", { kubernetes: "*" }, true],
  ["the keyword in capitals", { Kubernetes: "*" }, true],
  ["the strict schema of all kinds", { [all]: "*" }, true],
  ["a schema that lets any key pass", { [all.replace("-strict", "")]: "*" }, false],
  ["the schema of one kind", { [all.replace("all", "pod-v1")]: "*" }, false],
  ["a copy elsewhere, of which several kinds fit", { "https://kubernetesjsonschema.dev/v1.18.1/all.json": "*" }, false],
  ["another schema", { "https://example.com/schema.json": "*" }, false],
  ["another schema beside it", { kubernetes: "*", "https://example.com/schema.json": "*.yaml" }, false],
  ["another schema for other files", { kubernetes: "*", "https://example.com/schema.json": "*.yml" }, true],
  ["nothing", {}, false],
  ["null", null, false],
  ["a text", "kubernetes", false],
  ["a list", ["kubernetes"], false],
];
for (const [what, given, expected] of schemas)
  test(`yaml.schemas holds ${what}`, () => assert.equal(covered(pod, { schemas: given }), expected));

const kubernetes = { schemas: { kubernetes: "*" } };

test("what switches the schema off", () => {
  assert.equal(covered(pod, { ...kubernetes, validate: false }), false);
  assert.equal(covered(pod, { ...kubernetes, validate: true }), true);
  assert.equal(covered(pod, { ...kubernetes, disableSchemaDetection: ["web.*"] }), false);
  assert.equal(covered(pod, { ...kubernetes, disableSchemaDetection: "db.*" }), true);
  assert.equal(covered(modeline + pod, { disableSchemaDetection: "*" }), true);
  assert.equal(covered(modeline + pod, { validate: false }), false);
});

const texts: readonly (readonly [string, string, boolean, boolean])[] = [
  // name, text, covered without settings, covered by the settings
  ["no modeline", pod, false, true],
  ["a modeline", modeline + pod, true, true],
  ["a modeline of IntelliJ's form", `# $schema: ${all}\n${pod}`, true, true],
  ["a modeline with CRLF", `${modeline}${pod}`.replaceAll("\n", "\r\n"), true, true],
  ["a modeline below other comments", `# ours\n\n${modeline}${pod}`, true, true],
  ["a modeline above the separator", `${modeline}---\n${pod}`, true, true],
  ["a modeline below the separator", `---\n${modeline}${pod}`, true, true],
  ["another schema's modeline", other + pod, false, false],
  ["a modeline that switches schemas off", `# yaml-language-server: $schema=none\n${pod}`, false, false],
  ["the first of two modelines counts", other + modeline + pod, false, false],
  ["a modeline below the first key", pod + modeline, false, true],
  ["a comment without the blank", `${modeline.replace("# ", "#")}${pod}`, false, true],
  ["every document has one", `${modeline}${pod}---\n${modeline}${pod}`, true, true],
  ["one document of two", `${modeline}${pod}---\n${pod}`, false, true],
  ["the other document has another schema", `${pod}---\n${other}${pod}`, false, false],
  ["at the end of the document before", `${pod}${modeline}---\n${pod}`, false, true],
  ["empty documents do not count", `${modeline}${pod}---\n# nothing\n---\n`, true, true],
  ["an empty file", "", false, false],
  ["comments alone", modeline, false, false],
];
for (const [name, text, alone, bySettings] of texts)
  test(`modelines: ${name}`, () => {
    assert.equal(covered(text), alone);
    assert.equal(covered(text, kubernetes), bySettings);
  });

test("a long file of one character is no trouble", () => {
  assert.equal(covered("\n".repeat(200_000) + pod, kubernetes), true);
  assert.equal(covered(" ".repeat(200_000), kubernetes), false);
});
