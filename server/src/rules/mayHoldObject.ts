// Whether broken text can be a manifest at all: other YAML (a workflow, a playbook, a deployment template) is none of our business.

import type { ParsedChunk } from "../syntax/chunk.ts";

/** What kubectl reads of the document names no kind, and what it drops does: it refuses the rest. */
export function losesManifest({ text, root, ignored }: ParsedChunk): boolean {
  if (root?.kind === "map" && root.fields.has("kind")) return false;
  return root !== undefined && ignored.some(({ start, end }) => mayHoldObject(text.slice(start, end)));
}

/** It names a kind at its outermost level; inside, the word means something else. */
export function mayHoldObject(text: string): boolean {
  return /^(?:\.\.\.|\s)*[[{]/.test(text) ? beginsWithVersion.test(text) || namesInBrackets(text) : namesAtLeft(text);
}

function namesAtLeft(text: string): boolean {
  if (kindBelowVersion.test(text)) return true;
  let outermost = Number.POSITIVE_INFINITY;
  let named = Number.POSITIVE_INFINITY;
  for (const [, blanks = "", name] of text.matchAll(
    /^([ \t]*)(?:(?:-[ \t]+)*["']?(kind)["']?[ \t]*:|(?!---)[^\s#])/gm,
  )) {
    outermost = Math.min(outermost, blanks.length);
    if (name !== undefined) named = Math.min(named, blanks.length);
  }
  return named === outermost && named !== Number.POSITIVE_INFINITY;
}

/** A kind that slipped to the right of the apiVersion above it. */
const kindBelowVersion = /^["']?apiVersion["']?[ \t]*:[^\n]*\n[ \t]+["']?kind["']?[ \t]*:/m;

/** In brackets, where a quote that is never closed hides the rest. */
const beginsWithVersion = /^(?:\.\.\.|\s)*\{\s*["']?apiVersion["']?\s*:[^\n]*\bkind["']?\s*:/;

/** The outermost map is the first bracket, or the first one in a list. A kind and an apiVersion: others have one of them. */
function namesInBrackets(text: string): boolean {
  const named = new Set<string>();
  let depth = 0;
  let level: number | undefined;
  for (const [sign, key] of text.matchAll(/[[{\]}]|["']?\b(apiVersion|kind)["']?\s*:|"(?:[^"\\\n]|\\.)*"/g)) {
    if (sign === "{" || sign === "[") depth++;
    if (sign === "{") level ??= depth;
    if (sign === "}" || sign === "]") depth--;
    if (key !== undefined && depth === level) named.add(key);
  }
  return named.size === 2;
}
