// A mistake in how the command line was called: shown as one sentence, exit code 2.
export class UsageError extends Error {}
