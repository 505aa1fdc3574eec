import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { access, constants, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { hostFolder } from './paths.ts';

const run = promisify(execFile);

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts headless Chromium: `CHROME_PATH`, else one on the PATH, else that of @sparticuz/chromium (Linux x64). */
export async function launchChromium(): Promise<Browser> {
  const { CHROME_PATH } = process.env;
  const installed = CHROME_PATH || (await findOnPath(['chromium', 'google-chrome', 'google-chrome-stable']));
  const { executablePath, env } = installed ? { executablePath: installed, env: {} } : await packagedChromium();
  return chromium.launch({
    executablePath,
    headless: true,
    args: flags,
    env: { ...definedEnvironment(), ...env },
    // Playwright would catch the signal and let the process live; it ends the browser at the process's exit anyway.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

interface PackagedChromium {
  executablePath: string;
  env: Record<string, string>;
}

async function packagedChromium(): Promise<PackagedChromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium found: install Chromium or Chrome, or set CHROME_PATH to its executable.');
  }
  const folder = await unpackedChromium();
  const executablePath = join(folder, 'chromium');
  const { LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env;
  const libraries = [join(folder, 'al2023', 'lib'), LD_LIBRARY_PATH].filter(Boolean).join(':');
  const lacksFonts = !FONTCONFIG_PATH && !existsSync('/etc/fonts/fonts.conf');
  const env = {
    ...((await lacksLibraries(executablePath)) && { LD_LIBRARY_PATH: libraries }),
    ...(lacksFonts && { FONTCONFIG_PATH: join(folder, 'fonts') }),
  };
  return { executablePath, env };
}

/**
 * The package unpacks into the temporary folder at a fixed name and takes whatever lies there for complete, so two
 * test processes starting together would run half a file. A child process with a temporary folder of its own unpacks
 * instead, and the folder is moved into place in one step. Named as an AWS function, it unpacks the libraries too.
 */
async function unpackedChromium(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const folder = join(hostFolder, `chromium-${await versionOf(entry)}`);
  if (existsSync(folder)) return folder;
  await mkdir(hostFolder, { recursive: true });
  const scratch = await mkdtemp(`${folder}-`);
  try {
    const script = `import(${JSON.stringify(entry)}).then((chromium) => chromium.default.executablePath())`;
    const env = { ...process.env, TMPDIR: scratch, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
    await run(process.execPath, ['--eval', script], { env });
    await writeFile(join(scratch, 'fonts', 'fonts.conf'), fontConfiguration(join(folder, 'fonts')));
    await rename(scratch, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error; // else another process was faster
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return folder;
}

async function versionOf(entry: string): Promise<string> {
  const manifest: { version: string } = JSON.parse(await readFile(join(dirname(entry), '..', 'package.json'), 'utf8'));
  return manifest.version;
}

/** The package's own file names folders of AWS only. */
function fontConfiguration(folder: string): string {
  const folders = [folder, '/usr/share/fonts'].map((path) => `<dir>${path}</dir>`).join('');
  const head = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">';
  return `${head}<fontconfig>${folders}<cachedir>${folder}-cache</cachedir></fontconfig>\n`;
}

/** True also when `ldd` cannot tell: the packaged copies do no harm where they are not needed. */
async function lacksLibraries(executable: string): Promise<boolean> {
  try {
    return (await run('ldd', [executable])).stdout.includes('not found');
  } catch {
    return true;
  }
}

export async function findOnPath(names: readonly string[]): Promise<string | undefined> {
  const { PATH = '' } = process.env;
  const folders = PATH.split(delimiter).filter(Boolean);
  for (const file of names.flatMap((name) => folders.map((folder) => join(folder, name)))) {
    const executable = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (executable) return file;
  }
  return undefined;
}

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}
