// Shows a rule's page inside VS Code: the diagnostics' codes link to it under a scheme of our own.
import * as vscode from "vscode";
import { rulePageScheme } from "../../server/src/protocol.ts";

export function registerRulePages(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(rulePageScheme, {
      async provideTextDocumentContent(uri) {
        const id = uri.path.replace(/^\/|\.md$/g, "");
        const pages = await readPages(
          context.extensionUri,
          vscode.env.language.toLowerCase() === "zh-cn" ? "zh-cn" : "en",
        );
        return pages.get(id) ?? vscode.l10n.t("There is no page for the rule {0}.", id);
      },
    }),
  );
}

/** The ids of all rules that have a page, in the order of the alphabet. */
export async function rulesWithPages(extensionUri: vscode.Uri): Promise<string[]> {
  return [...(await readPages(extensionUri, "en")).keys()].sort();
}

/** Rule id → page. One file a language: a package of two hundred small ones would be much larger. */
async function readPages(extensionUri: vscode.Uri, locale: "en" | "zh-cn"): Promise<ReadonlyMap<string, string>> {
  const file = vscode.Uri.joinPath(extensionUri, "dist", `rules.${locale}.json`);
  const pages: Record<string, string> = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
  return new Map(Object.entries(pages));
}
