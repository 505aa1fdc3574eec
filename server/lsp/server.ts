import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  explainRequest,
  type ImportAnswer,
  importRequest,
  type MeetingFileAnswer,
  meetingFileRequest,
  newRequestRequest,
  statusRequest,
  storedRequest,
} from '../../shared/protocol.ts';
import { codeActions } from './features/codeActions.ts';
import { codeLenses } from './features/codeLens.ts';
import { completion } from './features/completion.ts';
import { definition } from './features/definition.ts';
import { explain } from './features/explain.ts';
import { hover } from './features/hover.ts';
import { importResponses } from './features/importProfile.ts';
import { inlayHints } from './features/inlayHints.ts';
import { meetingFileFor } from './features/meetingFile.ts';
import { newRequestText } from './features/newRequest.ts';
import { references } from './features/references.ts';
import { semanticTokens } from './features/semanticTokens.ts';
import { status } from './features/status.ts';
import { stored } from './features/stored.ts';
import { Handlers } from './handlers.ts';
import type { ServerOptions } from './options.ts';

/** The wiring table: each event of the protocol and who answers it. Returns at once; the server lives with the connection. */
export function startServer(connection: Connection, options: ServerOptions): void {
  const documents = new TextDocuments(TextDocument);
  const handlers = new Handlers(connection, documents, options);
  const { answers } = handlers;

  connection.onInitialize((params) => handlers.initialize(params));
  connection.onInitialized(() => handlers.initialized());

  documents.onDidOpen(({ document }) => handlers.opened(document));
  documents.onDidChangeContent(({ document }) => handlers.changed(document));
  documents.onDidClose(({ document }) => handlers.closed(document));
  connection.onDidChangeWatchedFiles((params) => handlers.filesChanged(params));
  connection.onDidChangeConfiguration(() => handlers.configurationChanged());

  connection.languages.diagnostics.on((params) => handlers.diagnostics(params));
  connection.languages.diagnostics.onWorkspace((params, token) => handlers.workspaceDiagnostics(params, token));
  connection.onHover(answers.at(hover));
  connection.onCodeLens(answers.over(codeLenses));
  connection.onDefinition(answers.at(definition));
  connection.onCompletion(answers.at(completion));
  connection.languages.inlayHint.on(answers.over(inlayHints));
  connection.languages.semanticTokens.on(answers.about(semanticTokens));
  connection.onReferences(answers.at(references));
  connection.onCodeAction(answers.about(codeActions));
  connection.onRequest(statusRequest, answers.about(status));
  connection.onRequest(explainRequest, answers.about(explain));
  connection.onRequest<MeetingFileAnswer | null, void>(meetingFileRequest, answers.about(meetingFileFor));
  connection.onRequest(newRequestRequest, answers.about(newRequestText));
  connection.onRequest(storedRequest, answers.about(stored));
  connection.workspace.textDocumentContent.on((params) => handlers.stored.content(params));
  connection.onRequest<ImportAnswer, void>(importRequest, (params) => importResponses(params, handlers.say));

  documents.listen(connection);
  connection.listen();
}
