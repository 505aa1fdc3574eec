import assert from 'node:assert/strict';
import * as lsp from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  explainRequest,
  importRequest,
  meetingFileRequest,
  newRequestRequest,
  responseFileRequest,
  type StoredAnswer,
  statusRequest,
  storedRequest,
} from '../../shared/protocol.ts';
import type { TestClient } from './testClient.ts';
import { assertTokens, assertWellFormed } from './wellFormed.ts';

/** What one question got for an answer; `what` names it in messages. */
export interface Answered {
  readonly what: string;
  readonly answer: unknown;
}

type Question = readonly [method: string, params: object];

/**
 * Asks all there is to ask about an open document: of the whole, and at these offsets. Fails where an answer is an error,
 * speaks of places outside of its text, or leaves a line in the log.
 */
export async function everyAnswer(
  lens: TestClient,
  uri: string,
  offsets: readonly number[],
): Promise<readonly Answered[]> {
  const text = lens.textOf(uri);
  const document = TextDocument.create(uri, 'json', 0, text);
  const questions = [...ofWhole(uri, document), ...offsets.flatMap((each) => at(uri, document.positionAt(each)))];
  const answers = await Promise.all(questions.map((each) => ask(lens, each)));
  const stored = answers.find(({ what }) => what.startsWith(storedRequest))?.answer as StoredAnswer | null;
  const places = (stored ?? []).flatMap(({ texts }) => texts);
  const contents = await Promise.all(
    places.map(({ uri }) => ask(lens, [lsp.TextDocumentContentRequest.method, { uri }])),
  );
  const all = [...answers, ...contents];
  for (const each of all) assertWellFormed(each.answer, uri, textIn(lens));
  const tokens = answers.find(({ what }) => what.startsWith(lsp.SemanticTokensRequest.method))?.answer;
  assertTokens((tokens as lsp.SemanticTokens | null)?.data ?? [], text);
  assert.deepEqual(lens.logged, []);
  return all;
}

/** As the editor has it, else the disk; what is not there yet is empty. */
export function textIn(lens: TestClient): (uri: string) => string {
  return (uri) => (lens.isOpen(uri) ? lens.textOf(uri) : (lens.world.textOf(uri) ?? ''));
}

function ofWhole(uri: string, document: TextDocument): readonly Question[] {
  const textDocument = { uri };
  const text = document.getText();
  const range = { start: document.positionAt(0), end: document.positionAt(text.length) };
  return [
    [lsp.DocumentDiagnosticRequest.method, { textDocument }],
    [lsp.CodeLensRequest.method, { textDocument }],
    [lsp.InlayHintRequest.method, { textDocument, range }],
    [lsp.SemanticTokensRequest.method, { textDocument }],
    [lsp.CodeActionRequest.method, { textDocument, range, context: { diagnostics: [] } }],
    [statusRequest, { textDocument }],
    [explainRequest, { textDocument }],
    [storedRequest, { textDocument }],
    [meetingFileRequest, { textDocument, response: text }],
    [responseFileRequest, { textDocument, response: text }],
    [newRequestRequest, { textDocument, topic: 'A "topic" \\ 🙂' }],
    [importRequest, { files: [{ name: uri.replace(/.*\//, ''), text }], capturedAt: '2026-11-24', existing: text }],
  ];
}

function at(uri: string, position: lsp.Position): readonly Question[] {
  const textDocument = { uri };
  const range = { start: position, end: position };
  return [
    [lsp.HoverRequest.method, { textDocument, position }],
    [lsp.CompletionRequest.method, { textDocument, position }],
    [lsp.DefinitionRequest.method, { textDocument, position }],
    [lsp.ReferencesRequest.method, { textDocument, position, context: { includeDeclaration: false } }],
    [lsp.CodeActionRequest.method, { textDocument, range, context: { diagnostics: [] } }],
  ];
}

async function ask(lens: TestClient, [method, params]: Question): Promise<Answered> {
  const what = `${method} ${JSON.stringify(params).slice(0, 300)}`;
  try {
    return { what, answer: await lens.connection.sendRequest(method, params) };
  } catch (error) {
    throw new Error(`${what}: ${error}`);
  }
}
