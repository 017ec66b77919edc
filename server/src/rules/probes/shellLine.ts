// Words of a command as a line that one would type: which of them only a shell understands, and how the others are quoted for it.
import type { ParsedChunk } from "../../syntax/chunk.ts";
import { removeEntry, replaceNode } from "../../syntax/edits.ts";
import { resolve } from "../../syntax/nodes.ts";
import { type CommandPlace, textsOf } from "./commandPlaces.ts";

export const operator = /^(?:\|\|?|&&?|;|<|&>>?.*|[0-9]?>>?(?!=).*)$/;
export const variable = /^\$[A-Za-z_]\w*$|(?<!\$)\$[A-Z_][A-Z0-9_]+/;
export const substitution = /\$\([^()]*[\s|][^()]*\)|`[^`]+`/;
export const glob = /^[./~][^\s'"]*[*?]|^~\//;

/** The words joined as they would be typed. What a container starts replaces the shell, so that TERM reaches it. */
export function byShell(
  parsed: ParsedChunk,
  { map, words, args, user }: CommandPlace,
  rewrite: (word: string) => string,
) {
  const entry = map.node.fields.get("command");
  const list = entry && resolve(entry.value);
  const argsEntry = map.node.fields.get("args");
  const texts = textsOf(words);
  if (list?.kind !== "sequence" || texts.some((each) => each === undefined || /[\r\n]/.test(each))) return undefined;
  const known = texts.filter((each) => each !== undefined).map(rewrite);
  const last = Math.max(known.lastIndexOf("&&"), known.lastIndexOf(";"));
  const alone = user === "container" && !known.some((each) => /^(?:\|\|?|&)$/.test(each));
  const script = known
    .map((each, index) => (alone && index === last + 1 && each !== "exec" ? `exec ${typed(each)}` : typed(each)))
    .join(" ");
  const edits = replaceNode(parsed, list, ["sh", "-c", script]);
  if (args === 0 || !argsEntry) return edits;
  const removed = removeEntry(parsed, map.node, argsEntry);
  return edits && removed && [...edits, ...removed];
}

function typed(word: string): string {
  if (operator.test(word) || glob.test(word)) return word;
  if (variable.test(word) || substitution.test(word)) return /^[\w$./:=@,-]+$/.test(word) ? word : `"${word}"`;
  return /^[\w./:=@,%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
