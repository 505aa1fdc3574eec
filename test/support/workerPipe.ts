import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver-protocol';

/** Two ends connected like a page and its worker: messages are structured clones, so that bytes stay bytes. */
export function workerPipe(): readonly [End, End] {
  const one = new Reader();
  const other = new Reader();
  return [
    { reader: one, writer: new Writer(other) },
    { reader: other, writer: new Writer(one) },
  ];
}

export interface End {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

class Reader extends AbstractMessageReader implements MessageReader {
  take: DataCallback = () => {};

  listen(callback: DataCallback): Disposable {
    this.take = callback;
    return { dispose: () => {} };
  }
}

class Writer extends AbstractMessageWriter implements MessageWriter {
  readonly #to: Reader;

  constructor(to: Reader) {
    super();
    this.#to = to;
  }

  async write(message: Message): Promise<void> {
    const copy = structuredClone(message);
    setImmediate(() => this.#to.take(copy));
  }

  end(): void {}
}
