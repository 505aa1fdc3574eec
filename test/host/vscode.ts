import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, ConsoleMessage, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { type Server, type ServerOptions, startServer } from './server.ts';

const openTimeout = 60_000;
const actionTimeout = 30_000;
const runTimeout = 400_000;
const exitTimeout = 20_000;

/** A VS Code that opens any number of folders, each in a page of its own, isolated from the others. */
export interface Host {
  /** Waits until the workbench is restored. */
  open(workspace: string, look?: Look): Promise<VsCode>;
  /** Runs a test module in the extension host. One at a time, since the result is read from the server's output. */
  runTests(options: TestOptions): Promise<TestRun>;
  /** Ends the server, and the browser unless that was given. */
  close(): Promise<void>;
}

interface Look {
  viewport?: { width: number; height: number };
  /** Device pixels per CSS pixel; 1 if left out. */
  scale?: number;
  /** It is not looked at: the page is transparent, and so is not drawn. Without a graphics card, the processor would do that. */
  isUnseen?: boolean;
}

interface VsCode {
  page: Page;
  close(): Promise<void>;
}

interface TestOptions {
  workspace: string;
  /** See `Opened`. */
  tests: string;
}

interface TestRun {
  ok: boolean;
  /** Console lines of page and extension host without VS Code's own chatter. */
  output: readonly string[];
}

export async function startHost(options: ServerOptions, given?: Browser): Promise<Host> {
  const browser = given ?? (await launchChromium());
  const end = async (): Promise<void> => {
    if (!given) await browser.close().catch(() => undefined); // it may have crashed
  };
  const server = await startServer({ isLean: true, ...options }).catch((error) =>
    end().then(() => Promise.reject(error)),
  );
  return {
    open: (workspace, look) => open(browser, server.addressOf(workspace), Boolean(options.extension), look),
    runTests: (tests) => runTests(browser, server, tests),
    close: () => end().then(server.stop),
  };
}

async function open(browser: Browser, url: string, development: boolean, look?: Look): Promise<VsCode> {
  const { page, logs } = await newPage(browser, look);
  try {
    await page.goto(url);
    await untilRestored(page, development);
    return { page, close: () => page.close() };
  } catch (error) {
    await page.close();
    throw withLogs(error, logs);
  }
}

const smallAndUnseen: Look = { viewport: { width: 640, height: 400 }, isUnseen: true };

/**
 * The workbench calls a global `codeAutomationExit` with the exit code when `run()` has resolved (0) or rejected (1), the
 * way VS Code's own web tests are ended.
 */
async function runTests(browser: Browser, server: Server, { workspace, tests }: TestOptions): Promise<TestRun> {
  const { page, logs } = await newPage(browser, smallAndUnseen);
  try {
    const printed = server.output.length;
    const exit = new EventEmitter();
    await page.exposeFunction('codeAutomationExit', (code: number) => exit.emit('code', code));
    const ended = once(exit, 'code').then(([code]: number[]) => code);
    const late = pause(runTimeout, undefined, { ref: false });
    await page.goto(server.addressOf(workspace, { tests }));
    const code = await Promise.race([ended, late]);
    if (code === undefined) logs.push('The tests did not end in time.');
    const ok = code === 0 && (await endedWell(() => server.output.slice(printed)));
    if (code === 0 && !ok) logs.push('The extension host died before the tests ended.');
    return { ok, output: logs };
  } finally {
    await page.close();
  }
}

/** The workbench also reports 0 when the extension host died; the server knows how that process ended. */
async function endedWell(serverOutput: () => readonly string[]): Promise<boolean> {
  for (let waited = 0; waited < exitTimeout; waited += 100) {
    const exit = /Extension Host Process exited with code: (.*)/.exec(serverOutput().join(''));
    if (exit) return exit[1] === '0, signal: null.';
    await pause(100);
  }
  return false;
}

interface LoggedPage {
  readonly page: Page;
  readonly logs: string[];
}

async function newPage(browser: Browser, look: Look = {}): Promise<LoggedPage> {
  const { viewport = { width: 1280, height: 800 }, scale = 1, isUnseen = false } = look;
  // What moves is drawn sixty times a second, by the processor.
  const page = await browser.newPage({ viewport, deviceScaleFactor: scale, reducedMotion: 'reduce' });
  page.setDefaultTimeout(actionTimeout);
  if (isUnseen) await page.addInitScript(makeTransparent);
  const logs: string[] = [];
  page.on('console', (message) => {
    const line = lineOf(message);
    if (!hostNoise.some((noise) => noise.test(line))) logs.push(line);
  });
  return { page, logs };
}

/** Runs in the page, before there is an element. */
const makeTransparent = `{
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('html { opacity: 0 !important }');
  document.adoptedStyleSheets = [sheet];
}`;

/** The workbench prefixes what it prints with a level and a colour, also the extension host's lines. */
function lineOf(message: ConsoleMessage): string {
  return message
    .text()
    .replace(/^%c\s*(\w+) color: #\w+ /, (_, level: string) => (level === 'INFO' ? '' : `${level} `));
}

/** A built workbench reports what it is doing and what it lacks: uncompiled parts, a marketplace, an account. */
const hostNoise = [
  /^(WARN |ERR )?\[(driver|AgentHost|AccountPolicyGate|Service Worker|reconnection-grace-time)/,
  /^(Resolving connection token|Resolved connection token|Creating a socket|Updating additional builtin extensions)/,
  /^(Failed to load resource|A bad HTTP response code|An iframe which has|The web worker extension host is started)/,
  /Could not locate the bindings file|native-watchdog|open-vsx\.org|authentication provider 'github'/,
  /^WARN (Creation of workbench contribution|No search provider registered)/,
];

/** Waits for the parts that are drawn last; the smoke test driver is more reliable, but only exists in development. */
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
