// The outline: objects, their containers, and each container's ports, probes and hooks. Works on broken text too.
import { type DocumentSymbol, SymbolKind } from "vscode-languageserver-types";
import type { KubeObject } from "../model/objects.ts";
import type { Container } from "../model/pod.ts";
import type { Handler, Hook, Probe } from "../model/probe.ts";
import { type Lines, rangeOf } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import { chunksOf, type SourceFile } from "../workspace/file.ts";

interface Outlined {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly whole: Span;
  /** What is selected on a click: the key, or the first key of a list item. */
  readonly selection: Span;
  readonly children: readonly Outlined[];
}

export function documentSymbols(file: SourceFile): DocumentSymbol[] {
  return chunksOf(file).flatMap(({ start, objects }) =>
    objects.map((each) => toSymbol(outlineOf(each), start, file.chunked.lines)),
  );
}

function toSymbol(
  { name, detail, kind, whole, selection, children }: Outlined,
  start: number,
  lines: Lines,
): DocumentSymbol {
  // What an alias stands for is written elsewhere; its symbol is the place that names it.
  const own =
    whole.start < selection.start ? selection : { start: selection.start, end: Math.max(whole.end, selection.end) };
  const inFile = (span: Span) => rangeOf(lines, { start: span.start + start, end: span.end + start });
  return {
    name,
    detail,
    kind,
    range: inFile(own),
    selectionRange: inFile(selection),
    children: children.map((each) => toSymbol(each, start, lines)),
  };
}

/** `Deployment/web`, as kubectl names it. */
function outlineOf({ kind, name, namespace, node, pod }: KubeObject): Outlined {
  return {
    name: name ? `${kind}/${name}` : kind,
    detail: namespace ?? "",
    kind: SymbolKind.Class,
    whole: node.span,
    // The kind may stand below: the object begins with its first key.
    selection: node.written[0]?.key.span ?? node.span,
    children: (pod?.containers ?? []).map(containerOutline),
  };
}

function containerOutline({ map, name, kind, image, ports, probes, hooks }: Container): Outlined {
  return {
    name: name.value || "?",
    detail: [kind === "main" ? "" : kind, image.value ?? ""].filter((each) => each !== "").join(" · "),
    kind: SymbolKind.Module,
    whole: map.node.span,
    selection: map.span,
    children: [
      ...ports.map((port) => ({
        name: String(port.containerPort.value ?? "?"),
        detail: port.name.value ?? "",
        kind: SymbolKind.Interface,
        whole: port.map.node.span,
        selection: port.map.span,
        children: [],
      })),
      ...probes.map(handled),
      ...hooks.map(handled),
    ],
  };
}

function handled({ name, map, handlers }: Probe | Hook): Outlined {
  return {
    name,
    detail: handlers.map(handlerText).join(", "),
    kind: SymbolKind.Event,
    whole: map.node.span,
    selection: map.span,
    children: [],
  };
}

/** `httpGet 8080`, `exec pg_isready`, `sleep 5`. */
function handlerText({ name, port, command, seconds }: Handler): string {
  const target = port?.value ?? command?.[0]?.text ?? seconds?.value;
  return target === undefined ? name : `${name} ${target}`;
}
