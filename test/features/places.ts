// Runs cursor places: each says what is offered there, in order, and how the cursor's line reads once something was chosen.
import assert from "node:assert/strict";
import { test } from "node:test";
import { mark, type OfferOptions, offer } from "./offer.ts";

export interface CursorPlace {
  /** Unique within its file. */
  readonly name: string;
  /** The file, with the cursor's mark. */
  readonly text: string;
  /** The first labels. Empty: nothing at all is offered. */
  readonly offers: readonly string[];
  /** Labels that must not be there. */
  readonly never?: readonly string[];
  /** The first one where absent. */
  readonly choose?: string;
  /** What takes the place of the cursor's whole line. */
  readonly line?: string;
  readonly options?: OfferOptions;
}

export function runPlaces(places: readonly CursorPlace[]): void {
  test("every place has a name of its own", () =>
    assert.equal(new Set(places.map(({ name }) => name)).size, places.length));
  for (const { name, text, offers, never = [], choose, line, options } of places) {
    test(name, () => {
      const offered = offer(text, options);
      if (offers.length === 0) assert.deepEqual(offered.labels, []);
      else assert.deepEqual(offered.labels.slice(0, offers.length), offers);
      assert.equal(new Set(offered.labels).size, offered.labels.length, "nothing is offered twice");
      assert.deepEqual(
        never.filter((label) => offered.labels.includes(label)),
        [],
      );
      if (line === undefined) return;
      const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
      const expected = text.split(lineBreak).map((each) => (each.includes(mark) ? line : each));
      assert.equal(offered.choose(choose ?? offers[0] ?? ""), expected.join(lineBreak));
    });
  }
}

/** A Pod whose `spec:` stands above these lines. */
export const pod = (...spec: readonly string[]): string => lines("apiVersion: v1", "kind: Pod", "spec:", ...spec);

/** A Pod with these lines behind `- name: app` of its only container. */
export const container = (...fields: readonly string[]): string => pod("  containers:", "    - name: app", ...fields);

export const lines = (...all: readonly string[]): string => `${all.join("\n")}\n`;
