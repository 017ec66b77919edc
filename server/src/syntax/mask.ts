// Makes a template readable as YAML without moving a character: control lines become blanks, inline braces stay inside a scalar.
import type { Entry, Node, ScalarNode } from "./nodes.ts";

/**
 * Same length, same lines. `{{- if … }}` alone on its line becomes blanks; `{{ … }}` beside other text becomes a run of
 * `x` of the same length, so that the scalar around it keeps its place (its value is unknown anyway).
 */
export function maskTemplate(text: string): string {
  const blank = (part: string, sign: string): string => part.replace(/[^\r\n]/g, sign);
  const alone = text.replace(
    /^([ \t]*(?:- )?[ \t]*)((?:\{\{(?:[^}]|\}(?!\}))*\}\}|\{%[\s\S]*?%\})[ \t]*)+(?=\r?$)/gm,
    (line, lead: string) => {
      // `- {{ .Values.x }}` is an item with an unknown value; a bare `{{ … }}` line is control or inserts whole lines.
      return lead.trim() === "" ? blank(line, " ") : lead + blank(line.slice(lead.length), "x");
    },
  );
  return alone.replace(/\{\{(?:[^}]|\}(?!\}))*\}\}|\{%[\s\S]*?%\}/g, (part) => blank(part, "x"));
}

/** The tree of the masked text with the user's own text in its scalars: those that were masked are templated, their value unknown. */
export function restoreMasked(root: Node, text: string, masked: string): Node {
  // Targets of aliases are shared; each is restored once.
  const known = new Map<Node, Node>();
  const restore = (node: Node): Node => {
    const found = known.get(node) ?? restoreNode(node, text, masked, restore);
    known.set(node, found);
    return found;
  };
  return restore(root);
}

function restoreNode(node: Node, text: string, masked: string, restore: (node: Node) => Node): Node {
  if (node.kind === "scalar") return restoreScalar(node, text, masked);
  if (node.kind === "sequence") return { ...node, items: node.items.map(restore) };
  if (node.kind === "alias") return { ...node, target: restore(node.target) };
  const restored = new Map<Entry, Entry>();
  const restoreEntry = (entry: Entry): Entry => {
    const known = restored.get(entry);
    if (known) return known;
    const key = restoreScalar(entry.key, text, masked);
    const made: Entry = { ...entry, key, name: key.templated ? key.source : entry.name, value: restore(entry.value) };
    restored.set(entry, made);
    return made;
  };
  const fields = new Map([...node.fields.values()].map((entry) => [restoreEntry(entry).name, restoreEntry(entry)]));
  return { ...node, written: node.written.map(restoreEntry), fields };
}

function restoreScalar(node: ScalarNode, text: string, masked: string): ScalarNode {
  const own = text.slice(node.span.start, node.span.end);
  if (own === masked.slice(node.span.start, node.span.end)) return node;
  return { ...node, source: own, value: own, templated: true };
}
