import type { Connection, TextDocumentContentParams, TextDocumentContentResult } from 'vscode-languageserver';
import {
  applyEdits,
  fileEdit,
  type JsonDocument,
  quotedPlaceholders,
  type StoredText,
  type Text,
  text,
} from '../../shared/index.ts';
import { canonical, readStoredUri } from '../files/uris.ts';
import { type RequestInspection, whyNotPredicted } from '../inspection/inspection.ts';
import { isInDocument, shownBody } from '../inspection/shownBody.ts';
import { requestSubjects } from '../inspection/subject.ts';
import { bestEffort, logError } from './client.ts';
import type { Session } from './session.ts';

/** What the client was last shown at one URI. */
interface ShownDocument {
  /** The canonical URI of the request's file. */
  readonly request: string;
  readonly text: string;
  /** The last text of a request that could be read. */
  readonly good: string | undefined;
}

const noRequest = text`This is not a Zoom request.`;
const oneOfSeveral = text`One of several cases: in others, Zoom will store something else.`;

/**
 * Documents that show a request as Zoom will store it. The client is notified once when one is out of date; only when it
 * asks for the content again, because the document is still shown, will it be notified again.
 */
export class StoredDocuments {
  readonly #connection: Connection;
  readonly #session: Session;
  readonly #say: (text: Text) => string;
  readonly #shown = new Map<string, ShownDocument>();
  readonly #outdated = new Set<string>();
  readonly #waiting = new Set<string>();

  constructor(connection: Connection, session: Session, say: (text: Text) => string) {
    this.#connection = connection;
    this.#session = session;
    this.#say = say;
  }

  async content({ uri }: TextDocumentContentParams): Promise<TextDocumentContentResult> {
    this.#outdated.delete(uri);
    const shown = await this.#make(uri);
    this.#shown.set(uri, shown);
    return { text: shown.text };
  }

  /** These requests have changed; without a list, something that any of them may depend on. */
  changed(requests?: readonly string[]): void {
    if (this.#shown.size === 0) return;
    const files = requests?.map(canonical);
    const affected = [...this.#shown].filter(([uri, { request }]) => {
      return !this.#outdated.has(uri) && (!files || files.includes(request));
    });
    if (affected.length > 0 && this.#waiting.size === 0) setTimeout(() => this.#flush(), 0);
    for (const [uri] of affected) this.#waiting.add(uri);
  }

  /** The editor has closed the request, and most likely the document next to it, too. */
  closed(request: string): void {
    for (const [uri, shown] of this.#shown) {
      if (shown.request !== canonical(request)) continue;
      if (!this.#outdated.has(uri)) this.#announce(uri);
      this.#shown.delete(uri);
      this.#outdated.delete(uri);
    }
  }

  #flush(): void {
    const uris = [...this.#waiting];
    this.#waiting.clear();
    for (const uri of uris) this.#compare(uri).catch((error) => logError(this.#connection, error));
  }

  async #compare(uri: string): Promise<void> {
    const { text } = await this.#make(uri);
    const shown = this.#shown.get(uri);
    if (shown && shown.text !== text && !this.#outdated.has(uri)) this.#announce(uri);
  }

  #announce(uri: string): void {
    this.#outdated.add(uri);
    void bestEffort(() => this.#connection.workspace.textDocumentContent.refresh(uri));
  }

  /** While the request is broken, as it often is while typing, the last good text stays. */
  async #make(uri: string): Promise<ShownDocument> {
    const { request = '', name, when, isSent } = readStoredUri(uri) ?? {};
    const good = this.#shown.get(uri)?.good;
    const excuse = (reason: Text) => ({ request: canonical(request), text: this.#comment(reason), good });
    const { text: file, subjects = [] } = (await this.#session.inspect(request)) ?? {};
    const { inspection } = requestSubjects(subjects).find((each) => each.inspection.name === name) ?? {};
    if (!file || !inspection) return excuse(noRequest);
    const { document, stored } = shownBody(inspection);
    if (isSent) return { request: canonical(request), text: quotedPlaceholders(document.text), good };
    const [first, second] = stored(when);
    if (!first) return { ...excuse(whyNotPredicted(inspection)), ...(good === undefined ? {} : { text: good }) };
    const text = (second ? this.#comment(oneOfSeveral) : '') + storedText(file.getText(), inspection, document, first);
    return { request: canonical(request), text, good: text };
  }

  #comment(words: Text): string {
    return `// ${this.#say(words)}\n`;
  }
}

/** Of a document or of code, the body alone, as valid JSON: the editor would underline placeholders without quotes. */
function storedText(
  file: string,
  inspection: RequestInspection,
  { text }: JsonDocument,
  { edits }: Pick<StoredText, 'edits'>,
): string {
  if (isInDocument(inspection)) return quotedPlaceholders(applyEdits(text, edits));
  return applyEdits(
    file,
    edits.map((each) => fileEdit(inspection.map, each)),
  );
}
