// Schedules as the server reads them.

// Cron as the server reads it: five fields, or a descriptor; TZ= is refused by the caller.
const CRON = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12, "jan feb mar apr may jun jul aug sep oct nov dec"],
  [0, 6, "sun mon tue wed thu fri sat"],
];
export function cron(s) {
  if (s.includes("TZ")) return false;
  if (s.startsWith("@")) {
    const every = /^@every (.*)$/s.exec(s);
    return every ? duration(every[1]) : /^@(yearly|annually|monthly|weekly|daily|midnight|hourly)$/.test(s);
  }
  const fields = s.split(/[\s\u0085\u00a0]+/u).filter((x) => x !== "");
  return (
    fields.length === 5 && fields.every((f, i) => f.split(",").every((r) => cronRange(r, CRON[i])) && /[^,]/.test(f))
  );
}
const duration = (s) => /^[-+]?(0|((\d+(\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h))+)$/.test(s);
function cronRange(r, [lo, hi, names]) {
  if (r === "") return true;
  const num = (x) => {
    const n = (names ?? "").split(" ").indexOf(x.toLowerCase());
    return names && x && n >= 0 ? n + lo : /^\+?\d+$/.test(x) ? +x : NaN;
  };
  const [range, step, extra] = r.split("/");
  if (extra !== undefined) return false;
  const [a, b, c] = range.split("-");
  if (c !== undefined) return false;
  let from, to;
  if (a === "*" || a === "?") [from, to] = [lo, hi];
  else {
    from = num(a);
    to = b === undefined ? (step === undefined ? from : hi) : num(b);
  }
  const by = step === undefined ? 1 : /^\+?\d+$/.test(step) ? +step : NaN;
  return from >= lo && to <= hi && from <= to && by > 0;
}
