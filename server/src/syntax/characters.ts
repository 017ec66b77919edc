// The character classes of kubectl's YAML: what breaks a line, what is blank, what must not occur at all.

/** LF, CR, NEL, LS and PS break lines; the empty string stands for the end of the text. */
export const isBreak = (char: string): boolean =>
  char === "\n" || char === "\r" || char === "\u0085" || char === "\u2028" || char === "\u2029";
/** Characters of the break at `at`. kubectl takes the CR off before a LF, so another one before them is part of the same break. */
export const breakLength = (text: string, at: number): number =>
  text[at] !== "\r" ? 1 : text[at + 1] === "\n" ? 2 : text[at + 1] === "\r" && text[at + 2] === "\n" ? 3 : 1;
export const isBlank = (char: string): boolean => char === " " || char === "\t";
export const isBlankOrEnd = (char: string): boolean => char === "" || isBlank(char) || isBreak(char);

/** The first character that kubectl refuses anywhere: controls but tab, LF, CR and NEL; U+FFFE, U+FFFF. A lone surrogate is saved as U+FFFD, which is fine. */
export function forbiddenCharacter(text: string): { readonly at: number; readonly name: string } | undefined {
  const match = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/.exec(text);
  if (!match) return undefined;
  return { at: match.index, name: `U+${match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}` };
}
