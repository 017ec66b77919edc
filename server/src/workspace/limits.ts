// Files that nobody looks into: too large, or no text.
import * as l10n from "@vscode/l10n";

/** More characters than this are not read: no manifest has them (the API server takes 3 MB). */
export const mostCharacters = 5_000_000;
export const mostFindings = 5_000;

/**
 * @param fromEditor the text was decoded by an editor, which shows U+FFFD for bytes that are no UTF-8
 * @returns why a text is not looked at, in a sentence for the user; undefined for ordinary files
 */
export function skipReason(text: string, fromEditor = false): string | undefined {
  if (text.length > mostCharacters)
    return l10n.t("This file has over {0} MB; Pod Lifecycle leaves it alone.", mostCharacters / 1_000_000);
  if (text.slice(0, 8_000).includes("\0")) return l10n.t("This file is not text; Pod Lifecycle leaves it alone.");
  if (fromEditor && text.includes("\uFFFD"))
    return l10n.t(
      "This file holds “�” in place of something that is not UTF-8 text, which kubectl refuses. Pod Lifecycle leaves it alone until that is gone.",
    );
  return undefined;
}
