import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit } from '../../../shared/index.ts';
import { toTextEdit } from '../convert.ts';
import type { FeatureContext } from '../feature.ts';

/** With the version that the edits were made for, where the client minds it, so that a late one is refused. */
export function workspaceEdit(
  text: TextDocument,
  edits: readonly Edit[],
  { client, identify }: FeatureContext,
): WorkspaceEdit {
  const textEdits = edits.map((each) => toTextEdit(text, each));
  const textDocument = identify(text.uri);
  return client.versionsEdits
    ? { documentChanges: [{ textDocument, edits: textEdits }] }
    : { changes: { [textDocument.uri]: textEdits } };
}
