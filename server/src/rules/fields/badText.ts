// Whether a text is of the class and length that the constraints table wants.
import type { ValueConstraint } from "../../knowledge/constraints.ts";
import type { FieldFacts } from "../../knowledge/schema.ts";
import { utf8Length } from "../classes/expressions.ts";
import { isInClass } from "../classes/index.ts";
import { valuesAt } from "./tableFacts.ts";
import type { BadText } from "./violation.ts";

/** What of the fact the text breaks. */
export function badText(fact: ValueConstraint, text: string): Pick<BadText, "className" | "max"> | undefined {
  const { class: className, max } = fact;
  if (fact.enum) return undefined;
  if (className !== undefined && isInClass(className, text) === false) return { className, max };
  return max !== undefined && utf8Length(text) > max ? { className: undefined, max } : undefined;
}

/** Whether the table takes a text there, for fixes that would write it. */
export function acceptsText(
  fact: ValueConstraint | undefined,
  facts: FieldFacts,
  text: string,
  minor: number,
): boolean {
  if (!fact) return true;
  if (fact.enum) return text === "" ? fact.enum.includes("") : valuesAt(fact, facts, minor).includes(text);
  return badText(fact, text) === undefined;
}
