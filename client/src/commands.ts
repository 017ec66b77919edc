// The commands of the palette. Each says clearly when there is nothing to do.
import * as vscode from "vscode";
import { rulePageUri } from "../../server/src/protocol.ts";
import type { Running } from "./activate.ts";
import { rulesWithPages } from "./rulePages.ts";

export function registerCommands(context: vscode.ExtensionContext, running: Running): void {
  const register = (name: string, run: () => unknown): void => {
    context.subscriptions.push(vscode.commands.registerCommand(`podLifecycle.${name}`, run));
  };
  register("showOutput", () => running.output.show());
  register("restartServer", () => running.restart());
  register("openRulePage", () => openRulePage(context.extensionUri));
  register("fixAll", () => fixAll(running));
}

async function openRulePage(extensionUri: vscode.Uri): Promise<void> {
  const rule = await vscode.window.showQuickPick(rulesWithPages(extensionUri), {
    placeHolder: vscode.l10n.t("Which rule do you want to read about?"),
  });
  if (rule !== undefined) await vscode.commands.executeCommand("vscode.open", vscode.Uri.parse(rulePageUri(rule)));
}

async function fixAll(running: Running): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("Open a manifest first: there is no editor to fix anything in."),
    );
    return;
  }
  if (!running.client()) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("No Kubernetes manifest is open, so there is nothing to fix."),
    );
    return;
  }
  const { document } = editor;
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    whole,
    "source.fixAll.podLifecycle",
  );
  const edit = actions.find((each) => each.edit)?.edit;
  if (!edit) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("Pod Lifecycle has nothing here that it can fix by itself."),
    );
    return;
  }
  await vscode.workspace.applyEdit(edit);
}
