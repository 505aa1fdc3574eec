import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Inspected, Session } from './session.ts';

/** Sends findings to a client that does not ask for them: once per burst of changes, never for an old version. */
export class Pushing {
  readonly #connection: Connection;
  readonly #session: Session;
  readonly #diagnostics: (inspected: Inspected) => Diagnostic[];
  readonly #waiting = new Set<string>();
  readonly #published = new Set<string>();

  constructor(connection: Connection, session: Session, diagnostics: (inspected: Inspected) => Diagnostic[]) {
    this.#connection = connection;
    this.#session = session;
    this.#diagnostics = diagnostics;
  }

  schedule(uris: readonly string[]): void {
    if (this.#waiting.size === 0) setTimeout(() => this.#flush(), 0);
    for (const uri of uris) this.#waiting.add(uri);
  }

  clear(uri: string): void {
    this.#waiting.delete(uri);
    if (!this.#published.delete(uri)) return;
    this.#connection.sendDiagnostics({ uri, diagnostics: [] }).catch(() => {});
  }

  #flush(): void {
    const uris = [...this.#waiting];
    this.#waiting.clear();
    for (const uri of uris) this.#push(uri).catch((error) => this.#connection.console.error(String(error)));
  }

  async #push(uri: string): Promise<void> {
    const inspected = await this.#session.inspect(uri);
    // A file that is none of the lens' business hears nothing, unless it was one before.
    if (!inspected || !(inspected.inspection || this.#published.has(uri))) return;
    if (inspected.inspection) this.#published.add(uri);
    else this.#published.delete(uri);
    const { version } = inspected.text;
    await this.#connection.sendDiagnostics({ uri, version, diagnostics: this.#diagnostics(inspected) });
  }
}
