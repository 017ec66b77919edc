// A tree as YAML text, in the styles that people write: indented or flush lists, flow in places, JSON.
import type { Rng } from "./rng.ts";
import type { Tree } from "./tree.ts";

export interface PrintStyle {
  /** Blanks before a dash below its key. */
  readonly dash: number;
  /** Up to how many characters a map or list may stand in one line. */
  readonly flow: number;
  readonly json: boolean;
}

export function randomStyle(rng: Rng): PrintStyle {
  return { dash: rng.pick([0, 0, 2]), flow: rng.pick([0, 0, 0, 30, 70]), json: rng.chance(0.04) };
}

export const plainStyle: PrintStyle = { dash: 0, flow: 0, json: false };

export function print(tree: Tree, style: PrintStyle): string {
  if (style.json) return `${flow(tree)}\n`;
  if (tree.kind === "scalar" || isEmpty(tree)) return `${flow(tree)}\n`;
  return `${lines(tree, 0, style).join("\n")}\n`;
}

const isEmpty = (tree: Tree): boolean =>
  (tree.kind === "map" && tree.entries.length === 0) || (tree.kind === "list" && tree.items.length === 0);

function flow(tree: Tree): string {
  if (tree.kind === "scalar") return tree.source === "" ? "null" : tree.source;
  if (tree.kind === "list") return `[${tree.items.map(flow).join(", ")}]`;
  return `{${tree.entries.map(({ key, value }) => `${keyText(key, true)}: ${flow(value)}`).join(", ")}}`;
}

function lines(tree: Tree, column: number, style: PrintStyle): string[] {
  const lead = " ".repeat(column);
  if (tree.kind === "map")
    return tree.entries.flatMap(({ key, value }) => {
      const head = `${lead}${keyText(key, false)}:`;
      if (inline(value, style)) return [`${head} ${value.kind === "scalar" ? value.source : flow(value)}`.trimEnd()];
      return [head, ...lines(value, column + (value.kind === "list" ? style.dash : 2), style)];
    });
  if (tree.kind === "list")
    return tree.items.flatMap((item) => {
      if (inline(item, style)) return [`${lead}- ${item.kind === "scalar" ? item.source : flow(item)}`.trimEnd()];
      const [first = "", ...rest] = lines(item, column + 2, style);
      return [`${lead}- ${first.trimStart()}`, ...rest];
    });
  return [`${lead}${tree.source}`];
}

const inline = (tree: Tree, style: PrintStyle): boolean =>
  tree.kind === "scalar" || isEmpty(tree) || flow(tree).length <= style.flow;

function keyText(key: string, inFlow: boolean): string {
  if (/^[A-Za-z0-9_~$<%.=-][A-Za-z0-9_./$<%-]*$/.test(key) && !/^-/.test(key)) return key;
  return inFlow || /["\\\n]/.test(key) || key === ""
    ? JSON.stringify(key)
    : /^[ -~]+$/.test(key)
      ? `"${key}"`
      : JSON.stringify(key);
}
