// Takes a shell script apart into its simple commands, as long as they run one behind the other: loops and conditions are left alone.

export interface Simple {
  /** Quotes taken off; what the shell would put in stays as written. */
  readonly words: readonly string[];
  /** Offset in the script. */
  readonly start: number;
  /** What stands between it and the next one. */
  readonly behind: "" | ";" | "&&" | "||" | "|" | "&";
}

const reserved = new Set(["if", "while", "until", "for", "case", "select", "function", "{", "(", "!", "[[", "trap"]);

/** undefined: a loop, a condition, a here-document, an unclosed quote, or something else whose order is not that of the text. */
export function simpleCommands(script: string): Simple[] | undefined {
  const found: Simple[] = [];
  let words: string[] = [];
  let start = 0;
  let at = 0;
  const close = (behind: Simple["behind"]): void => {
    if (words.length > 0) found.push({ words, start, behind });
    words = [];
  };
  while (at < script.length) {
    const char = script[at] ?? "";
    if (/[ \t\r]/.test(char)) at++;
    else if (char === "\\" && /^\\\r?\n/.test(script.slice(at, at + 3))) at = script.indexOf("\n", at) + 1;
    else if (char === "#") at = endOfLine(script, at);
    else if (char === "\n" || char === ";") {
      close(";");
      at++;
    } else if ((char === "&" && script[at + 1] !== ">") || char === "|") {
      const double = script[at + 1] === char;
      close(double ? (char === "&" ? "&&" : "||") : char === "&" ? "&" : "|");
      at += double ? 2 : 1;
    } else if (char === "(" || char === ")") return undefined;
    else {
      if (words.length === 0) start = at;
      const word = readWord(script, at);
      if (!word || (words.length === 0 && reserved.has(word.text)) || word.text.startsWith("<<")) return undefined;
      words.push(word.text);
      at = word.end;
    }
  }
  close("");
  return found;
}

const endOfLine = (script: string, at: number): number => {
  const end = script.indexOf("\n", at);
  return end < 0 ? script.length : end;
};

function readWord(script: string, start: number): { readonly text: string; readonly end: number } | undefined {
  let text = "";
  let at = start;
  while (at < script.length) {
    const char = script[at] ?? "";
    if (char === "'" || char === '"') {
      const end = endOfQuote(script, at);
      if (end === undefined) return undefined;
      text += script.slice(at + 1, end - 1);
      at = end;
    } else if (char === "`" || (char === "$" && script[at + 1] === "(")) {
      const end = char === "`" ? script.indexOf("`", at + 1) + 1 : endOfBrackets(script, at + 1);
      if (!end) return undefined;
      text += script.slice(at, end);
      at = end;
    } else if (char === "\\") {
      text += script[at + 1] ?? "";
      at += 2;
    } else if (/[\s;|()]/.test(char)) break;
    // `2>&1` is one word.
    else if (char === "&" && script[at - 1] !== ">" && script[at + 1] !== ">") break;
    else {
      text += char;
      at++;
    }
  }
  return { text, end: at };
}

/** Behind the closing quote. */
function endOfQuote(script: string, start: number): number | undefined {
  const quote = script[start];
  for (let at = start + 1; at < script.length; at++) {
    const char = script[at];
    if (char === quote) return at + 1;
    if (quote === "'") continue;
    if (char === "\\") at++;
    else if (char === "$" && script[at + 1] === "(") {
      const end = endOfBrackets(script, at + 1);
      if (end === undefined) return undefined;
      at = end - 1;
    }
  }
  return undefined;
}

/** Behind the bracket that closes the one at `start`. */
function endOfBrackets(script: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < script.length; at++) {
    const char = script[at];
    if (char === "(") depth++;
    else if (char === ")" && --depth === 0) return at + 1;
    else if (char === "'" || char === '"') {
      const end = endOfQuote(script, at);
      if (end === undefined) return undefined;
      at = end - 1;
    } else if (char === "\\") at++;
  }
  return undefined;
}
