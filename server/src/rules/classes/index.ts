// The classes of texts that the constraints table names (data/constraints.md): whether a text is in one.
import { parseQuantity } from "../../model/quantity.ts";
import { isIp } from "./address.ts";
import { fitsExpression } from "./expressions.ts";
import * as names from "./names.ts";
import * as paths from "./paths.ts";

const orEmpty = (test: (text: string) => boolean) => (text: string) => text === "" || test(text);

const tests: Readonly<Record<string, (text: string) => boolean>> = {
  "absolute-path": (text) => text.startsWith("/"),
  "config-key": names.isConfigKey,
  "csi-driver": names.isCsiDriver,
  "dns-search": names.isDnsSearch,
  "domain-path": names.isDomainPath,
  "field-path-env": paths.isFieldPathInEnv,
  "field-path-volume": paths.isFieldPathInVolume,
  "flex-option-key": (text) => !/^([^/]*\.)?(kubernetes|k8s)\.io(\/|$)/i.test(text),
  "group-version": (text) => text !== "" && text.split("/").length <= 2 && !text.endsWith("/"),
  ip: isIp,
  "label-prefix-or-empty": orEmpty((text) => names.isNamePrefix(text, "dns-label")),
  "name-prefix": (text) => names.isNamePrefix(text, "dns-subdomain"),
  "name-prefix-or-empty": orEmpty((text) => names.isNamePrefix(text, "dns-subdomain")),
  "no-dotdot-path": (text) => text !== "" && !paths.hasDotDot(text),
  "no-outer-space": (text) => text !== "" && text === text.trim(),
  "no-slash-no-percent": (text) => !/[/%]/.test(text),
  "non-empty": (text) => text !== "",
  "non-empty-no-slash": (text) => text !== "" && !text.includes("/"),
  "path-segment": (text) => text !== "" && text !== "." && text !== ".." && !/[/%]/.test(text),
  percent: (text) => /^[0-9]+%$/.test(text),
  "percent-100": (text) => /^[0-9]+%$/.test(text) && Number.parseInt(text, 10) <= 100,
  "port-name": names.isPortName,
  "port-name-or-empty": orEmpty(names.isPortName),
  printable: (text) => !/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(text),
  "prefixed-name": (text) => names.isStandardFinalizer(text) || (text.includes("/") && names.isQualifiedName(text)),
  "qualified-name": names.isQualifiedName,
  "qualified-name-any-case": (text) => names.isQualifiedName(text.toLowerCase()),
  "qualified-name-or-empty": orEmpty(names.isQualifiedName),
  quantity: (text) => parseQuantity(text) !== undefined,
  "quantity-not-negative": (text) => (parseQuantity(text)?.nano ?? -1n) >= 0n,
  "quantity-positive": (text) => (parseQuantity(text)?.nano ?? 0n) > 0n,
  "relative-no-dotdot-or-empty": (text) => !text.startsWith("/") && !paths.hasDotDot(text),
  "relative-no-leading-dotdot": (text) => text !== "" && !/^(\/|\.\.)/.test(text) && !paths.hasDotDot(text),
  "windows-user": names.isWindowsUser,
};

/** undefined for a class that cannot be judged by the text alone (`none`, `index-list`), or that a rule of its own reads (`cron`, `time-zone`). */
export function isInClass(name: string, text: string): boolean | undefined {
  const test = Object.hasOwn(tests, name) ? tests[name] : undefined;
  return test ? test(text) : fitsExpression(name, text);
}
