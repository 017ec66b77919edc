// Which value of a closed list was probably meant.
import { nearest } from "../../text/nearest.ts";
import type { NotInEnum } from "./violation.ts";

/** undefined when none is near. A value of a later version is no slip. */
export function meantValue({ text, values, since }: NotInEnum): string | undefined {
  return since === undefined && text.trim() !== "" ? nearest(text.trim(), values) : undefined;
}
