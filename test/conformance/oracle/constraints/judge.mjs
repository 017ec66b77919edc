// One question: is a value accepted at a place, and if not, what does the server say and where.
import { ask } from "./ask.mjs";
import { build, pathOf } from "./places.mjs";
import { beside } from "./templates.mjs";

const sides = (type, field) => beside[`${type}.${field}`] ?? [{}];
export async function judge(questions) {
  const objects = [],
    owner = [];
  questions.forEach((q, i) => {
    for (const extra of sides(q.p.type, q.field)) {
      objects.push(build(q.p, q.field, q.value, extra));
      owner.push(i);
    }
  });
  const answers = await ask(objects);
  const best = new Array(questions.length);
  answers.forEach((a, j) => {
    const i = owner[j];
    if (!best[i] || a.verdict === "accepted") best[i] = a;
  });
  return best.map((a, i) => {
    if (a.verdict === "accepted") return { ok: true };
    const path = pathOf(questions[i].p, questions[i].field);
    const errs = a.errors.map((e) => ({ type: e.type, at: where(e.field ?? "", path) }));
    return {
      ok: false,
      ...(errs.find((e) => e.at === "" || e.at[0] === "[") ?? errs.find((e) => e.at.startsWith(".")) ?? errs[0]),
    };
  });
}
function where(field, path) {
  if (field === path) return "";
  if (field.startsWith(path))
    return field
      .slice(path.length)
      .replace(/^\[\d+\]/, "[]")
      .replace(/^\[(?!\]).*\]$/s, "[key]");
  const dot = path.lastIndexOf(".");
  const parent = path.slice(0, dot);
  return field === parent
    ? "^"
    : field.startsWith(parent + ".")
      ? "^" + field.slice(parent.length)
      : field === ""
        ? "-"
        : "elsewhere";
}
