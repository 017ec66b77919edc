// Standard output that may be a pipe to somebody who stops reading, such as `head`.
import { once } from "node:events";

export interface Output {
  /** Resolves when there is room for more. What nobody reads any more is dropped. */
  write(text: string): Promise<void>;
  /** Nobody reads any more: there is no point in going on. */
  readonly closed: boolean;
}

export function standardOutput(): Output {
  const { stdout } = process;
  let closed = false;
  const whenClosed = new Promise<void>((resolve) => {
    stdout.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      closed = true;
      resolve();
    });
  });
  return {
    get closed() {
      return closed;
    },
    async write(text) {
      if (!closed && !stdout.write(text)) await Promise.race([once(stdout, "drain"), whenClosed]);
    },
  };
}
