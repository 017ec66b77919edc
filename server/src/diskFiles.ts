// The disk, for everybody who does not lend us another file system. Only neighbours of known names are ever asked for.
import { access, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Files } from "./workspace/classify.ts";

/** A URI that names no file of this machine is a file that does not exist. */
function pathOf(uri: string): string | undefined {
  if (!uri.startsWith("file:")) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

export const diskFiles: Files = {
  exists: async (uri) => {
    const path = pathOf(uri);
    return (
      path !== undefined &&
      access(path).then(
        () => true,
        () => false,
      )
    );
  },
  read: async (uri) => {
    const path = pathOf(uri);
    return path === undefined ? undefined : readFile(path, "utf8").catch(() => undefined);
  },
};
