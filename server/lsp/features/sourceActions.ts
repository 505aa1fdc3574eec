import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  CodeActionTriggerKind,
  type TextEdit,
} from 'vscode-languageserver-protocol';
import { text } from '../../../shared/index.ts';
import { fixAllKind, writeStoredKind } from '../../../shared/protocol.ts';
import { changesKeepingMeaning, changesToStored } from '../../inspection/fileFixes.ts';
import type { RequestSubject } from '../../inspection/subject.ts';
import type { FeatureContext } from '../feature.ts';
import { editsOf, workspaceEdit } from './edits.ts';

/** All fixes that keep what the author meant, as one edit for all requests of the file. */
export function fixAll(uri: string, requests: readonly RequestSubject[], context: FeatureContext): CodeAction[] {
  const edits = requests.flatMap(
    (subject) => editsOf(subject, changesKeepingMeaning(subject.inspection), context)?.edits ?? [],
  );
  const title = context.say(text`Fix misplaced, misnamed and mistyped fields`);
  return actionOf(uri, { title, kind: fixAllKind }, edits, context);
}

/** Whether the client asks for it by name, or its user opened the source actions. Saving a file does neither unless it is set to. */
export function asksToWriteStored({ only = [], triggerKind }: CodeActionContext): boolean {
  const isInvoked = triggerKind === CodeActionTriggerKind.Invoked;
  return only.some(
    (kind) =>
      kind === writeStoredKind ||
      (kind === CodeActionKind.Source ? isInvoked : kind !== '' && writeStoredKind.startsWith(`${kind}.`)),
  );
}

export function writeStored(uri: string, requests: readonly RequestSubject[], context: FeatureContext): CodeAction[] {
  const edits = requests.flatMap((subject) => {
    return editsOf(subject, changesToStored(subject.inspection), context)?.edits ?? [];
  });
  return actionOf(uri, { title: context.say(text`Write what Zoom will store`), kind: writeStoredKind }, edits, context);
}

/** None where there is nothing to edit. */
function actionOf(
  uri: string,
  action: Pick<CodeAction, 'title' | 'kind'>,
  edits: readonly TextEdit[],
  context: FeatureContext,
): CodeAction[] {
  return edits.length > 0 ? [{ ...action, edit: workspaceEdit(uri, edits, context) }] : [];
}
