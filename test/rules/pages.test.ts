// A rule's page is its test: Wrong gives exactly this finding, the fix leaves none, Right gives none; both languages tell the same.
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { rules } from "../../server/src/rules/index.ts";
import { applyPreferredFixes, checkText } from "../../server/src/workspace/check.ts";

const folder = join(import.meta.dirname, "../../server/src/rules");
const pages = new Map(
  globSync("*/*.md", { cwd: folder }).map((path) => [basename(path, ".md"), readFileSync(join(folder, path), "utf8")]),
);
const ids = [...new Set(rules.map((each) => each.id))];
const headings = {
  en: ["Why", "Wrong", "Right", "When to ignore", "Source"],
  zh: ["为什么", "错误示例", "正确示例", "何时忽略", "依据"],
};

function yamlUnder(page: string, heading: string): string[] {
  const section = page.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? "";
  return [...section.matchAll(/```(?:yaml|json)\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");
}

test("every page belongs to a rule", () => {
  const strays = [...pages.keys()].filter((name) => !ids.includes(name.replace(/\.zh-cn$/, "")));
  assert.deepEqual(strays, []);
});

for (const id of ids) {
  // A rule that is off by default is judged here as if somebody had turned it on.
  const options = {
    severities: Object.fromEntries(
      rules.filter((each) => each.id === id && each.off).map((each) => [each.id, each.severity]),
    ),
  };
  test(`${id}: page`, () => {
    const page = pages.get(id);
    assert.ok(page, "has an English page");
    const chinese = pages.get(`${id}.zh-cn`);
    assert.ok(chinese, "has a Chinese page");
    assert.match(chinese, /[\u4e00-\u9fff]/);
    for (const [language, text] of Object.entries({ en: page, zh: chinese })) {
      assert.match(text, new RegExp(`^# ${id}\n`));
      assert.deepEqual(
        [...text.matchAll(/^## (.*)$/gm)].map((match) => match[1]),
        headings[language as "en" | "zh"],
      );
    }
    const [wrong, right] = [yamlUnder(page, "Wrong"), yamlUnder(page, "Right")];
    assert.deepEqual(yamlUnder(chinese, "错误示例"), wrong);
    assert.deepEqual(yamlUnder(chinese, "正确示例"), right);
    assert.ok(wrong.length > 0 && right.length > 0, "has examples");
    for (const text of wrong) {
      const findings = checkText(text, options);
      assert.deepEqual(
        findings.map((each) => each.rule),
        [id],
      );
      if (findings[0]?.fixes.some((fix) => fix.preferred))
        assert.deepEqual(checkText(applyPreferredFixes(text, options), options), []);
    }
    for (const text of right)
      assert.deepEqual(
        checkText(text, options).map((each) => `${each.rule}: ${each.message}`),
        [],
      );
  });
}
