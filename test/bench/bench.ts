/**
 * Speeds as ratios against something in the same run, since machines differ. Run with `npm run bench`.
 *
 * 1. Keystroke to diagnostics over stdio, against a server that answers at once with nothing.
 * 2. Checking many files, against reading them and JSON.parse, both as processes of their own.
 * 3. Every feature on long texts, against texts of a quarter of the length.
 * 4. Requests a second of the stand-in, against node:http that answers with a constant; and its memory.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bodyOf } from './bodies.ts';
import { benchGrowth } from './growth.ts';
import { keystrokes } from './keystrokes.ts';
import { benchStandIn } from './standIn.ts';

const project = join(import.meta.dirname, '..', '..');
const server = join(project, 'dist', 'server.cjs');
const folder = mkdtempSync(join(tmpdir(), 'lens-bench-'));

try {
  await benchKeystrokes();
  benchFiles();
  await benchGrowth(say);
  await benchStandIn(server, folder, say);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function benchKeystrokes(): Promise<void> {
  say('Keystroke to diagnostics over stdio (milliseconds)');
  for (const [size, rounds] of [
    [1_000, 400],
    [100_000, 100],
    [2_000_000, 30],
  ] as const) {
    const text = bodyOf(size);
    const nothing = await keystrokes([join(import.meta.dirname, 'nothingServer.ts')], text, rounds, folder);
    const lens = await keystrokes([server, 'lsp', '--stdio'], text, rounds, folder);
    const ratio = (lens.median / nothing.median).toFixed(2);
    say(
      `  ${size} bytes: median ${ms(lens.median)}, p95 ${ms(lens.p95)}; at once ${ms(nothing.median)}; ratio ${ratio}`,
    );
  }
}

/** A tenth of the files has findings; a tenth are updates whose meeting is not at hand. */
function benchFiles(): void {
  const count = 10_000;
  const many = join(folder, 'many');
  mkdirSync(many);
  const lock = { enabled: true, locked: false };
  writeFileSync(
    join(many, 'zoom-lock-profile.json'),
    JSON.stringify({ rules: '2025-03-24', waitingRoom: lock, passcode: lock, authentication: lock }),
  );
  for (let index = 0; index < count; index++) {
    const operation = index % 10 === 1 ? 'update' : 'create';
    const text = index % 10 === 0 ? bodyOf(1_000).replace('"password"', '"remark"') : bodyOf(1_000);
    writeFileSync(join(many, `${index}.zoom-${operation}.json`), text);
  }
  const reading = join(import.meta.dirname, 'readAll.mjs');
  const baseline = fastest(() => run([reading, many]));
  const lens = fastest(() => run([server, 'check', many]));
  say(
    `Checking ${count} files: ${ms(lens)}; reading and JSON.parse: ${ms(baseline)}; ratio ${(lens / baseline).toFixed(2)}`,
  );
}

function run(args: readonly string[]): number {
  const start = performance.now();
  try {
    execFileSync(process.execPath, [...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  } catch {
    // `check` exits 1 where it finds something.
  }
  return performance.now() - start;
}

function fastest(measure: () => number): number {
  return Math.min(...Array.from({ length: 5 }, measure));
}

function ms(milliseconds: number): string {
  return milliseconds.toFixed(milliseconds < 100 ? 2 : 0);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
