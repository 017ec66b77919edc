// What can be wrong with one value by the schema facts and the constraints table. Rules turn it into words.
import type { Range } from "../../knowledge/constraints.ts";
import type { TypedMap } from "../../model/typed.ts";
import type { Place } from "../../model/value.ts";
import type { TypedValue } from "../../model/walk.ts";
import type { Entry, ScalarNode } from "../../syntax/nodes.ts";
import type { Path } from "../../syntax/path.ts";
import type { Mismatch } from "./jsonType.ts";
import type { SurpriseFacts } from "./surprise.ts";

/** What holds a value: a field, an item of its list, a key or a value of its free map. */
export type Part = "field" | "item" | "key" | "value";

export interface Site {
  /** Path as the API server writes it. */
  readonly at: Place;
  /** More paths that the server names for the same mistake. */
  readonly echoes: readonly Path[];
  /** The map that holds the field, or should. */
  readonly map: TypedMap;
  readonly field: string;
  readonly part: Part;
  /** Removing the field is no way out. */
  readonly required: boolean;
  /** Of the field, or of the free map's pair; undefined for what is absent, and for list items. */
  readonly entry: Entry | undefined;
}

/** A required field is not there, or holds nothing. */
export interface Missing extends Site {
  readonly kind: "missing";
  /** `union`: one of several fields is needed. `null-item`: an empty list item that needs fields. */
  readonly how: "absent" | "null" | "empty-text" | "empty-list" | "empty-map" | "union" | "null-item";
  /** `union`: the fields to choose from. `null-item`: those that are needed. */
  readonly names: readonly string[];
}

/** A number outside its range. */
export interface OutOfRange extends Site {
  readonly kind: "range";
  readonly node: ScalarNode;
  readonly value: number | bigint;
  /** `[]`: no number is accepted here. */
  readonly ranges: readonly Range[];
}

/** A text that is not of its class, or is too long. */
export interface BadText extends Site {
  readonly kind: "text";
  readonly node: ScalarNode;
  readonly text: string;
  /** undefined: too long only. */
  readonly className: string | undefined;
  /** Bytes. */
  readonly max: number | undefined;
}

/** A text outside a closed list. */
export interface NotInEnum extends Site {
  readonly kind: "enum";
  readonly node: ScalarNode;
  readonly text: string;
  /** Never empty; without "". */
  readonly values: readonly string[];
  /** The minor that first takes the text, when a later one does. */
  readonly since: number | undefined;
}

export interface TooMany extends Site {
  readonly kind: "many";
  readonly count: number;
  readonly most: number;
}

/** The field may not be there at all. */
export interface Forbidden extends Site {
  readonly kind: "forbidden";
}

/** Not of the type that the decoder wants. */
export interface WrongType extends Site {
  readonly kind: "type";
  readonly value: TypedValue;
  readonly got: Mismatch;
}

/** Accepted, and not what it looks like. */
export interface Surprise extends Site, SurpriseFacts {
  readonly kind: "surprise";
}

export type Violation = Missing | OutOfRange | BadText | NotInEnum | TooMany | Forbidden | WrongType | Surprise;
