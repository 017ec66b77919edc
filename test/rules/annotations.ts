// Fixtures carry their expectation in comments: carets under the text, then severity(rule): message.
//   periodSeconds: 10
//                  ^^ warning(rule-id): message
// Where the text starts in the first two columns there is no room for carets: `# 0-4 error(rule-id): message`.
import type { FileFinding } from "../../server/src/workspace/check.ts";

export const annotationPattern =
  /^\s*#(?:\s*(\^+)| (\d+)-(\d+)) (error|warning|information|hint)\(([a-z0-9-]+)\): (.*)$/;

/** The fixture without its annotations. */
export function stripAnnotations(text: string): string {
  return text
    .split("\n")
    .filter((line) => !annotationPattern.test(line))
    .join("\n");
}

/** The fixture as it should read: each line followed by one comment for each finding that starts in it. */
export function annotate(text: string, findings: readonly FileFinding[]): string {
  const lines = text.split("\n");
  let offset = 0;
  return lines
    .flatMap((line) => {
      const start = offset;
      const end = offset + line.length;
      offset = end + 1;
      const here = findings.filter((each) => each.start >= start && each.start <= end);
      return [line, ...here.map((each) => comment(each, each.start - start, Math.min(each.end, end) - start))];
    })
    .join("\n");
}

function comment(finding: FileFinding, from: number, to: number): string {
  const text = `${finding.severity}(${finding.rule}): ${finding.message}`;
  if (from < 2) return `# ${from}-${to} ${text}`;
  return `#${" ".repeat(from - 1)}${"^".repeat(Math.max(1, to - from))} ${text}`;
}
