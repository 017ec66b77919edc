// The table put to the test: values that the derivation never asked about.
import { readFileSync } from "node:fs";
import { ask } from "./ask.mjs";
import { battery } from "./battery.mjs";
import { bytes, classes } from "./classes.mjs";
import { judge } from "./judge.mjs";
import { build, places } from "./places.mjs";
import { limits, POINTS, slots } from "./questions.mjs";
import { data, schema, SKIP } from "./schema.mjs";

let seed = 12345;
const rnd = (n) => ((seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff), (seed >>> 8) % n);
const CHARS = [..."abzAZ059-_./:=%@, *+~\\'$#()é中\t"];
function mutate(s) {
  const cs = [...s];
  for (let k = 1 + rnd(2); k > 0; k--) {
    const at = rnd(cs.length + 1),
      op = rnd(4);
    if (op === 0) cs.splice(at, 1);
    else if (op === 1) cs.splice(at, 0, CHARS[rnd(CHARS.length)]);
    else if (op === 2) cs[at] = CHARS[rnd(CHARS.length)];
    else cs.splice(at, 0, ..."a".repeat([1, 2, 10, 50, 60, 200, 240][rnd(7)]));
  }
  return cs.map((c) => c ?? "").join("");
}
const asInt = (x) => (x === null ? null : BigInt(x));
function randomInt(fact, lim) {
  const ends = (fact.range ?? [])
    .flat()
    .filter((x) => x !== null)
    .map(BigInt);
  const n =
    rnd(3) && ends.length
      ? ends[rnd(ends.length)] + BigInt(rnd(9) - 4)
      : BigInt(rnd(2) ? 1 : -1) * BigInt(rnd(2 ** 23)) * BigInt(1 + rnd(400));
  return n < lim[0] ? lim[0] : n > lim[1] ? lim[1] : n;
}
const factAt = (fields, p, field) => {
  const f = fields[`${p.type}.${field}`] ?? {};
  const { except, ...main } = f;
  return except?.find((e) => (!e.in || e.in.includes(p.root)) && (!e.under || e.under.includes(p.edge))) ?? main;
};
const short = (s) => (bytes(s) < 1000 ? s : "a");
export function accepts(f, kind, v) {
  if (typeof v === "boolean") return !f.only || f.only.includes(v);
  if (typeof v === "bigint") {
    const lim = limits[kind] ?? limits["integer:int32"];
    return !f.range || f.range.some(([a, b]) => v >= (asInt(a) ?? lim[0]) && v <= (asInt(b) ?? lim[1]));
  }
  if (f.enum) return f.enum.includes(v);
  if (f.class === "custom") return f.accepted.includes(v);
  return (f.class === undefined || (f.class !== "none" && classes[f.class].test(v))) && (!f.max || bytes(v) <= f.max);
}
export async function verify() {
  const { fields } = JSON.parse(readFileSync(new URL("constraints.json", data), "utf8"));
  const all = Object.values(places).flat();
  const based = await ask(all.map((p) => build(p, undefined, undefined)));
  const cells = all
    .filter((p, i) => based[i].verdict === "accepted")
    .flatMap((p) =>
      Object.keys(schema[p.type].fields)
        .filter((f) => !SKIP.has(f) && !(p.steps.length === 0 && /^(apiVersion|kind)$/.test(f)))
        .flatMap((field) => slots(p.type, field).map((slot) => ({ p, field, slot }))),
    );
  const told = new Set(battery);
  const questions = [];
  while (questions.length < 4000) {
    const c = cells[rnd(cells.length)];
    const whole = factAt(fields, c.p, c.field);
    const f = c.slot.slot ? (whole[c.slot.slot] ?? {}) : whole;
    const int = c.slot.kind.startsWith("integer") || (c.slot.kind === "int-or-string" && rnd(2));
    const value =
      c.slot.kind === "boolean"
        ? rnd(2) === 1
        : int
          ? randomInt(f, limits[c.slot.kind] ?? limits["integer:int32"])
          : short(
              mutate(
                rnd(4)
                  ? battery[rnd(battery.length)]
                  : ((f.enum ?? ["a", "abc.d", "x-y"])[rnd((f.enum ?? [1, 2, 3]).length)] ?? ""),
              ),
            );
    if (
      told.has(value) ||
      POINTS.includes(value) ||
      /[eE][+-]?[0-9]{4}/.test(String(value)) ||
      (c.slot.kind === "boolean" && rnd(4))
    )
      continue;
    questions.push({ ...c, f, v: value, value: c.slot.wrap(value) });
  }
  const got = await judge(questions);
  const miss = {};
  let right = 0;
  questions.forEach((q, i) => {
    if (accepts(q.f, q.slot.kind, q.v) === got[i].ok) right++;
    else {
      const id = `${q.p.type}.${q.field}${q.slot.slot ? " " + q.slot.slot : ""}`;
      (miss[id] ??= []).push([
        String(q.v).slice(0, 40),
        got[i].ok ? "accepted" : `${got[i].type} ${got[i].at}`,
        q.p.root,
        q.p.edge,
      ]);
    }
  });
  const per = {};
  for (const name of Object.keys(classes)) {
    const c = cells.find((c) => {
      const w = factAt(fields, c.p, c.field);
      return (c.slot.slot ? w[c.slot.slot] : w)?.class === name;
    });
    if (!c) continue;
    const seeds = battery.filter((s) => classes[name].test(s));
    const vs = Array.from({ length: 300 }, () =>
      short(mutate(rnd(3) && seeds.length ? seeds[rnd(seeds.length)] : battery[rnd(battery.length)])),
    ).filter((v) => !/[eE][+-]?[0-9]{4}/.test(v));
    const w = factAt(fields, c.p, c.field),
      f = c.slot.slot ? w[c.slot.slot] : w;
    const r = await judge(vs.map((v) => ({ p: c.p, field: c.field, value: c.slot.wrap(v) })));
    const bad = vs.filter((v, i) => accepts(f, c.slot.kind, v) !== r[i].ok);
    per[name] = bad.length ? [vs.length, bad.length, bad.slice(0, 6).map((x) => x.slice(0, 40))] : vs.length;
  }
  console.log(
    JSON.stringify({ asked: questions.length, right, share: right / questions.length, miss, classes: per }, null, 1),
  );
}
