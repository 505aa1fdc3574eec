import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { run } from '../../../support/cliRun.ts';
import { profileWith } from '../../../support/profiles.ts';

/** One choice of severities, wherever findings are printed. */

const locks = JSON.parse(profileWith('W locked on · P unlocked · A unlocked'));
const profile = (severities: object) => JSON.stringify({ ...locks, severities });
const overwritten = '{ "password": "q8zXw2Lt", "settings": { "waiting_room": false } }';
const files = (severities: object = {}) => ({
  'zoom-lock-profile.json': profile(severities),
  'a.zoom-create.json': overwritten,
});
const own = 'waiting-room-overwritten';

/** The exit code, and the severities of what is found in the request. */
async function checked(args: string, severities?: object) {
  const { code, out } = await run(`check . --format json ${args}`, files(severities));
  const { files: all, summary } = JSON.parse(out);
  const [request] = all;
  return { code, summary, found: request.findings.map((each: { severity: string }) => each.severity) };
}

describe('check', () => {
  it('the exit code and the counts go by what is chosen', async () => {
    for (const [args, severities, expected] of [
      ['', {}, [1, ['warning'], 0, 1]],
      ['', { [own]: 'error' }, [1, ['error'], 1, 0]],
      ['', { [own]: 'information' }, [0, ['information'], 0, 0]],
      ['', { [own]: 'off' }, [0, [], 0, 0]],
      [`--set-severity ${own}=hint`, {}, [0, ['hint'], 0, 0]],
      [`--set-severity ${own}=warning`, { [own]: 'off' }, [1, ['warning'], 0, 1]],
      [`--set-severity ${own}=off`, { [own]: 'error' }, [0, [], 0, 0]],
      ['--set-severity field-type=off', { [own]: 'error' }, [1, ['error'], 1, 0]],
    ] as const) {
      const { code, found, summary } = await checked(args, severities);
      assert.deepEqual(
        [code, found, summary.errors, summary.warnings],
        expected,
        `${args} ${JSON.stringify(severities)}`,
      );
    }
  });

  it('as text, in lines and in the sum', async () => {
    const { out, code } = await run(`check a.zoom-create.json --set-severity ${own}=error`, files());
    assert.match(
      out,
      /^a\.zoom-create\.json:1:\d+: error: .* \[waiting-room-overwritten\]\n(?: .*\n)+\n1 error in 1 file\.\n$/,
    );
    assert.equal(code, 1);
  });

  it('entries of the profile that ignore nothing are told all the same', async () => {
    const ignoring = JSON.stringify({ ...locks, ignore: [{ code: 'field-type' }] });
    const args = 'check . --set-severity field-unknown=off --set-severity profile-ignore-unused=error';
    const { out, code } = await run(args, { ...files(), 'zoom-lock-profile.json': ignoring });
    assert.match(out, /error: .* \[profile-ignore-unused\]/);
    assert.equal(code, 1);
  });

  it('an entry that ignores what is off is not idle', async () => {
    const ignoring = JSON.stringify({ ...locks, ignore: [{ code: own }] });
    const { out } = await run(`check . --set-severity ${own}=off`, { ...files(), 'zoom-lock-profile.json': ignoring });
    assert.doesNotMatch(out, /profile-ignore-unused/);
  });

  it('the rest of a file that contains requests, and a meeting file, too', async () => {
    const several = { requests: [{ files: 'several.json', at: '/*', operation: 'create' }] };
    const { out } = await run('check . --set-severity duplicate-key=error --set-severity field-type=error', {
      'zoom-lock-profile.json': JSON.stringify({ ...locks, ...several }),
      'several.json': `{ "x": 1, "x": ${overwritten}, "y": { "topic": "a", "topic": "b", "password": "q8zXw2Lt" } }`,
      'a.zoom-meeting.json': '{ "settings": { "waiting_room": "true" } }',
    });
    assert.deepEqual(
      out
        .split('\n')
        .flatMap((line) => /^(\S+?):\d+:\d+: (\w+): .*\[(duplicate-key|field-type)\]/.exec(line)?.slice(1) ?? []),
      [
        'a.zoom-meeting.json',
        'error',
        'field-type',
        ...Array(2).fill(['several.json', 'error', 'duplicate-key']).flat(),
      ],
    );
  });

  it('of several accounts, what the own profile says takes precedence over the plain one', async () => {
    const { out } = await run('check a.zoom-create.json --profile staging.zoom-lock-profile.json', {
      ...files({ [own]: 'error', 'passcode-generated': 'off' }),
      'staging.zoom-lock-profile.json': profile({ [own]: 'hint' }),
      'a.zoom-create.json': '{ "settings": { "waiting_room": false } }',
    });
    assert.match(out, /: hint: .*\[waiting-room-overwritten\]/);
    assert.doesNotMatch(out, /passcode-generated/);
  });
});

describe('predict and explain', () => {
  it('predict as JSON has the same severities', async () => {
    for (const [level, expected] of [
      ['error', ['error']],
      ['off', []],
    ] as const) {
      const { out, code } = await run(
        `predict a.zoom-create.json --format json --set-severity ${own}=${level}`,
        files(),
      );
      const [{ findings, outcomes }] = JSON.parse(out).requests;
      assert.deepEqual(
        findings.map((each: { severity: string }) => each.severity),
        expected,
      );
      // What Zoom stores does not change by it.
      assert.equal(outcomes[0].waiting_room.effect, 'overwritten');
      assert.equal(code, level === 'error' ? 1 : 0);
    }
  });

  it('predict as text leaves out the faults that are off', async () => {
    const misplaced = { ...files(), 'a.zoom-create.json': '{ "password": "q8zXw2Lt", "waiting_room": true }' };
    assert.match((await run('predict a.zoom-create.json', misplaced)).out, /warning: .*\[field-misplaced\]/);
    const off = await run('predict a.zoom-create.json --set-severity field-misplaced=off', misplaced);
    assert.doesNotMatch(off.out, /field-misplaced/);
    const milder = await run('predict a.zoom-create.json --set-severity field-misplaced=information', misplaced);
    assert.match(milder.out, /information: .*\[field-misplaced\]/);
    const error = await run('predict a.zoom-create.json --set-severity field-misplaced=error', misplaced);
    assert.match(error.out, /error: .*\[field-misplaced\]/);
  });

  it('explain lists the findings with their severities', async () => {
    assert.match((await run(`explain a.zoom-create.json --set-severity ${own}=error`, files())).out, /, error: /);
    assert.doesNotMatch(
      (await run(`explain a.zoom-create.json --set-severity ${own}=off`, files())).out,
      /## Findings/,
    );
  });
});
