// The settings as they are now: asked of the client, or pushed by one that cannot be asked.
import type { Connection } from "vscode-languageserver";
import { defaultSettings, readSettings, type Settings } from "./settings.ts";

export interface LiveSettings {
  readonly current: Settings;
  /** Asks again, or takes what was pushed. The last one asked wins. */
  load(pushed?: unknown): Promise<void>;
  /** Resolves once they are known. */
  settle(): Promise<void>;
}

interface SettingsHost {
  canAsk(): boolean;
  /** One sentence for each value that is not understood; the rest of the settings counts. */
  warn(sentence: string): void;
  log(what: string, error: unknown): void;
}

export function liveSettings(connection: Connection, host: SettingsHost): LiveSettings {
  let current = defaultSettings;
  let asked = 0;
  let settled: Promise<void> | undefined;

  async function ask(pushed: unknown): Promise<void> {
    const turn = ++asked;
    const raw = host.canAsk()
      ? await connection.workspace
          .getConfiguration("podLifecycle")
          .catch((error: unknown) => host.log("settings", error))
      : pushed;
    // An answer that was overtaken by the next question is old.
    if (turn !== asked) return;
    const { settings, warnings } = readSettings(raw);
    current = settings;
    for (const warning of warnings) host.warn(warning);
  }

  return {
    get current() {
      return current;
    },
    load(pushed) {
      settled = ask(pushed);
      return settled;
    },
    settle() {
      settled ??= ask(undefined);
      return settled;
    },
  };
}
