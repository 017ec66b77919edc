// What was found, as facts: one a field, with exceptions for the places where the answers differ.
import { classes } from "./classes.mjs";
import { depends } from "./depends.mjs";
import { errorFacts } from "./findings.mjs";
import { limits } from "./questions.mjs";

const plain = (n) => (n >= -(2n ** 53n) && n <= 2n ** 53n ? Number(n) : String(n));
function cellFact(c) {
  const f = {};
  const lim = limits[c.slot.kind] ?? limits["integer:int32"];
  if (c.ints.length) {
    const full = c.range.length === 1 && c.range[0][0] === lim[0] && c.range[0][1] === lim[1];
    if (!full) f.range = c.range.map(([a, b]) => [a === lim[0] ? null : plain(a), b === lim[1] ? null : plain(b)]);
  }
  if (c.slot.kind === "boolean") {
    const ok = c.asked.filter((x) => x.ok).map((x) => x.v);
    if (ok.length < 2) f.only = ok;
  } else if (c.found.class) {
    if (c.found.class !== "any") f.class = c.found.class;
    if (c.found.accepted) f.accepted = c.found.accepted;
    const own = classes[c.found.class]?.max;
    if (
      c.max &&
      c.max !== own &&
      !/^(qualified|prefixed|port-name|config-key|quantity|percent|ip|integer|generate-name)/.test(c.found.class)
    )
      f.max = c.max;
  } else if (c.found.enum) f.enum = c.found.enum;
  if (Object.keys(f).length) errorFacts(c, f);
  return f;
}
export function table({ alive, cells, parts }) {
  const facts = {}; // TYPE.FIELD -> context -> fact
  for (const x of parts) {
    const id = `${x.p.type}.${x.field}`;
    const f = {};
    if (!x.absent.ok) {
      f.required = x.union ? "one" : true;
      if (!x.union) {
        f.absentError = x.absent.type;
        if (x.absent.at) f.absentAt = x.absent.at;
      }
    }
    if (x.hollow && !x.hollow.ok && (x.sizes?.[0].ok ?? true)) {
      f.empty = false;
      f.emptyError = x.hollow.type;
      if (x.hollow.at) f.emptyAt = x.hollow.at;
    }
    if (x.most) {
      f.maxItems = x.lo;
      f.manyError = x.most.type;
      if (x.most.at) f.manyAt = x.most.at;
    }
    for (const c of cells)
      if (c.p === x.p && c.field === x.field) {
        const g = cellFact(c);
        if (!c.slot.slot) Object.assign(f, g);
        else if (Object.keys(g).length) f[c.slot.slot] = g;
      }
    (facts[id] ??= []).push({ root: x.p.root, edge: x.p.edge, fact: f });
  }
  const out = {};
  for (const id of Object.keys(facts).sort()) {
    const groups = new Map();
    for (const c of facts[id]) {
      const k = JSON.stringify(c.fact);
      groups.set(k, [...(groups.get(k) ?? []), c]);
    }
    const sorted = [...groups.values()].sort((a, b) => b.length - a.length);
    const main = sorted[0][0].fact;
    const others = [];
    for (const g of sorted.slice(1)) {
      const rest = facts[id].filter((c) => !g.includes(c));
      const roots = [...new Set(g.map((c) => c.root))],
        edges = [...new Set(g.map((c) => c.edge))];
      const w = !rest.some((c) => edges.includes(c.edge))
        ? { under: edges }
        : !rest.some((c) => roots.includes(c.root))
          ? { in: roots }
          : { in: roots, under: edges };
      others.push({ ...w, ...g[0].fact });
    }
    if (Object.keys(main).length || others.length)
      out[id] = {
        ...main,
        ...(others.length ? { except: others } : {}),
        ...(depends.has(id) ? { depends: true } : {}),
      };
  }
  return out;
}
