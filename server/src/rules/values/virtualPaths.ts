// Files of one volume that get in each other's way: two at one path, or one where another needs a folder.
import * as l10n from "@vscode/l10n";
import { child, children, present, type TypedMap } from "../../model/typed.ts";
import type { Place } from "../../model/value.ts";
import type { RuleContext, Targets } from "../rule.ts";
import { placeOf, textOf } from "./reading.ts";

type Scope = Targets["pod"] & RuleContext;

interface File {
  /** Without the slashes at its end. */
  readonly path: string;
  readonly written: string;
  readonly at: Place;
}

export function warnOfOverlaps(scope: Scope): void {
  for (const volume of children(scope.pod.map, "volumes")) {
    for (const kind of ["configMap", "secret", "downwardAPI"]) {
      const source = child(volume, kind);
      if (source) warn(scope, itemsOf(source), false);
    }
    const projected = child(volume, "projected");
    if (projected) warnOfProjected(scope, projected);
  }
}

function warnOfProjected(scope: Scope, projected: TypedMap): void {
  const sources = children(projected, "sources");
  for (const source of scope.partial ? [] : sources)
    if (source.node.fields.size === 0 || [...source.node.fields.keys()].every((name) => !present(source, name)))
      scope.report(source, l10n.t("This item of sources names no source, so it brings nothing."));
  warn(scope, sources.flatMap(filesOf), true);
}

function filesOf(source: TypedMap): File[] {
  for (const kind of ["configMap", "secret", "downwardAPI"]) {
    const map = child(source, kind);
    if (map && present(map, "items")) return itemsOf(map);
  }
  return ["serviceAccountToken", "clusterTrustBundle"].flatMap((kind) => {
    const map = child(source, kind);
    return map ? fileAt(map) : [];
  });
}

const itemsOf = (map: TypedMap): File[] => children(map, "items").flatMap(fileAt);

function fileAt(map: TypedMap): File[] {
  const written = textOf(map, "path") ?? "";
  const path = written.replace(/\/+$/, "");
  return path === "" ? [] : [{ path, written, at: placeOf(map, "path") }];
}

/** @param inOne projected: two items at the very same path are refused there, as another rule tells */
function warn({ report }: Scope, files: readonly File[], inOne: boolean): void {
  for (const [index, file] of files.entries()) {
    const other = files.slice(0, index).find((each) => overlaps(each.path, file.path));
    if (!other || (inOne && other.written === file.written && isItem(other) && isItem(file))) continue;
    report(
      file.at,
      other.path === file.path
        ? l10n.t("Another file of this volume is already at “{0}”: only one of them can be there.", file.path)
        : l10n.t(
            "“{0}” and “{1}” cannot both be there: one is a file where the other needs a folder.",
            other.path,
            file.path,
          ),
    );
  }
}

const overlaps = (one: string, other: string): boolean =>
  `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`);

const isItem = ({ at }: File): boolean => at.path.includes("items");
