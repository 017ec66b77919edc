// Asks the verdict tool about objects, thousands in one go.
import { spawn } from "node:child_process";

let program = "";
let asked = 0;
export const useProgram = (path) => {
  program = path;
};
export const askedSoFar = () => asked;

const text = (v) =>
  typeof v === "bigint"
    ? String(v)
    : typeof v === "string"
      ? JSON.stringify(v)
          .replace(/[\u007f-\uffff]/gu, (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"))
          .replace(/[\u{10000}-\u{10ffff}]/gu, (c) => "\\U" + c.codePointAt(0).toString(16).padStart(8, "0"))
      : Array.isArray(v)
        ? `[${v.map(text).join(",")}]`
        : v && typeof v === "object"
          ? `{${Object.entries(v)
              .filter((e) => e[1] !== undefined)
              .map(([k, x]) => `${text(k)}: ${text(x)}`)
              .join(",")}}`
          : JSON.stringify(v);
function batch(docs) {
  return new Promise((ok, bad) => {
    const p = spawn(program, [], { stdio: ["pipe", "pipe", "inherit"] });
    const parts = [];
    p.stdout.on("data", (d) => parts.push(d));
    p.on("close", () => {
      const lines = Buffer.concat(parts)
        .toString()
        .split("\n")
        .filter(Boolean)
        .map((l) => JSON.parse(l));
      lines.length === docs.length
        ? ok(lines)
        : bad(new Error(`${docs.length} questions, ${lines.length} answers: ${JSON.stringify(lines.at(-1))}`));
    });
    p.stdin.end(docs.map((d) => `--- \n${d}\n`).join(""));
  });
}
export async function ask(objects) {
  const out = new Array(objects.length);
  let next = 0;
  const size = 4000;
  asked += objects.length;
  await Promise.all(
    [0, 1].map(async () => {
      while (next < objects.length) {
        const at = next;
        next += size;
        (await batch(objects.slice(at, at + size).map(text))).forEach((r, i) => {
          out[at + i] = r;
        });
      }
    }),
  );
  return out;
}
