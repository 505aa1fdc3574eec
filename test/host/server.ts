import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { installHost } from './install.ts';
import { hostFolder } from './paths.ts';

const startTimeout = 60_000;

export interface ServerOptions {
  /** Absolute folder of the extension to run in development. */
  extension?: string;
  /** A .vsix file to install before the start. */
  vsix?: string;
  /** Runs the development extension and its tests in the web worker host, from the `browser` entry. */
  web?: boolean;
  settings?: Record<string, unknown>;
  /** Leaves Workspace Trust on, so that a fresh workspace opens in Restricted Mode. */
  restricted?: boolean;
  /**
   * For tests, which open many pages: of VS Code's own extensions only those of our languages, and the extension host of a
   * page that is closed ends soon; else it waits, and works, for minutes.
   */
  isLean?: boolean;
}

/** What is opened in a folder. All paths are absolute. */
interface Opened {
  /** A bundled module that exports `run()`; it needs an extension in development, and with `web` lies inside of it. */
  tests?: string;
  file?: string;
}

export interface Server {
  /** Opens a folder, with the extension, in a browser on this machine. */
  addressOf(workspace: string, more?: Opened): string;
  /** What the server has printed so far, including how extension hosts ended. */
  output: readonly string[];
  /** Ends the server with its extension hosts and removes its data. May be called twice. */
  stop(): Promise<void>;
}

/** Welcome pages, tips and questions of a fresh VS Code would get in the way of tests and screenshots. */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'files.autoSave': 'off', // in the browser VS Code would save on its own, here into the example files
  'remote.autoForwardPorts': false, // it lists all open files of the machine every two seconds
  'telemetry.telemetryLevel': 'off',
};

/** Starts VS Code's server on a free loopback port, with temporary data of its own, and waits until it answers. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const vscode = await installHost();
  const main = join(vscode, 'out', 'server-main.js');
  const data = await mkdtemp(join(tmpdir(), 'vscode-host-'));
  try {
    await writeSettings(data, options);
    if (options.isLean) await linkExtensions(join(vscode, 'extensions'), ownExtensions(data));
    if (options.vsix) await installVsix(main, data, options.vsix);
    return await launch(main, data, options);
  } catch (error) {
    await removeFolder(data);
    throw error;
  }
}

async function writeSettings(data: string, options: ServerOptions): Promise<void> {
  const kind = options.web && options.extension ? await webKind(options.extension) : {};
  const settings = JSON.stringify({ ...quietSettings, ...kind, ...options.settings }, undefined, 2);
  const folder = join(data, 'data', 'Machine');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), settings);
}

/** The workbench reads `extensionDevelopmentKind` from the URL and then ignores it (1.139), but it honours this setting. */
async function webKind(extension: string): Promise<Record<string, unknown>> {
  const text = await readFile(join(extension, 'package.json'), 'utf8');
  const { publisher, name }: { publisher: string; name: string } = JSON.parse(text);
  return { 'remote.extensionKind': { [`${publisher}.${name}`]: ['web'] } };
}

/** VS Code's own: the languages of our files, and what they look like. */
const leanExtensions = [
  'configuration-editing',
  'javascript',
  'json',
  'json-language-features',
  'markdown-basics',
  'markdown-language-features',
  'php',
  'python',
  'shellscript',
  'theme-defaults',
  'theme-seti',
  'typescript-basics',
];

async function linkExtensions(from: string, to: string): Promise<void> {
  await mkdir(to);
  for (const name of leanExtensions) await symlink(join(from, name), join(to, name), 'junction');
}

function ownExtensions(data: string): string {
  return join(data, 'builtin-extensions');
}

function folderFlags(data: string): string[] {
  return ['--accept-server-license-terms', '--server-data-dir', data, '--extensions-dir', join(data, 'extensions')];
}

async function installVsix(main: string, data: string, vsix: string): Promise<void> {
  const run = promisify(execFile);
  const { stdout, stderr } = await run(process.execPath, [main, '--install-extension', vsix, ...folderFlags(data)]);
  // The command exits with 0 also after a failure.
  if (!stdout.includes('successfully installed')) throw new Error(`${vsix} was not installed:\n${stdout}${stderr}`);
}

