import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  CodeActionTriggerKind,
  type TextEdit,
} from 'vscode-languageserver-protocol';
import { text } from '../../../shared/index.ts';
import { fixAllKind, writeStoredKind } from '../../../shared/protocol.ts';
import { changesKeepingMeaning, changesToStored, editsOfAll } from '../../inspection/fileFixes.ts';
import type { RequestSubject } from '../../inspection/subject.ts';
import type { FeatureContext } from '../feature.ts';
import { workspaceEdit } from './edits.ts';

/** All fixes that keep what the author meant, as one edit for all requests of the file. */
export function fixAll(uri: string, requests: readonly RequestSubject[], context: FeatureContext): CodeAction[] {
  const title = context.say(text`Fix misplaced, misnamed and mistyped fields`);
  return actionOf(uri, { title, kind: fixAllKind }, editsIn(requests, changesKeepingMeaning), context);
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
  const title = context.say(text`Write what Zoom will store`);
  return actionOf(uri, { title, kind: writeStoredKind }, editsIn(requests, changesToStored), context);
}

function editsIn(
  requests: readonly RequestSubject[],
  changesTo: Parameters<typeof editsOfAll>[1],
): readonly TextEdit[] {
  const [first] = requests;
  return first ? editsOfAll(requests, changesTo).map((each) => first.text.fileEdit(each)) : [];
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
