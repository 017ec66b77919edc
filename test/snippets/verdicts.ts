// What the API server said of a text, recorded: tests look the text up by its hash, so a changed text has no verdict until it is asked again.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

export const recordPath = join(import.meta.dirname, "verdicts.jsonl");

export interface Verdict {
  readonly kind: string;
  readonly name: string;
  readonly verdict: "accepted" | "rejected" | "undecodable" | "unknown-kind";
  readonly errors: readonly { readonly type: string; readonly field?: string }[];
  readonly warnings: readonly string[];
}

export interface Recorded {
  /** Where the text came from, for people. */
  readonly of: string;
  readonly hash: string;
  /** One an object of the text, in its order. */
  readonly objects: readonly Verdict[];
}

export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 20);
}

export function readRecord(): Map<string, Recorded> {
  const lines = readFileSync(recordPath, "utf8").split("\n").filter(Boolean);
  return new Map(
    lines.map((line): [string, Recorded] => {
      const entry: Recorded = JSON.parse(line);
      return [entry.hash, entry];
    }),
  );
}

export const howToRecord = "ask the API server again: VERDICT=PROGRAM npm run record-snippets (see its header)";
