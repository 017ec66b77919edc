// What an explicit tag makes of a scalar in kubectl's parser.
import type { ScalarNode, ScalarValue } from "./nodes.ts";
import { resolveInteger, resolvePlain } from "./scalar.ts";

const core = "tag:yaml.org,2002:";

/** The tag's full name; undefined for a handle that nobody declared (kubectl takes no directives, so nobody can). */
export function fullTag(written: string): string | undefined {
  if (written.startsWith("!<")) return written.slice(2, -1);
  if (written.startsWith("!!")) return written.length > 2 ? core + written.slice(2) : undefined;
  const handle = /^![A-Za-z0-9_-]+!/.exec(written);
  return handle ? undefined : written;
}

/** undefined: kubectl refuses the value under this tag. Unknown tags make every value a text. */
export function resolveTag(tag: string, source: string, style: ScalarNode["style"]): ScalarValue | undefined {
  if (!tag.startsWith(core)) return source;
  const plain = resolvePlain(source);
  switch (tag.slice(core.length)) {
    case "int":
      return resolveInteger(source.replaceAll("_", ""));
    case "float":
      return typeof plain === "number" || typeof plain === "bigint" ? plain : undefined;
    case "bool":
      return typeof plain === "boolean" ? plain : undefined;
    case "null":
      return plain === null ? null : undefined;
    case "binary":
      return decodeBase64(source);
    case "timestamp":
      return /^\d{4}-\d\d?-\d\d?([Tt ].*)?$/.test(source) ? source : undefined;
    case "merge":
      return style === "plain" ? source : undefined;
    default:
      return source;
  }
}

function decodeBase64(source: string): string | undefined {
  const text = source.replace(/\s/g, "");
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return undefined;
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  let bits = 0;
  let size = 0;
  let decoded = "";
  for (const sign of text.replace(/=+$/, "")) {
    bits = (bits << 6) | alphabet.indexOf(sign);
    size += 6;
    if (size < 8) continue;
    size -= 8;
    decoded += String.fromCharCode((bits >> size) & 255);
  }
  return decoded;
}
