/** The terminal of the process: its streams as the command line needs them. */
import { createInterface } from 'node:readline/promises';
import { WriteStream } from 'node:tty';
import { maxFileSize } from '../files/world.ts';
import type { BareTerminal } from './terminal.ts';

interface Output {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface Streams {
  readonly stdin: NodeJS.ReadableStream & { destroy(): unknown } & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: NodeJS.WritableStream & Output;
  readonly env: Readonly<Record<string, string | undefined>>;
}

type Console = Omit<BareTerminal, 'world' | 'cwd' | 'version' | 'rulesFolder'>;

interface OpenConsole {
  readonly terminal: Console;
  /** The user wants us to stop. Returns whether they have said so before. */
  readonly interrupt: () => boolean;
  /** Writes what has not been written yet, and removes what shows how far we are. */
  readonly end: () => void;
}

/** A terminal that has fewer columns, or does not say how many it has (0: that of a CI system), breaks lines itself. */
const fewestColumns = 20;

/** How often it is shown how far a run is, in milliseconds. A shorter run shows nothing. */
const interval = 200;

export function openConsole({ stdin, stdout, stderr, env }: Streams): OpenConsole {
  let interrupted = false;
  let isShown = false;
  let last = performance.now();
  const clear = () => {
    if (isShown) stderr.write('\r\u001b[K');
    isShown = false;
  };
  // In one piece as soon as others have their turn: thousands of short results take longer to write than to make.
  let waiting = '';
  const flush = () => {
    if (waiting === '') return;
    clear();
    stdout.write(waiting);
    waiting = '';
  };
  const out = (text: string) => {
    if (waiting === '' && text !== '') setImmediate(flush);
    waiting += text;
  };
  const error = (line: string) => {
    flush();
    clear();
    stderr.write(line);
  };
  const progress = (line: string) => {
    if (performance.now() - last < interval) return;
    last = performance.now();
    isShown = true;
    stderr.write(`\r${line.slice(0, (widthOf(stderr) ?? 80) - 1)}\u001b[K`);
  };
  const interrupt = () => {
    const isSecond = interrupted;
    interrupted = true;
    stdin.destroy();
    return isSecond;
  };
  const ask = (question: string) => {
    flush();
    return answerTo(question, stdin, stderr, interrupt);
  };
  const isDumb = isDumbTerminal(env);
  const terminal: Console = {
    readStdin: () => readUpTo(stdin),
    out,
    error,
    colours: hasColours(stdout, env),
    isWatched: stdout.isTTY ?? false,
    columns: stdout.isTTY && !isDumb ? widthOf(stdout) : undefined,
    progress: stderr.isTTY && !isDumb ? progress : undefined,
    ask: stdin.isTTY && stderr.isTTY ? ask : undefined,
    isInterrupted: () => interrupted,
  };
  const end = () => {
    flush();
    clear();
  };
  return { terminal, interrupt, end };
}

function widthOf({ columns = 0 }: Output): number | undefined {
  return columns >= fewestColumns ? columns : undefined;
}

/** Emacs and tasks of VS Code look for places in the lines of their terminal. */
function isDumbTerminal({ TERM }: Streams['env']): boolean {
  return TERM === 'dumb';
}

/** As Node decides it: by FORCE_COLOR alone where it is set, else for a terminal by NO_COLOR, TERM and the like. */
function hasColours({ isTTY = false }: Output, env: Streams['env']): boolean {
  const { FORCE_COLOR } = env;
  // Of both variables at once, Node would print a warning.
  if (FORCE_COLOR !== undefined) return WriteStream.prototype.hasColors({ FORCE_COLOR });
  return isTTY && WriteStream.prototype.hasColors(env);
}

/** Undefined where the user cancels. */
async function answerTo(
  question: string,
  input: Streams['stdin'],
  output: Streams['stderr'],
  interrupt: () => void,
): Promise<string | undefined> {
  const asking = createInterface({ input, output });
  try {
    return await new Promise<string | undefined>((resolve) => {
      asking.once('close', () => resolve(undefined));
      asking.once('SIGINT', () => {
        interrupt();
        asking.close();
      });
      asking.question(question).then(resolve, () => resolve(undefined));
    });
  } finally {
    asking.close();
  }
}

/** Stops reading above `maxFileSize`, which `decode` reports, and where the user interrupts. */
async function readUpTo(stdin: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stdin) {
      chunks.push(Buffer.from(chunk));
      length += chunk.length;
      if (length > maxFileSize) break;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
  return Buffer.concat(chunks);
}
