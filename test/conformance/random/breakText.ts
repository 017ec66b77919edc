// Changes to a manifest as text: what a slip of the hand, a bad paste or a tool does to YAML.
import type { Rng } from "./rng.ts";

type Break = (lines: string[], rng: Rng) => void;

const someLine = (lines: readonly string[], rng: Rng): number => rng.below(lines.length);
const change = (lines: string[], rng: Rng, how: (line: string) => string): void => {
  const at = someLine(lines, rng);
  lines[at] = how(lines[at] ?? "");
};

const signs = [..."\t \"'{}[],:#&*!|>%@`-?=~<\\\u0007\u00a0\u0085\u2028\ufeff\u{1f600}é\r"];

const breaks: readonly Break[] = [
  // A line, or a line with all below it, too far left or right.
  (lines, rng) => change(lines, rng, (line) => " ".repeat(rng.pick([1, 2, 4])) + line),
  (lines, rng) => change(lines, rng, (line) => line.replace(/^ {1,2}/, "")),
  (lines, rng) => {
    const from = someLine(lines, rng);
    const to = from + 1 + rng.below(5);
    const by = rng.pick([1, 2]);
    const right = rng.chance(0.5);
    for (let at = from; at < to && at < lines.length; at++)
      lines[at] = right ? " ".repeat(by) + (lines[at] ?? "") : (lines[at] ?? "").replace(new RegExp(`^ {0,${by}}`), "");
  },
  (lines, rng) => change(lines, rng, (line) => line.replace(/^ +/, rng.pick(["\t", "  \t", ""]))),
  (lines, rng) => change(lines, rng, (line) => line.replace(/: /, rng.pick([":", ":\t", " : ", "=", ": : "]))),
  (lines, rng) => change(lines, rng, (line) => line.replace(/- /, rng.pick(["-", "-\t", "- - ", "* "]))),
  (lines, rng) =>
    change(lines, rng, (line) => {
      const at = rng.below(line.length + 1);
      return line.slice(0, at) + (rng.pick(signs) ?? "") + line.slice(at);
    }),
  (lines, rng) =>
    change(lines, rng, (line) => {
      const at = rng.below(line.length + 1);
      return line.slice(0, at) + line.slice(at + 1);
    }),
  (lines, rng) => void lines.splice(someLine(lines, rng), 1),
  (lines, rng) => {
    const at = someLine(lines, rng);
    lines.splice(at, 0, lines[at] ?? "");
  },
  (lines, rng) => {
    const at = someLine(lines, rng);
    lines.splice(at, 2, `${lines[at] ?? ""}${lines[at + 1] ?? ""}`);
  },
  (lines, rng) => {
    const [moved = ""] = lines.splice(someLine(lines, rng), 1);
    lines.splice(rng.below(lines.length + 1), 0, moved);
  },
  (lines, rng) => void lines.splice(someLine(lines, rng)),
  (lines, rng) =>
    void lines.splice(
      someLine(lines, rng),
      0,
      rng.pick([
        "---",
        "...",
        "--- {}",
        "---a",
        "%YAML 1.1",
        "# note",
        "  # note",
        "\t",
        "\t# note",
        "x",
        "- x",
        "? a",
        ": b",
        "<<: {a: b}",
        "a: &a",
        "*a",
        "}",
        "kind: Pod",
        "status: {}",
      ]),
    ),
  (lines, rng) =>
    change(lines, rng, (line) =>
      line.replace(
        /: (?=\S)/,
        rng.pick([": &a ", ": !!str ", ": !!int ", ": |\n", ": >\n", ": *a #", ": - ", ': "', ": '", ": [", ": {"]),
      ),
    ),
  (lines, rng) =>
    change(
      lines,
      rng,
      (line) => `${line}${rng.pick([" # note", "#note", " ", "\t", ":", '"', "'", ",", " |", " x", "\r"])}`,
    ),
];

export function broken(text: string, rng: Rng): string {
  const lines = text.split("\n");
  const count = rng.pick([1, 1, 1, 2, 3]);
  for (let each = 0; each < count && lines.length > 0; each++) rng.pick(breaks)?.(lines, rng);
  const joined = lines.join(rng.chance(0.05) ? "\r\n" : "\n");
  return rng.chance(0.01) ? `\ufeff${joined}` : joined;
}
