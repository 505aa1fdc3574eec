import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { mistakenFor, parse, readProfile, requestContext } from '../../../../shared/index.ts';
import { checkMistaken } from '../../../../shared/rules/check.ts';
import { reportRequest } from '../../../../shared/rules/report.ts';
import { say } from '../../../../shared/text.ts';
import { run } from '../../../support/cliRun.ts';
import { documents } from '../../../support/documents.ts';
import { profileWith } from '../../../support/profiles.ts';
import { runs } from '../../../support/rotation.ts';

/** Whatever the command line shares between files makes no difference to what is found in each. */

const profile = profileWith('W locked on · P unlocked · A unlocked', { requirement: { have_number: true } });

async function byCommandLine(text: string, operation: string): Promise<readonly string[]> {
  const name = `a.zoom-${operation}.json`;
  const { out } = await run(`check ${name} --format json`, { 'zoom-lock-profile.json': profile, [name]: text });
  return JSON.parse(out).files[0].findings.map(
    ({ code, message }: { code: string; message: string }) => `${code}: ${message}`,
  );
}

function byEngine(text: string, operation: 'create' | 'update'): readonly string[] {
  const document = parse(text);
  const mistaken = mistakenFor(document);
  const context = requestContext(document, operation, { profile: readProfile(parse(profile)), meeting: undefined });
  const findings = mistaken ? checkMistaken({ document, mistaken, pointer: '' }) : reportRequest(context).findings;
  return findings.map(({ code, message }) => `${code}: ${say(message)}`);
}

const keys = fc.constantFrom(
  'settings',
  'password',
  'waiting_room',
  'meeting_authentication',
  'authentication_option',
  '__proto__',
  'a":',
  '',
  '0',
);
const leaves = fc.constantFrom<unknown>(
  true,
  false,
  null,
  '',
  'x1',
  'a: "b": c',
  '{"a":1}',
  '\\":',
  1,
  -1e300,
  [],
  [[]],
  {},
  [{ a: 1 }],
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium' },
    leaves,
    fc.dictionary(keys, tie('value'), { maxKeys: 4, noNullPrototype: false }),
    fc.array(tie('value'), { maxLength: 2 }),
  ),
}));
const bodies = fc.oneof(
  value,
  fc.record({ settings: value }),
  fc.record({ password: fc.string({ maxLength: 12 }), settings: value }),
);
const texts = bodies.chain((body) =>
  fc.constantFrom(undefined, 2, '\t').map((indent) => JSON.stringify(body, null, indent)),
);

describe('the findings of the command line are those of the engine', () => {
  for (const operation of ['create', 'update'] as const) {
    it(`${operation}: JSON of all kinds`, async () => {
      const law = fc.asyncProperty(texts, async (text) => {
        assert.deepEqual(await byCommandLine(text, operation), byEngine(text, operation));
      });
      await fc.assert(law, runs(50));
    });

    it(`${operation}: with comments, duplicates, trailing commas`, async () => {
      const law = fc.asyncProperty(documents, async (text) => {
        const bare = text.replace('\uFEFF', '');
        assert.deepEqual(await byCommandLine(bare, operation), byEngine(bare, operation));
      });
      await fc.assert(law, runs(50));
    });
  }

  for (const [what, text] of [
    [
      'a duplicate beside a string that looks like a key',
      '{ "a\\": ": 1, "settings": { "waiting_room": true, "waiting_room": true }, "password": "a1" }',
    ],
    [
      'a duplicate deep down',
      '{ "password": "a1", "settings": { "waiting_room": true, "x": [[{ "k": 1, "k": 1 }]] } }',
    ],
    ['an escaped duplicate', '{ "password": "a1", "settings": { "waiting_room": true, "waiting\\u005froom": true } }'],
    ['a number as key twice', '{ "1": 0, "1": 0, "password": "a1", "settings": { "waiting_room": true } }'],
    ['blanks before the colon', '{ "a"\n\t : 1, "a"\r\n:2, "password": "a1", "settings": { "waiting_room": true } }'],
    ['nothing but a value', '7'],
    [
      '199 arrays',
      `{ "password": "a1", "settings": { "waiting_room": true }, "x": ${'['.repeat(199)}${']'.repeat(199)} }`,
    ],
    [
      '200 arrays',
      `{ "password": "a1", "settings": { "waiting_room": true }, "x": ${'['.repeat(200)}${']'.repeat(200)} }`,
    ],
    ['a blank that JSON does not know', '{\u00a0"password": "a1", "settings": { "waiting_room": true } }'],
    ['a control character', '{ "password": "a1", "topic": "\u0001", "settings": { "waiting_room": true } }'],
  ] as const) {
    it(what, async () => assert.deepEqual(await byCommandLine(text, 'create'), byEngine(text, 'create')));
  }
});
