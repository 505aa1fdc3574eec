import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as lsp from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { installHost } from './install.ts';
import { projectRoot } from './paths.ts';

/** VS Code's own JSON support as a process of its own, with the schemas that the manifest contributes. */
class JsonServer {
  readonly #connection: lsp.ProtocolConnection;
  #opened = 0;

  constructor(connection: lsp.ProtocolConnection) {
    this.#connection = connection;
  }

  /** The problems that it reports in a file with this name, each as `text: message`. */
  async complaints(name: string, text: string): Promise<readonly string[]> {
    const document = this.#open(name, text);
    const report = await this.#connection.sendRequest(lsp.DocumentDiagnosticRequest.type, {
      textDocument: { uri: document.uri },
    });
    if (report.kind !== 'full') return [];
    return report.items.map(({ range, message }) => `${document.getText(range)}: ${String(message)}`);
  }

  /** The labels of the completions at the bar `|`. */
  async proposals(name: string, text: string): Promise<readonly string[]> {
    const document = this.#open(name, text.replace('|', ''));
    const position = document.positionAt(text.indexOf('|'));
    const found = await this.#connection.sendRequest(lsp.CompletionRequest.type, {
      textDocument: { uri: document.uri },
      position,
    });
    return (Array.isArray(found) ? found : (found?.items ?? [])).map(({ label }) => label);
  }

  /** The hover on the first occurrence of `on`; empty if there is none. */
  async hover(name: string, text: string, on: string): Promise<string> {
    const document = this.#open(name, text);
    const position = document.positionAt(text.indexOf(on) + 1);
    const hover = await this.#connection.sendRequest(lsp.HoverRequest.type, {
      textDocument: { uri: document.uri },
      position,
    });
    return [hover?.contents ?? []].flat().map(String).join('\n');
  }

  /** Opens each text in a folder of its own, so that it is not taken for a new version of another. */
  #open(name: string, text: string): TextDocument {
    this.#opened += 1;
    const uri = `file:///requests/${this.#opened}/${name}`;
    const languageId = name.endsWith('.jsonc') ? 'jsonc' : 'json';
    const textDocument = { uri, languageId, version: 1, text };
    void this.#connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, { textDocument });
    return TextDocument.create(uri, languageId, 1, text);
  }
}

/** Ends with the test, or with the file if it is given the file's own `after`. */
export async function startJsonServer(test: { after(end: () => void): void }): Promise<JsonServer> {
  const server = join(await installHost(), 'extensions', 'json-language-features', 'server', 'dist', 'node');
  const child = spawn(process.execPath, [join(server, 'jsonServerMain.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = connect(child);
  test.after(() => {
    connection.dispose();
    child.kill();
  });
  await connection.sendRequest(lsp.InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } }, diagnostic: {} } },
    initializationOptions: { handledSchemaProtocols: ['file'] },
  });
  await connection.sendNotification(lsp.InitializedNotification.type, {});
  await connection.sendNotification('json/schemaAssociations', contributedSchemas());
  return new JsonServer(connection);
}

function connect({ stdout, stdin }: ChildProcess): lsp.ProtocolConnection {
  if (!stdout || !stdin) throw new Error('no pipes');
  const connection = lsp.createProtocolConnection(
    new lsp.StreamMessageReader(stdout),
    new lsp.StreamMessageWriter(stdin),
  );
  connection.listen();
  return connection;
}

interface Manifest {
  readonly contributes: {
    readonly jsonValidation: readonly { readonly fileMatch: string | readonly string[]; readonly url: string }[];
  };
}

/** In the form in which VS Code passes them to the server. */
function contributedSchemas() {
  const manifest: Manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  return manifest.contributes.jsonValidation.map(({ fileMatch, url }) => ({
    fileMatch: [fileMatch].flat().map((pattern) => `/${pattern}`),
    uri: pathToFileURL(join(projectRoot, url)).href,
  }));
}
