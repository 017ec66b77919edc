// Shows a rule's page inside VS Code: the diagnostics' codes link to it under a scheme of our own.
import * as vscode from "vscode";
import { rulePageScheme } from "../../server/src/protocol.ts";

export function registerRulePages(context: vscode.ExtensionContext): void {
  const folder = vscode.Uri.joinPath(context.extensionUri, "dist", "rules");
  const read = async (name: string): Promise<string | undefined> =>
    Promise.resolve(vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name))).then(
      (bytes) => new TextDecoder().decode(bytes),
      () => undefined,
    );
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(rulePageScheme, {
      async provideTextDocumentContent(uri) {
        const id = uri.path.replace(/^\/|\.md$/g, "");
        if (!/^[a-z0-9-]+$/.test(id)) return vscode.l10n.t("There is no rule of this name.");
        const translated = vscode.env.language.toLowerCase() === "zh-cn" ? await read(`${id}.zh-cn.md`) : undefined;
        return translated ?? (await read(`${id}.md`)) ?? vscode.l10n.t("There is no page for the rule {0}.", id);
      },
    }),
  );
}

/** The ids of all rules that have a page, in the order of the alphabet. */
export async function rulesWithPages(extensionUri: vscode.Uri): Promise<string[]> {
  const files = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(extensionUri, "dist", "rules"));
  return files
    .map(([name]) => name)
    .filter((name) => /^[a-z0-9-]+\.md$/.test(name))
    .map((name) => name.slice(0, -3))
    .sort();
}
