// Names of Kubernetes: labels, prefixes, keys. The plain ones are expressions of the table; these need more than one.
import { fitsExpression, utf8Length } from "./expressions.ts";

/** `[subdomain/]name`, as of labels. */
export function isQualifiedName(text: string): boolean {
  const parts = text.split("/");
  const name = parts.at(-1) ?? "";
  if (parts.length > 2 || name.length > 63 || !/^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/.test(name)) return false;
  return parts.length === 1 || fitsExpression("dns-subdomain", parts[0] ?? "") === true;
}

/** Kubernetes' own finalizers need no domain. */
export const isStandardFinalizer = (text: string): boolean => /^(orphan|foregroundDeletion|kubernetes)$/.test(text);

/** One dash may end it, for something will follow: the server reads the last two characters as `a`. */
export function isNamePrefix(text: string, whole: "dns-label" | "dns-subdomain"): boolean {
  return fitsExpression(whole, text.length > 1 && text.endsWith("-") ? `${text.slice(0, -2)}a` : text) === true;
}

export function isPortName(text: string): boolean {
  return text.length <= 15 && /^[a-z0-9](-?[a-z0-9])*$/.test(text) && /[a-z]/.test(text);
}

/** A key of a ConfigMap or Secret: it becomes a file name. */
export function isConfigKey(text: string): boolean {
  return /^[-._a-zA-Z0-9]{1,253}$/.test(text) && text !== "." && !text.startsWith("..");
}

export function isCsiDriver(text: string): boolean {
  return (
    text.length <= 63 && /^[\x20-\x7e]*$/.test(text) && fitsExpression("dns-subdomain", text.toLowerCase()) === true
  );
}

export function isDnsSearch(text: string): boolean {
  if (text === ".") return true;
  const part = "_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?";
  return utf8Length(text.replace(/\.$/, "")) <= 253 && new RegExp(`^${part}(\\.${part})*\\.?$`).test(text);
}

/** `example.com/anything`. */
export function isDomainPath(text: string): boolean {
  const slash = text.indexOf("/");
  if (slash <= 0 || utf8Length(text) > 63) return false;
  return (
    fitsExpression("dns-subdomain", text.slice(0, slash)) === true &&
    /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/.test(text.slice(slash + 1))
  );
}

/** `[DOMAIN\]user`; the domain by NetBIOS or DNS rules. */
export function isWindowsUser(text: string): boolean {
  const parts = text.split("\\");
  if (parts.length > 2 || [...text].some((char) => char < " " || char === "\u007f")) return false;
  const user = parts.at(-1) ?? "";
  if (user === "" || user.length > 104 || /["/\\:;|=,+*?<>@[\]]/.test(user) || /^[. ]+$/.test(user)) return false;
  const domain = parts.length === 2 ? parts[0] : undefined;
  if (domain === undefined) return true;
  const isNetBios = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/.test(domain);
  const isDns = /^[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})*$/.test(domain);
  return domain.length <= 256 && (isNetBios || isDns);
}
