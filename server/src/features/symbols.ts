// The outline: objects, their containers, and each container's probes, hooks and ports. Works on broken text too.
import { type DocumentSymbol, SymbolKind } from "vscode-languageserver-types";
import type { KubeObject } from "../model/objects.ts";
import type { Container } from "../model/pod.ts";
import type { TypedMap } from "../model/typed.ts";
import { rangeOf } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import { chunksOf, type SourceFile } from "../workspace/file.ts";

export function documentSymbols(file: SourceFile): DocumentSymbol[] {
  return chunksOf(file).flatMap(({ start, objects }) => {
    const symbol = (
      name: string,
      detail: string,
      kind: SymbolKind,
      whole: Span,
      selection: Span,
      children: DocumentSymbol[] = [],
    ): DocumentSymbol => {
      // LSP wants the selection inside the range.
      const range = {
        start: Math.min(whole.start, selection.start) + start,
        end: Math.max(whole.end, selection.end) + start,
      };
      return {
        name: name || "?",
        detail,
        kind,
        range: rangeOf(file.chunked.lines, range),
        selectionRange: rangeOf(file.chunked.lines, { start: selection.start + start, end: selection.end + start }),
        children,
      };
    };
    const part = (
      map: TypedMap,
      kind: SymbolKind,
      name: string,
      detail: string,
      children: DocumentSymbol[] = [],
    ): DocumentSymbol => symbol(name, detail, kind, map.node.span, map.span, children);
    const container = (each: Container): DocumentSymbol =>
      part(
        each.map,
        SymbolKind.Module,
        each.name.value ?? "",
        each.kind === "main" ? (each.image.value ?? "") : `${each.kind} ${each.image.value ?? ""}`.trim(),
        [
          ...each.ports.map((port) =>
            part(port.map, SymbolKind.Interface, String(port.containerPort.value ?? "?"), port.name.value ?? ""),
          ),
          ...each.probes.map((probe) =>
            part(probe.map, SymbolKind.Event, probe.name, probe.handlers.map((handler) => handler.name).join(", ")),
          ),
          ...each.hooks.map((hook) =>
            part(hook.map, SymbolKind.Event, hook.name, hook.handlers.map((handler) => handler.name).join(", ")),
          ),
        ],
      );
    const object = (each: KubeObject): DocumentSymbol =>
      symbol(
        each.name ?? "",
        each.kind,
        SymbolKind.Class,
        each.node.span,
        each.span,
        (each.pod?.containers ?? []).map(container),
      );
    return objects.map(object);
  });
}
