import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { type Change, editsFor, generatePasscode } from '../../../shared/index.ts';
import type { Inspection } from '../../inspection/inspection.ts';
import type { Subject } from '../../inspection/subject.ts';
import type { FeatureContext } from '../feature.ts';

/** With the version that the edits were made for where the client checks it, so that a late edit is rejected. */
export function workspaceEdit(
  uri: string,
  edits: readonly TextEdit[],
  { client, identify }: FeatureContext,
): WorkspaceEdit {
  const textDocument = identify(uri);
  return client.versionsEdits
    ? { documentChanges: [{ textDocument, edits: [...edits] }] }
    : { changes: { [textDocument.uri]: [...edits] } };
}

/** The edits in the subject's file; undefined where the changes cannot be made. */
export function editsOf(
  { text, inspection }: Subject,
  changes: readonly Change[],
  { random }: FeatureContext,
): readonly TextEdit[] | undefined {
  const edits = editsFor(inspection.document, changes, () => generatePasscode(requirementOf(inspection), random));
  return edits?.map((each) => text.editAt(each));
}

function requirementOf(inspection: Inspection) {
  return (inspection.kind === 'request' && inspection.context.profile?.passcodeRequirement) || {};
}
