// Whether Red Hat's YAML extension holds Kubernetes' JSON schema against a whole file. In doubt it does not: a mistake marked
// twice is better than one that nobody marks.
import picomatch from "picomatch";

/** Its settings, under their own names, as people wrote them: anything may stand there. */
export interface YamlSettings {
  readonly validate: unknown;
  /** Schema → glob or globs. */
  readonly schemas: unknown;
  /** Glob or globs. */
  readonly disableSchemaDetection: unknown;
}

/** @param uri decoded, without query and fragment */
export function isCoveredBySchema(text: string, uri: string, settings: YamlSettings): boolean {
  if (settings.validate === false) return false;
  const documents = documentsOf(text);
  if (documents.length === 0) return false;
  const bySettings = isMapped(uri, settings);
  return documents.every((each) => {
    const schema = modelineSchema(each);
    return schema === undefined ? bySettings : isKubernetesUrl(schema);
  });
}

/** Those that hold something. Comments above the file's first `---` belong to its first document. */
function documentsOf(text: string): string[] {
  const joined = text.replace(/^((?:[^\S\n]*(?:#.*)?\n|%.*\n)*)---(?=\s|$)/, "$1");
  return joined.split(/^---(?=\s|$)/m).filter((each) => /^[^\S\n]*[^#%\s]/m.test(each));
}

/** What the settings say; of several schemas for one file all have to be Kubernetes'. */
function isMapped(uri: string, { schemas, disableSchemaDetection }: YamlSettings): boolean {
  if (matches(uri, disableSchemaDetection) || typeof schemas !== "object" || schemas === null) return false;
  const found = Object.entries(schemas).filter(([, globs]) => matches(uri, globs));
  return found.length > 0 && found.every(([schema]) => isKeyword(schema) || isKubernetesUrl(schema));
}

const isKeyword = (schema: string): boolean => schema.trim().toLowerCase() === "kubernetes";

/** With any other schema of all kinds it finds nothing but that several of them fit. */
const isKubernetesUrl = (schema: string): boolean =>
  /^https:\/\/raw\.githubusercontent\.com\/yannh\/kubernetes-json-schema\/master\/v\d+\.\d+\.\d+-standalone-strict\/all\.json$/.test(
    schema,
  );

/** A file's path may begin anywhere: `k8s/*.yaml` is any folder of that name. */
function matches(uri: string, globs: unknown): boolean {
  const all = (Array.isArray(globs) ? globs : [globs]).filter((each) => typeof each === "string");
  const anywhere = (glob: string): string => `**/${glob.replace(/^\//, "")}`;
  const wanted = all.filter((each) => !each.startsWith("!")).map(anywhere);
  const excluded = all.filter((each) => each.startsWith("!")).map((each) => anywhere(each.slice(1)));
  return picomatch(wanted)(uri) && !picomatch(excluded)(uri);
}

/** The schema that the first modeline among the comments above a document names. */
function modelineSchema(document: string): string | undefined {
  for (const line of document.split(/\r?\n/)) {
    const comment = /^\s*(#.*)?$/.exec(line);
    if (!comment && !line.startsWith("%")) return undefined;
    if (/^#\s+(?:yaml-language-server\s*:|\$schema:)/.test(comment?.[1] ?? ""))
      return /\$schema(?:=|:[^\S\r\n]*)(\S+)/.exec(line)?.[1];
  }
  return undefined;
}
