// The classes that one regular expression of the table says whole.
import { classFacts } from "../../knowledge/constraints.ts";

const known = new Map<string, RegExp>();

/** undefined for a class without an expression. */
export function fitsExpression(name: string, text: string): boolean | undefined {
  const facts = classFacts(name);
  if (facts?.re === undefined) return undefined;
  let expression = known.get(name);
  if (!expression) {
    expression = new RegExp(facts.re, "s");
    known.set(name, expression);
  }
  return expression.test(text) && (facts.max === undefined || utf8Length(text) <= facts.max);
}

/** Bytes in UTF-8, as the server counts. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
