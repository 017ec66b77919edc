// Asks the verdict tool what values each field of the pod and workload types takes, and writes data/constraints.json.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { askedSoFar, useProgram } from "./ask.mjs";
import { classes } from "./classes.mjs";
import { derive } from "./derive.mjs";
import { places } from "./places.mjs";
import { data } from "./schema.mjs";
import { table } from "./table.mjs";
import { verify } from "./verify.mjs";

const {
  positionals: [verdict],
  values: { verify: verifies, output },
} = parseArgs({
  allowPositionals: true,
  options: { verify: { type: "boolean" }, output: { type: "string", short: "o" } },
});
if (!verdict) {
  console.error("usage: constraints.mjs VERDICT [-o FILE] [--verify]");
  process.exit(2);
}
useProgram(verdict);

if (verifies) await verify();
else {
  const d = await derive();
  const t = table(d);
  const used = {};
  for (const n of JSON.stringify(t).matchAll(/"class":"([^"]+)"/g)) used[n[1]] = (used[n[1]] ?? 0) + 1;
  const body = Object.entries(t)
    .map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`)
    .join(",\n");
  const cls = Object.fromEntries(
    Object.keys(used)
      .sort()
      .filter((n) => classes[n])
      .map((n) => [
        n,
        { ...(classes[n].re ? { re: classes[n].re } : {}), ...(classes[n].max ? { max: classes[n].max } : {}) },
      ]),
  );
  writeFileSync(
    output ?? new URL("constraints.json", data),
    `{"version":"1.36",\n"classes":${JSON.stringify(cls)},\n"fields":{\n${body}\n}}\n`,
  );
  console.log(
    JSON.stringify(
      {
        asked: askedSoFar(),
        types: Object.keys(places).length,
        places: d.alive.length,
        refusedPlaces: d.dead,
        slots: d.cells.length,
        fields: Object.keys(t).length,
        bytes: body.length,
        classes: used,
      },
      null,
      1,
    ),
  );
}
