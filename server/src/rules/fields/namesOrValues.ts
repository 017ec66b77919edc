// Which of two rules speaks of a bad text: name-invalid of names, value-invalid of all others.
import { nameWords } from "./classWords.ts";
import type { BadText } from "./violation.ts";

/** Lengths alone are about names too. */
export const isName = ({ className }: BadText): boolean =>
  className === undefined || nameWords(className) !== undefined;

/** Fit for a sentence. */
export const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
