// Finds and reads the files that a command line names. What cannot be read is told and counted; the others go on.
import { createReadStream } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import * as l10n from "@vscode/l10n";
import { diskFiles } from "../diskFiles.ts";
import { classify, type FileClass } from "../workspace/classify.ts";
import { mostCharacters, skipReason } from "../workspace/limits.ts";

export interface Input {
  /** Absolute; `-` for standard input. */
  readonly path: string;
  readonly text: string;
  readonly fileClass: FileClass;
}

const manifestName = /\.(ya?ml|json)$/;
const skippedFolders = new Set(["node_modules", ".git"]);

/** @param complain told one sentence for each path that cannot be read */
export async function* inputs(paths: readonly string[], complain: (sentence: string) => void): AsyncGenerator<Input> {
  /** Real paths of folders and named files: links may lead to a place twice, or around in a circle. */
  const seen = new Set<string>();
  for (const path of paths) {
    if (path !== "-") {
      yield* inputsAt(path, seen, complain);
      continue;
    }
    if (seen.has("-")) continue;
    seen.add("-");
    const text = decode(await readAll(process.stdin), l10n.t("standard input"), complain);
    if (text !== undefined) yield { path, text, fileClass: { template: false, patch: false } };
  }
}

async function* inputsAt(
  shown: string,
  seen: Set<string>,
  complain: (sentence: string) => void,
): AsyncGenerator<Input> {
  const path = resolve(shown);
  let names: string[] | undefined;
  try {
    // An empty path would be the current folder.
    const info = await stat(shown === "" ? "\uFFFF" : path);
    const real = await realpath(path);
    if (seen.has(real)) return;
    seen.add(real);
    names = info.isDirectory() ? await readdir(path) : undefined;
  } catch (error) {
    complain(cannotRead(shown, error));
    return;
  }
  if (!names) {
    const input = await readInput(path, shown, complain);
    if (input) yield input;
    return;
  }
  for (const name of names.sort()) {
    if (skippedFolders.has(name)) continue;
    const inner = join(path, name);
    // A link to nowhere is somebody's lock or left-over: it was not named, so nobody misses it.
    const info = await stat(inner).catch(() => undefined);
    if (info?.isDirectory() || (info?.isFile() && manifestName.test(name)))
      yield* inputsAt(join(shown, name), seen, complain);
  }
}

async function readInput(
  path: string,
  shown: string,
  complain: (sentence: string) => void,
): Promise<Input | undefined> {
  try {
    const text = decode(await readAll(createReadStream(path)), shown, complain);
    return text === undefined
      ? undefined
      : { path, text, fileClass: await classify(pathToFileURL(path).href, "yaml", diskFiles) };
  } catch (error) {
    complain(cannotRead(shown, error));
    return undefined;
  }
}

/** Up to a little more than what is looked at: the rest of a huge file, or of one without end, is not worth its memory. */
async function readAll(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Uint8Array>) {
    parts.push(part);
    size += part.length;
    if (size > mostCharacters) break;
  }
  return Buffer.concat(parts);
}

/** kubectl refuses bytes that are no UTF-8, and so do we: by name, before any rule guesses at them. */
function decode(bytes: Buffer, shown: string, complain: (sentence: string) => void): string | undefined {
  const skipped = skipReason(bytes.toString("latin1"));
  if (skipped !== undefined) {
    complain(`${shown}: ${skipped}`);
    return undefined;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    complain(l10n.t("{0} is not UTF-8 text, which is all that kubectl reads.", shown));
    return undefined;
  }
}

function cannotRead(shown: string, error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") return l10n.t("{0}: there is no such file or folder.", shown || "“”");
  if (code === "EACCES" || code === "EPERM") return l10n.t("{0} cannot be read: permission denied.", shown);
  return l10n.t("{0} cannot be read: {1}", shown, error instanceof Error ? error.message : String(error));
}

export const displayPath = (path: string): string =>
  path.startsWith(process.cwd() + sep) ? path.slice(process.cwd().length + 1) : path;
