// Texts with what is expected of their colours in the lines below: carets under the text, then scopes that must be there, and `!scope` for those that must not.
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

export interface Mark {
  /** Of the text without its marks, both from 0. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly wanted: readonly string[];
  readonly unwanted: readonly string[];
}

export interface MarkedText {
  readonly name: string;
  readonly text: string;
  readonly marks: readonly Mark[];
}

export function readMarked(): MarkedText[] {
  const folder = join(import.meta.dirname, "marked");
  return globSync("*.txt", { cwd: folder })
    .sort()
    .map((path) => ({ name: basename(path, ".txt"), ...split(readFileSync(join(folder, path), "utf8")) }));
}

function split(marked: string): Omit<MarkedText, "name"> {
  const lines: string[] = [];
  const marks: Mark[] = [];
  for (const line of marked.split("\n")) {
    const found = /^#( *)(\^+) (.*)$/.exec(line);
    if (!found) {
      lines.push(line);
      continue;
    }
    const from = 1 + (found[1] ?? "").length;
    const scopes = (found[3] ?? "").split(" ");
    marks.push({
      line: lines.length - 1,
      from,
      to: from + (found[2] ?? "").length,
      wanted: scopes.filter((scope) => !scope.startsWith("!")),
      unwanted: scopes.filter((scope) => scope.startsWith("!")).map((scope) => scope.slice(1)),
    });
  }
  return { text: lines.join("\n"), marks };
}
