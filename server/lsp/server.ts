import {
  type Connection,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type AccountParams,
  accountChanged,
  compareRequest,
  explainRequest,
  type ImportAnswer,
  importRequest,
  type ListRequestAnswer,
  listRequestRequest,
  type MeetingFileAnswer,
  meetingFileRequest,
  newRequestRequest,
  pingRequest,
  responseFileRequest,
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
import { listRequest } from './features/listRequest.ts';
import { meetingFileFor } from './features/meetingFile.ts';
import { newRequestText } from './features/newRequest.ts';
import { references } from './features/references.ts';
import { responseFileFor } from './features/responseFile.ts';
import { semanticTokens } from './features/semanticTokens.ts';
import { status } from './features/status.ts';
import { stored } from './features/stored.ts';
import { Handlers } from './handlers.ts';
import type { ServerOptions } from './options.ts';

const nothingFound: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

/** The wiring table: each event of the protocol and its handler. Returns at once; the server lives as long as the connection. */
export function startServer(connection: Connection, options: ServerOptions): void {
  const documents = new TextDocuments({ create: createDocument, update: TextDocument.update });
  const handlers = new Handlers(connection, documents, options);
  const { answers, guard } = handlers;

  connection.onInitialize((params) => handlers.initialize(params));
  connection.onInitialized(() => handlers.initialized());
  connection.onShutdown(() => guard.end());

  documents.onDidOpen(({ document }) => handlers.opened(document));
  documents.onDidChangeContent(({ document }) => handlers.changed(document));
  documents.onDidSave(({ document }) => handlers.saved(document));
  documents.onDidClose(({ document }) => handlers.closed(document));
  connection.onDidChangeWatchedFiles((params) => handlers.filesChanged(params));
  connection.onDidChangeConfiguration(() => handlers.configurationChanged());

  connection.languages.diagnostics.on(guard.request(['textDocument'], nothingFound, handlers.diagnostics));
  connection.languages.diagnostics.onWorkspace(
    guard.request(['previousResultIds'], { items: [] }, handlers.workspaceDiagnostics),
  );
  connection.onHover(answers.at(hover));
  connection.onCodeLens(answers.over(codeLenses));
  connection.onDefinition(answers.at(definition));
  connection.onCompletion(answers.at(completion));
  connection.languages.inlayHint.on(answers.over(inlayHints, 'range'));
  connection.languages.semanticTokens.on(answers.about(semanticTokens));
  connection.onReferences(answers.at(references));
  connection.onCodeAction(answers.about(codeActions, 'range', 'context'));
  connection.onRequest(statusRequest, answers.about(status));
  connection.onRequest(explainRequest, answers.about(explain));
  connection.onRequest<MeetingFileAnswer | null, void>(meetingFileRequest, answers.about(meetingFileFor, 'response'));
  connection.onRequest<MeetingFileAnswer | null, void>(responseFileRequest, answers.about(responseFileFor, 'response'));
  connection.onRequest<ListRequestAnswer | null, void>(listRequestRequest, answers.about(listRequest, 'operation'));
  connection.onRequest(newRequestRequest, answers.about(newRequestText, 'topic'));
  connection.onRequest(storedRequest, answers.about(stored));
  connection.workspace.textDocumentContent.on(
    guard.request(['uri'], { text: '' }, (params) => handlers.stored.content(params)),
  );
  connection.onRequest<ImportAnswer | null, void>(
    importRequest,
    guard.request(['files'], null, (params) => importResponses(params, handlers.say)),
  );
  connection.onRequest(compareRequest, guard.request(['textDocument', 'accounts'], null, handlers.compare));
  connection.onNotification(accountChanged, (params: AccountParams) => handlers.accountChanged(params));
  connection.onRequest(pingRequest, () => null);

  documents.listen(connection);
  connection.listen();
}

/** Rejects content that is not a string: one failing notification is better than a failure of every later request. */
function createDocument(uri: string, language: string, version: number, content: string): TextDocument {
  if (typeof uri !== 'string' || typeof content !== 'string') throw new Error('A document must have a URI and a text.');
  return TextDocument.create(uri, language, version, content);
}
