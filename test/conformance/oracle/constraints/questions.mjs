// What to ask of each kind of value.
import { battery } from "./battery.mjs";
import { schema } from "./schema.mjs";

export const POINTS = [
  -(2n ** 63n),
  -(2n ** 31n) - 1n,
  -(2n ** 31n),
  -100001n,
  -1001n,
  -2n,
  -1n,
  0n,
  1n,
  2n,
  3n,
  5n,
  7n,
  10n,
  20n,
  50n,
  100n,
  101n,
  255n,
  256n,
  300n,
  511n,
  512n,
  599n,
  600n,
  1000n,
  1001n,
  3599n,
  3600n,
  65535n,
  65536n,
  86400n,
  100000n,
  100001n,
  1000000n,
  7862400n,
  2n ** 31n - 1n,
  2n ** 31n,
  2n ** 32n,
  2n ** 32n + 1n,
  2n ** 53n,
  2n ** 63n - 1n,
];
export const limits = {
  "integer:int32": [-(2n ** 31n), 2n ** 31n - 1n],
  "integer:int64": [-(2n ** 63n), 2n ** 63n - 1n],
};
export const enums = (type, field) => {
  const e = schema[type].fields[field].enum;
  return e ? Object.keys(e) : [];
};
export const pool = [
  ...new Set(Object.values(schema).flatMap((t) => Object.values(t.fields).flatMap((f) => Object.keys(f.enum ?? {})))),
]
  .filter((s) => !/^SIG/.test(s))
  .sort();
const strings = (type, field) => [
  ...new Set([
    ...battery,
    ...(enums(type, field).length ? pool : []),
    ...enums(type, field),
    ...enums(type, field).map((s) => s.toLowerCase()),
  ]),
];

// A slot is one thing that takes a value: the field itself, an item of its list, a key or value of its map.
export function slots(type, field) {
  const ty = schema[type].fields[field].type;
  const item = /^array<(.*)>$/.exec(ty)?.[1];
  const map = /^map<(.*)>$/.exec(ty)?.[1];
  const scalar = (t) => /^(string|integer|int-or|quantity|time|boolean)/.test(t);
  if (item && scalar(item)) return [{ slot: "item", kind: item, wrap: (v) => [v] }];
  if (map) {
    const good = map === "quantity" ? { key: "cpu", value: "1" } : { key: "a", value: "b" };
    if (field === "nodeSelector") good.key = "k";
    if (type === "v1.VolumeResourceRequirements") good.key = "storage";
    const also = type === "v1.VolumeResourceRequirements" && field === "requests" ? { storage: "1Gi" } : {};
    return [
      { slot: "key", kind: "string", wrap: (v) => ({ ...also, [v]: good.value }) },
      { slot: "value", kind: map, wrap: (v) => ({ ...also, [good.key]: v }) },
    ];
  }
  return scalar(ty) ? [{ slot: "", kind: ty, wrap: (v) => v }] : [];
}
export function values(type, field, kind) {
  if (kind.startsWith("integer")) return POINTS.filter((n) => n >= limits[kind][0] && n <= limits[kind][1]);
  if (kind === "boolean") return [true, false];
  if (kind === "int-or-string")
    return [
      ...POINTS.filter((n) => n >= limits["integer:int32"][0] && n <= limits["integer:int32"][1]),
      ...strings(type, field),
    ];
  return strings(type, field);
}
