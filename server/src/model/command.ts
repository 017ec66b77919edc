// What a command line will do as far as its words tell: whether a shell reads it, how long it sleeps, and when it gives up by itself.
import { type Simple, simpleCommands } from "./shellScript.ts";

/** undefined: templated, or no text. */
export type Words = readonly (string | undefined)[];

export interface Command {
  /** Without its folders; `env`, `busybox` and the small inits that only start something else are left out. */
  readonly program: string;
  /** The program itself first. */
  readonly words: readonly [string, ...Words];
  /** Index of the program in the words as written. */
  readonly at: number;
  /** `sh -c` and its like: the text that it reads; undefined when templated. */
  readonly script?: { readonly text: string | undefined; readonly at: number } | undefined;
}

const shells = new Set(["sh", "bash", "ash", "dash", "zsh", "ksh", "cmd", "cmd.exe", "powershell", "powershell.exe"]);
shells.add("pwsh").add("pwsh.exe");
const starters = new Set(["env", "busybox", "tini", "dumb-init", "exec", "nohup"]);

export const baseName = (word: string): string =>
  word.slice(Math.max(word.lastIndexOf("/"), word.lastIndexOf("\\")) + 1);
export const isShell = (word: string): boolean => shells.has(baseName(word).toLowerCase());

/** undefined when nobody knows here what is started. */
export function readCommand(words: Words): Command | undefined {
  let at = 0;
  for (;;) {
    const word = words[at];
    if (word === undefined) return undefined;
    const program = baseName(word);
    if (starters.has(program)) {
      at++;
      while (/^-|^[A-Za-z_]\w*=/.test(words[at] ?? "")) at++;
      continue;
    }
    return { program, words: [word, ...words.slice(at + 1)], at, script: scriptOf(words, at) };
  }
}

function scriptOf(words: Words, start: number): Command["script"] {
  const [name, ...rest] = words.slice(start);
  if (name === undefined || !isShell(name)) return undefined;
  const flag = rest.findIndex((each) => /^-[a-z]*c$|^\/c$|^-Command$/i.test(each ?? ""));
  if (flag < 0 || flag + 1 >= rest.length) return undefined;
  return { text: rest[flag + 1], at: start + flag + 2 };
}

/** Whether a shell, first or further behind (`kubectl exec … sh -c`), may read some of the words. */
export const hasShell = (words: Words): boolean => words.some((each) => each !== undefined && isShell(each.trim()));

type Step = Omit<Simple, "words"> & { readonly words: Words };

/** The simple commands that run one after the other, whatever starts them; undefined where that is not certain. */
export function stepsOf(command: Command): readonly Step[] | undefined {
  if (command.script) return command.script.text === undefined ? undefined : simpleCommands(command.script.text);
  if (isShell(command.words[0])) return undefined;
  return [{ words: command.words, start: 0, behind: "" }];
}

/** How many seconds a command sleeps for certain; undefined: it does not, or nobody can tell. */
export function sleepOf(command: Command): { readonly seconds: number; readonly only: boolean } | undefined {
  const steps = stepsOf(command);
  if (!steps) return undefined;
  let seconds = 0;
  let before: Step | undefined;
  for (const step of steps) {
    const isCertain = before?.behind !== "||" && before?.behind !== "|" && !(before?.behind === "&&" && isTest(before));
    if (!isCertain || ["exit", "return"].includes(step.words[0] ?? "")) break;
    if (step.behind !== "&" && step.behind !== "|") seconds += sleepSeconds(step.words) ?? 0;
    before = step;
  }
  return seconds > 0
    ? { seconds, only: steps.length === 1 && sleepSeconds(steps[0]?.words ?? []) !== undefined }
    : undefined;
}

const isTest = ({ words: [first] }: Step): boolean => ["[", "[[", "test", "grep", "false"].includes(first ?? "");

function sleepSeconds(words: Words): number | undefined {
  const [name, ...times] = words[0] === "exec" ? words.slice(1) : words;
  if (name === undefined || baseName(name) !== "sleep") return undefined;
  const redirected = times.findIndex((each) => /^\d?[<>]/.test(each ?? ""));
  const all = (redirected < 0 ? times : times.slice(0, redirected)).map(durationOf);
  return all.length > 0 && all.every((each) => each !== undefined)
    ? all.reduce((sum, each) => sum + each, 0)
    : undefined;
}

/** `5`, `0.5s`, `2m`: seconds. */
function durationOf(word: string | undefined): number | undefined {
  const [, number, unit] = /^(\d+(?:\.\d+)?)([smhd]?)$/.exec(word ?? "") ?? [];
  if (number === undefined) return undefined;
  return Number(number) * ({ m: 60, h: 3600, d: 86_400 }[unit ?? ""] ?? 1);
}

export interface Limit {
  readonly seconds: number;
  /** As written: `timeout 5`, `curl -m 5`. */
  readonly text: string;
}

/** Options by which programs limit themselves, in seconds. */
const limitOptions: Readonly<Record<string, RegExp>> = {
  curl: /^(?:-[a-zA-Z]*m|--max-time)(?:=?(\d+(?:\.\d+)?))?$/,
  wget: /^(?:-T|--timeout)(?:=?(\d+))?$/,
  nc: /^-[a-z]*w(\d+)?$/,
  pg_isready: /^(?:-t|--timeout)(?:=?(\d+))?$/,
};

/** After how many seconds the command would give up by itself; the longest where it has several. */
export function limitOf(command: Command): Limit | undefined {
  const limits = (stepsOf(command) ?? []).flatMap(({ words }) => ownLimit(words) ?? []);
  return limits.sort((a, b) => b.seconds - a.seconds)[0];
}

function ownLimit(words: Words): Limit | undefined {
  const inner = readCommand(words);
  if (!inner) return undefined;
  const { program } = inner;
  const [, ...options] = inner.words;
  if (program === "timeout") return timeoutLimit(options);
  const pattern = Object.hasOwn(limitOptions, program) ? limitOptions[program] : undefined;
  for (const [index, option] of options.entries()) {
    const match = option === undefined ? null : pattern?.exec(option);
    if (!match) continue;
    const attached = match[1] !== undefined;
    const value = attached ? match[1] : options[index + 1];
    const seconds = durationOf(value);
    // 0 means no limit for all of them.
    if (seconds === undefined || seconds === 0) return undefined;
    return { seconds, text: `${program} ${option}${attached ? "" : ` ${value}`}` };
  }
  return undefined;
}

/** `timeout [-s TERM] [-k 2] [-t] 5 program`. */
function timeoutLimit(options: Words): Limit | undefined {
  let at = 0;
  while (options[at]?.startsWith("-")) at += /^-[sk]$|^--(?:signal|kill-after)$/.test(options[at] ?? "") ? 2 : 1;
  const seconds = durationOf(options[at]);
  return seconds === undefined || seconds === 0 ? undefined : { seconds, text: `timeout ${options[at]}` };
}
