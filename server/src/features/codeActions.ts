// Quick fixes: a finding is recognised by its rule and place, never by its message.
import * as l10n from "@vscode/l10n";
import type { CodeAction, Range } from "vscode-languageserver-types";
import { offsetAt, rangeOf } from "../text/lines.ts";
import type { TextEdit } from "../text/span.ts";
import {
  type FileFinding,
  findingsOf,
  fixEdits,
  preferredEdits,
  type SourceFile,
  withoutRepeats,
} from "../workspace/file.ts";
import { ignoreHere } from "../workspace/ignoreHere.ts";
import { diagnostic } from "./diagnostics.ts";

export const fixAllKind = "source.fixAll.podLifecycle";
export const codeActionKinds = ["quickfix", fixAllKind];

export interface CodeActionContext {
  readonly uri: string;
  /** Kinds that the editor asks for; undefined: all. */
  readonly only: readonly string[] | undefined;
  readonly pageOf: (rule: string) => string | undefined;
  /** Command of the client that turns a rule off in its settings. Without it that is not offered. */
  readonly turnRuleOffCommand?: string;
}

export function codeActions(file: SourceFile, range: Range, context: CodeActionContext): CodeAction[] {
  const wants = (kind: string) =>
    context.only === undefined || context.only.some((each) => kind === each || kind.startsWith(`${each}.`));
  const findings = findingsOf(file);
  const actions: CodeAction[] = [];
  if (wants("quickfix")) {
    const start = offsetAt(file.chunked.lines, range.start);
    const end = offsetAt(file.chunked.lines, range.end);
    const here = findings.filter((each) => each.start <= end && each.end >= start);
    actions.push(...here.flatMap((finding) => quickFixes(file, finding, context)));
    actions.push(...rulesWithMany(here, findings).flatMap((rule) => fixAllOfRule(file, rule, findings, context)));
    actions.push(...withoutRepeats(here).flatMap((finding) => silencers(file, finding, context)));
  }
  // Only when asked for by name: a lamp that always offers it would say nothing.
  if (context.only?.some((each) => fixAllKind === each || fixAllKind.startsWith(`${each}.`))) {
    const edits = preferredEdits(findings);
    if (edits.length > 0)
      actions.push({
        title: l10n.t("Fix all Pod Lifecycle findings"),
        kind: fixAllKind,
        edit: workspaceEdit(file, context.uri, edits),
      });
  }
  return actions;
}

function quickFixes(file: SourceFile, finding: FileFinding, context: CodeActionContext): CodeAction[] {
  return finding.fixes.flatMap((fix) => {
    const edits = fixEdits(finding, fix);
    if (!edits) return [];
    return {
      title: fix.title,
      kind: "quickfix",
      diagnostics: [diagnostic(file, finding, context.pageOf)],
      edit: workspaceEdit(file, context.uri, edits),
      isPreferred: fix.preferred,
    };
  });
}

/** For who knows better than the rule: here, or everywhere. */
function silencers(file: SourceFile, finding: FileFinding, context: CodeActionContext): CodeAction[] {
  const { rule } = finding;
  const actions: CodeAction[] = [];
  const diagnostics = [diagnostic(file, finding, context.pageOf)];
  const edits = ignoreHere(file, finding);
  if (edits) {
    const edit = workspaceEdit(file, context.uri, edits);
    actions.push({ title: l10n.t("Ignore here: {0}", rule), kind: "quickfix", diagnostics, edit });
  }
  if (context.turnRuleOffCommand !== undefined) {
    const title = l10n.t("Turn off the rule {0}", rule);
    const command = { title, command: context.turnRuleOffCommand, arguments: [rule] };
    actions.push({ title, kind: "quickfix", diagnostics, command });
  }
  return actions;
}

function rulesWithMany(here: readonly FileFinding[], all: readonly FileFinding[]): string[] {
  return [...new Set(here.map((each) => each.rule))].filter(
    (rule) => all.filter((each) => each.rule === rule && each.fixes.some((fix) => fix.preferred)).length > 1,
  );
}

function fixAllOfRule(
  file: SourceFile,
  rule: string,
  findings: readonly FileFinding[],
  context: CodeActionContext,
): CodeAction[] {
  const edits = preferredEdits(findings.filter((each) => each.rule === rule));
  if (edits.length === 0) return [];
  return [
    {
      title: l10n.t("Fix all “{0}” in this file", rule),
      kind: "quickfix",
      edit: workspaceEdit(file, context.uri, edits),
    },
  ];
}

function workspaceEdit(file: SourceFile, uri: string, edits: readonly TextEdit[]): NonNullable<CodeAction["edit"]> {
  return {
    changes: { [uri]: edits.map((edit) => ({ range: rangeOf(file.chunked.lines, edit.span), newText: edit.newText })) },
  };
}
