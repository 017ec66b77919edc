// `<<` works at its place: behind a key that it brings too, the merged value wins and the written one is lost.
import * as l10n from "@vscode/l10n";
import type { Entry, MapNode } from "../../syntax/nodes.ts";
import type { TextEdit } from "../../text/span.ts";
import { rule } from "../rule.ts";
import { eachMap } from "./eachMap.ts";

export const mergeOverrides = rule({
  id: "merge-overrides",
  severity: "warning",
  on: "document",
  check({ parsed, root, report }) {
    eachMap(root, [], (map, path) => {
      for (const entry of map.written) {
        if (entry.role !== "overridden") continue;
        report(
          { path: [...path, entry.name], span: entry.key.span },
          l10n.t(
            "The “<<” below brings “{0}” too and wins, because it stands later: this value is lost. Put “<<” first, and what is written here wins.",
            entry.name,
          ),
          { unnecessary: true },
        ).fix(l10n.t("Move “<<” to the top of the map"), () => mergesFirst(parsed.text, map));
      }
    });
  },
});

/** Moves every `<<` line of a block map before its first key; undefined when they do not stand on lines of their own. */
function mergesFirst(text: string, map: MapNode): TextEdit[] | undefined {
  const first = map.written[0];
  if (map.flow || !first) return undefined;
  const merges = map.written.filter((each) => each.role === "merge");
  const lines = merges.map((each) => lineOf(text, each));
  if (lines.some((line) => line === undefined)) return undefined;
  const indentation = " ".repeat(columnOf(text, first.key.span.start));
  const moved = merges
    .map((each) => `${text.slice(each.span.start, each.span.end)}${lineBreak(text)}${indentation}`)
    .join("");
  const insert = { span: { start: first.key.span.start, end: first.key.span.start }, newText: moved };
  return [insert, ...lines.flatMap((span) => (span ? { span, newText: "" } : []))];
}

const columnOf = (text: string, offset: number): number => offset - (text.lastIndexOf("\n", offset - 1) + 1);
const lineBreak = (text: string): string => (text.includes("\r\n") ? "\r\n" : "\n");

function lineOf(text: string, entry: Entry): { start: number; end: number } | undefined {
  const start = text.lastIndexOf("\n", entry.span.start - 1) + 1;
  if (text.slice(start, entry.span.start).trim() !== "") return undefined;
  const end = text.indexOf("\n", entry.span.end);
  return { start, end: end < 0 ? text.length : end + 1 };
}
