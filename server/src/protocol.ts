// What client and server say to each other beyond LSP. Both halves import these types; nothing else is shared.

/** `initializationOptions`. Every part may be missing: other editors send none of them. */
export interface InitializationOptions {
  /** BCP 47, as the editor shows itself: `en`, `zh-cn`. */
  readonly locale?: string;
  /** English → translation, as in l10n/bundle.l10n.*.json. */
  readonly l10n?: Readonly<Record<string, string>>;
  /** The client answers `existsRequest` and `readRequest`; else the server reads the disk itself. */
  readonly fileAccess?: boolean;
  /** Command of the client that shows completions again: run after a key whose value is one of a few words. Without it nothing is run. */
  readonly suggestCommand?: string;
  /** Command of the client that writes `off` for a rule, its one argument, into the settings. Without it that is not offered. */
  readonly turnRuleOffCommand?: string;
}

/** Server → client, `{ uri }` → boolean. The workspace's own file system, so that it works in the browser too. */
export const existsRequest = "podLifecycle/exists";
/** Server → client, `{ uri }` → text, or null when it cannot be read. */
export const readRequest = "podLifecycle/read";
export interface FileParams {
  readonly uri: string;
}

/** Client → server, `SchemaFiles`: sent again whenever it changes. Other editors never send it. */
export const schemaFilesNotification = "podLifecycle/schemaFiles";
/** The open files in which another extension draws what Kubernetes' JSON schema gives. */
export interface SchemaFiles {
  readonly uris: readonly string[];
}

/** Scheme of a rule's page: `pod-lifecycle-rule:/probe-handler-count.md`. */
export const rulePageScheme = "pod-lifecycle-rule";
export const rulePageUri = (rule: string): string => `${rulePageScheme}:/${rule}.md`;
