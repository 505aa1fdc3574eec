import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, ConsoleMessage, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { type ServerOptions, startServer } from './server.ts';

const openTimeout = 60_000;
const actionTimeout = 30_000;
const runTimeout = 400_000;
const exitTimeout = 20_000;

export interface VsCodeOptions extends ServerOptions {
  viewport?: { width: number; height: number };
  /** Pixels of a picture for one of the page; one if left out. */
  scale?: number;
}

export interface VsCode {
  page: Page;
  url: string;
  /** Console lines of the page without VS Code's own chatter; the extension host's are among them while tests run. */
  logs: string[];
  close(): Promise<void>;
}

/** Opens the workspace in a fresh VS Code in headless Chromium, and waits until the workbench is restored. */
export async function startVsCode(options: VsCodeOptions): Promise<VsCode> {
  const opened = await openPage(options);
  try {
    await opened.page.goto(opened.url);
    await untilRestored(opened.page, Boolean(options.extension));
    return opened;
  } catch (error) {
    await opened.close();
    throw withLogs(error, opened.logs);
  }
}

export interface TestOptions extends VsCodeOptions {
  tests: string;
  /** Milliseconds; three minutes if left out. */
  timeout?: number;
  /** Called with each line the tests print, as it comes. */
  onLine?: (line: string) => void;
}

export interface TestRun {
  ok: boolean;
  output: string[];
}

/**
 * Runs a test module in the extension host. The workbench calls a global `codeAutomationExit` with the exit code when
 * `run()` has resolved (0) or rejected (1), the way VS Code's own web tests are ended.
 */
export async function runTests(options: TestOptions): Promise<TestRun> {
  const opened = await openPage(options, options.onLine);
  try {
    const exit = new EventEmitter();
    await opened.page.exposeFunction('codeAutomationExit', (code: number) => exit.emit('code', code));
    const ended = once(exit, 'code').then(([code]: number[]) => code);
    const late = pause(options.timeout ?? runTimeout, undefined, { ref: false });
    await opened.page.goto(opened.url);
    const code = await Promise.race([ended, late]);
    if (code === undefined) opened.logs.push('The tests did not end in time.');
    const ok = code === 0 && (await endedWell(opened.serverOutput));
    if (code === 0 && !ok) opened.logs.push('The extension host died before the tests ended.');
    return { ok, output: opened.logs };
  } finally {
    await opened.close();
  }
}

/** The workbench reports 0 also when the extension host died; how that process ended is known to the server. */
async function endedWell(serverOutput: readonly string[]): Promise<boolean> {
  for (let waited = 0; waited < exitTimeout; waited += 100) {
    const exit = /Extension Host Process exited with code: (.*)/.exec(serverOutput.join(''));
    if (exit) return exit[1] === '0, signal: null.';
    await pause(100);
  }
  return false;
}

interface OpenedPage extends VsCode {
  serverOutput: readonly string[];
}

async function openPage(options: VsCodeOptions, onLine?: (line: string) => void): Promise<OpenedPage> {
  const server = await startServer(options);
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close().catch(() => undefined); // it may have crashed
    await server.stop();
  };
  try {
    browser = await launchChromium();
    const { viewport = { width: 1280, height: 800 }, scale = 1 } = options;
    const page = await browser.newPage({ viewport, deviceScaleFactor: scale });
    page.setDefaultTimeout(actionTimeout);
    const logs: string[] = [];
    page.on('console', (message) => {
      const line = lineOf(message);
      if (hostNoise.some((noise) => noise.test(line))) return;
      logs.push(line);
      onLine?.(line);
    });
    return { page, url: server.url, logs, close, serverOutput: server.output };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The workbench puts its level and a colour before what it prints, also before the extension host's lines. */
function lineOf(message: ConsoleMessage): string {
  return message
    .text()
    .replace(/^%c\s*(\w+) color: #\w+ /, (_, level: string) => (level === 'INFO' ? '' : `${level} `));
}

/** A built workbench tells what it is doing and misses: parts that were not compiled, a marketplace, an account. */
const hostNoise = [
  /^(WARN |ERR )?\[(driver|AgentHost|AccountPolicyGate|Service Worker|reconnection-grace-time)/,
  /^(Resolving connection token|Resolved connection token|Creating a socket|Updating additional builtin extensions)/,
  /^(Failed to load resource|A bad HTTP response code|An iframe which has|The web worker extension host is started)/,
  /Could not locate the bindings file|native-watchdog|open-vsx\.org|authentication provider 'github'/,
  /^WARN (Creation of workbench contribution|No search provider registered)/,
];

/** Waits for the parts that are drawn last; the smoke test driver knows better, but is there in development only. */
async function untilRestored(page: Page, development: boolean): Promise<void> {
  await page.locator('[id="status.notifications"]').waitFor({ timeout: openTimeout });
  if (!development) return;
  await page.waitForFunction('globalThis.driver !== undefined', undefined, { timeout: openTimeout });
  await page.evaluate('globalThis.driver.whenWorkbenchRestored()');
}

function withLogs(error: unknown, logs: readonly string[]): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return new Error(`${reason}\nThe page printed:\n${logs.slice(-20).join('\n')}`, { cause: error });
}
