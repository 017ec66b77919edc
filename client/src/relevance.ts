// Which documents may hold a pod, told by a glance at their text: other YAML costs nothing.
import type * as vscode from "vscode";

export const languages = ["yaml", "json", "helm"];

const header = /(?:^|[\s"'{,])(?:apiVersion|kind)(?:["']?\s*:)/;

/** An empty YAML document may become one: it is offered whole manifests. */
export function couldHoldPod(document: vscode.TextDocument): boolean {
  if (!languages.includes(document.languageId)) return false;
  const text = document.getText();
  if (text.trim() === "") return document.languageId === "yaml";
  return header.test(text);
}

/** The same of a document that could not before the change: only the changed lines are looked at. */
export function couldHoldPodNow({ document, contentChanges }: vscode.TextDocumentChangeEvent): boolean {
  if (!languages.includes(document.languageId)) return false;
  return contentChanges.some(({ range, text }) => {
    const last = Math.min(range.start.line + text.split("\n").length, document.lineCount) - 1;
    for (let line = range.start.line; line <= last; line++) if (header.test(document.lineAt(line).text)) return true;
    return false;
  });
}
