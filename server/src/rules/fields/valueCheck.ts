// One value against its type and the constraints table.
import type { ValueConstraint } from "../../knowledge/constraints.ts";
import { isNull } from "../../model/value.ts";
import type { TypedValue } from "../../model/walk.ts";
import type { MapNode } from "../../syntax/nodes.ts";
import { badText } from "./badText.ts";
import { echoesOfText } from "./echoes.ts";
import { mismatch } from "./jsonType.ts";
import { missingInNull } from "./missing.ts";
import { checkScalar } from "./scalarCheck.ts";
import { serverPath } from "./serverPath.ts";
import { surpriseOf } from "./surprise.ts";
import { type TableScope, tableFact } from "./tableFacts.ts";
import type { Site, Violation } from "./violation.ts";

/** @param typesOnly the server decodes what it drops then: a status, and fields behind a gate that is off */
export function checkValue(value: TypedValue, typesOnly: boolean, scope: TableScope, found: Violation[]): void {
  const { map, facts, node, part, type } = value;
  // Of a version to come: unknown, whatever stands in it.
  if (facts.since > scope.minor) return;
  const got = mismatch(type, node);
  if (got) found.push({ kind: "type", value, got, ...siteOf(value, false), at: decoderPlace(value) });
  if (got || typesOnly) return;
  const surprise = surpriseOf(value);
  if (surprise) found.push({ kind: "surprise", ...siteOf(value, false), ...surprise });
  if (part === "item" && type.kind === "ref" && isNull(node)) {
    const missing = missingInNull(value, type.type, scope);
    if (missing) found.push(missing);
    return;
  }
  const whole = tableFact(map, facts, scope);
  if (part === "field" && isForbiddenList(value)) {
    found.push({ kind: "forbidden", ...siteOf(value, false) });
    return;
  }
  if (!whole || (node.kind === "scalar" && node.templated)) return;
  const site = siteOf(value, whole.required !== undefined);
  if (
    part === "field" &&
    node.kind === "sequence" &&
    whole.maxItems !== undefined &&
    node.items.length > whole.maxItems
  ) {
    const at = { path: serverPath(map, facts.name, whole.manyAt), span: value.span };
    found.push({ kind: "many", count: node.items.length, most: whole.maxItems, ...site, at });
  }
  if (part === "field" && node.kind === "map" && whole.key) checkKeys(value, node, whole.key, site, found);
  const fact = part === "field" ? whole : part === "item" ? whole.item : whole.value;
  if (fact && node.kind === "scalar" && !(part === "item" && isForbiddenList(value)))
    checkScalar(value, node, fact, site, scope, found);
}

function siteOf({ map, facts, entry, part, path, span }: TypedValue, required: boolean): Site {
  return { at: { path, span }, echoes: [], map, field: facts.name, part, required, entry };
}

/** Inside a list or map the decoder names the field only; what it reads by itself it does not place at all. */
function decoderPlace({ part, type, path, span }: TypedValue) {
  const hasOwnReader = type.kind === "quantity" || type.kind === "time";
  return { path: part === "field" || hasOwnReader ? path : path.slice(0, -1), span };
}

const claimMetadata = "v1.PersistentVolumeClaimTemplate.metadata";

/** The metadata of a claim made for one pod holds labels and annotations; even an empty list is one too much. */
function isForbiddenList({ map, facts }: TypedValue): boolean {
  return map.under === claimMetadata && facts.type.kind === "array" && isSequence(map, facts.name);
}

function isSequence(map: TypedValue["map"], name: string): boolean {
  return map.node.fields.get(name)?.value.kind === "sequence";
}

function checkKeys(value: TypedValue, keys: MapNode, fact: ValueConstraint, site: Site, found: Violation[]): void {
  const { map, facts } = value;
  for (const entry of keys.fields.values()) {
    const bad = entry.key.templated ? undefined : badText(fact, entry.name);
    if (!bad) continue;
    found.push({
      kind: "text",
      node: entry.key,
      text: entry.name,
      ...bad,
      ...site,
      part: "key",
      entry,
      at: { path: serverPath(map, facts.name, fact.errorAt, { key: entry.name }), span: entry.key.span },
      echoes: echoesOfText(map, facts.name, entry.name),
    });
  }
}
