import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import {
  type Change,
  editsFor,
  type Finding,
  type Fix,
  generatePasscode,
  profileName,
  profileTemplate,
  text,
  writeAllStored,
} from '../../../shared/index.ts';
import { addMeetingKind, commands, fixAllKind, writeProfileKind } from '../../../shared/protocol.ts';
import { folderOf, isUntitled, join } from '../../files/uris.ts';
import type { Inspection, RequestInspection } from '../../inspection/inspect.ts';
import type { FeatureContext, Subject } from '../feature.ts';
import { workspaceEdit } from './edits.ts';
import { ignoreHere } from './ignoreHere.ts';

export const codeActionKinds = [CodeActionKind.QuickFix, fixAllKind, writeProfileKind, addMeetingKind];

export function codeActions(
  subject: Subject,
  { range, context }: CodeActionParams,
  scope: FeatureContext,
): CodeAction[] {
  const { inspection } = subject;
  const wants = (kind: string) => asksFor(context.only, kind);
  return [
    ...(wants(CodeActionKind.QuickFix) ? quickFixes(subject, range, scope) : []),
    ...(wants(addMeetingKind) ? addMeeting(subject, scope, { kind: addMeetingKind }) : []),
    ...(inspection.kind === 'request' && wants(fixAllKind) ? fixAll(subject, inspection, scope) : []),
    ...(inspection.kind === 'request' && wants(writeProfileKind) ? writeProfile(subject, inspection, scope) : []),
  ];
}

/** `only` names kinds and, with them, all kinds below: `source` asks for `source.fixAll.…`, the empty kind for all. */
function asksFor(only: readonly string[] | undefined, kind: string): boolean {
  return !only || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

function quickFixes(subject: Subject, range: Range, scope: FeatureContext): CodeAction[] {
  const { text, inspection } = subject;
  const start = text.offsetAt(range.start);
  const end = text.offsetAt(range.end);
  const here = inspection.findings.filter(({ span }) => span.start <= end && start <= span.end);
  const uncertain = here.filter(({ change }) => change?.certain === false);
  const diagnostics = uncertain.map((finding) => scope.diagnosticOf(subject, finding));
  return [
    ...here.flatMap((finding) => finding.fixes().flatMap((fix) => quickFix(subject, finding, fix, scope))),
    ...(uncertain.length > 0 ? addMeeting(subject, scope, { kind: CodeActionKind.QuickFix, diagnostics }) : []),
    ...here.flatMap((finding) => ignoreHere(subject, finding, scope)),
  ];
}

function quickFix(subject: Subject, finding: Finding, fix: Fix, scope: FeatureContext): CodeAction[] {
  const edit = editFor(subject, fix.changes, scope);
  if (!edit) return [];
  const diagnostics = [scope.diagnosticOf(subject, finding)];
  const isPreferred = fix.preferred ?? false;
  return [{ title: scope.say(fix.title), kind: CodeActionKind.QuickFix, diagnostics, isPreferred, edit }];
}

/** What the user ignores is left as it is. */
function fixAll(subject: Subject, { context, ignored }: RequestInspection, scope: FeatureContext): CodeAction[] {
  const fix = writeAllStored(
    context,
    ignored.flatMap(({ change }) => change?.field ?? []),
  );
  const edit = fix && editFor(subject, fix.changes, scope);
  return edit ? [{ title: scope.say(fix.title), kind: fixAllKind, edit }] : [];
}

/** What depends on the meeting before an update is certain once that is at hand. Its text comes from the editor's clipboard. */
function addMeeting(
  { text: { uri }, inspection }: Subject,
  { runsCommands, say }: FeatureContext,
  more: Pick<CodeAction, 'kind' | 'diagnostics'>,
): CodeAction[] {
  if (inspection.kind !== 'request' || !runsCommands || isUntitled(uri)) return [];
  const { file, context } = inspection;
  if (file.operation !== 'update' || context.meeting) return [];
  const title = say(text`Add the meeting file`);
  return [{ title, ...more, command: { title, command: commands.addMeeting, arguments: [uri] } }];
}

const writeTitle = text`Write a lock profile`;

function writeProfile(
  { text }: Subject,
  { file }: RequestInspection,
  { client, rootOf, say }: FeatureContext,
): CodeAction[] {
  if (file.profile || !client.createsFiles || isUntitled(text.uri)) return [];
  const uri = join(rootOf(text.uri) ?? folderOf(text.uri), profileName);
  const start = { line: 0, character: 0 };
  const edit: WorkspaceEdit = {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      {
        textDocument: { uri, version: null },
        edits: [{ range: { start, end: start }, newText: say(profileTemplate) }],
      },
    ],
  };
  return [{ title: say(writeTitle), kind: writeProfileKind, edit }];
}

function editFor(
  { text, inspection }: Subject,
  changes: readonly Change[],
  scope: FeatureContext,
): WorkspaceEdit | undefined {
  const { document } = inspection;
  const edits = editsFor(document, changes, () => generatePasscode(requirementOf(inspection), scope.random));
  return edits && workspaceEdit(text, edits, scope);
}

function requirementOf(inspection: Inspection) {
  return (inspection.kind === 'request' && inspection.context.profile?.passcodeRequirement) || {};
}
