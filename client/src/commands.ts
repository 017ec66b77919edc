// The commands of the palette. Each says clearly when there is nothing to do.
import * as vscode from "vscode";
import { rulePageUri } from "../../server/src/protocol.ts";
import { rulesWithPages } from "./rulePages.ts";
import type { Running } from "./running.ts";

export function registerCommands(context: vscode.ExtensionContext, running: Running): void {
  const register = (name: string, run: (argument?: unknown) => unknown): void => {
    context.subscriptions.push(vscode.commands.registerCommand(`podLifecycle.${name}`, run));
  };
  register("showOutput", () => running.output.show());
  register("restartServer", () => running.restart());
  register("openRulePage", () => openRulePage(context.extensionUri));
  register("turnRuleOff", (rule?: unknown) => turnRuleOff(context.extensionUri, rule));
  register("fixAll", () => fixAll(running));
}

async function openRulePage(extensionUri: vscode.Uri): Promise<void> {
  const rule = await vscode.window.showQuickPick(rulesWithPages(extensionUri), {
    placeHolder: vscode.l10n.t("Which rule do you want to read about?"),
  });
  if (rule !== undefined) await vscode.commands.executeCommand("vscode.open", vscode.Uri.parse(rulePageUri(rule)));
}

/** @param given the rule, when a quick fix asks; from the palette nothing */
async function turnRuleOff(extensionUri: vscode.Uri, given: unknown): Promise<void> {
  const rule =
    typeof given === "string"
      ? given
      : await vscode.window.showQuickPick(rulesWithPages(extensionUri), {
          placeHolder: vscode.l10n.t("Which rule do you want to turn off?"),
        });
  if (rule === undefined) return;
  const configuration = vscode.workspace.getConfiguration("podLifecycle");
  const known = configuration.inspect<Record<string, string>>("rules");
  const inWorkspace = vscode.workspace.workspaceFolders !== undefined;
  // Only what stands there already: the value of all levels together would copy the user's own rules into the workspace.
  const own = inWorkspace ? known?.workspaceValue : known?.globalValue;
  const target = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await configuration.update("rules", { ...own, [rule]: "off" }, target);
  void vscode.window.showInformationMessage(
    inWorkspace
      ? vscode.l10n.t("The rule {0} is off in this workspace now: podLifecycle.rules in its settings.", rule)
      : vscode.l10n.t("The rule {0} is off now: podLifecycle.rules in your settings.", rule),
  );
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
