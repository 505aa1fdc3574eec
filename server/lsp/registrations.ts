import {
  type Connection,
  type DocumentSelector,
  type Registration,
  RegistrationRequest,
  TextDocumentSyncKind,
  UnregistrationRequest,
} from 'vscode-languageserver';
import { containerPattern, documentPattern } from '../../shared/index.ts';
import { bestEffort, type ClientFeatures } from './client.ts';
import { codeActionKinds } from './features/codeActions.ts';
import { completionTriggers } from './features/completion.ts';
import { semanticTokensLegend } from './features/semanticTokens.ts';

/** The id of the diagnostics of JSON files, which `initialize` offers: they give way to those of all files. */
export const diagnosticsId = 'zoomRequestLens.diagnostics';

export const diagnosticsOptions = { interFileDependencies: true, workspaceDiagnostics: true };

const documentSelector: DocumentSelector = [{ pattern: containerPattern }];
/** Code has its own completion and colours. */
const documentsOnly: DocumentSelector = [{ pattern: documentPattern }];
const withJson: DocumentSelector = [{ language: 'json' }, { language: 'jsonc' }, { pattern: containerPattern }];

/** What is offered in documents and code: by the client's capability, the method and its options. */
const offered: readonly (readonly [capability: string, method: string, options: object])[] = [
  ['synchronization', 'textDocument/didOpen', { documentSelector }],
  ['synchronization', 'textDocument/didChange', { documentSelector, syncKind: TextDocumentSyncKind.Incremental }],
  ['synchronization', 'textDocument/didSave', { documentSelector }],
  ['synchronization', 'textDocument/didClose', { documentSelector }],
  ['hover', 'textDocument/hover', { documentSelector }],
  ['definition', 'textDocument/definition', { documentSelector }],
  ['codeLens', 'textDocument/codeLens', { documentSelector }],
  ['inlayHint', 'textDocument/inlayHint', { documentSelector }],
  ['codeAction', 'textDocument/codeAction', { documentSelector, codeActionKinds }],
  ['completion', 'textDocument/completion', { documentSelector: documentsOnly, triggerCharacters: completionTriggers }],
  [
    'semanticTokens',
    'textDocument/semanticTokens',
    { documentSelector: documentsOnly, legend: semanticTokensLegend, full: true },
  ],
  ['diagnostic', 'textDocument/diagnostic', { documentSelector: withJson, ...diagnosticsOptions }],
];

const watched: Registration = {
  id: 'zoomRequestLens.containers',
  method: 'workspace/didChangeWatchedFiles',
  registerOptions: { watchers: [{ globPattern: containerPattern }] },
};

const jsonDiagnostics: Registration = {
  id: diagnosticsId,
  method: 'textDocument/diagnostic',
  registerOptions: { documentSelector: null, ...diagnosticsOptions },
};

/**
 * Documents and code concern us only where there is a lock profile: until then, the editor sends none of them and asks
 * nothing about them. An editor that cannot register later sends what its user has set.
 */
export class Registrations {
  readonly #connection: Connection;
  readonly #hasProfile: () => Promise<boolean>;
  #isOn = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor(connection: Connection, hasProfile: () => Promise<boolean>) {
    this.#connection = connection;
    this.#hasProfile = hasProfile;
  }

  /** There may be a lock profile now, or none any more. */
  renew(client: ClientFeatures): void {
    if (!client.registers.has('synchronization')) return;
    this.#last = this.#last.then(() => bestEffort(() => this.#renew(client)));
  }

  async #renew(client: ClientFeatures): Promise<void> {
    const isOn = await this.#hasProfile();
    if (isOn === this.#isOn) return;
    this.#isOn = isOn;
    const all = registrationsFor(client);
    const instead = replacedBy(all);
    await this.#unregister(isOn ? instead : all);
    await this.#register(isOn ? all : instead);
  }

  async #register(registrations: readonly Registration[]): Promise<void> {
    if (registrations.length > 0)
      await this.#connection.sendRequest(RegistrationRequest.type, { registrations: [...registrations] });
  }

  async #unregister(registrations: readonly Registration[]): Promise<void> {
    const unregisterations = registrations.map(({ id, method }) => ({ id, method }));
    if (unregisterations.length > 0)
      await this.#connection.sendRequest(UnregistrationRequest.type, { unregisterations });
  }
}

function registrationsFor({ registers, watchesFiles }: ClientFeatures): readonly Registration[] {
  const features = offered
    .filter(([capability]) => registers.has(capability))
    .map(([, method, registerOptions]) => ({ id: `zoomRequestLens.${method}`, method, registerOptions }));
  return watchesFiles ? [...features, watched] : features;
}

/** What is offered in JSON files where these are not: two of one kind would show each finding twice. */
function replacedBy(registrations: readonly Registration[]): readonly Registration[] {
  return registrations.some(({ method }) => method === jsonDiagnostics.method) ? [jsonDiagnostics] : [];
}
