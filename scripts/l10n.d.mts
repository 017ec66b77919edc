/** Each `l10n.t("…")` literal of the sources → a file that says it. */
export function literalsInCode(): Map<string, string>;
export function differences(): { missing: string[]; unused: string[]; placeholders: string[] };
