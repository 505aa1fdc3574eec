import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Change,
  editsFor,
  type Finding,
  type Fix,
  generatePasscode,
  profileName,
  profileTemplate,
  type Random,
  writeAllStored,
} from '../../shared/index.ts';
import { fixAllKind, writeProfileKind } from '../../shared/protocol.ts';
import { toTextEdit } from '../convert.ts';
import type { Inspection, RequestInspection } from '../inspect.ts';
import { folderOf, isUntitled, join } from '../uris.ts';

export interface ActionRequest {
  readonly text: TextDocument;
  readonly inspection: Inspection;
  readonly range: Range;
  /** The workspace folder, where a new profile belongs. */
  readonly root: string | undefined;
  /** The kinds that the client asks for; undefined: all. */
  readonly only: readonly string[] | undefined;
  readonly random: Random;
  /** What the client can do: create files, and mind versions in an edit. */
  readonly createsFiles: boolean;
  readonly versionsEdits: boolean;
  /** A finding as the client was told it. */
  readonly diagnosticOf: (finding: Finding) => Diagnostic;
}

export const codeActionKinds = [CodeActionKind.QuickFix, fixAllKind, writeProfileKind];

export function codeActions(request: ActionRequest): CodeAction[] {
  const { inspection } = request;
  return [
    ...(wants(request, CodeActionKind.QuickFix) ? quickFixes(request) : []),
    ...(inspection.kind === 'request' && wants(request, fixAllKind) ? fixAll(request, inspection) : []),
    ...(inspection.kind === 'request' && wants(request, writeProfileKind) ? writeProfile(request, inspection) : []),
  ];
}

/** `only` names kinds and, with them, all kinds below: `source` asks for `source.fixAll.…`, the empty kind for all. */
function wants({ only }: ActionRequest, kind: string): boolean {
  return !only || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

function quickFixes(request: ActionRequest): CodeAction[] {
  const { text, inspection, range } = request;
  const start = text.offsetAt(range.start);
  const end = text.offsetAt(range.end);
  const here = inspection.findings.filter(({ span }) => span.start <= end && start <= span.end);
  return here.flatMap((finding) => finding.fixes.flatMap((fix) => quickFix(request, finding, fix)));
}

function quickFix(request: ActionRequest, finding: Finding, fix: Fix): CodeAction[] {
  const edit = editFor(request, fix.changes);
  if (!edit) return [];
  const diagnostics: Diagnostic[] = [request.diagnosticOf(finding)];
  const isPreferred = fix.preferred ?? false;
  return [{ title: fix.title, kind: CodeActionKind.QuickFix, diagnostics, isPreferred, edit }];
}

function fixAll(request: ActionRequest, { context }: RequestInspection): CodeAction[] {
  const fix = writeAllStored(context);
  const edit = fix && editFor(request, fix.changes);
  return edit ? [{ title: fix.title, kind: fixAllKind, edit }] : [];
}

function writeProfile(request: ActionRequest, { file }: RequestInspection): CodeAction[] {
  if (file.profile || !request.createsFiles || isUntitled(request.text.uri)) return [];
  const uri = join(request.root ?? folderOf(request.text.uri), profileName);
  const start = { line: 0, character: 0 };
  const edit: WorkspaceEdit = {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: profileTemplate }] },
    ],
  };
  return [{ title: 'Write a lock profile', kind: writeProfileKind, edit }];
}

/** With the version that the edits were made for, where the client minds it, so that a late one is refused. */
function editFor(request: ActionRequest, changes: readonly Change[]): WorkspaceEdit | undefined {
  const { text, inspection, random, versionsEdits } = request;
  const { document } = inspection;
  const edits = editsFor(document, changes, () => generatePasscode(requirementOf(inspection), random));
  if (!edits) return undefined;
  const textEdits = edits.map((each) => toTextEdit(text, each));
  const { uri, version } = text;
  return versionsEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
    : { changes: { [uri]: textEdits } };
}

function requirementOf(inspection: Inspection) {
  return (inspection.kind === 'request' && inspection.context.profile?.passcodeRequirement) || {};
}
