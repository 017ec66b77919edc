// The snippet files, and for each file the manifest its snippets are tried in: the file's name says where its snippets belong.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { indentAs, parseSnippet } from "./expand.ts";

const folder = join(import.meta.dirname, "../../snippets");

/** `<|>` is the cursor. */
const places: Readonly<Record<string, string>> = {
  manifest: "<|>",
  "pod-spec": podWith("spec:\n  <|>"),
  "init-container": podWith(
    "spec:\n  initContainers:\n    <|>\n  containers:\n    - name: app\n      image: nginx:1.29",
  ),
  container: podWith("spec:\n  containers:\n    - name: app\n      image: nginx:1.29\n      <|>"),
  lifecycle: podWith("spec:\n  containers:\n    - name: app\n      image: nginx:1.29\n      lifecycle:\n        <|>"),
};

function podWith(spec: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: app\n${spec}\n`;
}

export interface Snippet {
  /** `container.json: livenessProbe-httpGet` */
  readonly id: string;
  readonly file: string;
  readonly label: string;
  readonly description: string;
  readonly body: string;
}

/** @throws when a file of snippets/ has another shape than VS Code reads */
export function readSnippets(): Snippet[] {
  return readdirSync(folder).flatMap((file) => {
    const parsed: unknown = JSON.parse(readFileSync(join(folder, file), "utf8"));
    if (!isRecord(parsed)) throw new Error(`${file} holds no snippets`);
    return Object.entries(parsed).map(([label, snippet]) => {
      const id = `${file}: ${label}`;
      if (!isRecord(snippet)) throw new Error(`${id} is no snippet`);
      const { description, body } = snippet;
      if (typeof description !== "string") throw new Error(`${id} needs a description`);
      // With a prefix VS Code would offer it beside every word and value of any YAML, where the server knows better.
      if ("prefix" in snippet) throw new Error(`${id} has a prefix`);
      if (!Array.isArray(body) || !body.every((line) => typeof line === "string"))
        throw new Error(`${id}: the body is a list of lines`);
      return { id, file, label, description, body: body.join("\n") };
    });
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The manifest with the snippet in its place. A pod that got only init containers, or hooks of a container, gets the rest of what a pod needs. */
export function inPlace(snippet: Snippet, picked: ReadonlyMap<number, string> = new Map(), tabSize = 2): string {
  const place = places[snippet.file.replace(/\.json$/, "")];
  if (place === undefined) throw new Error(`No place is known for the snippets of ${snippet.file}: add one to places`);
  const leading = /^ *(?=.*<\|>)/m.exec(place)?.[0] ?? "";
  const text = indentAs(parseSnippet(snippet.body).text(picked), leading, tabSize);
  const manifest = place.replace("<|>", () => text);
  return /^ *containers:/m.test(manifest)
    ? manifest
    : `${manifest}  containers:\n    - name: app\n      image: nginx:1.29\n`;
}

/** The default text, and one more for each other choice of a tab stop. */
export function variants(snippet: Snippet): string[] {
  const { stops } = parseSnippet(snippet.body);
  const others = stops.flatMap(({ number, choices }) =>
    (choices ?? []).slice(1).map((choice) => new Map([[number, choice]])),
  );
  return [new Map<number, string>(), ...others].map((picked) => inPlace(snippet, picked));
}
