// What every Chinese text of ours keeps: full-width punctuation, a space between Chinese and Latin, nothing left in English.

const cjk = "[\\u3400-\\u4dbf\\u4e00-\\u9fff]";

/** What a placeholder will hold may be of either language. */
const unknown = "\ue000";

/** Code and addresses count as one Latin word; blocks of code are not looked at. */
function plain(text: string): string {
  return text
    .replace(/^```[\s\S]*?^```$/gm, "")
    .replace(/`[^`\n]*`/g, "x")
    .replace(/\{\d+\}/g, unknown)
    .replace(/\]\([^)\s]*\)/g, "]")
    .replace(/\*\*|[[\]]/g, "")
    .replace(/([*_])(?=\S)([^*_\n]+)\1/g, "$2");
}

/** A line for each mistake, with the text around it; empty for a clean text. */
export function typographyMistakes(text: string): string[] {
  const checked = plain(text);
  const find = (name: string, pattern: string) =>
    [...checked.matchAll(new RegExp(pattern, "g"))].map(
      ({ 0: hit, index }) => `${name}: …${checked.slice(Math.max(0, index - 8), index + hit.length + 8).trim()}…`,
    );
  return [
    ...(new RegExp(cjk).test(checked) ? [] : ["no Chinese character"]),
    ...find("half-width punctuation", `${cjk}[,.;:!?]|${cjk} ?\\(|\\) ?${cjk}`),
    ...find("no space", `${cjk}[A-Za-z0-9]|[A-Za-z0-9%]${cjk}`),
    ...find("space beside full-width punctuation", "[，。；：！？、（）“”] | [，。；：！？、（）]"),
    ...find("repeated punctuation", "[，。；：！？、]{2}"),
  ];
}
