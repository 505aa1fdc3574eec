import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { FeatureContext } from '../feature.ts';

/** With the version that the edits were made for, where the client minds it, so that a late one is refused. */
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
