// Asks the API server's own code about every manifest under own/ and writes own/verdicts.jsonl. Run it after adding or changing one:
//   VERDICT=PROGRAM npm run record-verdicts
// PROGRAM is test/conformance/oracle/verdict, built with Go; tests read the record and never need it.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "own");
const program = process.env["VERDICT"];
if (!program) {
  console.error("Set VERDICT to the built program of test/conformance/oracle/verdict.");
  process.exit(2);
}
/** The decoder names the field, without list indexes, in its sentence only. */
function wrongType(detail: unknown) {
  const match = /cannot unmarshal (\S+) .*Go struct field \w+\.(\S+) of type (\S+)/.exec(String(detail));
  return match ? { got: match[1], field: withoutEmbedded(match[2] ?? ""), want: match[3] } : {};
}

/** Go structs that are embedded stand in the decoder's path: `livenessProbe.ProbeHandler.httpGet`. No field of the API is upper-case. */
const withoutEmbedded = (field: string): string => field.replace(/\.[A-Z][A-Za-z]*(?=\.)/g, "");

const { stdout, stderr } = spawnSync(program, ["-rel", folder, folder], { encoding: "utf8", maxBuffer: 1 << 28 });
const lines = stdout
  .split("\n")
  .filter(Boolean)
  .map((line) => {
    const { file, doc, item, apiVersion, kind, name, verdict, viaKubectl, errors, warnings } = JSON.parse(line);
    const brief = (errors ?? []).map(({ detail, ...rest }: Record<string, unknown>) => ({
      ...rest,
      ...wrongType(detail),
    }));
    return JSON.stringify({
      file,
      doc,
      item,
      apiVersion,
      kind,
      name,
      verdict,
      viaKubectl,
      errors: brief,
      warnings: (warnings ?? []).length,
    });
  })
  .sort();
if (lines.length === 0) {
  console.error(stderr || `${program} said nothing.`);
  process.exit(1);
}
writeFileSync(join(folder, "verdicts.jsonl"), `${lines.join("\n")}\n`);
console.log(`${lines.length} objects recorded`);
