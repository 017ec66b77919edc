// How much each oddity weighs. The reading of the lines with the smallest sum wins; what the API server refuses weighs most.

export const costs = {
  /** A required field is not there, or one of a union. */
  missing: 8,
  /** A second member of a union. */
  second: 8,
  /** A key with nothing below it: a map or list, a text, a key that the schema does not know. */
  empty: 5,
  emptyText: 3,
  emptyUnknown: 1,
  /** A number where a text belongs, and the like. */
  wrongType: 8,
  /** A value that the tables refuse. */
  refused: 5,
  /** A key that no open map has. */
  unknownKey: 14,
  /** In other upper and lower case, or a second time in its map. */
  misspelt: 6,
  /** Each line below an unknown key. */
  belowUnknown: 2,
  /** A text goes on at the next line; a value starts there. */
  continued: 4,
  nextLine: 2,
  /** A line of a block text that could be a key or a comment. */
  contentLikeKey: 2,
  contentLikeComment: 0.5,
  /** A free key (label, annotation) that an open map has as a field. */
  shadowed: 3.5,
  /** A label or annotation without a prefix behind one with a prefix. */
  unlike: 4,
  /** Behind a gate, or newer than the oldest version. */
  rare: 1.5,
  /** Hardly ever written here (knowledge/habits.ts). */
  seldom: 3,
  /** A pair that a selector asks for, outside of the labels that are being written. */
  unselected: 4,
  /** Against the order in which people write. */
  order: 0.4,
  /** Each map or list that ends before the line. */
  pop: 0.2,
  /** Where some indentation is left: siblings at different columns, or a child left of its parent … */
  uneven: 4,
  /** … when one of them may have lost its blanks, */
  lost: 1.5,
  /** and a child at its parent's column. */
  flush: 0.3,
} as const;
