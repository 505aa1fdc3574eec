import { type CodeAction, CodeActionKind } from 'vscode-languageserver-protocol';
import {
  editsFor,
  type Finding,
  ignoreCommentAbove,
  isIgnorable,
  literalGlob,
  maxPatternLength,
  pointerAt,
  someReason,
  type Text,
  text,
} from '../../../shared/index.ts';
import { canonical, folderOf, nameOf, pathInside } from '../../files/uris.ts';
import { profileFor, requestName } from '../../inspection/inspection.ts';
import type { Subject } from '../../inspection/subject.ts';
import type { FeatureContext } from '../feature.ts';
import { fileInProfile } from '../places.ts';
import { workspaceEdit } from './edits.ts';

/**
 * The fixes that keep a finding from being reported. Here: a comment above its line in a file that has comments, else an
 * entry in the lock profile. All with its code, in the folder or everywhere: an entry. None in a broken text, where the
 * finding may disappear by itself.
 */
export function ignoreFixes(subject: Subject, finding: Finding, scope: FeatureContext): CodeAction[] {
  const { inspection } = subject;
  if (!isIgnorable(finding.code) || inspection.document.errors.length > 0) return [];
  const hasComments = inspection.kind === 'profile' || nameOf(subject.text.uri).endsWith('.jsonc');
  const here =
    hasComments && hasLineAbove(subject, finding)
      ? byComment(subject, finding, scope)
      : hereByEntry(subject, finding, scope);
  const actions = [here, inFolder(subject, finding, scope), everywhere(subject, finding, scope)];
  const diagnostics = [scope.diagnosticOf(subject, finding)];
  return actions.flatMap((action) =>
    action ? [{ ...action, kind: CodeActionKind.QuickFix, diagnostics, isPreferred: false }] : [],
  );
}

/** A comment above the first line of a body would be outside of it. */
function hasLineAbove({ text, inspection }: Subject, { span }: Finding): boolean {
  const isContained = requestName(inspection) !== undefined;
  return !isContained || text.positionAt(span.start).line > text.positionAt(0).line;
}

function byComment(
  { text: document, inspection }: Subject,
  { code, span }: Finding,
  scope: FeatureContext,
): CodeAction | undefined {
  const edit = ignoreCommentAbove(inspection.document, span.start, code);
  return (
    edit && {
      title: scope.say(text`Ignore ${code} here`),
      edit: workspaceEdit(document.uri, [document.editAt(edit)], scope),
    }
  );
}

function hereByEntry(subject: Subject, { code, span }: Finding, scope: FeatureContext): CodeAction | undefined {
  const { text: document, inspection } = subject;
  const files = fileInProfile(profileFor(inspection), document.uri)?.files;
  if (files === undefined) return undefined;
  const request = requestName(inspection);
  const pointer = pointerAt(inspection.document, span);
  const where = { files, ...(request === undefined ? {} : { request }), pointer };
  return byEntry(subject, code, where, text`Ignore ${code} here, in the lock profile`, scope);
}

/** None where the folder is that of the profile: there it would be the same as everywhere. */
function inFolder(subject: Subject, { code }: Finding, scope: FeatureContext): CodeAction | undefined {
  const found = profileFor(subject.inspection);
  const folder = found && pathInside(folderOf(found.uri), folderOf(canonical(subject.text.uri)));
  if (!folder) return undefined;
  const files = `${literalGlob(folder)}/**`;
  return files.length > maxPatternLength
    ? undefined
    : byEntry(subject, code, { files }, text`Ignore ${code} in ${folder}`, scope);
}

function everywhere(subject: Subject, { code }: Finding, scope: FeatureContext): CodeAction | undefined {
  return byEntry(subject, code, {}, text`Ignore ${code} everywhere`, scope);
}

/** An entry in the profile that governs the file, if there is one that can be written to. */
function byEntry(
  { text: { uri }, inspection }: Subject,
  code: string,
  where: Readonly<Record<string, string>>,
  title: Text,
  scope: FeatureContext,
): CodeAction | undefined {
  const profile = fileInProfile(profileFor(inspection), uri);
  const value = { code, ...where, reason: someReason };
  const edits = profile && editsFor(profile.document, [{ op: 'append', path: ['ignore'], value }], () => undefined);
  if (!edits) return undefined;
  const textEdits = edits.map((each) => profile.text.editAt(each));
  return { title: scope.say(title), edit: workspaceEdit(profile.text.uri, textEdits, scope) };
}
