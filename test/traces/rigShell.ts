// What a recorded shell does as the first process. `sh` is busybox ash: it replaces itself by its last command.
import type { Life } from "../../server/src/simulate/behaviour.ts";
import { asMain, endless, type Main, programOf } from "./rig.ts";

export function readShell(script: string, shared: boolean): Main {
  const counted = /if \[ \$n = (\d+) \]; then (?:exec )?(.*?); else (?:exec )?(.*?); fi$/.exec(script);
  if (counted) {
    const [, at, then = "", otherwise = ""] = counted;
    const usual = asMain(programOf(otherwise.split(" ")), shared);
    const special = asMain(programOf(then.split(" ")), shared);
    const before = Array.from({ length: Number(at) }, () => usual.lives[0] ?? endless);
    return { ...usual, lives: [...before, special.lives[0] ?? endless, ...usual.lives] };
  }
  const parts = script.split(/;|&&|\|\|/).map((part) => part.trim());
  const background = /[^&]&(?!&)/.test(script);
  const trap = script.includes("trap ");
  const last = parts.at(-1)?.split(" ") ?? [];
  if (programOf(last) && !background && !trap) return asMain(programOf(last), shared);
  const inner = parts.map((part) => programOf(part.split(" "))).find((program) => program !== undefined);
  if (background && /trap .*kill/.test(script) && script.includes("wait")) return asMain(inner, shared);
  const life = inner ? { ...inner.life, exitCode: 0 } : lifeOfParts(parts);
  const unknown = trap || life === undefined;
  const none: Main = {
    program: inner,
    startFails: false,
    lives: [life ?? endless],
    onTerm: "ignore",
    tellsTerm: false,
  };
  return { ...none, onTerm: unknown ? "unknown" : "ignore", tellsTerm: unknown && inner !== undefined };
}

/** One command after the other, each of which is known. */
export function lifeOfParts(parts: readonly string[]): Life | undefined {
  let exitAfterMs = 0;
  let exitCode = 0;
  for (const part of parts) {
    const words = part.replace(/^exec /, "").split(/\s+/);
    if (words[0] === "exit") return { exitAfterMs, exitCode: Number(words[1] ?? 0), oomKilled: false };
    const life = lifeOfCommand(words);
    if (!life) return undefined;
    exitAfterMs += life.exitAfterMs ?? 0;
    exitCode = life.exitCode;
  }
  return { exitAfterMs, exitCode, oomKilled: false };
}

export function lifeOfCommand(words: readonly string[]): Life | undefined {
  const ends = (afterSeconds: number, exitCode: number): Life => ({
    exitAfterMs: afterSeconds * 1000,
    exitCode,
    oomKilled: false,
  });
  if (words[0] === "sleep") return ends(Number(words[1]), 0);
  if (words[0] === "true" || (words[0] === "rigc" && words[1] === "log")) return ends(0, 0);
  if (words[0] === "false") return ends(0, 1);
  if (words[0] === "rigc" && words[1] === "hook") return ends(Number(words[3]), Number(words[4]));
  return undefined;
}
