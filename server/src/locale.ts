// The language in which a process speaks: English, or Simplified Chinese for those who asked for it.

export type Locale = "en" | "zh-cn";

/** @param wanted as editors (`zh-cn`, `zh-Hans`) or the environment (`zh_CN.UTF-8`) name it */
export function localeOf(wanted: string): Locale {
  return /^zh(?:[-_](?:cn|hans|sg)\b.*|[_-]hans[-_].*|\..*)?$/i.test(wanted) ? "zh-cn" : "en";
}

/** What the environment of a command line asks for, in the order that POSIX gives. */
export function environmentLocale(environment: Readonly<Record<string, string | undefined>>): Locale {
  return localeOf(environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || "");
}

/** English → translation; undefined for English itself. Loaded when asked for: most processes never need it. */
export async function bundleOf(locale: Locale): Promise<Record<string, string> | undefined> {
  if (locale === "en") return undefined;
  const bundle = await import("../../l10n/bundle.l10n.zh-cn.json", { with: { type: "json" } });
  return bundle.default;
}
