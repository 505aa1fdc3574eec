import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bodyOf } from './bodies.ts';

/** A program that reads all the files of the folder in which it is started. */
export interface Checker {
  readonly name: string;
  readonly command: readonly string[];
  /** It is a program of Node, so that its memory can be asked for. */
  readonly inNode: boolean;
}

interface CheckingTimes {
  /** Milliseconds of the fastest run of the whole process. */
  readonly fastest: number;
  /** MB; undefined where it is not known. */
  readonly memory: number | undefined;
}

export const fileCount = 10_000;

/** Bodies of 1 KB that are in order, or that leave the passcode out, so that Zoom makes one. No two are the same. */
export function writeBodies(folder: string, which: 'in order' | 'with findings'): void {
  mkdirSync(folder);
  const lock = { enabled: true, locked: false };
  const locks = { rules: '2025-03-24', waitingRoom: lock, passcode: lock, authentication: lock };
  writeFileSync(join(folder, 'zoom-lock-profile.json'), JSON.stringify(locks));
  for (let index = 0; index < fileCount; index++) {
    const body = bodyOf(1_000)
      .replace('Weekly planning', `Weekly planning ${index}`)
      .replace('plan-2026x', `plan-${index}`);
    const text = which === 'in order' ? body : body.replace('"password"', '"agenda"');
    writeFileSync(join(folder, `${index}.zoom-create.json`), text);
  }
}

/** In turn, so that whatever else the machine does meets them all. */
export function timesOfAll(checkers: readonly Checker[], folder: string, rounds: number): readonly CheckingTimes[] {
  const runs = checkers.map((): CheckingTimes[] => []);
  for (let round = 0; round < rounds; round++)
    checkers.forEach((checker, index) => {
      runs[index]?.push(run(checker, folder));
    });
  return runs.map((times) => ({
    fastest: Math.min(...times.map(({ fastest }) => fastest)),
    memory: times[0]?.memory === undefined ? undefined : Math.max(...times.map(({ memory = 0 }) => memory)),
  }));
}

function run({ name, command, inNode }: Checker, folder: string): CheckingTimes {
  const observed = inNode ? ['--require', join(import.meta.dirname, 'memory.cjs')] : [];
  const [program = '', ...rest] = inNode ? [process.execPath, ...observed, ...command] : command;
  const start = performance.now();
  const { output, status } = spawnSync(program, rest, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 30,
  });
  const fastest = performance.now() - start;
  // 1: it has found something.
  if (status !== 0 && status !== 1) throw new Error(`${name}: ${output[2]}`);
  return { fastest, memory: inNode ? Number(String(output[3])) / 1024 : undefined };
}
