import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { run } from '../../../support/cliRun.ts';
import { profileOf } from '../../../support/standIn.ts';

const profile = profileOf('UUU', '2025-03-24', { waitingRoom: true, passcode: true });

describe('serve', () => {
  it('says where it listens, and by which profile, and ends when it is interrupted', async () => {
    const { code, out, error } = await run('serve --port 0', { 'zoom-lock-profile.json': profile });
    assert.deepEqual([code, error], [130, '']);
    assert.match(
      out,
      /^Stand-in of Zoom: http:\/\/127\.0\.0\.1:\d+\/v2, by zoom-lock-profile\.json\. Access token: stand-in\. Ctrl\+C ends it\.\n$/,
    );
  });

  it('takes the nearest profile above, or the one that is named', async () => {
    assert.equal((await run('serve --port 0', { '../zoom-lock-profile.json': profile })).code, 130);
    const { code, out } = await run('serve --port 0 --profile other.json', { 'other.json': profile });
    assert.equal(code, 130);
    assert.match(out, /, by other\.json\./);
  });
});

describe('serve does not start', () => {
  for (const [what, args, files, error] of [
    [
      'without a profile',
      'serve',
      {},
      'serve needs a lock profile: zoom-lock-profile.json here or above, or --profile FILE.\n',
    ],
    ['with one that is not there', 'serve --profile x.json', {}, 'x.json: no such file\n'],
    ['with a broken one', 'serve', { 'zoom-lock-profile.json': '{' }, 'zoom-lock-profile.json: is not valid JSON\n'],
    [
      'with one that leaves open what Zoom stores',
      'serve',
      { 'zoom-lock-profile.json': '{ "passcode": { "enabled": true, "locked": true } }' },
      `zoom-lock-profile.json leaves open what Zoom stores. It must say:
  "rules": which of Zoom's rules apply ("2025-03-24" is today's)
  "waitingRoom": "enabled" and "locked"
  "authentication": "enabled" and "locked"
  "authentication": "options", one of them with "default": true
`,
    ],
    [
      'with a folder for the responses that is none',
      'serve --record answers',
      { 'zoom-lock-profile.json': profile },
      'answers: no such folder\n',
    ],
  ] as const)
    it(what, async () => assert.deepEqual(await run(args, files), { code: 2, out: '', error }));

  it('with one that contradicts itself', async () => {
    const { code, error } = await run('serve', { 'zoom-lock-profile.json': profileOf('DDD') });
    assert.equal(code, 2);
    assert.match(error, /^zoom-lock-profile\.json: ./);
  });

  it('with incorrect usage', async () => {
    for (const [args, problem] of [
      ['serve a.json', "serve takes no 'a.json'."],
      ['serve --port x', 'Not a port: x'],
      ['serve --port 65536', 'Not a port: 65536'],
      ['serve --profile a --profile b', 'serve takes one --profile.'],
      ['serve --format json', 'serve has no option --format.'],
      ['check . --port 1', 'check has no option --port.'],
    ] as const) {
      const { code, error } = await run(args);
      assert.deepEqual([code, error.split('\n')[0]], [2, problem], args);
    }
  });
});
