// Measures over LSP what a user waits for: keystroke → diagnostics, hover and completion, in files of 1 to 200 Deployments.
// Usage: node esbuild.mjs && node --import ./test/register.mjs bench/keystroke.ts [EDITS]
import { type Client, startClient } from "../test/protocol/client.ts";
import { deployments, list } from "./manifests.ts";

const edits = Number(process.argv[2] ?? 100);
const sizes = [1, 10, 50, 200];
const ends: (() => void)[] = [];
const scope = { after: (end: () => void) => void ends.push(end) };

interface Row {
  readonly size: number;
  readonly kilobytes: number;
  readonly openMs: number;
  readonly keystrokeMs: readonly number[];
  readonly hoverMs: readonly number[];
  readonly completionMs: readonly number[];
}

async function timed(run: () => PromiseLike<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

let opened = 0;
async function measure(client: Client, size: number, text: string): Promise<Row> {
  const uri = `file:///bench/${++opened}.yaml`;
  const textDocument = { uri };
  // In the middle of the file: somebody types behind a container's image.
  const lines = text.split("\n");
  const line = lines.findIndex((each, index) => index >= lines.length / 2 - 30 && each.includes("/web:"));
  const end = lines[line]?.length ?? 0;
  const openMs = await timed(async () => {
    await client.open(uri, text);
    await client.diagnostics(uri, 1);
  });
  const keystrokeMs: number[] = [];
  const hoverMs: number[] = [];
  const completionMs: number[] = [];
  let version = 1;
  for (let edit = 0; edit < edits; edit++) {
    const [from, to, typed] = edit % 2 === 0 ? [end, end, "1"] : [end, end + 1, ""];
    const range = { start: { line, character: from }, end: { line, character: to } };
    version++;
    keystrokeMs.push(
      await timed(async () => {
        await client.change(uri, version, [{ range, text: typed }]);
        await client.diagnostics(uri, version);
      }),
    );
    const position = { line, character: 12 };
    hoverMs.push(await timed(() => client.connection.sendRequest("textDocument/hover", { textDocument, position })));
    completionMs.push(
      await timed(() => client.connection.sendRequest("textDocument/completion", { textDocument, position })),
    );
  }
  await client.close(uri);
  return { size, kilobytes: text.length / 1000, openMs, keystrokeMs, hoverMs, completionMs };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const late = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0;
const ms = (value: number): string => value.toFixed(1).padStart(7);

function table(title: string, rows: readonly Row[]): void {
  const [one] = rows;
  console.log(`\n${title}`);
  console.log("pods      KB     open ms   key ms  (95 %)   × of 1   hover ms  completion ms");
  for (const row of rows) {
    const ratio = median(row.keystrokeMs) / median(one?.keystrokeMs ?? []);
    console.log(
      `${String(row.size).padStart(4)} ${row.kilobytes.toFixed(0).padStart(7)}     ${ms(row.openMs)}  ${ms(median(row.keystrokeMs))} ${ms(late(row.keystrokeMs))}   ${ratio.toFixed(1).padStart(5)}    ${ms(median(row.hoverMs))}        ${ms(median(row.completionMs))}`,
    );
  }
}

for (const [title, generate] of [
  ["Documents, nothing wrong", (size: number) => deployments(size, false)],
  ["Documents, a mistake in each", (size: number) => deployments(size, true)],
  ["Items of one List, a mistake in each", (size: number) => list(size, true)],
] as const) {
  const startMs = performance.now();
  const client = await startClient(scope);
  const readyMs = performance.now() - startMs;
  // Warm: the first documents compile the code and unpack the tables.
  const first = await measure(client, 1, generate(1));
  const rows: Row[] = [];
  for (const size of sizes) rows.push(await measure(client, size, generate(size)));
  table(`${title} (start ${readyMs.toFixed(0)} ms, first document ${first.openMs.toFixed(0)} ms)`, rows);
  await client.stop();
}
for (const end of ends) end();
