// What a user does, done in a real VS Code: the same tests in the Node host and in the web worker host.
import * as vscode from "vscode";
import { equal, untilDefined } from "./helpers.ts";
import { broken, fixedPort, kubernetesModeline } from "./manifests.ts";

const source = "pod-lifecycle";

let shown = 0;

/** A text of its own name, typed into an empty file. VS Code gives the name of a closed untitled text to the next one, and seldom the findings were then the old text's (why was not found). */
async function show(content: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(`untitled:manifest-${++shown}.yaml`));
  const editor = await vscode.window.showTextDocument(document);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), content));
  return editor;
}

const findings = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter((each) => each.source === source);

const ruleOf = ({ code }: vscode.Diagnostic): string => String(typeof code === "object" ? code.value : code);

async function untilRules(uri: vscode.Uri, wanted: readonly string[]): Promise<vscode.Diagnostic[]> {
  const read = () => findings(uri).map(ruleOf).sort();
  return untilDefined(
    () => (read().join() === [...wanted].sort().join() ? findings(uri) : undefined),
    () => `findings are ${read().join() || "none"}, not ${wanted.join() || "none"}`,
    vscode.languages.onDidChangeDiagnostics,
  );
}

/** An applied edit reaches the extension host's copy of the text a moment later. */
async function untilText(document: vscode.TextDocument, text: string): Promise<void> {
  await untilDefined(
    () => (document.getText() === text ? true : undefined),
    () => `the text is ${JSON.stringify(document.getText())}`,
    vscode.workspace.onDidChangeTextDocument,
  );
}

/** Seldom VS Code answers the first question about a text just opened with nothing (why was not found); its lamp asks again, and so does this. */
async function untilAction<T>(
  document: vscode.TextDocument,
  finding: vscode.Diagnostic | undefined,
  pick: (action: vscode.CodeAction) => T | undefined,
): Promise<T> {
  return untilDefined(
    async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        document.uri,
        finding?.range,
        "quickfix",
      );
      return actions.map(pick).find((each) => each !== undefined);
    },
    () => "the lamp does not offer it",
  );
}

