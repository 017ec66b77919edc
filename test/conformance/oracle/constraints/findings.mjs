// From answers to what they have in common: ranges, lengths, classes, errors.
import { battery } from "./battery.mjs";
import { bytes, classes } from "./classes.mjs";
import { judge } from "./judge.mjs";
import { enums, pool } from "./questions.mjs";

export async function ranges(cells) {
  // binary search between neighbours that differ, all cells together
  const open = [];
  for (const c of cells)
    for (let i = 0; i + 1 < c.ints.length; i++)
      if (c.ints[i].ok !== c.ints[i + 1].ok) open.push({ c, lo: c.ints[i].v, hi: c.ints[i + 1].v, low: c.ints[i].ok });
  let live = open.filter((o) => o.hi - o.lo > 1n);
  while (live.length) {
    const mids = live.map((o) => (o.lo + o.hi) >> 1n);
    const r = await judge(live.map((o, i) => ({ p: o.c.p, field: o.c.field, value: o.c.slot.wrap(mids[i]) })));
    live.forEach((o, i) => {
      if (r[i].ok === o.low) o.lo = mids[i];
      else o.hi = mids[i];
    });
    live = live.filter((o) => o.hi - o.lo > 1n);
  }
  for (const c of cells) {
    const out = [];
    let start = c.ints[0].ok ? c.ints[0].v : undefined;
    for (const o of open.filter((o) => o.c === c)) {
      if (o.low) {
        out.push([start, o.lo]);
        start = undefined;
      } else start = o.hi;
    }
    if (start !== undefined) out.push([start, c.ints.at(-1).v]);
    c.range = out;
  }
}
export async function lengths(cells) {
  // the longest text made of the field's own accepted ones
  const grow = [(s) => (n) => s + "a".repeat(n), (s) => (n) => "a".repeat(n) + s, (s) => (n) => s + "1".repeat(n)];
  for (const g of grow) {
    const todo = cells.filter((c) => c.max === undefined);
    const r = await judge(
      todo.flatMap((c) => {
        c.seed = c.accepted.find((s) => /^[a-z]$/.test(s)) ?? c.accepted.find((s) => /[a-z0-9]$/.test(s)) ?? "a";
        return [1, 5, 9, 12].map((n) => ({ p: c.p, field: c.field, value: c.slot.wrap(g(c.seed)(n)) }));
      }),
    );
    todo.forEach((c, i) => {
      if (r.slice(4 * i, 4 * i + 4).every((x) => x.ok)) {
        c.grow = g(c.seed);
        c.max = null;
        c.lo = 12;
        c.hi = 300000;
      }
    });
  }
  const grown = cells.filter((c) => c.grow);
  const top = await judge(grown.map((c) => ({ p: c.p, field: c.field, value: c.slot.wrap(c.grow(5000)) })));
  grown.forEach((c, i) => {
    c.open = top[i].ok;
    c.hi = 5000;
    c.long = top[i];
  });
  let live = grown.filter((c) => !c.open);
  while (live.length) {
    const mids = live.map((c) => (c.lo + c.hi) >> 1);
    const r = await judge(live.map((c, i) => ({ p: c.p, field: c.field, value: c.slot.wrap(c.grow(mids[i])) })));
    live.forEach((c, i) => {
      if (r[i].ok) c.lo = mids[i];
      else c.hi = mids[i];
    });
    live = live.filter((c) => c.hi - c.lo > 1);
  }
  for (const c of grown)
    if (!c.open && c.long.type !== "decode") c.max = bytes(c.seed) + c.lo;
    else delete c.long;
}
export function classify(c) {
  const all = c.asked.filter((x) => typeof x.v === "string");
  const good = all.filter((x) => x.ok).map((x) => x.v);
  c.accepted = good;
  if (!good.length) return { class: "none" };
  for (const [name, cl] of Object.entries(classes)) if (all.every((x) => cl.test(x.v) === x.ok)) return { class: name };
  const known = new Set([...enums(c.p.type, c.field), ...pool, ...battery]);
  if (good.length <= 60 && good.length < all.length / 5 && good.every((s) => known.has(s)))
    return { enum: good.sort() };
  return { class: "custom", accepted: good };
}
export const errorFacts = (c, fact) => {
  const bad = c.asked.filter((x) => !x.ok && x.v !== "" && typeof x.v !== "boolean");
  const count = {};
  for (const b of bad) count[`${b.type}@${b.at}`] = (count[`${b.type}@${b.at}`] ?? 0) + 1;
  const main = Object.entries(count).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
  const empty = c.asked.find((x) => x.v === "" && !x.ok);
  const put = (name, id) => {
    const i = id.indexOf("@");
    fact[name] = id.slice(0, i);
    if (i + 1 < id.length) fact[name + "At"] = id.slice(i + 1);
  };
  if (main) put("error", main);
  if (empty && `${empty.type}@${empty.at}` !== main) put("emptyError", `${empty.type}@${empty.at}`);
  if (c.long && !c.long.ok && `${c.long.type}@${c.long.at}` !== main) put("longError", `${c.long.type}@${c.long.at}`);
};
