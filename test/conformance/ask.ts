// Asks the API server's own code (oracle/verdict, built with Go) about manifests, and keeps what a comparison needs of its answers.
import { spawnSync } from "node:child_process";
import type { Recorded } from "./compare.ts";

/** The built program, from VERDICT; without it the process ends with a word about how to get it. */
export function verdictProgram(): string {
  const program = process.env["VERDICT"];
  if (program) return program;
  console.error("Set VERDICT to the built program of test/conformance/oracle/verdict (its README says how).");
  process.exit(2);
}

/** @param paths files, or folders whose .yaml, .yml and .json files are meant; `relativeTo`: the folder that file names start from */
export function ask(program: string, paths: readonly string[], relativeTo?: string): Recorded[] {
  const options = relativeTo === undefined ? [] : ["-rel", relativeTo];
  const { stdout, stderr, status } = spawnSync(program, [...options, ...paths], {
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(stderr || `${program} failed`);
  return stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => brief(JSON.parse(line)));
}

function brief({ file, doc, item, apiVersion, kind, name, verdict, viaKubectl, errors, warnings }: Answer): Recorded {
  return {
    file,
    doc,
    ...(item === undefined ? {} : { item }),
    apiVersion,
    kind,
    name,
    verdict,
    ...(viaKubectl ? { viaKubectl } : {}),
    errors: errors.map(({ detail, ...rest }) => ({ ...rest, ...wrongType(detail) })),
    warnings: warnings.length,
  };
}

interface Answer extends Omit<Recorded, "errors" | "warnings"> {
  readonly errors: readonly { readonly type: string; readonly field?: string; readonly detail: string }[];
  readonly warnings: readonly string[];
}

/** The decoder names the field, without list indexes, in its sentence only. */
function wrongType(detail: string): { got?: string; field?: string; want?: string } {
  const [, got, field, want] = /cannot unmarshal (\S+) .*Go struct field \w+\.(\S+) of type (\S+)/.exec(detail) ?? [];
  return got && want ? { got, field: withoutEmbedded(field ?? ""), want } : {};
}

/** Go structs that are embedded stand in the decoder's path: `livenessProbe.ProbeHandler.httpGet`. No field of the API is upper-case. */
const withoutEmbedded = (field: string): string => field.replace(/\.[A-Z][A-Za-z]*(?=\.)/g, "");
