// Text of a manifest inside Markdown: it stays text, whatever it holds.

/** For use in running text and in code spans: backticks, brackets and the like lose their meaning. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+\-!|<>&~]/g, (sign) =>
      sign === "`" ? "ʼ" : sign === "<" ? "&lt;" : sign === ">" ? "&gt;" : sign === "&" ? "&amp;" : sign,
    )
    .replace(/[\r\n]+/g, " ");
}
