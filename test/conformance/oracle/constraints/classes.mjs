// The value classes: each is a name, a test and, where one regular expression says it all, that expression.
// Lengths count UTF-8 bytes. A class's own maximum is part of it; a field may add a smaller one.
import { cron } from "./cron.mjs";

const bytes = (s) => Buffer.byteLength(s);
const LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
const SUB = `${LABEL}(\\.${LABEL})*`;
const QNAME = "[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?";

const ipv4 = (s) =>
  /^(\d{1,3}\.){3}\d{1,3}$/.test(s) && s.split(".").every((p) => +p < 256 && (p === "0" || p[0] !== "0"));
function ipv6(s) {
  if (!/^[0-9a-fA-F:.]+$/.test(s) || !s.includes(":")) return false;
  if (/^::(ffff|FFFF):[0-9.]+$/.test(s)) return false;
  const last = s.slice(s.lastIndexOf(":") + 1);
  if (last.includes(".")) {
    if (!ipv4(last)) return false;
    s = s.slice(0, -last.length) + "0:0";
  }
  const halves = s.split("::");
  if (halves.length > 2) return false;
  const groups = halves.flatMap((h) => (h === "" ? [] : h.split(":")));
  if (!groups.every((g) => /^[0-9a-fA-F]{1,4}$/.test(g))) return false;
  return halves.length === 2 ? groups.length <= 7 : groups.length === 8;
}
const qualified = (s, fold) => {
  const parts = (fold ? s.toLowerCase() : s).split("/");
  const name = parts.at(-1);
  return (
    parts.length <= 2 &&
    bytes(name) <= 63 &&
    new RegExp(`^${QNAME}$`).test(name) &&
    (parts.length === 1 || (bytes(parts[0]) <= 253 && new RegExp(`^${SUB}$`).test(parts[0])))
  );
};
const UND = "_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?";
const prefix = (s, form, max) => {
  const t = s.length > 1 && s.endsWith("-") ? s.slice(0, -2) + "a" : s;
  return bytes(t) <= max && new RegExp(`^${form}$`).test(t);
};
const ZONES = new Set([
  ...Intl.supportedValuesOf("timeZone"),
  "UTC",
  "GMT",
  "EST",
  "Etc/UTC",
  ...Array.from({ length: 15 }, (_, i) => `Etc/GMT-${i}`),
  ...Array.from({ length: 13 }, (_, i) => `Etc/GMT+${i}`),
]);
// The sign of a quantity (-1, 0, 1), or undefined if it is none. A text without any digit counts as zero.
function quantity(s) {
  const m = /^([+-]?)([0-9]*)(?:\.([0-9]*))?([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)?$/.exec(s.replace(/^ +| +$/g, ""));
  if (!m || m[0] === "") return undefined;
  if (m[4]?.length > 1 && /^[eE]/.test(m[4]) && m[4][1] !== "i" && !(Math.abs(+m[4].slice(1)) < 2 ** 31))
    return undefined;
  return /[1-9]/.test(m[2] + (m[3] ?? "")) ? (m[1] === "-" ? -1 : 1) : 0;
}
const subscript = (s) => {
  const m = /^metadata\.(labels|annotations)\['(.*)'\]$/s.exec(s);
  return !!m && qualified(m[2], m[1] === "annotations");
};
function indexes(s) {
  if (s === "") return true;
  let last = -1;
  for (const part of s.split(",")) {
    const m = part.split("-");
    if (m.length > 2 || !m.every((x) => /^\+?[0-9]+$/.test(x))) return false;
    const [a, b] = [+m[0], +(m[1] ?? m[0])];
    if (a <= last || a >= 5 || b >= 5 || (m.length === 2 && a >= b)) return false;
    last = b;
  }
  return true;
}
function windowsUser(s) {
  if (s === "" || /[\u0000-\u001f\u007f]/.test(s)) return false;
  const parts = s.split("\\");
  if (parts.length > 2) return false;
  const user = parts.at(-1),
    domain = parts.length === 2 ? parts[0] : undefined;
  if (
    domain !== undefined &&
    (domain === "" ||
      domain.length > 256 ||
      !(
        /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/.test(domain) || /^[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})*$/.test(domain)
      ))
  )
    return false;
  return user.length >= 1 && user.length <= 104 && !/["/\\:;|=,+*?<>@[\]]/.test(user) && !/^[. ]+$/.test(user);
}
const re = (source, max) => ({ re: `^(${source})$`, ...(max ? { max } : {}) });
const not = (f) => (s) => !f(s);
const dotdot = (s) => s.split("/").includes("..");

export const classes = {
  any: { test: () => true },
  "non-empty": { test: (s) => s !== "" },
  "non-blank": { test: (s) => s.trim() !== "", note: "not empty, not white space alone" },
  "no-outer-space": { test: (s) => s !== "" && s === s.trim() },
  "no-outer-space-or-empty": { test: (s) => s === s.trim() },
  "dns-label": re(LABEL, 63),
  "dns-label-or-empty": re(`(${LABEL})?`, 63),
  "dns1035-label": re("[a-z]([-a-z0-9]*[a-z0-9])?", 63),
  "dns-subdomain": re(SUB, 253),
  "dns-subdomain-or-empty": re(`(${SUB})?`, 253),
  "dns-subdomain-dot": re(`${SUB}\\.?`, 254),
  "dns-search": {
    test: (s) => s === "." || (bytes(s.replace(/\.$/, "")) <= 253 && new RegExp(`^${UND}(\\.${UND})*\\.?$`).test(s)),
  },
  "name-prefix": { test: (s) => prefix(s, SUB, 253) },
  "name-prefix-or-empty": { test: (s) => s === "" || (prefix(s, SUB, 253) && new RegExp(`^${SUB}$`).test(s + "x")) },
  "label-prefix-or-empty": {
    test: (s) => s === "" || (prefix(s, LABEL, 63) && new RegExp(`^${LABEL}$`).test(s + "x")),
  },
  "no-slash-no-percent": { test: (s) => !/[/%]/.test(s) },
  "csi-driver": {
    test: (s) => bytes(s) <= 63 && new RegExp(`^${SUB}$`).test(s.toLowerCase()) && /^[\x00-\x7f]*$/.test(s),
  },
  "group-version": { test: (s) => s !== "" && s.split("/").length <= 2 && !s.endsWith("/") },
  "non-empty-no-slash": { test: (s) => s !== "" && !s.includes("/") },
  "domain-path": {
    test: (s) => {
      const i = s.indexOf("/");
      return (
        bytes(s) <= 63 &&
        i > 0 &&
        new RegExp(`^${SUB}$`).test(s.slice(0, i)) &&
        /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/.test(s.slice(i + 1))
      );
    },
  },
  "host-port-list": {
    re: "^([^:,\\[\\]]*|\\[[^,\\[\\]]*\\]):[^:,\\[\\]]*(,([^:,\\[\\]]*|\\[[^,\\[\\]]*\\]):[^:,\\[\\]]*)*$",
  },
  "iscsi-name": {
    re: "^(iqn\\.[0-9]{4}-[0-9]{2}\\.[A-Za-z0-9.-]+(:[^,;*&$|\\s]+)|eui.[A-Za-z0-9]{16}|naa.[A-Za-z0-9]{32})$",
  },
  "flex-option-key": { test: (s) => !/^([^/]*\.)?(kubernetes|k8s)\.io(\/|$)/i.test(s) },
  "time-zone": { test: (s) => ZONES.has(s) },
  rfc3339: {
    re: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01]?[0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.,][0-9]+)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$",
  },
  "field-path-env": {
    test: (s) =>
      /^(metadata\.(name|namespace|uid)|spec\.(nodeName|serviceAccountName)|status\.(hostIPs?|podIPs?))$/.test(s) ||
      subscript(s),
  },
  "field-path-volume": { test: (s) => /^metadata\.(name|namespace|uid|labels|annotations)$/.test(s) || subscript(s) },
  "container-resource": { re: "^((limits|requests)\\.(cpu|memory|ephemeral-storage|hugepages-.*))$" },
  "index-list": { test: indexes },
  "windows-user": { test: windowsUser },
  "qualified-name": { test: (s) => qualified(s, false) },
  "qualified-name-or-empty": { test: (s) => s === "" || qualified(s, false) },
  "qualified-name-any-case": { test: (s) => qualified(s, true) },
  "prefixed-name": { test: (s) => s.includes("/") && qualified(s, false) },
  "label-value": re("(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?", 63),
  "integer-text": {
    test: (s) =>
      /^[+-]?\d+$/.test(s) && BigInt(s.replace("+", "")) >= -(2n ** 63n) && BigInt(s.replace("+", "")) < 2n ** 63n,
  },
  "port-name": { test: (s) => s.length <= 15 && /^[a-z0-9](-?[a-z0-9])*$/.test(s) && /[a-z]/.test(s) },
  "port-name-or-empty": {
    test: (s) => s === "" || (s.length <= 15 && /^[a-z0-9](-?[a-z0-9])*$/.test(s) && /[a-z]/.test(s)),
  },
  percent: { test: (s) => /^[0-9]+%$/.test(s) },
  "percent-100": { test: (s) => /^[0-9]+%$/.test(s) && parseInt(s) <= 100 },
  "absolute-path": { test: (s) => s.startsWith("/") },
  "no-dotdot": { test: not(dotdot) },
  "no-dotdot-path": { test: (s) => s !== "" && !dotdot(s) },
  "relative-no-dotdot-or-empty": { test: (s) => !s.startsWith("/") && !dotdot(s) },
  "relative-no-dotdot": { test: (s) => s !== "" && !s.startsWith("/") && !dotdot(s) },
  "relative-no-leading-dotdot": { test: (s) => s !== "" && !s.startsWith("/") && !dotdot(s) && !s.startsWith("..") },
  "env-name": { re: "^[ -<>-~]+$" },
  "env-prefix": { re: "^[ -<>-~]*$" },
  "config-key": { test: (s) => /^[-._a-zA-Z0-9]{1,253}$/.test(s) && s !== "." && !s.startsWith("..") },
  "http-header-name": re("[-A-Za-z0-9]+"),
  ip: { test: (s) => ipv4(s) || ipv6(s) },
  "ip-or-empty": { test: (s) => s === "" || ipv4(s) || ipv6(s) },
  quantity: { test: (s) => quantity(s) !== undefined },
  "quantity-not-negative": { test: (s) => quantity(s) >= 0 },
  "quantity-positive": { test: (s) => quantity(s) > 0 },
  cron: { test: cron },
  sysctl: re("([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?", 253),
};
for (const c of Object.values(classes)) {
  if (!c.re) continue;
  const rx = new RegExp(c.re, "s");
  c.test = (s) => rx.test(s) && (!c.max || bytes(s) <= c.max);
}

export { bytes };
