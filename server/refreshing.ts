import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';
import type { ClientFeatures } from './clientFeatures.ts';
import { quietly } from './quietly.ts';

/** Longer than between two letters. Milliseconds. */
const typing = 300;

/** Has the client ask again for what it shows in and over open files. Lenses, which move the text, wait for a pause. */
export class Refreshing {
  readonly #connection: Connection;
  #lensTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  all(client: ClientFeatures): void {
    for (const request of client.refreshes) quietly(() => this.#connection.sendRequest(request));
    this.lenses(client);
  }

  lenses({ refreshesLenses }: ClientFeatures): void {
    if (!refreshesLenses) return;
    clearTimeout(this.#lensTimer);
    const refresh = () => quietly(() => this.#connection.sendRequest(CodeLensRefreshRequest.type));
    this.#lensTimer = setTimeout(refresh, typing);
  }
}
