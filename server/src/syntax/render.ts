// Plain JSON values as YAML text in a file's own style.
import { resolvePlain } from "./scalar.ts";
import type { Style } from "./style.ts";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** In one line: a scalar, `[a, b]` or `{a: 1}`. */
export function renderFlow(value: Json): string {
  if (isList(value)) return `[${value.map(renderFlowItem).join(", ")}]`;
  if (isObject(value))
    return `{${Object.entries(value)
      .map(([name, each]) => `${renderText(name, true)}: ${renderFlow(each)}`)
      .join(", ")}}`;
  return renderScalar(value, true);
}

// Commands read best with every word quoted, as everybody writes them in one line.
const renderFlowItem = (value: Json): string => (typeof value === "string" ? JSON.stringify(value) : renderFlow(value));

/** What follows a key's colon: ` value`, or a line break and lines at the right columns. @param column of the key */
export function renderValue(value: Json, column: number, style: Style): string {
  if (isList(value))
    return value.length === 0 ? " []" : style.lineBreak + renderItems(value, column + style.dash, style);
  if (isObject(value))
    return Object.keys(value).length === 0 ? " {}" : style.lineBreak + renderMap(value, column + style.step, style);
  return ` ${renderScalar(value, false)}`;
}

/** Lines of `name: value`, the first indented too. */
export function renderMap(value: { readonly [name: string]: Json }, column: number, style: Style): string {
  return Object.entries(value)
    .map(([name, each]) => `${" ".repeat(column)}${renderText(name, false)}:${renderValue(each, column, style)}`)
    .join(style.lineBreak);
}

/** Lines of `- item`, the first indented too. */
export function renderItems(items: readonly Json[], column: number, style: Style): string {
  return items
    .map((item) => {
      const lead = `${" ".repeat(column)}- `;
      if (isObject(item) && Object.keys(item).length > 0) return lead + renderMap(item, column + 2, style).trimStart();
      return lead + (isList(item) || isObject(item) ? renderFlow(item) : renderScalar(item, false));
    })
    .join(style.lineBreak);
}

export function renderScalar(value: string | number | boolean | null, inFlow: boolean): string {
  return typeof value === "string" ? renderText(value, inFlow) : String(value);
}

/** Plain where kubectl reads the same text back, else in double quotes. */
export function renderText(text: string, inFlow: boolean): string {
  const plain =
    text !== "" &&
    typeof resolvePlain(text) === "string" &&
    !/^[\s\-?:,[\]{}#&*!|>'"%@`=<]|\s$|: |:$| #|[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\n]/.test(text) &&
    !(inFlow && /[,[\]{}]/.test(text));
  return plain || (/^-[A-Za-z]/.test(text) && !/[:#,[\]{}\s]/.test(text)) ? text : JSON.stringify(text);
}

export const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
export const isObject = (value: Json): value is { readonly [name: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);
