import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { run } from '../../../support/cliRun.ts';
import { profileWith } from '../../../support/profiles.ts';

const files = {
  'zoom-lock-profile.json': profileWith('W unlocked · P unlocked · A locked off'),
  'staging.zoom-lock-profile.json': profileWith('W locked on · P locked off · A locked off'),
  'a.zoom-create.json': '{ "password": "q8zXw2Lt", "settings": { "waiting_room": false } }',
  'broken.zoom-create.json': '{ "password": ',
};
const both = '--profile zoom-lock-profile.json --profile staging.zoom-lock-profile.json';

describe('predict with several profiles', () => {
  it('prints a table with a column for each, and a sign before each field that differs', async () => {
    const { code, out, error } = await run(`predict a.zoom-create.json ${both}`, files);
    assert.deepEqual(out.split('\n'), [
      'a.zoom-create.json',
      '',
      '     field                   sent        zoom-lock-profile.json  staging.zoom-lock-profile.json',
      '  ≠  waiting_room            false       false                   true',
      '  ≠  password                a passcode  the passcode            no passcode',
      '     meeting_authentication  –           false                   false',
      '     authentication_option   –           no option               no option',
      '',
    ]);
    assert.deepEqual([code, error], [0, '']);
  });

  it('has one element for each request and profile as JSON', async () => {
    const { out } = await run(`predict . --format json ${both}`, files);
    const { requests } = JSON.parse(out);
    assert.deepEqual(
      requests.map(({ file, profile }: { file: string; profile: string }) => [file, profile]),
      ['a.zoom-create.json', 'broken.zoom-create.json'].flatMap((file) => [
        [file, 'zoom-lock-profile.json'],
        [file, 'staging.zoom-lock-profile.json'],
      ]),
    );
  });

  it('says what cannot be read, once', async () => {
    const { code, error } = await run(`predict a.zoom-create.json ${both} --profile gone.json`, files);
    assert.deepEqual([code, error], [2, 'gone.json: no such file\n']);
  });

  for (const args of [`check . ${both}`, `explain a.zoom-create.json ${both}`, `predict . --diff ${both}`]) {
    it(`is not for ${args.split(' ').slice(0, 3).join(' ')}`, async () => {
      const { code, error } = await run(args, files);
      assert.equal(code, 2);
      assert.match(error, /^Only predict takes several --profile, and not with --diff\.\n/);
    });
  }

  it('entries of a further profile that are not in force are not called unused', async () => {
    const ignore = `${files['zoom-lock-profile.json'].slice(0, -1)}, "ignore": [{ "code": "waiting-room-added" }] }`;
    const { 'broken.zoom-create.json': _, ...whole } = files;
    const { out } = await run('check . --format json', { ...whole, 'staging.zoom-lock-profile.json': ignore });
    assert.doesNotMatch(out, /profile-ignore-unused/);
    const plain = await run('check . --format json', { ...whole, 'zoom-lock-profile.json': ignore });
    assert.match(plain.out, /profile-ignore-unused/);
  });
});
