// A number or text of the right type against its entry in the constraints table.
import type { Range, ValueConstraint } from "../../knowledge/constraints.ts";
import type { TypeRef } from "../../knowledge/schema.ts";
import { isNull } from "../../model/value.ts";
import type { TypedValue } from "../../model/walk.ts";
import type { ScalarNode } from "../../syntax/nodes.ts";
import { isInClass } from "../classes/index.ts";
import { badText } from "./badText.ts";
import { echoesOfNumber, echoesOfText } from "./echoes.ts";
import { isEmptyAbsent } from "./missing.ts";
import { serverPath } from "./serverPath.ts";
import { type TableScope, valuesAt } from "./tableFacts.ts";
import type { Site, Violation } from "./violation.ts";

export function checkScalar(
  value: TypedValue,
  node: ScalarNode,
  fact: ValueConstraint,
  site: Site,
  scope: TableScope,
  found: Violation[],
): void {
  const { map, facts, type, part } = value;
  const at = (where: string | undefined): Pick<Site, "at"> => ({
    at: {
      path: serverPath(map, facts.name, where, part === "field" ? undefined : value.path.at(-1)),
      span: value.span,
    },
  });
  const content = contentOf(node, type, part);
  if (content === undefined) return;
  if (type.kind === "quantity") {
    // The table knows the decoder's refusal, which has no place; a wrong amount is refused at the field.
    // Of what a claim requests, the server looks at the storage alone.
    const isOther = map.type === "v1.VolumeResourceRequirements" && value.entry?.name !== "storage";
    const bad = badText(isOther ? { class: "quantity" } : fact, String(content));
    const where = facts.name === "requests" ? "elsewhere" : undefined;
    if (bad) found.push({ kind: "text", node, text: String(content), ...bad, ...site, ...at(where) });
    return;
  }
  if (typeof content !== "string") {
    if (!fact.range || inRanges(content, fact.range)) return;
    const echoes = echoesOfNumber(map, facts.name);
    found.push({ kind: "range", node, value: content, ranges: fact.range, ...site, ...at(fact.errorAt), echoes });
    return;
  }
  if (content === "" && (fact.required === true || isEmptyAbsent(fact))) return;
  const where = content === "" && fact.emptyErrorAt !== undefined ? fact.emptyErrorAt : fact.errorAt;
  if (fact.enum) checkEnum(content);
  else if (fact.class === "none" && fact.error === "Forbidden")
    found.push({ kind: "forbidden", ...site, ...at(where) });
  else checkText(content);

  function checkEnum(text: string): void {
    const values = valuesAt(fact, facts, scope.minor);
    if (text === "" ? fact.enum?.includes("") : values.includes(text)) return;
    const since = facts.enum?.get(text);
    found.push(
      values.length === 0
        ? { kind: "forbidden", ...site, ...at(where) }
        : {
            kind: "enum",
            node,
            text,
            values,
            since: since !== undefined && since > scope.minor ? since : undefined,
            ...site,
            ...at(where),
          },
    );
  }

  function checkText(text: string): void {
    const bad = badText(fact, text);
    if (!bad) return;
    if (fact.class?.startsWith("field-path") && /^metadata\.(labels|annotations)\['.*'\]$/s.test(text)) {
      // A bad key between the quotes is the reference's, not the path's.
      const { path, span } = at(where).at;
      found.push({ kind: "text", node, text, ...bad, ...site, at: { path: path.slice(0, -1), span } });
      return;
    }
    if (fact.class !== "prefixed-name") {
      found.push({
        kind: "text",
        node,
        text,
        ...bad,
        ...site,
        ...at(where),
        echoes: echoesOfText(map, facts.name, text),
      });
      return;
    }
    // Without a domain the server names the item; what is no name at all it finds wrong in the list as a whole.
    const isName = isInClass("qualified-name", text) === true;
    const echoes = isName || text.includes("/") ? [] : [at("[]").at.path];
    found.push({ kind: "text", node, text, ...bad, ...site, ...at(isName ? "[]" : where), echoes });
  }
}

/** Null inside a list or map is the type's zero for the server; a null field is absent. */
function contentOf(node: ScalarNode, type: TypeRef, part: TypedValue["part"]): string | number | bigint | undefined {
  if (isNull(node)) {
    if (part === "field") return undefined;
    return type.kind === "integer" || type.kind === "quantity" ? 0 : type.kind === "string" ? "" : undefined;
  }
  return typeof node.value === "boolean" ? undefined : (node.value ?? undefined);
}

function inRanges(value: number | bigint, ranges: readonly Range[]): boolean {
  return ranges.some(([from, to]) => (from === null || value >= from) && (to === null || value <= to));
}
