import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Range,
  type TextEdit,
} from 'vscode-languageserver-protocol';
import {
  type Change,
  editsFor,
  type Finding,
  type Fix,
  generatePasscode,
  text,
  writeAllStored,
} from '../../../shared/index.ts';
import { addMeetingKind, commands, fixAllKind, writeProfileKind } from '../../../shared/protocol.ts';
import { isUntitled } from '../../files/uris.ts';
import type { Inspection } from '../../inspection/inspection.ts';
import { type RequestSubject, requestSubjects, type Subject } from '../../inspection/subject.ts';
import { overlaps } from '../../inspection/textView.ts';
import type { FeatureContext, FileSubject } from '../feature.ts';
import { workspaceEdit } from './edits.ts';
import { ignoreHere } from './ignoreHere.ts';
import { describeAccount, writeProfile } from './profileActions.ts';

export const codeActionKinds = [CodeActionKind.QuickFix, fixAllKind, writeProfileKind, addMeetingKind];

export function codeActions(
  file: FileSubject,
  { range, context: { only } }: CodeActionParams,
  context: FeatureContext,
): CodeAction[] | undefined {
  if (file.subjects.length === 0) return undefined;
  const wants = (kind: string) => asksFor(only, kind);
  const here = file.subjects.filter(({ text }) => overlaps(text, range));
  const requests = requestSubjects(file.subjects);
  return [
    ...(wants(CodeActionKind.QuickFix) ? quickFixes(here, range, context) : []),
    ...(wants(CodeActionKind.QuickFix) ? describeAccount(requestSubjects(here), range, context) : []),
    ...(wants(addMeetingKind) ? addMeeting(requests, context, { kind: addMeetingKind }) : []),
    ...(wants(fixAllKind) ? fixAll(file.uri, requests, context) : []),
    ...(wants(writeProfileKind) ? writeProfile(requests, context) : []),
  ];
}

/** Each kind in `only` includes its subkinds: `source` asks for `source.fixAll.…`, the empty kind for everything. */
function asksFor(only: readonly string[] | undefined, kind: string): boolean {
  return !only || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

/** A longer list is of no use, and each fix is worked out over the whole text. Matters when everything is selected. */
const mostFixes = 100;

function quickFixes(subjects: readonly Subject[], range: Range, context: FeatureContext): CodeAction[] {
  const found = subjects.map((subject) => ({ subject, findings: findingsIn(subject, range) }));
  const first = new Set(found.flatMap(({ findings }) => findings).slice(0, mostFixes));
  return found.flatMap(({ subject, findings }) =>
    fixesOf(
      subject,
      findings.filter((each) => first.has(each)),
      context,
    ),
  );
}

function findingsIn({ text, inspection }: Subject, range: Range): readonly Finding[] {
  const start = text.offsetAt(range.start);
  const end = text.offsetAt(range.end);
  return inspection.findings.filter(({ span }) => span.start <= end && start <= span.end);
}

function fixesOf(subject: Subject, findings: readonly Finding[], context: FeatureContext): CodeAction[] {
  const uncertain = findings.filter(({ change }) => change?.certain === false);
  const diagnostics = uncertain.map((finding) => context.diagnosticOf(subject, finding));
  const fixes = findings.flatMap((finding) => finding.fixes().map((fix) => ({ finding, fix })));
  return [
    ...fixes.slice(0, mostFixes).flatMap(({ finding, fix }) => quickFix(subject, finding, fix, context)),
    ...(uncertain.length > 0 ? addMeeting([subject], context, { kind: CodeActionKind.QuickFix, diagnostics }) : []),
    ...findings.flatMap((finding) => ignoreHere(subject, finding, context)),
  ];
}

function quickFix(subject: Subject, finding: Finding, fix: Fix, context: FeatureContext): CodeAction[] {
  const edits = editsOf(subject, fix.changes, context);
  if (!edits) return [];
  const diagnostics = [context.diagnosticOf(subject, finding)];
  const isPreferred = fix.preferred ?? false;
  const edit = workspaceEdit(subject.text.uri, edits, context);
  return [{ title: context.say(fix.title), kind: CodeActionKind.QuickFix, diagnostics, isPreferred, edit }];
}

/** One edit for all requests of the file. Fields whose findings are ignored stay as they are. */
function fixAll(uri: string, requests: readonly RequestSubject[], context: FeatureContext): CodeAction[] {
  const fixes = requests.flatMap((subject) => {
    const { inspection } = subject;
    const ignored = inspection.ignored.flatMap(({ change }) => change?.field ?? []);
    const fix = writeAllStored(inspection.context, ignored);
    const edits = fix && editsOf(subject, fix.changes, context);
    return edits ? [{ title: fix.title, edits }] : [];
  });
  const [first] = fixes;
  if (!first) return [];
  const edit = workspaceEdit(
    uri,
    fixes.flatMap(({ edits }) => edits),
    context,
  );
  return [{ title: context.say(first.title), kind: fixAllKind, edit }];
}

/** Findings that depend on the meeting before an update become certain once it is known. The editor's command asks for it. */
function addMeeting(
  subjects: readonly Subject[],
  { runsCommands, say }: FeatureContext,
  more: Pick<CodeAction, 'kind' | 'diagnostics'>,
): CodeAction[] {
  const update = subjects.find(lacksMeeting);
  if (!update || !runsCommands || isUntitled(update.text.uri)) return [];
  const title = say(text`Add the meeting file`);
  return [{ title, ...more, command: { title, command: commands.addMeeting, arguments: [update.text.uri] } }];
}

function lacksMeeting({ inspection }: Subject): boolean {
  return inspection.kind === 'request' && inspection.file.operation === 'update' && !inspection.context.meeting;
}

function editsOf(
  { text, inspection }: Subject,
  changes: readonly Change[],
  { random }: FeatureContext,
): readonly TextEdit[] | undefined {
  const { document } = inspection;
  const edits = editsFor(document, changes, () => generatePasscode(requirementOf(inspection), random));
  return edits?.map((each) => text.editAt(each));
}

function requirementOf(inspection: Inspection) {
  return (inspection.kind === 'request' && inspection.context.profile?.passcodeRequirement) || {};
}
