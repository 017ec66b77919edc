// Exit codes with a meaning by convention, and Linux's signals: a process that a signal ended shows 128 + its number.

export interface SignalFacts {
  readonly signal: string;
  /** On x86-64 and arm64. */
  readonly number: number;
  /** What happens to a program that does nothing about it (and is not PID 1, which ignores all but KILL and STOP from inside). */
  readonly byDefault: "ends" | "ends with core" | "ignored" | "stops" | "continues";
}

export const signals: readonly SignalFacts[] = [
  { signal: "SIGHUP", number: 1, byDefault: "ends" },
  { signal: "SIGINT", number: 2, byDefault: "ends" },
  { signal: "SIGQUIT", number: 3, byDefault: "ends with core" },
  { signal: "SIGILL", number: 4, byDefault: "ends with core" },
  { signal: "SIGTRAP", number: 5, byDefault: "ends with core" },
  { signal: "SIGABRT", number: 6, byDefault: "ends with core" },
  { signal: "SIGBUS", number: 7, byDefault: "ends with core" },
  { signal: "SIGFPE", number: 8, byDefault: "ends with core" },
  { signal: "SIGKILL", number: 9, byDefault: "ends" },
  { signal: "SIGUSR1", number: 10, byDefault: "ends" },
  { signal: "SIGSEGV", number: 11, byDefault: "ends with core" },
  { signal: "SIGUSR2", number: 12, byDefault: "ends" },
  { signal: "SIGPIPE", number: 13, byDefault: "ends" },
  { signal: "SIGALRM", number: 14, byDefault: "ends" },
  { signal: "SIGTERM", number: 15, byDefault: "ends" },
  { signal: "SIGSTKFLT", number: 16, byDefault: "ends" },
  { signal: "SIGCHLD", number: 17, byDefault: "ignored" },
  { signal: "SIGCONT", number: 18, byDefault: "continues" },
  { signal: "SIGSTOP", number: 19, byDefault: "stops" },
  { signal: "SIGTSTP", number: 20, byDefault: "stops" },
  { signal: "SIGTTIN", number: 21, byDefault: "stops" },
  { signal: "SIGTTOU", number: 22, byDefault: "stops" },
  { signal: "SIGURG", number: 23, byDefault: "ignored" },
  { signal: "SIGXCPU", number: 24, byDefault: "ends with core" },
  { signal: "SIGXFSZ", number: 25, byDefault: "ends with core" },
  { signal: "SIGVTALRM", number: 26, byDefault: "ends" },
  { signal: "SIGPROF", number: 27, byDefault: "ends" },
  { signal: "SIGWINCH", number: 28, byDefault: "ignored" },
  { signal: "SIGIO", number: 29, byDefault: "ends" },
  { signal: "SIGPWR", number: 30, byDefault: "ends" },
  { signal: "SIGSYS", number: 31, byDefault: "ends with core" },
];

export const signalByNumber = (number: number): SignalFacts | undefined =>
  signals.find((each) => each.number === number);

/** "TERM" and "SIGTERM" alike. */
export const signalByName = (name: string): SignalFacts | undefined =>
  signals.find((each) => each.signal === name || each.signal === `SIG${name}`);

/** Of an exit code over 128; a program may of course choose such a code itself. */
export const signalOfExitCode = (code: number): SignalFacts | undefined => signalByNumber(code - 128);
