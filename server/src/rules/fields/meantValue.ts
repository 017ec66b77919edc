// Which value of a closed list was probably meant.
import { nearest } from "../../text/nearest.ts";
import type { NotInEnum } from "./violation.ts";

/** undefined when none is near. A value of a later version is no slip. */
export function meantValue({ text, values, since }: NotInEnum): string | undefined {
  const word = text.trim();
  if (since !== undefined || word === "") return undefined;
  const meant = nearest(word, values);
  // Among words of two or three letters nearly all are near.
  return meant !== undefined && (word.length > 3 || meant.toLowerCase() === word.toLowerCase()) ? meant : undefined;
}