export function suite(): void {
  describe("Pod Lifecycle in VS Code", () => {
    afterEach(async () => {
      await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
      // The next untitled text may get the same name: what was found in this one must not be taken for its own.
      await untilDefined(
        () =>
          vscode.languages.getDiagnostics().every(([, list]) => list.every((each) => each.source !== source))
            ? true
            : undefined,
        () => "findings of a closed text stay",
        vscode.languages.onDidChangeDiagnostics,
      );
    });

    it("marks what the API server refuses, with a link to the rule's page", async () => {
      const { document } = await show(broken);
      const [finding] = await untilRules(document.uri, ["port-quoted-number"]);
      equal(document.getText(finding?.range), '"8080"');
      equal(finding?.severity, vscode.DiagnosticSeverity.Error);
      const target = typeof finding?.code === "object" ? finding.code.target : undefined;
      equal(target?.toString(), "pod-lifecycle-rule:/port-quoted-number.md");
      const page = await vscode.workspace.openTextDocument(target ?? document.uri);
      equal(page.getText().startsWith("# port-quoted-number\n"), true);
    });

    it("applies the preferred fix and the finding goes", async () => {
      const { document } = await show(broken);
      const [finding] = await untilRules(document.uri, ["port-quoted-number"]);
      const edit = await untilAction(document, finding, (each) => (each.isPreferred ? each.edit : undefined));
      await vscode.workspace.applyEdit(edit);
      await untilText(document, fixedPort);
      await untilRules(document.uri, []);
    });

    it("fixes everything in the file by command", async () => {
      const { document } = await show(broken);
      await untilRules(document.uri, ["port-quoted-number"]);
      await vscode.commands.executeCommand("podLifecycle.fixAll");
      await untilText(document, fixedPort);
    });

    it("follows the typing", async () => {
      const editor = await show(fixedPort);
      await untilRules(editor.document.uri, []);
      const at = editor.document.getText().indexOf("periodSeconds: 5");
      await editor.edit((edit) => edit.insert(editor.document.positionAt(at), "schedule: 5\n            "));
      await untilRules(editor.document.uri, ["unknown-field"]);
      await vscode.commands.executeCommand("undo");
      await untilRules(editor.document.uri, []);
    });

    it("explains a field on hover", async () => {
      const { document } = await show(fixedPort);
      await untilRules(document.uri, []);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        "vscode.executeHoverProvider",
        document.uri,
        document.positionAt(document.getText().indexOf("periodSeconds") + 3),
      );
      const text = hovers.flatMap((each) =>
        each.contents.map((part) => (typeof part === "string" ? part : part.value)),
      );
      equal(text.join("\n").includes("**`periodSeconds`** integer"), true);
      equal(text.join("\n").includes("Default: `10`."), true);
    });

    it("completes a field in half-typed text, at the right indentation", async () => {
      const editor = await show(`${fixedPort}          readi`);
      const { document } = editor;
      const end = document.positionAt(document.getText().length);
      editor.selection = new vscode.Selection(end, end);
      const item = await untilDefined(
        async () => {
          const list = await vscode.commands.executeCommand<vscode.CompletionList>(
            "vscode.executeCompletionItemProvider",
            document.uri,
            end,
          );
          return list.items.find(
            (each) => (typeof each.label === "string" ? each.label : each.label.label) === "readinessProbe",
          );
        },
        () => "readinessProbe is not offered",
      );
      const { range, insertText } = item;
      if (!range) throw new Error("the completion has no range");
      const replaced = range instanceof vscode.Range ? range : range.replacing;
      await editor.edit((edit) =>
        edit.replace(replaced, typeof insertText === "string" ? insertText : (insertText?.value ?? "")),
      );
      await untilText(document, `${fixedPort}          readinessProbe:\n            `);
    });

    it("outlines containers and their probes", async () => {
      const { document } = await show(fixedPort);
      const symbols = await untilDefined(
        async () => {
          const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
            "vscode.executeDocumentSymbolProvider",
            document.uri,
          );
          return found?.length ? found : undefined;
        },
        () => "there is no outline",
      );
      const names = (list: readonly vscode.DocumentSymbol[]): string[] =>
        list.flatMap((each) => [each.name, ...names(each.children)]);
      for (const name of ["web", "livenessProbe"]) equal(names(symbols).includes(name), true);
    });

    it("inserts a snippet at the cursor's indentation", async () => {
      const editor = await show(fixedPort + " ".repeat(10));
      const { document } = editor;
      const end = document.positionAt(document.getText().length);
      editor.selection = new vscode.Selection(end, end);
      await vscode.commands.executeCommand("editor.action.insertSnippet", {
        langId: "yaml",
        name: "readinessProbe-tcpSocket",
      });
      await untilDefined(
        () => (document.getText().length > fixedPort.length + 20 ? true : undefined),
        () => "nothing was inserted",
        vscode.workspace.onDidChangeTextDocument,
      );
      const added = document.getText().slice(fixedPort.length);
      equal(added.startsWith("          readinessProbe:\n            tcpSocket:\n              port: "), true);
    });

    it("gives the schema's findings where nobody else does, and not when they are turned off", async () => {
      // Red Hat's extension is not there, so its modeline silences nothing.
      const { document } = await show(`${kubernetesModeline}${broken}colour: red\n`);
      const both = ["port-quoted-number", "unknown-field"];
      await untilRules(document.uri, both);
      const settings = vscode.workspace.getConfiguration("podLifecycle");
      try {
        await settings.update("schemaDiagnostics", "off", vscode.ConfigurationTarget.Global);
        await untilRules(document.uri, ["port-quoted-number"]);
      } finally {
        await settings.update("schemaDiagnostics", undefined, vscode.ConfigurationTarget.Global);
      }
      await untilRules(document.uri, both);
    });

    it("turns a rule off in the workspace's settings, beside what stands there", async () => {
      const { document } = await show(broken);
      const [finding] = await untilRules(document.uri, ["port-quoted-number"]);
      const command = await untilAction(document, finding, (each) => each.command);
      const rules = () => vscode.workspace.getConfiguration("podLifecycle").inspect("rules")?.workspaceValue;
      const before = rules();
      await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
      // A rule that left the place to it speaks now.
      await untilRules(document.uri, ["port-name-invalid"]);
      equal(JSON.stringify(rules()), JSON.stringify({ ...(before ?? {}), "port-quoted-number": "off" }));
      const configuration = vscode.workspace.getConfiguration("podLifecycle");
      await configuration.update("rules", before, vscode.ConfigurationTarget.Workspace);
      await untilRules(document.uri, ["port-quoted-number"]);
    });

    it("leaves other YAML alone", async () => {
      const { document } = await show("name: build\non: [push]\njobs:\n  a: 1\n  a: 2\n");
      await show(broken).then(({ document: other }) => untilRules(other.uri, ["port-quoted-number"]));
      equal(findings(document.uri).length, 0);
    });
  });
}
