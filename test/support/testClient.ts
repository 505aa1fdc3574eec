import assert from 'node:assert/strict';
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  InitializeResult,
  Position,
  ProtocolConnection,
  PublishDiagnosticsParams,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import * as lsp from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  explainRequest,
  type ListFilesParams,
  listFilesRequest,
  loadReadersRequest,
  type ReadFileAnswer,
  type ReadFileParams,
  readFileRequest,
  type Status,
  type StoredAnswer,
  statusChanged,
  statusRequest,
  storedRequest,
} from '../../shared/protocol.ts';
import { say } from '../../shared/text.ts';
import type { Content, InMemoryWorld } from './inMemoryWorld.ts';
import { readDrawing } from './markers.ts';

/** A small editor: it has its own texts, and records everything that the server sends. */
export class TestClient {
  readonly world: InMemoryWorld;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly registered: lsp.Registration[] = [];
  readonly logged: string[] = [];
  refreshes = 0;
  /** The other refresh requests of the server: `inlayHint`, `semanticTokens`. */
  readonly refreshed: string[] = [];
  /** What the user has set, by full name. */
  readonly settings: Record<string, unknown> = {};
  lensRefreshes = 0;
  statusChanges = 0;
  /** The URIs that the server has reported as outdated, in order. */
  readonly outdated: string[] = [];
  initializeResult: InitializeResult | undefined;
  readonly connection: ProtocolConnection;
  readonly #capabilities: ClientCapabilities;
  readonly #texts = new Map<string, TextDocument>();
  readonly #closed = new Map<string, lsp.FullDocumentDiagnosticReport>();
  #roots: readonly string[];

