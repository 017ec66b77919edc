// PLACEHOLDER first version: comments and depth only.
import type { Span } from "../text/span.ts";
import type { Comment, SyntaxProblem } from "./chunk.ts";
export interface Survey {
  readonly tidied: string;
  original(offset: number): number;
  readonly problems: readonly SyntaxProblem[];
  readonly ignored: readonly Span[];
  readonly comments: readonly Comment[];
  readonly tooDeep: SyntaxProblem | undefined;
}
export function survey(text: string): Survey {
  const comments = [...text.matchAll(/(?:^|[ \t])(#[^\r\n]*)/gm)].map((m) => {
    const start = m.index + m[0].length - (m[1] ?? "").length;
    return { span: { start, end: m.index + m[0].length }, text: m[1] ?? "" };
  });
  return { tidied: text, original: (o) => o, problems: [], ignored: [], comments, tooDeep: undefined };
}
