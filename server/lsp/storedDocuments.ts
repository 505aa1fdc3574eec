import type { Connection, TextDocumentContentParams, TextDocumentContentResult } from 'vscode-languageserver';
import { brokenBody, storedTexts, type Text, text } from '../../shared/index.ts';
import { canonical, readStoredUri } from '../files/uris.ts';
import { bestEffort } from './client.ts';
import type { Session } from './session.ts';

/** What a client was given at one URI. */
interface ShownDocument {
  /** The request that it is made of. */
  readonly request: string;
  readonly text: string;
  /** The last text that was no mere excuse. */
  readonly good: string | undefined;
}

const noRequest = text`There is no Zoom request to show here.`;
const oneOfSeveral = text`One case of several: in others, Zoom will store something else.`;

/**
 * Documents that hold a request as Zoom will store it. A client is told once that what it was given is out of date; it
 * asks again if somebody still looks at it, and hears no more of it if not.
 */
export class StoredDocuments {
  readonly #connection: Connection;
  readonly #session: Session;
  readonly #say: (text: Text) => string;
  readonly #given = new Map<string, ShownDocument>();
  readonly #told = new Set<string>();
  readonly #waiting = new Set<string>();

  constructor(connection: Connection, session: Session, say: (text: Text) => string) {
    this.#connection = connection;
    this.#session = session;
    this.#say = say;
  }

  async content({ uri }: TextDocumentContentParams): Promise<TextDocumentContentResult> {
    this.#told.delete(uri);
    const given = await this.#make(uri);
    this.#given.set(uri, given);
    return { text: given.text };
  }

  /** These requests have changed; without a list, something that any may rest on. */
  changed(requests?: readonly string[]): void {
    if (this.#given.size === 0) return;
    const files = requests?.map(canonical);
    const affected = [...this.#given].filter(([uri, { request }]) => {
      return !this.#told.has(uri) && (!files || files.includes(request));
    });
    if (affected.length > 0 && this.#waiting.size === 0) setTimeout(() => this.#flush(), 0);
    for (const [uri] of affected) this.#waiting.add(uri);
  }

  /** An editor has done with the request. What stands beside it most likely goes, too. */
  closed(request: string): void {
    for (const [uri, given] of this.#given) {
      if (given.request !== canonical(request)) continue;
      if (!this.#told.has(uri)) this.#tell(uri);
      this.#given.delete(uri);
      this.#told.delete(uri);
    }
  }

  #flush(): void {
    const uris = [...this.#waiting];
    this.#waiting.clear();
    for (const uri of uris) this.#compare(uri).catch((error) => this.#connection.console.error(String(error)));
  }

  async #compare(uri: string): Promise<void> {
    const { text } = await this.#make(uri);
    const given = this.#given.get(uri);
    if (given && given.text !== text && !this.#told.has(uri)) this.#tell(uri);
  }

  #tell(uri: string): void {
    this.#told.add(uri);
    void bestEffort(() => this.#connection.workspace.textDocumentContent.refresh(uri));
  }

  /** While the request is broken, as it is between two keystrokes, the last good text stays. */
  async #make(uri: string): Promise<ShownDocument> {
    const { request = '', when } = readStoredUri(uri) ?? {};
    const good = this.#given.get(uri)?.good;
    const excuse = (reason: Text) => ({ request: canonical(request), text: this.#comment(reason), good });
    const { inspection } = (await this.#session.inspect(request)) ?? {};
    if (inspection?.kind !== 'request') return excuse(noRequest);
    const [first, second] = storedTexts(inspection.document, inspection.context.prediction, when);
    if (!first) return good === undefined ? excuse(brokenBody) : { ...excuse(brokenBody), text: good };
    const text = second ? this.#comment(oneOfSeveral) + first.text : first.text;
    return { request: canonical(request), text, good: text };
  }

  #comment(words: Text): string {
    return `// ${this.#say(words)}\n`;
  }
}
