import type { TestContext } from 'node:test';
import * as lsp from 'vscode-languageserver-protocol';
import { explainRequest, statusRequest, storedRequest } from '../../shared/protocol.ts';
import { profileWith, signedIn } from './profiles.ts';
import { startPair } from './serverPair.ts';
import type { TestClient } from './testClient.ts';

const profile = 'file:///ws/zoom-lock-profile.json';

/** A workspace with a profile under which a request gets findings of many kinds. */
export function startFor(
  test: Pick<TestContext, 'after'>,
  files: Readonly<Record<string, string>> = {},
): Promise<TestClient> {
  const locks = profileWith('W locked on · P locked on · A unlocked', { options: [signedIn] });
  return startPair(test as TestContext, { files: { [profile]: locks, ...files } });
}

/** Opens the text, asks every feature about it, and closes it. */
export async function askEverything(client: TestClient, uri: string, text: string, offset: number): Promise<void> {
  client.open(uri, text);
  for (const ask of Object.values(questionsAbout(client, uri, text, offset))) await ask();
  client.close(uri);
}

/** Every request that an editor sends about an open file, at the offset and at both ends of the text. */
export function questionsAbout(
  client: TestClient,
  uri: string,
  text: string,
  offset: number,
): Readonly<Record<string, () => Promise<unknown>>> {
  const at = (place: number) => ({ textDocument: { uri }, position: client.position(uri, place) });
  const textDocument = { uri };
  const range = { start: client.position(uri, 0), end: client.position(uri, text.length) };
  const ask = (method: string, params: object) => client.connection.sendRequest(method, params);
  return {
    diagnostics: () => ask(lsp.DocumentDiagnosticRequest.method, { textDocument }),
    'completion at the cursor': () => ask(lsp.CompletionRequest.method, at(offset)),
    'completion at the start': () => ask(lsp.CompletionRequest.method, at(2)),
    'completion at the end': () => ask(lsp.CompletionRequest.method, at(text.length)),
    hover: () => ask(lsp.HoverRequest.method, at(offset)),
    'hover on settings': () => ask(lsp.HoverRequest.method, at(Math.max(0, text.indexOf('"settings"') + 3))),
    'code actions': () => ask(lsp.CodeActionRequest.method, { textDocument, range, context: { diagnostics: [] } }),
    'code lenses': () => ask(lsp.CodeLensRequest.method, { textDocument }),
    'inlay hints': () => ask(lsp.InlayHintRequest.method, { textDocument, range }),
    'semantic tokens': () => ask(lsp.SemanticTokensRequest.method, { textDocument }),
    definition: () => ask(lsp.DefinitionRequest.method, at(offset)),
    references: () => ask(lsp.ReferencesRequest.method, { ...at(offset), context: { includeDeclaration: false } }),
    page: () => ask(explainRequest, { textDocument }),
    status: () => ask(statusRequest, { textDocument }),
    stored: () => ask(storedRequest, { textDocument }),
  };
}
