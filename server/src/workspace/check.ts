// Checks a text in one go: for the command line, and for tests that need no editor.
import { newest } from "../knowledge/versions.ts";
import { builtInCustomResources } from "../model/objects.ts";
import { applyEdits } from "../text/span.ts";
import { type FileFinding, type FileOptions, findingsOf, openFile, preferredEdits } from "./file.ts";

export type { FileFinding } from "./file.ts";

/** @throws never because of the text; `onError` hears of a rule that failed (the default throws: our mistake must be seen) */
export function checkText(text: string, options: Partial<FileOptions> = {}): FileFinding[] {
  return findingsOf(openFile(text, withDefaults(options)));
}

/** Applies preferred fixes until nothing changes; a fix may uncover the next finding. */
export function applyPreferredFixes(text: string, options: Partial<FileOptions> = {}): string {
  let fixed = text;
  for (let round = 0; round < 10; round++) {
    const edits = preferredEdits(checkText(fixed, options));
    if (edits.length === 0) break;
    fixed = applyEdits(fixed, edits);
  }
  return fixed;
}

export function withDefaults(options: Partial<FileOptions>): FileOptions {
  return {
    minor: newest,
    severities: {},
    customResources: builtInCustomResources,
    template: false,
    patch: false,
    onError: (rule, error) => {
      throw new Error(`rule ${rule} failed`, { cause: error });
    },
    ...options,
  };
}
