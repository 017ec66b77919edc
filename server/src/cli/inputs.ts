// Finds and reads the files that a command line names. What cannot be read is told and counted; the others go on.
import { readdir, readFile, stat } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import * as l10n from "@vscode/l10n";
import { classify, type FileClass, type Files } from "../workspace/classify.ts";
import { skipReason } from "../workspace/file.ts";

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
  for (const path of paths) {
    if (path === "-") {
      const text = decode(await standardInput(), l10n.t("standard input"), complain);
      if (text !== undefined) yield { path, text, fileClass: { template: false, patch: false } };
    } else yield* inputsAt(resolve(path), path, complain);
  }
}

async function* inputsAt(path: string, shown: string, complain: (sentence: string) => void): AsyncGenerator<Input> {
  let names: string[] | undefined;
  try {
    names = (await stat(path)).isDirectory() ? await readdir(path) : undefined;
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
    const info = await stat(inner).catch(() => undefined);
    if (info?.isDirectory() || (info?.isFile() && manifestName.test(name)))
      yield* inputsAt(inner, join(shown, name), complain);
  }
}

async function readInput(
  path: string,
  shown: string,
  complain: (sentence: string) => void,
): Promise<Input | undefined> {
  try {
    const text = decode(await readFile(path), shown, complain);
    return text === undefined
      ? undefined
      : { path, text, fileClass: await classify(pathToFileURL(path).href, "yaml", disk) };
  } catch (error) {
    complain(cannotRead(shown, error));
    return undefined;
  }
}

/** kubectl refuses bytes that are no UTF-8, and so do we: by name, before any rule guesses at them. */
function decode(bytes: Uint8Array, shown: string, complain: (sentence: string) => void): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const skipped = skipReason(text);
    if (skipped === undefined) return text;
    complain(`${shown}: ${skipped}`);
  } catch {
    complain(l10n.t("{0} is not UTF-8 text; kubectl refuses it.", shown));
  }
  return undefined;
}

function cannotRead(shown: string, error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return l10n.t("{0}: there is no such file or folder.", shown);
  if (code === "EACCES" || code === "EPERM") return l10n.t("{0} cannot be read: permission denied.", shown);
  return l10n.t("{0} cannot be read: {1}", shown, error instanceof Error ? error.message : String(error));
}

const disk: Files = {
  exists: async (uri) =>
    stat(new URL(uri)).then(
      () => true,
      () => false,
    ),
  read: async (uri) => readFile(new URL(uri), "utf8").catch(() => undefined),
};

async function standardInput(): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

export const displayPath = (path: string): string =>
  path.startsWith(process.cwd() + sep) ? path.slice(process.cwd().length + 1) : path;