  constructor(
    connection: ProtocolConnection,
    world: InMemoryWorld,
    capabilities: ClientCapabilities,
    roots: readonly string[],
  ) {
    this.connection = connection;
    this.world = world;
    this.#capabilities = capabilities;
    this.#roots = roots;
    connection.onNotification(lsp.PublishDiagnosticsNotification.type, (params) => void this.published.push(params));
    connection.onNotification(lsp.LogMessageNotification.type, ({ message }) => void this.logged.push(message));
    connection.onNotification(statusChanged, () => void this.statusChanges++);
    connection.onRequest(
      lsp.RegistrationRequest.type,
      ({ registrations }) => void this.registered.push(...registrations),
    );
    connection.onRequest(lsp.UnregistrationRequest.type, ({ unregisterations }) => {
      for (const { id } of unregisterations) {
        const at = this.registered.findIndex((each) => each.id === id);
        if (at >= 0) this.registered.splice(at, 1);
      }
    });
    connection.onRequest(lsp.DiagnosticRefreshRequest.type, () => void this.refreshes++);
    connection.onRequest(lsp.TextDocumentContentRefreshRequest.type, ({ uri }) => void this.outdated.push(uri));
    for (const shown of ['inlayHint', 'semanticTokens'])
      connection.onRequest(`workspace/${shown}/refresh`, () => void this.refreshed.push(shown));
    connection.onRequest(lsp.ConfigurationRequest.type, ({ items }) =>
      items.map(({ section = '' }) => settingsBelow(section, this.settings)),
    );
    connection.onRequest<ReadFileAnswer, void>(readFileRequest, ({ uri }: ReadFileParams) => this.#answerRead(uri));
    connection.onRequest(listFilesRequest, ({ folder, pattern, atMost }: ListFilesParams) =>
      world.find(folder, pattern, atMost),
    );
    connection.onRequest(loadReadersRequest, () => 'the code of the bundle');
    connection.onRequest(lsp.CodeLensRefreshRequest.type, () => void this.lensRefreshes++);
    connection.onRequest(lsp.WorkspaceFoldersRequest.type, () => this.#roots.map((uri) => ({ uri, name: uri })));
  }

  textOf(uri: string): string {
    return this.#document(uri).getText();
  }

  isOpen(uri: string): boolean {
    return this.#texts.has(uri);
  }

  open(uri: string, text = this.world.textOf(uri) ?? '', version = 1): void {
    this.#texts.set(uri, TextDocument.create(uri, 'json', version, text));
    const textDocument = { uri, languageId: 'json', version, text };
    this.#tell(lsp.DidOpenTextDocumentNotification.type, { textDocument });
  }

  /** Replaces the first occurrence of `from`, as typing would. */
  type(uri: string, from: string, to: string): void {
    this.change(uri, [{ range: this.rangeOf(uri, from), newText: to }]);
  }

  /** All edits refer to the text before; they are sent from the last to the first. */
  change(uri: string, edits: readonly TextEdit[]): void {
    const document = this.#document(uri);
    const backwards = [...edits].sort((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start));
    const contentChanges = backwards.map(({ range, newText }) => ({ range, text: newText }));
    const version = document.version + 1;
    this.#texts.set(uri, TextDocument.update(document, contentChanges, version));
    this.#tell(lsp.DidChangeTextDocumentNotification.type, { textDocument: { uri, version }, contentChanges });
  }

  /** Without writing to the disk. */
  save(uri: string): void {
    this.#tell(lsp.DidSaveTextDocumentNotification.type, { textDocument: { uri } });
  }

  close(uri: string): void {
    this.#texts.delete(uri);
    this.#tell(lsp.DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** Changes the disk (undefined: removes the file) and reports that, if the client watches files. */
  disk(uri: string, content: Content | undefined): void {
    const there = this.world.has(uri);
    if (content === undefined) this.world.remove(uri);
    else this.world.write(uri, content);
    this.tellDisk(uri, content === undefined ? 'deleted' : there ? 'changed' : 'created');
  }

  /** Reports that a file or folder has changed on the disk, if the client watches files. */
  tellDisk(uri: string, what: 'created' | 'changed' | 'deleted'): void {
    if (!this.#capabilities.workspace?.didChangeWatchedFiles) return;
    const types = {
      created: lsp.FileChangeType.Created,
      changed: lsp.FileChangeType.Changed,
      deleted: lsp.FileChangeType.Deleted,
    };
    this.#tell(lsp.DidChangeWatchedFilesNotification.type, { changes: [{ uri, type: types[what] }] });
  }

  folders(uris: readonly string[]): void {
    this.#roots = uris;
    this.#tell(lsp.DidChangeWorkspaceFoldersNotification.type, { event: { added: [], removed: [] } });
  }

  /** Resolves once the server has handled everything sent so far, including what it has put off to the next moment. */
  async settle(): Promise<void> {
    for (let round = 0; round < 3; round++) {
      await this.connection.sendRequest(statusRequest, { textDocument: { uri: 'nowhere:/' } });
      // Timers of equal length fire in their order: those that the server has set by now come before this one.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }

  /**
   * Resolves once the server has inspected all files as they are now, and has sent their findings. It is asked about a file
   * that does not exist, which it reports at once, but not before it has inspected all others.
   */
  async lookedAround(): Promise<void> {
    await this.settle();
    const previousResultIds = [{ uri: 'nowhere:/', value: 'none' }];
    await this.connection.sendRequest(lsp.WorkspaceDiagnosticRequest.type, { previousResultIds });
    await this.settle();
  }

  /** Resolves once the condition is true. A test that waits in vain ends with its timeout. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await this.settle();
  }

  report(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    const params = { textDocument: { uri }, ...(previousResultId ? { previousResultId } : {}) };
    return this.connection.sendRequest(lsp.DocumentDiagnosticRequest.type, params);
  }

  /**
   * Pulls what is new in the files that are not open, and remembers it as an editor does. Resolves only when there is
   * something new. Returns the codes by URI, without files that have none.
   */
  async closedCodes(): Promise<Readonly<Record<string, readonly unknown[]>>> {
    const previousResultIds = [...this.#closed].flatMap(([uri, { resultId }]) =>
      resultId ? [{ uri, value: resultId }] : [],
    );
    const report = await this.connection.sendRequest(lsp.WorkspaceDiagnosticRequest.type, { previousResultIds });
    for (const each of report.items) if (each.kind === 'full') this.#closed.set(each.uri, each);
    const found = [...this.#closed].filter(([, { items }]) => items.length > 0);
    return Object.fromEntries(found.map(([uri, { items }]) => [uri, items.map(({ code }) => code)]));
  }

  /** Pulled or pushed, depending on the client. */
  async diagnostics(uri: string): Promise<readonly Diagnostic[]> {
    if (!this.#capabilities.textDocument?.diagnostic) {
      await this.settle();
      return this.published.findLast((each) => each.uri === uri)?.diagnostics ?? [];
    }
    const report = await this.report(uri);
    return report.kind === 'full' ? report.items : assert.fail('unchanged, although nothing was known');
  }

  async codes(uri: string): Promise<readonly unknown[]> {
    return (await this.diagnostics(uri)).map(({ code }) => code);
  }

  /** Compares the text and its findings with a drawing as in `markers.ts`. Fails on missing and surplus findings. */
  async expect(uri: string, drawn: string): Promise<void> {
    const { text, expected } = readDrawing(drawn);
    assert.equal(this.textOf(uri), text);
    assert.deepEqual((await this.diagnostics(uri)).map(draw).sort(), [...expected].sort());
  }

  hover(uri: string, on: string): Promise<Hover | null> {
    const position = this.rangeOf(uri, on).start;
    return this.connection.sendRequest(lsp.HoverRequest.type, { textDocument: { uri }, position });
  }

  async hoverText(uri: string, on: string): Promise<string | undefined> {
    const contents = (await this.hover(uri, on))?.contents;
    return contents && typeof contents === 'object' && 'value' in contents ? contents.value : undefined;
  }

  /** At the first occurrence of `on`. */
  /** Without `triggerKind`, as an editor asks that does not say why. */
  async actions(
    uri: string,
    on: string,
    only?: readonly string[],
    triggerKind?: lsp.CodeActionTriggerKind,
  ): Promise<readonly CodeAction[]> {
    const context = { diagnostics: [], ...(only ? { only: [...only] } : {}), ...(triggerKind ? { triggerKind } : {}) };
    const params = { textDocument: { uri }, range: this.rangeOf(uri, on), context };
    return ((await this.connection.sendRequest(lsp.CodeActionRequest.type, params)) ?? []) as CodeAction[];
  }

  explain(uri: string): Promise<string | null> {
    return this.connection.sendRequest(explainRequest, { textDocument: { uri } });
  }

  status(uri: string): Promise<Status | null> {
    return this.connection.sendRequest(statusRequest, { textDocument: { uri } });
  }

  /** `at`: a text at which the cursor is. */
  stored(uri: string, at?: string): Promise<StoredAnswer | null> {
    const position = at === undefined ? {} : { position: this.rangeOf(uri, at).start };
    return this.connection.sendRequest(storedRequest, { textDocument: { uri }, ...position });
  }

  /** The text of a document whose content the server provides. */
  async content(uri: string): Promise<string> {
    return (await this.connection.sendRequest(lsp.TextDocumentContentRequest.type, { uri })).text;
  }

  /** Applies the edit as an editor would, and rejects one for another version of the text. */
  apply({ changes, documentChanges }: WorkspaceEdit): void {
    for (const [uri, edits] of Object.entries(changes ?? {})) this.change(uri, edits);
    for (const each of documentChanges ?? []) {
      if (!('kind' in each)) this.#edit(each.textDocument, each.edits as TextEdit[]);
      else if (each.kind === 'create') this.disk(each.uri, '');
      else assert.fail(`unexpected: ${each.kind}`);
    }
  }

  async lenses(uri: string): Promise<readonly (string | undefined)[]> {
    return (await this.codeLenses(uri)).map(({ command }) => command?.title);
  }

  async codeLenses(uri: string): Promise<readonly lsp.CodeLens[]> {
    return (await this.connection.sendRequest(lsp.CodeLensRequest.type, { textDocument: { uri } })) ?? [];
  }

  definition(uri: string, on: string): Promise<lsp.Location | null> {
    const position = this.rangeOf(uri, on).start;
    return this.connection.sendRequest('textDocument/definition', { textDocument: { uri }, position });
  }

  async hints(uri: string, range = this.rangeOf(uri, this.textOf(uri))): Promise<readonly lsp.InlayHint[]> {
    return (await this.connection.sendRequest(lsp.InlayHintRequest.type, { textDocument: { uri }, range })) ?? [];
  }

  /** The text with its inlay hints: `"waiting_room": false«→ true»`. */
  async hinted(uri: string): Promise<string> {
    const notes = (await this.hints(uri)).map(({ position, label }) => ({ position, note: `«${label}»` }));
    return this.#annotated(uri, notes);
  }

  /** The text with its marks: `"waiting_room": «overwritten false»`. */
  async marked(uri: string): Promise<string> {
    const { tokenModifiers } = this.#legend();
    return this.#drawn(uri, 'zoomField', (bits) => {
      const words = tokenModifiers.filter((_, bit) => bits & (1 << bit));
      assert.equal(words.shift(), 'deprecated');
      return `${words.join(' ')} `;
    });
  }

  /** The text with the names of fields that are coloured: `«"waiting_room"»: false`. */
  async coloured(uri: string): Promise<string> {
    return this.#drawn(uri, 'zoomSecurityField', (bits) => {
      assert.equal(bits, 0);
      return '';
    });
  }

  #legend(): lsp.SemanticTokensLegend {
    return this.initializeResult?.capabilities.semanticTokensProvider?.legend ?? assert.fail();
  }

  /** With the semantic tokens of one type, each after a label made of its modifiers. */
  async #drawn(uri: string, tokenType: string, label: (bits: number) => string): Promise<string> {
    const tokens = await this.connection.sendRequest(lsp.SemanticTokensRequest.type, { textDocument: { uri } });
    const data = tokens?.data ?? [];
    const notes: { position: Position; note: string }[] = [];
    let [line, character] = [0, 0];
    for (let at = 0; at < data.length; at += 5) {
      const [lines = 0, characters = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
      character = lines === 0 ? character + characters : characters;
      line += lines;
      if (this.#legend().tokenTypes[type] !== tokenType) continue;
      notes.push({ position: { line, character }, note: `«${label(bits)}` });
      notes.push({ position: { line, character: character + length }, note: '»' });
    }
    return this.#annotated(uri, notes);
  }

  async completions(uri: string, offset: number): Promise<readonly lsp.CompletionItem[]> {
    const params = { textDocument: { uri }, position: this.position(uri, offset) };
    return ((await this.connection.sendRequest(lsp.CompletionRequest.type, params)) ?? []) as lsp.CompletionItem[];
  }

  /** Inserts the item as an editor would; placeholders of a snippet stay empty. */
  accept(uri: string, { textEdit, additionalTextEdits = [], insertTextFormat }: lsp.CompletionItem): void {
    const edit = textEdit as TextEdit;
    const isSnippet = insertTextFormat === lsp.InsertTextFormat.Snippet;
    const newText = isSnippet ? edit.newText.replace(/\$\d/, '') : edit.newText;
    this.change(uri, [...additionalTextEdits, { ...edit, newText }]);
  }

  /** Changes a setting and notifies the server. */
  set(setting: string, value: unknown): void {
    this.settings[setting] = value;
    this.#tell(lsp.DidChangeConfigurationNotification.type, { settings: null });
  }

  /** At the first occurrence of `on`. */
  references(uri: string, on: string): Promise<lsp.Location[] | null> {
    const position = this.rangeOf(uri, on).start;
    const context = { includeDeclaration: false };
    return this.connection.sendRequest(lsp.ReferencesRequest.type, { textDocument: { uri }, position, context });
  }

  async applyAction(uri: string, on: string, title: string, only?: readonly string[]): Promise<void> {
    const actions = await this.actions(uri, on, only);
    const action = actions.find((each) => each.title === title);
    assert.ok(action?.edit, `no "${title}" among: ${actions.map((each) => each.title).join(' | ')}`);
    this.apply(action.edit);
  }

  rangeOf(uri: string, text: string): Range {
    const document = this.#document(uri);
    const start = document.getText().indexOf(text);
    assert.ok(start >= 0, `${text} stands nowhere`);
    return { start: document.positionAt(start), end: document.positionAt(start + text.length) };
  }

  position(uri: string, offset: number): Position {
    return this.#document(uri).positionAt(offset);
  }

  #annotated(uri: string, notes: readonly { readonly position: Position; readonly note: string }[]): string {
    const document = this.#document(uri);
    const edits = notes.map(({ position, note }) => ({ range: { start: position, end: position }, newText: note }));
    return TextDocument.applyEdits(document, edits);
  }

  #edit({ uri, version }: lsp.OptionalVersionedTextDocumentIdentifier, edits: readonly TextEdit[]): void {
    const open = this.#texts.get(uri);
    if (open) {
      assert.equal(version, open.version);
      this.change(uri, edits);
    } else {
      const before = TextDocument.create(uri, 'json', 0, this.world.textOf(uri) ?? '');
      this.disk(uri, TextDocument.applyEdits(before, [...edits]));
    }
  }

  /** For a server in a worker: bytes, as an editor returns them. */
  async #answerRead(uri: string): Promise<ReadFileAnswer> {
    const read = await this.world.read(uri);
    if (read.state === 'text') return { state: 'bytes', bytes: new TextEncoder().encode(read.text) };
    return read.state === 'unreadable' ? { ...read, reason: say(read.reason) } : read;
  }

  #document(uri: string): TextDocument {
    return this.#texts.get(uri) ?? assert.fail(`${uri} is not open`);
  }

  #tell<P, Options>(type: lsp.ProtocolNotificationType<P, Options>, params: P): void {
    void this.connection.sendNotification(type.method, params);
  }
}

/** As editors answer for a section: an object of what is set in it. */
function settingsBelow(section: string, settings: Readonly<Record<string, unknown>>): object | null {
  const own = Object.entries(settings).filter(([name, value]) => name.startsWith(`${section}.`) && value !== undefined);
  const nested = own.map(([name, value]) =>
    name
      .slice(section.length + 1)
      .split('.')
      .reduceRight<unknown>((inner, key) => ({ [key]: inner }), value),
  );
  return nested.length > 0 ? Object.assign({}, ...nested) : null;
}

const severityWords = ['', 'error', 'warning', 'information', 'hint'];

function draw({ range: { start, end }, severity, code, message }: Diagnostic): string {
  assert.equal(start.line, end.line);
  return `${start.line + 1}:${start.character}-${end.character} ${severityWords[severity ?? 0]} ${code}: ${String(message)}`;
}
