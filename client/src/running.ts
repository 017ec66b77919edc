// What the commands may know of the extension at work.
import type * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

export interface Running {
  readonly output: vscode.LogOutputChannel;
  /** The client, once a document made it start. */
  client(): BaseLanguageClient | undefined;
  restart(): Promise<void>;
}
