// A field of a manifest as the rules see it: what counts, how it came to be, and where to point at.
import type { Entry, ResolvedNode, ScalarNode } from "../syntax/nodes.ts";
import type { Path } from "../syntax/path.ts";
import type { Span } from "../text/span.ts";

/** Somewhere a finding can stand: the field's path as the API server writes it, and the text to underline. */
export interface Place {
  readonly path: Path;
  /** Offsets in the chunk. Of something absent: the nearest key that exists. */
  readonly span: Span;
}

/**
 * - `written`: stands in the manifest and has the right type.
 * - `default`: absent, null, or a zero that the API server replaces; `value` is what the server fills in.
 * - `absent`: absent or null, and the server fills nothing in; `value` is undefined.
 * - `templated`: `{{ … }}` or `${VAR}`; nobody knows the value here, `value` is undefined.
 * - `wrong-type`: something else stands there; `value` is undefined and the rule `wrong-type` speaks.
 */
export type Origin = "written" | "default" | "absent" | "templated" | "wrong-type";

export interface Value<T> extends Place {
  readonly value: T | undefined;
  readonly origin: Origin;
  /** What stands in the text, also when it is null, a replaced zero or of a wrong type. */
  readonly node: ResolvedNode | undefined;
  readonly entry: Entry | undefined;
}

/** The key and its value, to underline a field as a whole. */
export function keyPlace(entry: Entry, path: Path): Place {
  return { path, span: entry.key.span };
}

export function isNull(node: ResolvedNode): node is ScalarNode & { readonly value: null } {
  return node.kind === "scalar" && node.value === null && !node.templated;
}
