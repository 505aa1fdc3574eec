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
import { canonical, folderOf, pathInside } from '../../files/uris.ts';
import { profileFor, requestName } from '../../inspection/inspection.ts';
import type { Subject } from '../../inspection/subject.ts';
import type { FeatureContext } from '../feature.ts';
import { fileInProfile } from '../places.ts';
import { workspaceEdit } from './edits.ts';

type IgnoreFix = Pick<CodeAction, 'title' | 'edit'>;

/**
 * The fixes that keep findings from being reported. Here, for each: a comment above its line in a file that has comments,
 * else an entry in the lock profile. In the folder and everywhere, for each code: an entry. None in a broken text, where
 * findings may disappear by themselves.
 */
export function ignoreFixes(subject: Subject, findings: readonly Finding[], context: FeatureContext): CodeAction[] {
  if (subject.inspection.document.errors.length > 0) return [];
  const ignorable = findings.filter(({ code }) => isIgnorable(code));
  const asFix = (fix: IgnoreFix | undefined, those: readonly Finding[]): CodeAction[] => {
    const diagnostics = those.map((each) => context.diagnosticOf(subject, each));
    return fix ? [{ ...fix, kind: CodeActionKind.QuickFix, diagnostics, isPreferred: false }] : [];
  };
  return [
    ...ignorable.flatMap((finding) => asFix(ignoreHere(subject, finding, context), [finding])),
    ...[...new Set(ignorable.map(({ code }) => code))].flatMap((code) => {
      const those = ignorable.filter((each) => each.code === code);
      return [inFolder(subject, code, context), everywhere(subject, code, context)].flatMap((fix) => asFix(fix, those));
    }),
  ];
}

function ignoreHere(subject: Subject, finding: Finding, context: FeatureContext): IgnoreFix | undefined {
  return hasComments(subject) && hasLineAbove(subject, finding)
    ? byComment(subject, finding, context)
    : hereByEntry(subject, finding, context);
}

/** A body of JSON in a document has none: what sends it may not take them. */
function hasComments({ text: { uri }, inspection }: Subject): boolean {
  return inspection.kind === 'profile' || uri.endsWith('.jsonc') || inspection.document.code?.passcode !== undefined;
}

/** A comment above the first line of a body would be outside of it. */
function hasLineAbove({ text, inspection }: Subject, { span }: Finding): boolean {
  const isContained = requestName(inspection) !== undefined && !inspection.document.code;
  return !isContained || text.positionAt(span.start).line > text.positionAt(0).line;
}

function byComment(
  { text: document, inspection }: Subject,
  { code, span }: Finding,
  context: FeatureContext,
): IgnoreFix | undefined {
  const edit = ignoreCommentAbove(inspection.document, span.start, code);
  return (
    edit && {
      title: context.say(text`Ignore ${code} here`),
      edit: workspaceEdit(document.uri, [document.editAt(edit)], context),
    }
  );
}

function hereByEntry(subject: Subject, { code, span }: Finding, context: FeatureContext): IgnoreFix | undefined {
  const { text: document, inspection } = subject;
  const files = fileInProfile(profileFor(inspection), document.uri)?.files;
  if (files === undefined) return undefined;
  const request = requestName(inspection);
  const pointer = pointerAt(inspection.document, span);
  const where = { files, ...(request === undefined ? {} : { request }), pointer };
  return byEntry(subject, code, where, text`Ignore ${code} here, in the lock profile`, context);
}

/** None where the folder is that of the profile: there it would be the same as everywhere. */
function inFolder(subject: Subject, code: string, context: FeatureContext): IgnoreFix | undefined {
  const found = profileFor(subject.inspection);
  const folder = found && pathInside(folderOf(found.uri), folderOf(canonical(subject.text.uri)));
  if (!folder) return undefined;
  const files = `${literalGlob(folder)}/**`;
  return files.length > maxPatternLength
    ? undefined
    : byEntry(subject, code, { files }, text`Ignore ${code} in ${folder}`, context);
}

function everywhere(subject: Subject, code: string, context: FeatureContext): IgnoreFix | undefined {
  return byEntry(subject, code, {}, text`Ignore ${code} everywhere`, context);
}

/** An entry in the profile that governs the file, if there is one that can be written to. */
function byEntry(
  { text: { uri }, inspection }: Subject,
  code: string,
  where: Readonly<Record<string, string>>,
  title: Text,
  context: FeatureContext,
): IgnoreFix | undefined {
  const profile = fileInProfile(profileFor(inspection), uri);
  const value = { code, ...where, reason: someReason };
  const edits = profile && editsFor(profile.document, [{ op: 'append', path: ['ignore'], value }], () => undefined);
  if (!edits) return undefined;
  const textEdits = edits.map((each) => profile.text.editAt(each));
  return { title: context.say(title), edit: workspaceEdit(profile.text.uri, textEdits, context) };
}
