import { spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { findOnPath } from './chromium.ts';
import { projectRoot } from './paths.ts';
import { startServer } from './server.ts';

/** The request that is shown first: Zoom turns its Waiting Room on, although it says `false`. */
const first = join('small-team', 'customer-demo.zoom-create.json');

/**
 * Opens the examples in VS Code with the extension in development: in the desktop's own where `code` starts one, else
 * (or with `--browser`) in one that is served to the browser.
 */
async function start(): Promise<void> {
  const { main }: { main: string } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  if (!existsSync(join(projectRoot, main))) throw new Error(`The extension is not built: ${main} is missing.`);
  const workspace = join(projectRoot, 'examples');
  const code = process.argv.includes('--browser') ? undefined : await desktopCode();
  if (code && (await openDesktop(code, workspace))) return;
  await serve(workspace);
}

/** A `code` in a remote terminal, a container or WSL opens its window elsewhere, where this folder may not exist. */
async function desktopCode(): Promise<string | undefined> {
  const { VSCODE_IPC_HOOK_CLI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (VSCODE_IPC_HOOK_CLI || (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY)) return undefined;
  const code = await findOnPath(process.platform === 'win32' ? ['code.cmd'] : ['code']);
  const remote = code && (/remote-cli|code-server/.test(realpathSync(code)) || code.startsWith('/mnt/'));
  return remote ? undefined : code;
}

/** Answers false when this VS Code refuses, for instance because root runs it. */
function openDesktop(code: string, workspace: string): Promise<boolean> {
  const args = [
    `--extensionDevelopmentPath=${projectRoot}`,
    '--disable-workspace-trust',
    workspace,
    join(workspace, first),
  ];
  const windows = process.platform === 'win32';
  const quoted = windows ? [code, ...args].map((part) => `"${part}"`) : [code, ...args];
  return new Promise((resolve) => {
    const child = spawn(quoted[0] ?? code, quoted.slice(1), { stdio: 'inherit', shell: windows });
    child.on('error', () => resolve(false));
    child.on('exit', (status) => resolve(status === 0));
  });
}

async function serve(workspace: string): Promise<void> {
  const server = await startServer({ extension: projectRoot });
  const stopped = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve()).once('SIGTERM', () => resolve());
  });
  process.stdout.write(
    `Open ${server.addressOf(workspace, { file: join(workspace, first) })} in your browser\nCtrl+C stops it.\n`,
  );
  await stopped;
  await server.stop();
}

await start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
