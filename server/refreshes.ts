import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';
import type { ClientFeatures } from './clientFeatures.ts';
import { quietly } from './quietly.ts';

/** Longer than between two letters. Milliseconds. */
const typing = 300;

/** What is to be done once nobody types any more: the function to call with every letter. */
export function afterTyping(act: () => unknown): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, typing);
  };
}

/** Makes the client ask again for what it shows, as far as it lets itself be told. */
export class Refreshes {
  readonly #connection: Connection;
  readonly #askForLenses = afterTyping(() => quietly(() => this.#connection.sendRequest(CodeLensRefreshRequest.type)));

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  diagnostics({ refreshesDiagnostics }: ClientFeatures): void {
    if (refreshesDiagnostics) quietly(() => this.#connection.languages.diagnostics.refresh());
  }

  /** Hints, marks and lenses. */
  shown(client: ClientFeatures): void {
    for (const request of client.refreshes) quietly(() => this.#connection.sendRequest(request));
    this.lenses(client);
  }

  /** Once nobody types any more. */
  lenses({ refreshesLenses }: ClientFeatures): void {
    if (refreshesLenses) this.#askForLenses();
  }
}
