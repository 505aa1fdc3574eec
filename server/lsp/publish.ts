import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Subject } from '../inspection/subject.ts';
import { bestEffort, type ClientFeatures, type Refreshes } from './client.ts';
import type { Session } from './session.ts';
import type { FileDiagnostics } from './workspace.ts';

/**
 * Brings findings to the client: one that asks for them is told when to ask again; to any other they are sent, once per
 * burst of changes and never for an old version.
 */
export class Publisher {
  readonly #connection: Connection;
  readonly #session: Session;
  readonly #refreshes: Refreshes;
  readonly #diagnose: (subjects: readonly Subject[]) => Diagnostic[];
  readonly #waiting = new Set<string>();
  readonly #published = new Set<string>();
  /** By URI, the result that was sent of a file that is not open. */
  #closed: ReadonlyMap<string, string> = new Map();

  constructor(
    connection: Connection,
    session: Session,
    refreshes: Refreshes,
    diagnose: (subjects: readonly Subject[]) => Diagnostic[],
  ) {
    this.#connection = connection;
    this.#session = session;
    this.#refreshes = refreshes;
    this.#diagnose = diagnose;
  }

  /** The text of one document has changed, for which a client that asks will ask by itself. */
  documentChanged(uri: string, client: ClientFeatures): void {
    if (!client.pullsDiagnostics) this.#schedule([uri]);
  }

  /** Something has changed that the findings of any file may rest on. */
  allChanged(client: ClientFeatures): void {
    if (client.pullsDiagnostics) this.#refreshes.diagnostics(client);
    else this.#schedule(this.#session.openUris);
  }

  documentClosed(uri: string): void {
    this.#waiting.delete(uri);
    if (this.#published.delete(uri)) this.#send(uri, []);
  }

  /** The findings of all files that are not open. Only what is new is sent. */
  closedFiles(files: readonly FileDiagnostics[], client: ClientFeatures): void {
    if (client.pullsDiagnostics) return;
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

  #schedule(uris: readonly string[]): void {
    if (this.#waiting.size === 0) setTimeout(() => this.#flush(), 0);
    for (const uri of uris) this.#waiting.add(uri);
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
    const snapshot = await this.#session.inspect(uri);
    if (!snapshot) return;
    const { text, subjects } = snapshot;
    // A file that is not one of ours gets nothing, unless it was one before.
    if (subjects.length === 0 && !this.#published.has(uri)) return;
    if (subjects.length > 0) this.#published.add(uri);
    else this.#published.delete(uri);
    await this.#connection.sendDiagnostics({ uri, version: text.version, diagnostics: this.#diagnose(subjects) });
  }
}
