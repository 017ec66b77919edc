// Turns a VS Code snippet into the text that stands in the editor right after it was inserted, every tab stop at its default.
// Reads the part of the snippet syntax that snippets/ uses and refuses the rest, so that a typing error there cannot pass as text.

export interface TabStop {
  readonly number: number;
  /** Undefined for `$1`: it shows what its first namesake holds, or nothing. */
  readonly choices: readonly string[] | undefined;
}

interface Parsed {
  readonly stops: readonly TabStop[];
  /** @param picked choice by number of the tab stop; the first choice where none is given */
  text(picked?: ReadonlyMap<number, string>): string;
}

type Part =
  | string
  | { readonly number: number; readonly parts?: readonly Part[]; readonly choices?: readonly string[] };

/** @throws on a variable, a transform, or a `$` or `}` that is neither syntax nor escaped */
export function parseSnippet(body: string): Parsed {
  let at = 0;
  const fail = (why: string): never => {
    throw new Error(`${why} at ${at}: …${body.slice(Math.max(0, at - 20), at + 20)}…`);
  };
  const escaped = (allowed: string): string => {
    const next = body[at + 1] ?? "";
    if (!allowed.includes(next)) fail("a backslash before what needs none");
    at += 2;
    return next;
  };

  function parts(inside: boolean): Part[] {
    const found: Part[] = [];
    while (at < body.length) {
      const char = body[at] ?? "";
      if (char === "\\") found.push(escaped("$}\\"));
      else if (char === "$") found.push(stop());
      else if (char === "}") return inside ? found : fail("a closing brace that opens nowhere");
      else {
        found.push(char);
        at++;
      }
    }
    return inside ? fail("a tab stop without its end") : found;
  }

  function stop(): Part {
    const plain = /^\$(\d+)/.exec(body.slice(at));
    if (plain) {
      at += plain[0].length;
      return { number: Number(plain[1]) };
    }
    const start = /^\$\{(\d+)([:|}])/.exec(body.slice(at)) ?? fail("not a tab stop");
    at += start[0].length;
    const number = Number(start[1]);
    if (start[2] === "}") return { number };
    if (start[2] === "|") return { number, choices: choices() };
    const inner = parts(true);
    at++;
    return { number, parts: inner };
  }

  function choices(): string[] {
    const found = [""];
    const add = (text: string) => found.push((found.pop() ?? "") + text);
    while (!body.startsWith("|}", at)) {
      if (at >= body.length) fail("a choice without its end");
      if (body[at] === "\\") add(escaped(",|\\"));
      else {
        if (body[at] === ",") found.push("");
        else add(body[at] ?? "");
        at++;
      }
    }
    at += 2;
    return found;
  }

  const all = parts(false);
  const flat = (list: readonly Part[]): Exclude<Part, string>[] =>
    list.flatMap((part) => (typeof part === "string" ? [] : [part, ...flat(part.parts ?? [])]));
  const stops = flat(all);
  return {
    stops: stops.map(({ number, choices }) => ({ number, choices })),
    text(picked = new Map()) {
      const value = (part: Part): string => {
        if (typeof part === "string") return part;
        const holder = stops.find((each) => each.number === part.number && (each.parts || each.choices));
        if (holder?.choices) return picked.get(part.number) ?? holder.choices[0] ?? "";
        return (holder?.parts ?? []).map(value).join("");
      };
      return all.map(value).join("");
    },
  };
}

/**
 * Indents as VS Code does on insertion: lines after the first get the leading blanks of the cursor's line,
 * and a tab among the leading blanks goes to the next multiple of `tabSize` columns.
 */
export function indentAs(text: string, leading: string, tabSize: number): string {
  return text
    .split("\n")
    .map((line, index) => {
      const blanks = /^[\t ]*/.exec(line)?.[0] ?? "";
      const whole = index === 0 ? blanks : leading + blanks;
      let columns = 0;
      for (const blank of whole) columns = blank === "\t" ? (Math.floor(columns / tabSize) + 1) * tabSize : columns + 1;
      return " ".repeat(columns) + line.slice(blanks.length);
    })
    .join("\n");
}
