// Turns tabs in the indentation into the spaces that they look like.
import type { TextEdit } from "../../text/span.ts";

/** Tabs before the first other character of a line, and after a dash; each becomes two spaces. */
export function tidyIndentation(text: string): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const match of text.matchAll(/^([ \t]|-(?=[ \t]))*\t+/gm)) {
    const { index } = match;
    for (const tabs of match[0].matchAll(/\t+/g)) {
      edits.push({
        span: { start: index + tabs.index, end: index + tabs.index + tabs[0].length },
        newText: "  ".repeat(tabs[0].length),
      });
    }
  }
  return edits;
}
