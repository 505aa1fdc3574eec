import { type CodeAction, CodeActionKind } from 'vscode-languageserver-protocol';
import {
  editsFor,
  type Finding,
  ignoreCommentAbove,
  isIgnorable,
  pointerAt,
  someReason,
  text,
} from '../../../shared/index.ts';
import { nameOf } from '../../files/uris.ts';
import { profileFor, requestName } from '../../inspection/inspection.ts';
import type { Subject } from '../../inspection/subject.ts';
import type { FeatureContext } from '../feature.ts';
import { fileInProfile } from '../places.ts';
import { workspaceEdit } from './edits.ts';

/**
 * The fix that keeps a finding from being reported: a comment above its line in a file that has comments, else an entry in
 * the lock profile. None in a broken text, where the finding may disappear by itself.
 */
export function ignoreHere(subject: Subject, finding: Finding, scope: FeatureContext): CodeAction[] {
  const { inspection } = subject;
  if (!isIgnorable(finding.code) || inspection.document.errors.length > 0) return [];
  const hasComments = inspection.kind === 'profile' || nameOf(subject.text.uri).endsWith('.jsonc');
  const action =
    hasComments && hasLineAbove(subject, finding)
      ? byComment(subject, finding, scope)
      : byEntry(subject, finding, scope);
  if (!action) return [];
  const diagnostics = [scope.diagnosticOf(subject, finding)];
  return [{ ...action, kind: CodeActionKind.QuickFix, diagnostics, isPreferred: false }];
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

function byEntry(
  { text: { uri }, inspection }: Subject,
  { code, span }: Finding,
  scope: FeatureContext,
): CodeAction | undefined {
  const place = fileInProfile(profileFor(inspection), uri);
  if (!place) return undefined;
  const request = requestName(inspection);
  const pointer = pointerAt(inspection.document, span);
  const value = {
    code,
    files: place.files,
    ...(request === undefined ? {} : { request }),
    pointer,
    reason: someReason,
  };
  const edits = editsFor(place.document, [{ op: 'append', path: ['ignore'], value }], () => undefined);
  const title = scope.say(text`Ignore ${code} here, in the lock profile`);
  if (!edits) return undefined;
  const textEdits = edits.map((each) => place.text.editAt(each));
  return { title, edit: workspaceEdit(place.text.uri, textEdits, scope) };
}
