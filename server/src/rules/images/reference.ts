// Whether a node can read an image reference: the grammar that the kubelet and the container runtimes share.

const part = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
const label = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
const host = `(?:${label}(?:\\.${label})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const algorithm = "[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*";
const tag = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}";
const whole = new RegExp(
  `^(?:(?:${host})/)?(${part}(?:/${part})*)(?::${tag})?(?:@(${algorithm}):([0-9A-Fa-f]{32,}))?$`,
);
/** Length of a digest in hexadecimal digits. */
const digestLengths: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };
const longestPath = 255;

export type ImageProblem = "upper-case" | "bare-hash" | "digest" | "tag" | "scheme" | "blank" | "too-long" | "format";

/** undefined: every node can read it. */
export function imageProblem(image: string): ImageProblem | undefined {
  if (/^[a-f0-9]{64}$/.test(image)) return "bare-hash";
  const { domain, rest } = splitDomain(image);
  const repository = rest.split(":", 1)[0] ?? "";
  if (repository !== repository.toLowerCase() && !/\s/.test(image)) return "upper-case";
  const match = whole.exec(`${domain}/${rest}`);
  if (!match) return formatProblem(image, rest);
  const [, path = "", name, digest = ""] = match;
  if (path.length > longestPath) return "too-long";
  if (name === undefined) return undefined;
  const isKnown = Object.hasOwn(digestLengths, name) && digestLengths[name] === digest.length;
  return isKnown && digest === digest.toLowerCase() ? undefined : "digest";
}

/** What stands before the first slash is a registry when it looks like a host; else it belongs to Docker Hub's path. */
function splitDomain(image: string): { isHost: boolean; domain: string; rest: string } {
  const slash = image.indexOf("/");
  const first = slash < 0 ? "" : image.slice(0, slash);
  const isHost = /[.:]/.test(first) || first === "localhost" || first !== first.toLowerCase();
  const domain = isHost && first !== "index.docker.io" ? first : "docker.io";
  const rest = isHost ? image.slice(slash + 1) : image;
  return { isHost, domain, rest: domain === "docker.io" && !rest.includes("/") ? `library/${rest}` : rest };
}

function formatProblem(image: string, rest: string): ImageProblem {
  if (/^[a-z]+:\/\//i.test(image)) return "scheme";
  if (/\s/.test(image)) return "blank";
  if (rest.includes("@")) return "digest";
  return rest.includes(":") ? "tag" : "format";
}

/** Something to be filled in before the manifest is used: `PROJECT_ID`, `<image>`, `$IMAGE`, or a path that ko builds from. */
export const isPlaceholder = (image: string): boolean =>
  /^ko:\/\/|<[^>]*>|\$\(?\w|%\w+%|(?<![a-z])[A-Z][A-Z0-9]*_[A-Z0-9_]*[A-Z0-9](?![a-z])/.test(image);

/** The same image without a scheme or blanks around it and with its path in lower case, where that is all that is wrong. */
export function repairedImage(image: string): string | undefined {
  const bare = image.trim().replace(/^https?:\/\//i, "");
  const start = splitDomain(bare).isHost ? bare.indexOf("/") + 1 : 0;
  const length = bare.slice(start).search(/[:@]|$/);
  const lower = bare.slice(0, start) + bare.slice(start, start + length).toLowerCase() + bare.slice(start + length);
  const repaired = imageProblem(bare) === "upper-case" ? lower : bare;
  return repaired !== image && repaired !== "" && !imageProblem(repaired) ? repaired : undefined;
}
