// Where a line may belong: every open frame that takes it, each with what speaks against it.
import { openBelow, openItem, openUnknown } from "./below.ts";
import { costs } from "./costs.ts";
import { constraintCost, typeCost } from "./fit.ts";
import { closingCost, type Frame, grown, isEmpty, type ListFrame, open, type UnknownFrame } from "./frames.ts";
import { columnCost, type Key, type Placed, placeKey, type Way } from "./keys.ts";
import type { Token } from "./lines.ts";
import { itemsOfList, type NamedKind, openObjects } from "./roots.ts";

export interface LineAt {
  readonly token: Token;
  /** How many blanks are left in front of it. */
  readonly stood: number;
  /** Columns tell something: not all lines are at one. */
  readonly uneven: boolean;
  /** A selector of the document has this pair. */
  readonly selected: boolean;
  /** Kinds named from here on: an object that begins here may be of any. */
  readonly kinds: () => readonly NamedKind[];
}

/** One way to read a line. */
export interface Placement extends Placed {
  /** Where the line starts. */
  readonly column: number;
}

export function placements(from: Frame, line: LineAt, order: Way["order"]): Placement[] {
  const strict = through(from, line, { order, lenient: false });
  return strict.length > 0 ? strict : through(from, line, { order, lenient: true });
}

function through(from: Frame, line: LineAt, way: Way): Placement[] {
  const found: Placement[] = [];
  let closed = 0;
  for (let frame: Frame | undefined = from; frame; frame = frame.parent) {
    if (line.selected && leavesLabels(frame)) closed += costs.unselected;
    for (const each of inFrame(frame, line, way))
      found.push({ cost: closed + each.cost, frame: each.frame, column: frame.column });
    closed += closingCost(frame) + (frame.kind === "text" ? 0 : costs.pop);
  }
  return found;
}

/** The labels of a pod template end before a pair that the selector wants there. */
const leavesLabels = (frame: Frame): boolean =>
  frame.kind === "map" && frame.place.under === "v1.PodTemplateSpec.metadata" && frame.last === "labels";

function inFrame(frame: Frame, line: LineAt, way: Way): readonly Placed[] {
  const { key, value, dashes } = line.token;
  if (dashes.length > 0) {
    if (frame.kind === "list") return dashes.length > 1 ? [] : asItem(frame, line, way);
    return frame.kind === "unknown" && (frame.list || isEmpty(frame)) ? [asUnknownItem(frame, line, way)] : [];
  }
  if (key === undefined) return asValue(frame, line);
  const { stood, uneven } = line;
  const placed = placeKey(frame, { key, value, stood, dashStood: undefined, uneven }, way);
  return placed ? [placed] : [];
}

function asItem(frame: ListFrame, line: LineAt, way: Way): readonly Placed[] {
  const { value } = line.token;
  const columns = line.uneven ? columnCost(frame, line.stood) : 0;
  const list = grown(frame, "", line.stood);
  const key = keyBehindDash(line);
  const column = frame.column + widthOf(line);
  if (key || value.kind === "none") {
    const items =
      frame.place.under === itemsOfList ? openObjects(line.kinds(), list, column) : [openItem(list, column)];
    return items.flatMap((item) => {
      const placed = key ? placeKey(item, key, way) : { cost: 0, frame: item };
      return placed ? { cost: placed.cost + columns, frame: placed.frame } : [];
    });
  }
  const fits = typeCost(value, frame.item) + constraintCost(value, frame.constraint?.item, undefined);
  if (fits === Number.POSITIVE_INFINITY) return [];
  return [{ cost: fits + columns, frame: openBelow(list, value, "", frame.item, undefined) }];
}

function asUnknownItem(frame: UnknownFrame, line: LineAt, way: Way): Placed {
  const list = grown(
    frame.list || !frame.parent ? frame : openUnknown(frame.parent, frame.column, true),
    "",
    line.stood,
  );
  const key = keyBehindDash(line);
  const placed = key && placeKey(openUnknown(list, frame.column + widthOf(line), false), key, way);
  return placed ?? { cost: costs.belowUnknown, frame: openBelow(list, line.token.value, "", undefined, undefined) };
}

const widthOf = ({ token }: LineAt): number => token.dashes.reduce((sum, each) => sum + each, 0);

function keyBehindDash(line: LineAt): Key | undefined {
  const { key, value } = line.token;
  if (key === undefined) return undefined;
  return { key, value, stood: line.stood + widthOf(line), dashStood: line.stood, uneven: line.uneven };
}

/** A line with neither dash nor key: the value of the key above, or more of it. */
function asValue(frame: Frame, line: LineAt): readonly Placed[] {
  const { value } = line.token;
  const { parent } = frame;
  if (!parent) return [];
  if (frame.kind === "text") {
    if (frame.style === "block") return [];
    if (frame.style === "plain") return [{ cost: costs.continued, frame }];
    const more = value.quoted ? parent : grown(open({ ...frame, style: "plain" }), "", line.stood);
    return [{ cost: costs.nextLine, frame: more }];
  }
  const opens = frame.kind === "list" ? "list" : frame.kind === "unknown" ? value.kind : "map";
  return isEmpty(frame) && (value.kind === opens || value.kind === "alias")
    ? [{ cost: costs.nextLine, frame: parent }]
    : [];
}
