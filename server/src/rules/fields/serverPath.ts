// Where the API server says that a value is wrong, which is not always where the value stands.
import type { TypedMap } from "../../model/typed.ts";
import type { Path, Segment } from "../../syntax/path.ts";

/** @param at as the constraints table writes it: `.x` below the field, `^` its parent, `^.x` a sibling, `[]` the item, `[key]` the entry */
function relocate(field: Path, at: string | undefined, inner: Segment | undefined): Path {
  if (at === undefined || at === "-" || at === "elsewhere") return field;
  if (at === "[]" || at === "[key]") return inner === undefined ? field : [...field, inner];
  const path = at.startsWith("^") ? field.slice(0, -1) : field;
  const rest = at.replace(/^\^?\.?/, "");
  if (rest === "") return path;
  if (/^[A-Z]/.test(at)) return [...field.slice(0, -1), `${String(field.at(-1))}${at}`];
  return [...path, ...rest.split(".")];
}

type Move = (path: Path) => Path;

/** What the table calls `elsewhere`, by TYPE.FIELD, else by TYPE; TYPE. is a union of the type without a member. */
const elsewhere: Readonly<Record<string, Move>> = {
  "meta/v1.OwnerReference": withoutIndex,
  "v1.ContainerResizePolicy": (path) => path.slice(0, -2),
  "v1.DownwardAPIVolumeFile": withoutItem,
  "v1.EnvFromSource.": withoutIndex,
  "v1.GCEPersistentDiskVolumeSource": (path) =>
    path.map((segment) => (segment === "gcePersistentDisk" ? "persistentDisk" : segment)),
  "v1.HTTPHeader.name": (path) => path.slice(0, -2),
  "v1.PersistentVolumeClaim.metadata": (path) => volumeOfClaim([...path, "name"]),
  "v1.ReplicationControllerSpec.selector": (path) => [...path.slice(0, -1), "template", "labels"],
  "v1.ServiceAccountTokenProjection.path": (path) => [...path.slice(0, -4), "path"],
  "v1.VolumeMount": withoutIndex,
  "v1.VolumeResourceRequirements.requests": (path) => [...path.slice(0, -1), { key: "storage" }],
};

/** The same, for types whose place depends on the field that holds them. */
const elsewhereUnder: Readonly<Record<string, Move>> = {
  "v1.CSIVolumeSource.nodePublishSecretRef": (path) => [...path.slice(0, -2), "name"],
  "v1.DownwardAPIVolumeFile.fieldRef": (path) => [...withoutItem(path).slice(0, -1), "fieldPath"],
  "v1.DownwardAPIVolumeFile.resourceFieldRef": withoutItem,
  "v1.PersistentVolumeClaim.metadata": volumeOfClaim,
  "v1.PodTemplateSpec.metadata": (path) => [...path.slice(0, -2), path.at(-1) ?? ""],
};

/**
 * The path that the server's error names for a field; "" for the map itself, when a union in it has no member.
 * @param at where the table says it is, relative to the field
 * @param inner index or key, for an item of a list or an entry of a free map
 */
export function serverPath(map: TypedMap, field: string, at?: string, inner?: Segment): Path {
  const near = relocate(field === "" ? map.path : [...map.path, field], at, inner);
  if (at !== "elsewhere" && field !== "") return near;
  const move =
    elsewhere[`${map.type}.${field}`] ??
    elsewhere[map.type] ??
    (map.under === undefined ? undefined : elsewhereUnder[map.under]);
  return move ? move(near) : near;
}

/** The server makes volumes of a StatefulSet's claims, before those of the template, and finds their names wrong there. */
function volumeOfClaim(path: Path): Path {
  const claims = path.indexOf("volumeClaimTemplates");
  const index = path[claims + 1];
  if (claims < 0 || index === undefined) return path;
  return [...path.slice(0, claims), "template", "spec", "volumes", index, path.at(-1) ?? ""];
}

/** `ownerReferences[0].kind` is `ownerReferences.kind` for the server. */
function withoutIndex(path: Path): Path {
  const index = path.findLastIndex((segment) => typeof segment === "number");
  return index < 0 ? path : path.toSpliced(index, 1);
}

/** `downwardAPI.items[0].path` is `downwardAPI.path` for the server. */
function withoutItem(path: Path): Path {
  const items = path.lastIndexOf("items");
  return items < 0 ? path : path.toSpliced(items, 2);
}
