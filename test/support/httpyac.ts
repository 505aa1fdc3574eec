/** What httpYac sends for the requests of an .http file. Nothing leaves the process: a client of ours takes down what it is given. */
import { dirname, isAbsolute, join } from 'node:path';
import { AbstractRequestClient, io, type Request, send, store } from 'httpyac';

export interface Sent {
  /** The first line of its section, counted from 0. */
  readonly line: number;
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

Object.assign(io.fileProvider, {
  EOL: '\n',
  isAbsolute: async (path: string) => isAbsolute(path),
  dirname,
  joinPath: join,
  exists: async () => false,
  readdir: async () => [],
  hasExtension: (path: string, ...endings: string[]) => endings.some((each) => path.endsWith(each)),
  fsPath: (path: string) => path,
});
io.log.options.level = 1000;
io.log.options.logMethod = () => {};

class TakingDown extends AbstractRequestClient<undefined> {
  readonly supportsStreaming = false;
  readonly nativeClient = undefined;
  readonly reportMessage = '';
  readonly #taken: (request: Request) => void;
  readonly #request: Request;

  constructor(request: Request, taken: (request: Request) => void) {
    super();
    this.#request = request;
    this.#taken = taken;
  }

  async connect(): Promise<undefined> {}

  async send(): Promise<void> {
    this.#taken(this.#request);
  }

  disconnect(): void {}
}

/** A request that it cannot send, since a variable is not known, is as it is written. */
export async function sentByHttpYac(text: string): Promise<readonly Sent[]> {
  const files = new store.HttpFileStore();
  const httpFile = await files.parse('/ws/requests.http', text, { workingDir: '/ws', config: {} });
  const sent: Sent[] = [];
  for (const httpRegion of httpFile.httpRegions) {
    let taken: Request | undefined = httpRegion.request && { ...httpRegion.request };
    if (!taken) continue;
    // Those that it refers to are sent as well.
    io.httpClientProvider.createRequestClient = (request, context) =>
      new TakingDown(request, (each) => {
        if (context.httpRegion === httpRegion) taken = each;
      });
    await send({ httpFile, httpRegion, activeEnvironment: [], variables: {} }).catch(() => undefined);
    const { method = '', url = '', body } = taken;
    sent.push({ line: httpRegion.symbol.startLine, method, url, body: bodyOf(body) });
  }
  return sent;
}

function bodyOf(body: unknown): string {
  if (Array.isArray(body)) return body.map(bodyOf).join('');
  return typeof body === 'string' || Buffer.isBuffer(body) ? String(body) : '';
}
