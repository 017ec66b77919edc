// Where each type is found, and the object around a value there: the shortest path for each kind and parent field.
import { ROOTS, schema, SKIP, target } from "./schema.mjs";
import { bases } from "./bases.mjs";
import { fixes, jobFixes, unions } from "./templates.mjs";

export const places = {};
{
  const seen = new Set();
  const queue = ROOTS.map((root) => ({ root, type: root, edge: "", steps: [] }));
  while (queue.length) {
    const p = queue.shift();
    const id = `${p.root}|${p.type}|${p.edge}`;
    if (seen.has(id) || p.steps.length > 14) continue;
    seen.add(id);
    (places[p.type] ??= []).push(p);
    for (const [field, f] of Object.entries(schema[p.type].fields)) {
      const t = target(f.type);
      if (t && schema[t] && !SKIP.has(field) && !p.steps.some((s) => s.type === t) && t !== p.type)
        queue.push({
          root: p.root,
          type: t,
          edge: `${p.type}.${field}`,
          steps: [...p.steps, { type: p.type, field, list: f.type.startsWith("array<") }],
        });
    }
  }
}
// Below the pod spec a bare Pod and a Deployment stand for all kinds; a workload's selector is bound to its labels.
const underPod = (p) => p.steps.some((s) => s.type === "v1.PodSpec") || p.type === "v1.PodSpec";
for (const t of Object.keys(places))
  places[t] = places[t].filter(
    (p) =>
      (!underPod(p) || ["v1.Pod", "apps/v1.Deployment"].includes(p.root)) &&
      !p.steps.some((s) => s.field === "selector" && /^(apps|batch|v1.Repl)/.test(s.type)),
  );

const without = (type, field, obj) => {
  const member = unions[type];
  if (member?.(field)) for (const k of Object.keys(obj)) if (member(k) && k !== field) delete obj[k];
};
// The object for a value at place p, field; extra: siblings. `undefined` as a value leaves the field out.
export function build(p, field, value, extra = {}) {
  const chain = [...p.steps.map((s) => ({ ...s })), { type: p.type, field }];
  const objs = chain.map(
    (s, i) => bases[s.type]?.(p.root, i ? `${chain[i - 1].type}.${chain[i - 1].field}` : "") ?? {},
  );
  objs.forEach((o, i) => {
    const s = chain[i];
    if (s.field === undefined) return;
    without(s.type, s.field, o);
    if (i + 1 < chain.length) {
      o[s.field] = s.list ? [objs[i + 1]] : objs[i + 1];
    }
  });
  const last = objs.at(-1);
  for (const [k, v] of Object.entries(extra)) {
    if (k.startsWith("^^")) {
      const spec = objs[chain.findIndex((s) => s.type === (/hostUsers/.test(k) ? "v1.PodSpec" : "batch/v1.JobSpec"))];
      if (spec) spec[k.slice(2)] = v;
    } else if (k.startsWith("^")) {
      const c = objs[chain.length - 2];
      c[k.slice(1)] = v;
    } else last[k] = v;
  }
  if (field !== undefined)
    last[field] =
      field === "labels" && last.labels && value && typeof value === "object" ? { ...last.labels, ...value } : value;
  const si = chain.findIndex((s) => s.type === "v1.PodSpec");
  const ci = chain.findIndex((s) => s.type === "v1.Container");
  if (si >= 0) {
    if (chain[si].field === "initContainers" && ci >= 0)
      objs[ci].name = chain[ci].field === "name" && ci === chain.length - 1 ? objs[ci].name : "init";
    for (const s of chain) fixes[s.type]?.(objs[si], ci >= 0 ? objs[ci] : undefined);
  }
  const ji = chain.findIndex((s) => s.type === "batch/v1.JobSpec");
  if (ji >= 0) for (const s of chain) jobFixes[s.type]?.(objs[ji]);
  const roots = objs[0];
  if (
    p.root === "v1.ReplicationController" &&
    chain.some((s) => s.type === "v1.ReplicationControllerSpec" && s.field === "selector")
  )
    roots.spec.template.metadata.labels = { ...roots.spec.selector };
  return roots;
}
export const pathOf = (p, field) => [...p.steps.map((s) => s.field + (s.list ? "[0]" : "")), field].join(".");
