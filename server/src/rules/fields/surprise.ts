// Values that the server takes, and that are not what they look like: YAML 1.1 reads them in its own way.
import type { TypedValue } from "../../model/walk.ts";
import type { Entry, ScalarNode } from "../../syntax/nodes.ts";

export interface SurpriseFacts {
  readonly node: ScalarNode;
  /**
   * - `octal`: a leading 0 makes it octal, and it is no mode.
   * - `decimal-mode`: permissions without the leading 0.
   * - `boolean`: yes, on, y and the like; other YAML readers see a text.
   * - `underscore`: digits with `_` between; other YAML readers see a text.
   * - `key`: the key of a free map that is no text; JSON writes it differently.
   */
  readonly why: "octal" | "decimal-mode" | "boolean" | "underscore" | "key";
  /** What the server gets. */
  readonly read: string;
  /** What was probably meant; undefined when that is what is read. */
  readonly meant: string | undefined;
  /** How a sentence calls it. */
  readonly label: string;
  /** Of the key, for `key`. */
  readonly pair: Entry | undefined;
}

export function surpriseOf({ node, type, name, entry, part }: TypedValue): SurpriseFacts | undefined {
  if (part === "value" && entry && isRespelled(entry.key))
    return { node: entry.key, why: "key", read: entry.name, meant: entry.key.source, label: name, pair: entry };
  if (node.kind !== "scalar" || node.style !== "plain" || node.templated || node.tag !== undefined) return undefined;
  const { value, source } = node;
  const label = part === "value" && entry ? entry.name : name;
  const facts = { node, pair: undefined, label, read: String(value) };
  if (type.kind === "boolean") {
    if (typeof value !== "boolean" || /^(true|false)$/i.test(source)) return undefined;
    return { ...facts, why: "boolean", meant: undefined };
  }
  if (typeof value !== "number" && typeof value !== "bigint") return undefined;
  if (isMode(name)) {
    const meant = decimalMode(source, value);
    return meant === undefined ? undefined : { ...facts, why: "decimal-mode", meant };
  }
  if (/^[-+]?0[0-7_]*[1-7][0-7_]*$/.test(source) && !isSameInDecimal(source, value))
    return { ...facts, why: "octal", meant: source.replaceAll("_", "").replace(/^\+?([-]?)0+/, "$1") };
  return source.includes("_") ? { ...facts, why: "underscore", meant: undefined } : undefined;
}

/** Fields that hold file permissions. */
export const isMode = (name: string): boolean => name === "mode" || name === "defaultMode";

/** `07` is 7 either way. */
const isSameInDecimal = (source: string, value: number | bigint): boolean =>
  Number(source.replaceAll("_", "")) === Number(value);

const isRespelled = ({ style, value, source, templated, tag }: ScalarNode): boolean =>
  style === "plain" && !templated && tag === undefined && typeof value !== "string" && String(value) !== source;

/** Permissions that people give, as numbers. */
export const usualModes: ReadonlySet<number> = new Set([
  0o400, 0o440, 0o444, 0o500, 0o550, 0o555, 0o600, 0o640, 0o644, 0o660, 0o664, 0o666, 0o700, 0o750, 0o755, 0o770, 0o775,
  0o777,
]);

/** `440` is 0670 for the server; 420 is 0644 and meant so. */
function decimalMode(source: string, value: number | bigint): string | undefined {
  if (!/^[1-7][0-7]{2}$/.test(source) || usualModes.has(Number(value))) return undefined;
  return usualModes.has(Number.parseInt(source, 8)) && Number(value) <= 0o777 ? `0${source}` : undefined;
}
