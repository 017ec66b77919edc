// Edits that keep the rest of a file byte for byte: comments, quotes, flow or block style, indentation, line breaks.
// Each gives edits in chunk offsets, or undefined where the text cannot be changed safely.

export { blockEnd, holdsUsedAnchor } from "./editing.ts";
export { appendToFlow, type InsertOptions, insertEntry, insertItem, putEntry } from "./insertion.ts";
export { removeEntry, removeFromFlow, removeItem } from "./removal.ts";
export type { Json } from "./render.ts";
export { renameKey, replaceEntry, replaceNode, setPlain, setScalar, toJson, wrapInList } from "./values.ts";
