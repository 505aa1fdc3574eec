import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Run, runIn, worldOf } from '../support/cliRun.ts';
import { runs, seed } from '../support/effort.ts';
import { exampleFiles } from '../support/exampleFiles.ts';
import { mutilated, mutilations } from '../support/mutilation.ts';

/** Files that no editor would write, in every command of the command line: reported in a sentence, never a crash. */

const paths = Object.keys(exampleFiles);
const responses = paths.filter((each) => each.startsWith('settings-responses/'));

/** Bytes that are exchanged, whatever they are part of; places are thousandths of the file. */
const flips = fc.array(fc.record({ at: fc.nat(1000), byte: fc.constantFrom(0, 0x22, 0x80, 0xc0, 0xed, 0xfe, 0xff) }), {
  maxLength: 3,
});
const encodings = fc.constantFrom('utf-8', 'utf-8', 'utf-8', 'utf-16le', 'utf-16be', 'surrogates');

const plans = fc.record({ path: fc.constantFrom(...paths), how: mutilations, flips, encoding: encodings });
type Plan = typeof plans extends fc.Arbitrary<infer Each> ? Each : never;

function bytesOf({ path, how, flips, encoding }: Plan): Uint8Array {
  const bytes = encoded(mutilated(exampleFiles[path] ?? '', how), encoding);
  for (const { at, byte } of flips) bytes[Math.floor((bytes.length * at) / 1001)] = byte;
  return bytes;
}

function encoded(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'surrogates')
    return Buffer.concat([new TextEncoder().encode(text), Buffer.from([0xed, 0xa0, 0x80])]);
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return encoding === 'utf-16le' ? bytes : bytes.swap16();
}

/** The commands that a file is good for, as the working folder `examples` sees it. */
function commandsFor(path: string): readonly (readonly string[])[] {
  const profile = ['--profile', path];
  const meeting = ['--operation', 'update', '--meeting', path];
  return [
    ['predict', path, '--format', 'json'],
    ['predict', path, '--operation', 'create'],
    ['predict', path, '--operation', 'update', '--diff'],
    ['predict', 'enterprise', '--format', 'json', ...profile],
    ['predict', 'small-team', '--format', 'json', ...meeting],
    ['check', path],
    ['check', '.', '--format', 'json'],
    ['check', path, '--format', 'json', '--operation', 'create'],
    ['explain', path],
    ['explain', '-', '--operation', 'update'],
    ['import', path],
    ['import', ...responses, path, '--groups', 'legacy'],
    ['import', responses[0] ?? '', '--output', path],
    ['import', responses[0] ?? '', '--output', 'new/zoom-lock-profile.json', '--level', 'account'],
  ];
}

const envelopes: Readonly<Record<string, readonly string[]>> = {
  predict: ['version', 'requests', 'problems'],
  check: ['version', 'files', 'problems', 'summary'],
};

function assertSound(args: readonly string[], { code, out, error }: Run): void {
  const what = args.join(' ');
  assert.ok(code === 0 || code === 1 || code === 2, `${what}: exit code ${code}`);
  // What is wrong in a request makes `check` and `predict` fail.
  assert.ok(code !== 1 || args[0] === 'check' || args[0] === 'predict', `${what}: exit code 1`);
  assert.ok(code !== 2 || error !== '', `${what}: exit code 2 without a word`);
  assert.doesNotMatch(error, /^\s+at .+:\d+|\b(Type|Range|Reference|Internal)Error\b|\bundefined\b/m, what);
  if (!args.includes('json')) return;
  assert.deepEqual(Object.keys(JSON.parse(out)), envelopes[args[0] ?? ''], what);
}

describe('a mutilated file', () => {
  it('is reported or accepted by every command', async (test) => {
    let commands = 0;
    const law = fc.asyncProperty(plans, async (plan) => {
      const bytes = bytesOf(plan);
      for (const args of commandsFor(plan.path)) {
        const world = worldOf({ ...exampleFiles, [plan.path]: bytes });
        assertSound(args, await runIn(world, args, bytes));
        commands++;
      }
    });
    await fc.assert(law, runs(8, 1000));
    test.diagnostic(`${commands} commands, seed ${seed}`);
  });
});
