// Compares our errors with the API server's own code on any manifests at hand, such as a clone of a public repository:
//   VERDICT=PROGRAM npm run -s against -- FOLDER…
// Templates and patches are left out: the server never sees them as they stand. Prints each disagreement, and the sum a folder.
import { basename, resolve } from "node:path";
import { inputs } from "../../server/src/cli/inputs.ts";
import { ask, verdictProgram } from "./ask.ts";
import { compareText, type Recorded } from "./compare.ts";

const folders = process.argv.slice(2).map((each) => resolve(process.env["INIT_CWD"] ?? ".", each));
if (folders.length === 0) {
  console.error("Usage: VERDICT=PROGRAM npm run -s against -- FOLDER…");
  process.exit(2);
}
const program = verdictProgram();

const ours =
  /^["']?kind["']?:\s*["']?(?:Pod|PodTemplate|Deployment|StatefulSet|DaemonSet|ReplicaSet|ReplicationController|Job|CronJob|Service|HorizontalPodAutoscaler|PodDisruptionBudget|\w*List)\b/m;
const templated = /\{\{|\{%|\$\{\w/;

for (const folder of folders) {
  const texts = new Map<string, string>();
  for await (const { path, text, fileClass } of inputs([folder], () => undefined))
    if (!fileClass.template && !fileClass.patch && !templated.test(text) && ours.test(text)) texts.set(path, text);
  const verdicts = new Map<string, Recorded[]>();
  const paths = [...texts.keys()];
  for (let at = 0; at < paths.length; at += 200)
    for (const each of ask(program, paths.slice(at, at + 200)))
      verdicts.set(each.file, [...(verdicts.get(each.file) ?? []), each]);
  let objects = 0;
  let refused = 0;
  let missed = 0;
  let wrong = 0;
  for (const [path, text] of texts) {
    for (const each of compareText(text, verdicts.get(path) ?? [], {})) {
      if (each.recorded.verdict === "unknown-kind") continue;
      objects++;
      if (each.refused) refused++;
      const where = `${path}#${each.recorded.doc}${each.recorded.item === undefined ? "" : `[${each.recorded.item}]`}`;
      if (each.refused && each.errors.length === 0) {
        missed++;
        console.log(`missed  ${where}  ${JSON.stringify(each.recorded.errors.slice(0, 3))}`);
      } else if (!each.refused && each.errors.length > 0) {
        wrong++;
        for (const error of each.errors)
          console.log(`false   ${where}  ${error.rule} at ${error.path}: ${error.message}`);
      }
    }
  }
  console.log(
    `${basename(folder)}: ${texts.size} files, ${objects} objects, ${refused} refused; missed ${missed}, false ${wrong}`,
  );
}
