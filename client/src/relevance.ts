// Which documents may hold a pod, told by a glance at their text: other YAML costs nothing.
import type * as vscode from "vscode";

export const languages = ["yaml", "json", "helm"];

/** An empty YAML document may become one: it is offered whole manifests. */
export function couldHoldPod(document: vscode.TextDocument): boolean {
  if (!languages.includes(document.languageId)) return false;
  const text = document.getText();
  if (text.trim() === "") return document.languageId === "yaml";
  return /(?:^|[\s"'{,])(?:apiVersion|kind)(?:["']?\s*:)/.test(text);
}
