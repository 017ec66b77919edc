// The snippets of snippets/, by where they belong. They have no prefix: VS Code shows those in its "Insert Snippet" only, and
// leaves it to the server to offer them while somebody types, where they are legal.
import container from "../../../snippets/container.json" with { type: "json" };
import initContainer from "../../../snippets/init-container.json" with { type: "json" };
import lifecycle from "../../../snippets/lifecycle.json" with { type: "json" };
import manifest from "../../../snippets/manifest.json" with { type: "json" };
import podSpec from "../../../snippets/pod-spec.json" with { type: "json" };
import { docLanguage } from "./docs.ts";
import chinese from "./snippets.zh-cn.json" with { type: "json" };

export interface Snippet {
  /** Its name in the file. */
  readonly label: string;
  readonly description: string;
  /** Lines in the editors' snippet syntax; a tab is one step of indentation, and stands at the line's start only. */
  readonly body: readonly string[];
}

type SnippetFile = Readonly<Record<string, Omit<Snippet, "label">>>;

/** By the file's name: whole manifests, fields of a pod's spec, an item of initContainers, fields of a container or of its lifecycle. */
const files = {
  manifest,
  "pod-spec": podSpec,
  "init-container": initContainer,
  container,
  lifecycle,
} satisfies Readonly<Record<string, SnippetFile>>;

export type SnippetPlace = keyof typeof files;

export const snippetsFor = (place: SnippetPlace): readonly Snippet[] =>
  Object.entries<Omit<Snippet, "label">>(files[place]).map(([label, snippet]) => ({ ...snippet, label }));

export function describeSnippet({ label, description }: Snippet, locale: string): string {
  const translations: Readonly<Record<string, string>> = chinese;
  return docLanguage(locale) === "zh" ? (translations[label] ?? description) : description;
}
