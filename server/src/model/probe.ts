// Probes and hooks: their numbers with defaults, and the handlers that they name.

import { resolve } from "../syntax/nodes.ts";
import type { Segment } from "../syntax/path.ts";
import type { Span } from "../text/span.ts";
import { asInteger, asIntegerOrText, child, entryOf, field, present, type TypedMap } from "./typed.ts";
import type { Place, Value } from "./value.ts";

export type ProbeName = "startupProbe" | "livenessProbe" | "readinessProbe";
export const probeNames: readonly ProbeName[] = ["startupProbe", "livenessProbe", "readinessProbe"];
export type HookName = "postStart" | "preStop";
export const hookNames: readonly HookName[] = ["postStart", "preStop"];

export type HandlerName = "exec" | "httpGet" | "tcpSocket" | "grpc" | "sleep";

/** One handler as written. `map` is undefined where something else than a map stands, e.g. `{{ … }}` or a text. */
export interface Handler extends Place {
  readonly name: HandlerName;
  readonly map: TypedMap | undefined;
  /** httpGet, tcpSocket, grpc: number or name. */
  readonly port: Value<number | string> | undefined;
  /** exec: the words as text; undefined when absent, templated as a whole or of a wrong type. */
  readonly command: readonly Word[] | undefined;
  /** sleep. */
  readonly seconds: Value<number> | undefined;
}

/** One item of `command` or `args`; `text` is undefined when templated or no text. */
export interface Word {
  readonly text: string | undefined;
  readonly span: Span;
}

export interface Probe extends Place {
  readonly name: ProbeName;
  readonly map: TypedMap;
  readonly handlers: readonly Handler[];
  readonly initialDelaySeconds: Value<number>;
  readonly periodSeconds: Value<number>;
  readonly timeoutSeconds: Value<number>;
  readonly successThreshold: Value<number>;
  readonly failureThreshold: Value<number>;
  readonly terminationGracePeriodSeconds: Value<number>;
}

export interface Hook extends Place {
  readonly name: HookName;
  readonly map: TypedMap;
  readonly handlers: readonly Handler[];
}

export function readProbe(container: TypedMap, name: ProbeName): Probe | undefined {
  const map = child(container, name);
  if (!map) return undefined;
  const number = (key: string, zeroIsDefault = false) => field(map, key, asInteger, { zeroIsDefault });
  return {
    name,
    map,
    path: map.path,
    span: map.span,
    handlers: handlersOf(map, ["exec", "httpGet", "tcpSocket", "grpc"]),
    initialDelaySeconds: field(map, "initialDelaySeconds", asInteger, { fallback: 0 }),
    periodSeconds: number("periodSeconds", true),
    timeoutSeconds: number("timeoutSeconds", true),
    successThreshold: number("successThreshold", true),
    failureThreshold: number("failureThreshold", true),
    terminationGracePeriodSeconds: number("terminationGracePeriodSeconds"),
  };
}

export function readHook(container: TypedMap, name: HookName): Hook | undefined {
  const lifecycle = child(container, "lifecycle");
  const map = lifecycle && child(lifecycle, name);
  if (!map) return undefined;
  return {
    name,
    map,
    path: map.path,
    span: map.span,
    handlers: handlersOf(map, ["exec", "httpGet", "tcpSocket", "sleep"]),
  };
}

function handlersOf(map: TypedMap, names: readonly HandlerName[]): Handler[] {
  // In the order of the text: messages and fixes speak of "the first".
  return [...map.node.fields.values()].flatMap((entry) => {
    const name = names.find((each) => each === entry.name);
    if (!name || !present(map, name)) return [];
    const handler = child(map, name);
    const place = { path: [...map.path, name] as readonly Segment[], span: entry.key.span };
    return {
      ...place,
      name,
      map: handler,
      port:
        handler && (name === "httpGet" || name === "tcpSocket" || name === "grpc")
          ? field(handler, "port", asIntegerOrText)
          : undefined,
      command: handler && name === "exec" ? wordsOf(handler, "command") : undefined,
      seconds: handler && name === "sleep" ? field(handler, "seconds", asInteger, { fallback: 0 }) : undefined,
    };
  });
}

/** The words of a list of texts; undefined when the field is absent, null or no list. */
export function wordsOf(map: TypedMap, name: string): Word[] | undefined {
  const node = present(map, name);
  if (node?.kind !== "sequence" || !entryOf(map, name)) return undefined;
  return node.items.map((item) => {
    const scalar = resolve(item);
    const text =
      scalar.kind === "scalar" && !scalar.templated && typeof scalar.value === "string" ? scalar.value : undefined;
    return { text, span: item.span };
  });
}
