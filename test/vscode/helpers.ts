// Waiting without sleeping, and comparing without Node: the web worker host has neither assert nor timers to trust.
import type * as vscode from "vscode";

export function equal(actual: unknown, expected: unknown): void {
  if (actual !== expected) throw new Error(`got ${JSON.stringify(actual)}, wanted ${JSON.stringify(expected)}`);
}

/**
 * Asks again on each event (or, without one, as soon as the last answer came) until there is an answer.
 * Mocha's own limit ends a test that waits in vain; `why` is then in its message.
 */
export async function untilDefined<T>(
  ask: () => T | undefined | Promise<T | undefined>,
  why: () => string,
  event?: vscode.Event<unknown>,
): Promise<T> {
  const limit = Date.now() + 25_000;
  for (;;) {
    const changed = event && once(event);
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > limit) throw new Error(why());
    await Promise.race([...(changed ? [changed] : []), new Promise((done) => setTimeout(done, event ? 1000 : 100))]);
  }
}

function once(event: vscode.Event<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const subscription = event(() => {
      subscription.dispose();
      resolve();
    });
  });
}
