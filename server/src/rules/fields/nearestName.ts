// The valid name that is nearest to an invalid one.
import { isInClass } from "../classes/index.ts";

/** undefined when nothing valid is left of the text. */
export function nearestName(className: string, text: string, max: number | undefined): string | undefined {
  const name = shape(className, unaccented(text.trim()), max);
  // What is left must still be the name that was written.
  const letters = (some: string) => some.replace(/[^\p{L}\p{N}]/gu, "").length;
  if (letters(name) * 2 < Math.min(letters(text), 60)) return undefined;
  return name !== text && isInClass(className, name) === true && name.length <= (max ?? name.length) ? name : undefined;
}

function shape(className: string, text: string, max = Number.POSITIVE_INFINITY): string {
  switch (className) {
    case "dns-label":
    case "dns-label-or-empty":
      return trimmed(dashed(text.toLowerCase(), /[^-a-z0-9]+/g).slice(0, Math.min(63, max)));
    case "label-prefix-or-empty":
      return dashed(text.toLowerCase(), /[^-a-z0-9]+/g)
        .replace(/^-+/, "")
        .slice(0, Math.min(62, max));
    case "name-prefix":
    case "name-prefix-or-empty":
      return subdomain(text, Math.min(252, max)) + (text.endsWith("-") ? "-" : "");
    case "port-name":
    case "port-name-or-empty":
      return trimmed(trimmed(dashed(text.toLowerCase(), /[^a-z0-9]+/g)).slice(0, 15));
    case "label-value":
      return trimmed(dashed(text, /[^-A-Za-z0-9_.]+/g).slice(0, 63));
    case "qualified-name":
    case "qualified-name-or-empty":
    case "qualified-name-any-case":
    case "prefixed-name":
      return qualified(text);
    case "config-key":
      return dashed(text, /[^-._a-zA-Z0-9]+/g)
        .replace(/^\.\.+/, ".")
        .slice(0, 253);
    case "env-name":
    case "env-prefix":
      return text.replace(/[^ -<>-~]+/g, "_");
    case "http-header-name":
      return trimmed(dashed(text, /[^-A-Za-z0-9]+/g));
    default:
      return className.startsWith("dns-") || className === "csi-driver" ? subdomain(text, Math.min(253, max)) : text;
  }
}

/** `größe` is `grosse`. */
const unaccented = (text: string): string =>
  text
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "");

const dashed = (text: string, others: RegExp): string => text.replace(others, "-");
const trimmed = (text: string): string => text.replace(/^[-_.]+|[-_.]+$/g, "");

function subdomain(text: string, max: number): string {
  const labels = dashed(text.toLowerCase(), /[^-.a-z0-9]+/g).split(".");
  return trimmed(
    labels
      .map(trimmed)
      .filter((label) => label !== "")
      .join(".")
      .slice(0, max),
  );
}

function qualified(text: string): string {
  const slash = text.indexOf("/");
  const name = trimmed(dashed(text.slice(slash + 1), /[^-A-Za-z0-9_.]+/g).slice(0, 63));
  const prefix = slash < 0 ? "" : subdomain(text.slice(0, slash), 253);
  return prefix === "" ? name : `${prefix}/${name}`;
}
