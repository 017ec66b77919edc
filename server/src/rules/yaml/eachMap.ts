// Visits the maps of a document as they are written, types or none.
import type { MapNode, Node } from "../../syntax/nodes.ts";
import type { Path } from "../../syntax/path.ts";

/** Every map as written, each once: aliases are not followed. */
export function eachMap(node: Node | undefined, path: Path, visit: (map: MapNode, path: Path) => void): void {
  if (node?.kind === "sequence") {
    for (const [index, item] of node.items.entries()) eachMap(item, [...path, index], visit);
  } else if (node?.kind === "map") {
    visit(node, path);
    for (const entry of node.written) eachMap(entry.value, [...path, entry.name], visit);
  }
}
