// Asks about every field at every place: its values, its absence, its emptiness and its length.
import { ask } from "./ask.mjs";
import { classify, lengths, ranges } from "./findings.mjs";
import { judge } from "./judge.mjs";
import { build, places } from "./places.mjs";
import { slots, values } from "./questions.mjs";
import { schema, SKIP, target } from "./schema.mjs";
import { nth, unions } from "./templates.mjs";

export async function derive() {
  // 1. which places work at all, and which fields of the base are required there
  const all = Object.values(places).flat();
  const based = await ask(all.map((p) => build(p, undefined, undefined)));
  const alive = all.filter((p, i) => based[i].verdict === "accepted");
  const dead = all.filter((p, i) => based[i].verdict !== "accepted").map((p) => `${p.root}|${p.edge}|${p.type}`);
  const cells = [];
  for (const p of alive)
    for (const field of Object.keys(schema[p.type].fields)) {
      if (SKIP.has(field) || (p.steps.length === 0 && /^(apiVersion|kind)$/.test(field))) continue;
      for (const slot of slots(p.type, field)) cells.push({ p, field, slot, vals: values(p.type, field, slot.kind) });
    }
  // 2. the battery, all cells
  const qs = cells.flatMap((c) => c.vals.map((v) => ({ p: c.p, field: c.field, value: c.slot.wrap(v) })));
  const rs = await judge(qs);
  let k = 0;
  for (const c of cells) {
    c.asked = c.vals.map((v) => ({ v, ...rs[k++] }));
    c.ints = c.asked.filter((x) => typeof x.v === "bigint");
  }
  await ranges(cells.filter((c) => c.ints.length));
  for (const c of cells) c.found = c.asked.some((x) => typeof x.v === "string") ? classify(c) : {};
  await lengths(cells.filter((c) => c.found.class && c.found.class !== "none"));
  // 3. required, empty lists, most items
  const parts = [];
  for (const p of alive)
    for (const [field, f] of Object.entries(schema[p.type].fields)) {
      if (SKIP.has(field) || (p.steps.length === 0 && /^(apiVersion|kind|status)$/.test(field))) continue;
      const list = f.type.startsWith("array<");
      const kind = slots(p.type, field)[0]?.kind;
      const t = target(f.type);
      const item = t
        ? (i) => nth(t, i)
        : kind?.startsWith("integer")
          ? (i) => BigInt(i + 1)
          : (i) =>
              ((c) => (c === "ip" || field === "nameservers" ? `1.1.${i >> 8}.${i & 255}` : `x${i}`))(
                cells.find((c) => c.p === p && c.field === field)?.found.class,
              );
      parts.push({
        p,
        field,
        list,
        item,
        union: unions[p.type]?.(field),
        empty: list ? [] : f.type.startsWith("map") || t ? {} : undefined,
      });
    }
  const absent = await judge(parts.map((x) => ({ p: x.p, field: x.field, value: undefined })));
  const hollow = await judge(parts.map((x) => ({ p: x.p, field: x.field, value: x.empty })));
  parts.forEach((x, i) => {
    x.absent = absent[i];
    x.hollow = x.empty === undefined ? undefined : hollow[i];
  });
  const lists = parts.filter((x) => x.list);
  const SIZES = [1, 2, 3, 4, 5, 8, 16, 20, 32, 33, 64, 100, 128, 255, 256, 300, 1001];
  const sized = await judge(
    lists.flatMap((x) =>
      SIZES.map((n) => ({ p: x.p, field: x.field, value: Array.from({ length: n }, (_, i) => x.item(i)) })),
    ),
  );
  lists.forEach((x, i) => {
    x.sizes = SIZES.map((n, j) => ({ n, ...sized[i * SIZES.length + j] }));
  });
  const cut = lists
    .filter((x) => x.sizes[0].ok && !x.sizes.at(-1).ok)
    .map((x) => {
      const j = x.sizes.findIndex((s) => !s.ok);
      x.lo = x.sizes[j - 1].n;
      x.hi = x.sizes[j].n;
      x.most = x.sizes[j];
      return x;
    });
  let live = cut.filter((x) => x.hi - x.lo > 1);
  while (live.length) {
    const mids = live.map((x) => (x.lo + x.hi) >> 1);
    const r = await judge(
      live.map((x, i) => ({ p: x.p, field: x.field, value: Array.from({ length: mids[i] }, (_, j) => x.item(j)) })),
    );
    live.forEach((x, i) => {
      if (r[i].ok) x.lo = mids[i];
      else {
        x.hi = mids[i];
        x.most = r[i];
      }
    });
    live = live.filter((x) => x.hi - x.lo > 1);
  }
  return { alive, dead, cells, parts };
}