async function launch(main: string, data: string, options: ServerOptions): Promise<Server> {
  // A token, because a web page or another user of this machine could otherwise talk to the server as well.
  const token = randomBytes(16).toString('hex');
  const flags = ['--host', '127.0.0.1', '--port', '0', '--connection-token', token, ...folderFlags(data)];
  flags.push('--disable-telemetry', '--disable-getting-started-override');
  // In seconds.
  if (options.isLean) flags.push('--builtin-extensions-dir', ownExtensions(data), '--reconnection-grace-time', '5');
  // A built workbench accepts the paths of a development extension and of tests only from its own smoke tests.
  if (options.extension) flags.push('--enable-smoke-test-driver');
  if (!options.restricted) flags.push('--disable-workspace-trust');
  const child = spawn(process.execPath, [main, ...flags], {
    detached: true,
    env: serverEnvironment(data),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const forget = removeAtExit(child, data);
  const output: string[] = [];
  const stop = async (): Promise<void> => {
    await endGroup(child);
    await removeFolder(data);
    forget();
  };
  try {
    const host = `127.0.0.1:${await listeningPort(child, output)}`;
    const addressOf = (workspace: string, more: Opened = {}) =>
      address(host, token, workspace, options.extension, more);
    return { addressOf, output, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Sockets are removed with the data. Variables of an outer VS Code or test runner are dropped. Every page starts an extension
 * host: Node compiles its megabytes once for all.
 */
function serverEnvironment(data: string): NodeJS.ProcessEnv {
  const foreign = /^(VSCODE_|ELECTRON_|NODE_OPTIONS$|NODE_TEST_CONTEXT$)/;
  const entries = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  const NODE_COMPILE_CACHE = join(hostFolder, 'compiled');
  return { ...Object.fromEntries(entries), XDG_RUNTIME_DIR: data, NODE_COMPILE_CACHE };
}

/** The server chooses the port itself, so that no other process can take it in between. */
function listeningPort(child: ChildProcess, output: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string): void => reject(new Error(`${reason}:\n${output.join('').slice(-4000)}`));
    const timer = setTimeout(() => fail('VS Code did not start in time'), startTimeout);
    const read = (chunk: Buffer): void => {
      output.push(chunk.toString());
      const port = /agent listening on (\d+)/.exec(output.join(''))?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve(port);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('error', (error) => fail(error.message));
    child.on('exit', (code) => {
      clearTimeout(timer);
      fail(`VS Code ended early (exit ${code})`);
    });
  });
}

function address(host: string, token: string, workspace: string, extension: string | undefined, more: Opened): string {
  const payload = [['skipWelcome', 'true']];
  const remote = (path: string): string => `vscode-remote://${host}${pathToFileURL(path).pathname}`;
  if (extension) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (more.tests) payload.push(['extensionTestsPath', remote(more.tests)]);
  if (more.file) payload.push(['openFile', remote(more.file)]);
  const folder = pathToFileURL(workspace).pathname;
  return `http://${host}/?folder=${folder}&tkn=${token}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

/** An interrupted test process leaves neither a server nor its data behind. Returns a function that cancels this. */
function removeAtExit(child: ChildProcess, data: string): () => void {
  const onExit = (): void => {
    signalGroup(child, 'SIGKILL');
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    if (process.listenerCount(signal) === 0) process.exit(130); // else another listener decides
  };
  process.once('exit', onExit).once('SIGINT', onSignal).once('SIGTERM', onSignal);
  return () => {
    process.off('exit', onExit).off('SIGINT', onSignal).off('SIGTERM', onSignal);
  };
}

async function endGroup(child: ChildProcess): Promise<void> {
  const exited = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
  signalGroup(child, 'SIGTERM');
  await Promise.race([exited, pause(3000, undefined, { ref: false })]);
  signalGroup(child, 'SIGKILL');
}

/** The group includes the extension hosts and language servers; it can outlive the server itself. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // No process of the group is left.
  }
}

/** Retries, since a process that is just ending may still write into the folder. */
function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
