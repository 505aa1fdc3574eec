import { type CodeAction, CodeActionKind, type CodeActionParams, type Range } from 'vscode-languageserver-protocol';
import { type Finding, type Fix, settlingEdit, text } from '../../../shared/index.ts';
import { addMeetingKind, commands, fixAllKind, writeProfileKind, writeStoredKind } from '../../../shared/protocol.ts';
import { isUntitled } from '../../files/uris.ts';
import { requestSubjects, type Subject } from '../../inspection/subject.ts';
import { overlaps } from '../../inspection/textView.ts';
import type { FeatureContext, FileSubject } from '../feature.ts';
import { editsOf, workspaceEdit } from './edits.ts';
import { ignoreFixes } from './ignoreFixes.ts';
import { describeAccount, writeProfile } from './profileActions.ts';
import { asksToWriteStored, fixAll, writeStored } from './sourceActions.ts';

export const codeActionKinds = [CodeActionKind.QuickFix, fixAllKind, writeStoredKind, writeProfileKind, addMeetingKind];

export function codeActions(
  file: FileSubject,
  { range, context: asked }: CodeActionParams,
  context: FeatureContext,
): CodeAction[] | undefined {
  if (file.subjects.length === 0) return undefined;
  const wants = (kind: string) => asksFor(asked.only, kind);
  const here = file.subjects.filter(({ text }) => overlaps(text, range));
  const requests = requestSubjects(file.subjects);
  return [
    ...(wants(CodeActionKind.QuickFix) ? quickFixes(here, range, context) : []),
    ...(wants(CodeActionKind.QuickFix) ? describeAccount(requestSubjects(here), range, context) : []),
    ...(wants(CodeActionKind.QuickFix) ? here.flatMap((each) => settling(each, context)) : []),
    ...(wants(addMeetingKind) ? addMeeting(requests, context, { kind: addMeetingKind }) : []),
    ...(wants(fixAllKind) ? fixAll(file.uri, requests, context) : []),
    ...(asksToWriteStored(asked) ? writeStored(file.uri, requests, context) : []),
    ...(wants(writeProfileKind) ? writeProfile(requests, context) : []),
  ];
}

/** Comments that say what nothing else in the file says. */
function settling({ text: view, inspection }: Subject, context: FeatureContext): CodeAction[] {
  if (inspection.kind !== 'request' || !inspection.file.isEither) return [];
  const titles = [
    ['create', text`Add a comment: this creates a meeting`],
    ['update', text`Add a comment: this updates a meeting`],
  ] as const;
  return titles.flatMap(([operation, title]) => {
    const comment = settlingEdit(inspection, operation);
    const edit = comment && workspaceEdit(view.uri, [view.fileEdit(comment)], context);
    return edit ? [{ title: context.say(title), kind: CodeActionKind.QuickFix, edit }] : [];
  });
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
    ...(uncertain.length > 0 ? addMeeting([subject], context, { kind: CodeActionKind.QuickFix, diagnostics }) : []),
    ...fixes.slice(0, mostFixes).flatMap(({ finding, fix }) => quickFix(subject, finding, fix, context)),
    ...ignoreFixes(subject, findings, context),
  ];
}

function quickFix(subject: Subject, finding: Finding, fix: Fix, context: FeatureContext): CodeAction[] {
  const made = editsOf(subject, fix.changes, context);
  if (!made) return [];
  const diagnostics = [context.diagnosticOf(subject, finding)];
  // What depends on the meeting should be looked up rather than avoided.
  const isCertain = finding.change?.certain !== false || !lacksMeeting(subject);
  const isPreferred = isCertain && fix.preferred === true;
  const title = context.say(fix.title);
  const { uri } = subject.text;
  const edit = workspaceEdit(uri, made.edits, context);
  const action = { title, kind: CodeActionKind.QuickFix, diagnostics, isPreferred, edit };
  const line = made.passcodeLine;
  if (line === undefined || !context.runsCommands) return [action];
  // The user has to see it to enter it.
  return [{ ...action, command: { title, command: commands.showLine, arguments: [uri, line + 1] } }];
}

/** Findings that depend on the meeting before an update become certain once it is known. The editor's command asks for it. */
function addMeeting(
  subjects: readonly Subject[],
  { runsCommands, say }: FeatureContext,
  more: Pick<CodeAction, 'kind' | 'diagnostics'>,
): CodeAction[] {
  const update = subjects.find((each) => lacksMeeting(each) && hasPlace(each));
  if (!update || !runsCommands || isUntitled(update.text.uri)) return [];
  const title = say(text`Add the meeting file`);
  return [{ title, ...more, command: { title, command: commands.addMeeting, arguments: [update.text.uri] } }];
}

/** The URL of an update may leave open which meeting it is. */
function hasPlace({ inspection }: Subject): boolean {
  return inspection.kind === 'request' && inspection.file.meetingPlaces.length > 0;
}

function lacksMeeting({ inspection }: Subject): boolean {
  return inspection.kind === 'request' && inspection.file.operation === 'update' && !inspection.context.meeting;
}
