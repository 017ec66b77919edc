// Runs the built command line in a folder of its own.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export const cliPath = join(import.meta.dirname, "../../dist/cli.mjs");

export interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** As this user; only root may. */
  readonly uid?: number;
}

export interface Folder {
  readonly path: string;
  run(args: readonly string[], options?: RunOptions): Result;
  write(name: string, content: string | Uint8Array): string;
}

/** @param scope the file's `{ after }`, or a test: the folder goes with it */
export function temporaryFolder(
  scope: { after(end: () => void): void },
  files: Record<string, string | Uint8Array> = {},
): Folder {
  const path = mkdtempSync(join(tmpdir(), "pod-lifecycle-"));
  scope.after(() => rmSync(path, { recursive: true, force: true }));
  const write = (name: string, content: string | Uint8Array): string => {
    const target = join(path, name);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
    return target;
  };
  for (const [name, content] of Object.entries(files)) write(name, content);
  return {
    path,
    write,
    run(args, { input = "", env = {}, uid } = {}) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [cliPath, ...args], {
        cwd: path,
        input,
        ...(uid === undefined ? {} : { uid }),
        env: { ...process.env, LANG: "C", LC_ALL: "C", ...env },
        encoding: "utf8",
        maxBuffer: 1 << 28,
      });
      return { code: status, out: stdout, err: stderr };
    },
  };
}

/** The lines of an output, without the empty one behind the last. */
export const lines = (text: string): string[] => text.split("\n").filter((line) => line !== "");
