import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { runCli } from '../../server/cli/cli.ts';
import type { BareTerminal, Serving } from '../../server/cli/terminal.ts';
import { type Content, InMemoryWorld } from './inMemoryWorld.ts';

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** The command line over files in memory; their names are relative to the working folder, `file:///repo/work`. */
export async function run(
  args: string,
  files: Readonly<Record<string, Content>> = {},
  stdin: Content = '',
): Promise<Run> {
  return runIn(worldOf(files), args.split(' ').filter(Boolean), stdin);
}

/** Interrupted at once. */
export const serving: Serving = {
  random: (below) => Math.floor(Math.random() * below),
  now: () => '2026-11-24T09:00:00Z',
  untilInterrupted: async () => 130,
};

export function worldOf(files: Readonly<Record<string, Content>>): InMemoryWorld {
  const world = new InMemoryWorld({ 'file:///repo/.git/HEAD': 'ref: refs/heads/main' });
  for (const [name, content] of Object.entries(files)) world.write(new URL(name, 'file:///repo/work/').href, content);
  return world;
}

export async function runIn(
  world: InMemoryWorld,
  args: readonly string[],
  stdin: Content = '',
  more: Partial<BareTerminal> = {},
): Promise<Run> {
  let out = '';
  let error = '';
  const bytes = stdin instanceof Uint8Array ? stdin : new TextEncoder().encode(String(stdin));
  const code = await runCli(args, {
    world,
    cwd: 'file:///repo/work',
    version: '1.2.3',
    rulesFolder: 'file:///package/docs/rules',
    readStdin: async () => bytes,
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
    serving,
    ...more,
  });
  return { code, out, error };
}

export const bundle = join(import.meta.dirname, '../../dist/server.cjs');

/** A folder on the real disk, which is removed after the test. */
export function folderWith(test: TestContext, files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'request lens ü#% '));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** The built command, as a process of its own. */
export function spawn(cwd: string, args: readonly string[], input: string | Uint8Array = ''): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], { cwd, input, encoding: 'utf8' });
  return { code: status, out: stdout, error: stderr };
}
