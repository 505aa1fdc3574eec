import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';
import type { ClientFeatures } from './clientFeatures.ts';
import { quietly } from './quietly.ts';

/** Longer than between two letters. Milliseconds. */
export const typing = 300;

/** Makes the client ask again for what it shows, as far as it lets itself be told. */
export class Refreshes {
  readonly #connection: Connection;
  #lensTimer: ReturnType<typeof setTimeout> | undefined;

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
    if (!refreshesLenses) return;
    clearTimeout(this.#lensTimer);
    const refresh = () => this.#connection.sendRequest(CodeLensRefreshRequest.type);
    this.#lensTimer = setTimeout(() => quietly(refresh), typing);
  }
}
