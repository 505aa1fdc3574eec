import type { Connection, Diagnostic } from 'vscode-languageserver';
import { bestEffort } from './client.ts';
import type { Session, Snapshot } from './session.ts';
import type { FileDiagnostics } from './workspace.ts';

/** Sends findings to a client that does not ask for them: once per burst of changes, never for an old version. */
export class Publisher {
  readonly #connection: Connection;
  readonly #session: Session;
  readonly #diagnostics: (inspected: Snapshot) => Diagnostic[];
  readonly #waiting = new Set<string>();
  readonly #published = new Set<string>();
  /** By URI, the result that was sent of a file that nobody has open. */
  #closed: ReadonlyMap<string, string> = new Map();

  constructor(connection: Connection, session: Session, diagnostics: (inspected: Snapshot) => Diagnostic[]) {
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
    if (this.#published.delete(uri)) this.#send(uri, []);
  }

  /** The findings of all files that nobody has open. Only what is not known yet is sent. */
  publishClosed(files: readonly FileDiagnostics[]): void {
    const before = this.#closed;
    const isClosed = ({ uri }: FileDiagnostics) => !this.#session.isOpen(uri);
    const found = files.filter((file) => file.diagnostics.length > 0 && isClosed(file));
    this.#closed = new Map(found.map(({ uri, resultId }) => [uri, resultId]));
    for (const { uri, resultId, diagnostics } of found) {
      if (before.get(uri) !== resultId) this.#send(uri, diagnostics);
    }
    for (const uri of before.keys()) {
      if (!this.#closed.has(uri) && !this.#session.isOpen(uri)) this.#send(uri, []);
    }
  }

  #send(uri: string, diagnostics: readonly Diagnostic[]): void {
    void bestEffort(() => this.#connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] }));
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
