import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
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
