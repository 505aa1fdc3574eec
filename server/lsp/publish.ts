import type { Connection, Diagnostic } from 'vscode-languageserver';
import { canonical } from '../files/uris.ts';
import type { Subject } from '../inspection/subject.ts';
import { bestEffort, type ClientFeatures, logError, type Refreshes } from './client.ts';
import type { Session } from './session.ts';
import { Typing } from './typing.ts';
import type { FileDiagnostics } from './workspace.ts';

/**
 * Delivers findings: a client that pulls them gets a refresh request; to any other they are pushed, once per burst of
 * changes and never for an old version.
 */
export class Publisher {
  readonly typing: Typing;
  readonly #connection: Connection;
  readonly #session: Session;
  readonly #refreshes: Refreshes;
  readonly #diagnose: (subjects: readonly Subject[]) => Diagnostic[];
  readonly #waiting = new Set<string>();
  readonly #published = new Set<string>();
  /** By URI of a file that is not open, the id of the result that was sent. */
  #closed = new Map<string, string>();

  constructor(
    connection: Connection,
    session: Session,
    refreshes: Refreshes,
    diagnose: (subjects: readonly Subject[]) => Diagnostic[],
    thinkingDelay: number,
  ) {
    this.typing = new Typing(thinkingDelay, (uri, client) => this.#reportAgain(uri, client));
    this.#connection = connection;
    this.#session = session;
    this.#refreshes = refreshes;
    this.#diagnose = diagnose;
  }

  /** The text of one document has changed. A client that pulls will do so by itself. */
  documentChanged(uri: string, client: ClientFeatures): void {
    if (!client.pullsDiagnostics) this.#schedule([uri]);
  }

  /** Something has changed that the findings of any file may depend on. */
  allChanged(client: ClientFeatures): void {
    if (client.pullsDiagnostics) this.#refreshes.diagnostics(client);
    else this.#schedule(this.#session.openUris);
  }

  /** What the file contains on the disk is published once it has been inspected. */
  documentClosed(uri: string): void {
    this.typing.closed(uri);
    this.#waiting.delete(uri);
    this.#closed.delete(canonical(uri));
    if (this.#published.delete(uri)) this.#send(uri, []);
  }

  /** Pushes the findings of files that are not open, as far as they have changed. */
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

  /** Of a text that has not changed, there is more to report. */
  #reportAgain(uri: string, client: ClientFeatures): void {
    this.#session.renewResults();
    if (client.pullsDiagnostics) this.#refreshes.diagnostics(client);
    else this.#schedule([uri]);
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
    for (const uri of uris) this.#push(uri).catch((error) => logError(this.#connection, error));
  }

  async #push(uri: string): Promise<void> {
    const snapshot = await this.#session.inspect(uri);
    // It may have been closed in the meantime.
    if (!snapshot || !this.#session.isOpen(uri)) return;
    const { text, subjects } = snapshot;
    // Nothing is sent for a file that is not ours, unless it was before.
    if (subjects.length === 0 && !this.#published.has(uri)) return;
    if (subjects.length > 0) this.#published.add(uri);
    else this.#published.delete(uri);
    await this.#connection.sendDiagnostics({ uri, version: text.version, diagnostics: this.#diagnose(subjects) });
  }
}
