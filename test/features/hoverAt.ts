// What hover says at a cursor, and the manifests that its tests share.
import assert from "node:assert/strict";
import { hover } from "../../server/src/features/hover.ts";
import { doc } from "../../server/src/knowledge/docs.ts";
import { offsetAt } from "../../server/src/text/lines.ts";
import type { FileOptions } from "../../server/src/workspace/file.ts";
import { withCursor } from "./cursor.ts";

/** The hover's text, and the manifest's text that it is about. */
export function at(
  marked: string,
  options: Partial<FileOptions> = {},
  locale = "en",
): { text: string; on: string } | undefined {
  const { file, position, lines } = withCursor(marked, options);
  const found = hover(file, position, { locale });
  if (!found?.range || typeof found.contents !== "object" || !("value" in found.contents)) return undefined;
  const { start, end } = found.range;
  return { text: found.contents.value, on: lines.text.slice(offsetAt(lines, start), offsetAt(lines, end)) };
}

export const shows = (marked: string, expected: string, on: string, options: Partial<FileOptions> = {}) =>
  assert.deepEqual(at(marked, options), { text: expected, on });

export const paragraphs = (...parts: string[]) => parts.join("\n\n");

/** The words are checked by the tests of docs; here it matters which are shown. */
export function words(id: string): string {
  const text = doc(id, "en");
  assert.ok(text, id);
  return text;
}

/** A Pod with lines in its only container, at the indentation of 4. */
export const inContainer = (lines: string, spec = "") => `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
${spec}  containers:
  - name: web
    image: nginx
    ports: [{name: http, containerPort: 8080}]
${lines}`;
export const inProbe = (lines: string) =>
  inContainer(`    livenessProbe:
      tcpSocket: {port: 8080}
${lines}`);
export const inStatus = (lines: string) => `apiVersion: v1
kind: Pod
metadata: {name: a, uid: 5a, resourceVersion: "1"}
spec: {containers: [{name: web, image: x}]}
status:
${lines}`;
