// What a rule is, what it is given, and what it reports. One file holds one rule; run.ts calls it.

import type { KubeObject, ReadingOptions } from "../model/objects.ts";
import type { Container, Pod } from "../model/pod.ts";
import type { Hook, Probe } from "../model/probe.ts";
import type { TypedMap } from "../model/typed.ts";
import type { Place } from "../model/value.ts";
import type { TypedValue } from "../model/walk.ts";
import type { ParsedChunk } from "../syntax/chunk.ts";
import type { Node } from "../syntax/nodes.ts";
import type { Path } from "../syntax/path.ts";
import type { Span, TextEdit } from "../text/span.ts";
import type { Ignore, IgnoredName } from "./control/ignores.ts";

/** Kubernetes' refusal is an `error`, and nothing else is. */
export type Severity = "error" | "warning" | "information" | "hint";

/** What a rule may look at; each name is also what its `check` is given, together with everything around it. */
export interface Targets {
  /** The text as YAML, whatever it holds: only in chunks with one of our objects, or with a problem that hides one. */
  document: {
    readonly objects: readonly KubeObject[];
    /** Where paths begin: the document, or the item of a List. */
    readonly root: Node | undefined;
  };
  object: { readonly object: KubeObject };
  /** Every map whose type the API knows. */
  map: { readonly object: KubeObject; readonly map: TypedMap };
  /** Every value whose type the API knows. */
  value: { readonly object: KubeObject; readonly value: TypedValue };
  pod: { readonly object: KubeObject; readonly pod: Pod };
  container: Targets["pod"] & { readonly container: Container };
  probe: Targets["container"] & { readonly probe: Probe };
  hook: Targets["container"] & { readonly hook: Hook };
  /** What is wrong with a comment that hushes other findings: asked once these are known. */
  ignore: {
    readonly ignore: Ignore;
    /** The name that hits nothing; undefined: the comment as a whole. */
    readonly name: IgnoredName | undefined;
    /** Another name in the comment is of use. */
    readonly useful: boolean;
    /** The ids of all rules. */
    readonly known: readonly string[];
  };
}
export type Target = keyof Targets;

export interface Fix {
  readonly title: string;
  /** The one that fixAll and the bulb's first entry take. At most one a finding. */
  readonly preferred: boolean;
  /** Offsets in the chunk; undefined when this text cannot be changed safely. Computed when asked for. */
  readonly edits: () => readonly TextEdit[] | undefined;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly path: Path;
  readonly message: string;
  readonly fixes: readonly Fix[];
  /** Drawn faded: the text has no effect. */
  readonly unnecessary: boolean;
  /** Red Hat's YAML extension marks it too, where its Kubernetes schema covers the file. */
  readonly schema: boolean;
  /** Paths at which something is missing only because its text stands here, or is misspelt: nothing more is said there. */
  readonly fills: readonly Path[];
}

/** What `report` gives back, to hang fixes on. The first fix is the preferred one unless it says otherwise. */
export interface Reported {
  fix(
    title: string,
    edits: () => readonly TextEdit[] | undefined,
    options?: { readonly preferred?: boolean },
  ): Reported;
}

export interface ReportOptions {
  readonly severity?: Severity;
  readonly unnecessary?: boolean;
  readonly fills?: readonly Path[];
  /** Where the rule as a whole cannot tell. */
  readonly schema?: boolean;
}

export interface RuleContext extends ReadingOptions {
  readonly parsed: ParsedChunk;
  /** Judged only on what it says: what is missing may come from elsewhere. A patch, or what a template inserts more into. */
  readonly partial: boolean;
  report(at: Place, message: string, options?: ReportOptions): Reported;
}

export interface Rule<T extends Target = Target> {
  readonly id: string;
  readonly severity: Severity;
  readonly on: T;
  /** Off until somebody turns it on. */
  readonly off?: boolean;
  /** Rules that stay silent at a place where this one speaks: one mistake, one squiggle. */
  readonly supersedes?: readonly string[];
  /** Red Hat's YAML extension marks the same, always, where its Kubernetes schema covers the file. */
  readonly schema?: true;
  /** What it finds explains everything else in its chunk: all other rules stay silent there. */
  readonly alone?: boolean;
  /** Needs what a patch leaves to another file, and a template to what it inserts: silent there. */
  readonly wholeOnly?: boolean;
  /** Looks itself at where a template may insert more (`mayHoldMore`), so it may speak beside such a place. */
  readonly mindsInsertions?: boolean;
  check(scope: Targets[T] & RuleContext): void;
}

/** Identity, for type inference: `rule({ on: "probe", check({ probe, report }) { … } })`. */
export function rule<T extends Target>(definition: Rule<T>): Rule<T> {
  return definition;
}
