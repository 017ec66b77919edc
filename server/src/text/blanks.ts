// Blanks as the API server counts them: Go's Unicode white space, which is not quite JavaScript's.

const blank = "[\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const outer = new RegExp(`^${blank}+|${blank}+$`, "g");
const runs = new RegExp(`${blank}+`);

export const trimBlanks = (text: string): string => text.replace(outer, "");

/** The parts between blanks; none for a text of blanks alone. */
export const splitAtBlanks = (text: string): string[] => text.split(runs).filter((part) => part !== "");
