import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { run } from '../../../support/cliRun.ts';
import { profileWith } from '../../../support/profiles.ts';

const locks = profileWith('W locked on · P unlocked · A unlocked');
const secret = 'S3cretPw-9';
const files = {
  'zoom-lock-profile.json': locks,
  'payloads/a.zoom-create.json': `{ "password": "${secret}", "settings": { "waiting_room": false } }`,
  'payloads/b.zoom-update.json': '{}',
  'payloads/package.json': '{}',
};

describe('explain', () => {
  it('prints the words that an editor shows, with paths from the working folder', async () => {
    const { code, out, error } = await run('explain payloads/a.zoom-create.json', files);
    assert.match(out, /^# Create request\n\n`payloads\/a.zoom-create.json`: identified by its name\.\n/);
    assert.match(out, /^- Lock profile: `zoom-lock-profile.json`$/m);
    assert.match(out, /^- \[Zoom's create scenario 8\]/m);
    assert.match(
      out,
      /^- After the locks: \*\*`true`\*\*, because the account has the Waiting Room on and locked _\(\[documented\]\(https:\S+\)\)_$/m,
    );
    assert.doesNotMatch(out, /S3cretPw|the command/);
    assert.deepEqual([code, error], [0, '']);
  });

  it('fails if the lock profile cannot be read, as predict does', async () => {
    for (const command of ['explain', 'predict']) {
      const profile = { 'zoom-lock-profile.json': { unreadable: 'cannot be read' } };
      const { code, error } = await run(`${command} a.zoom-create.json`, { 'a.zoom-create.json': '{}', ...profile });
      assert.deepEqual([command, code, error], [command, 2, 'zoom-lock-profile.json: cannot be read\n']);
    }
  });

  it('says why a named file is not ours, and skips others in a folder', async () => {
    const named = await run('explain payloads/package.json', files);
    assert.match(named.out, /^# Not checked\n/);
    assert.equal(named.code, 0);
    const { out } = await run('explain payloads', files);
    assert.deepEqual(out.match(/^# .*$/gm), ['# Create request', '# Update request']);
  });

  it('what the user says counts, and so does standard input', async () => {
    const args = 'explain - --operation update --meeting state.json --profile other.json';
    const { out } = await run(args, { 'other.json': locks, 'state.json': '{ "settings": {} }' }, '{}');
    assert.match(out, /^# Update request\n\n`stdin`: identified by the command line\.\n/);
    assert.match(out, /^- Lock profile: `other.json`\n- Meeting before the update: `state.json`$/m);
  });

  it('looks for the profile up to the repository', async () => {
    const { out } = await run('explain a.zoom-create.json', { 'a.zoom-create.json': '{}' });
    assert.match(
      out,
      /not found; looked for `zoom-lock-profile.json` and in the folders above, up to `\/repo\/zoom-lock-profile.json`$/m,
    );
  });

  it('what cannot be read: exit code 2, and the others are explained all the same', async () => {
    const { code, out, error } = await run('explain payloads/a.zoom-create.json missing.json', files);
    assert.match(out, /^# Create request/);
    assert.deepEqual([code, error], [2, 'missing.json: no such file or folder\n']);
  });
});

describe('explain CODE', () => {
  const page = '# field-type\n\nThe page.\n';
  const files = { '/package/docs/rules/field-type.md': page, 'a.zoom-create.json': '{}' };

  it('prints the page of the rule', async () => {
    assert.deepEqual(await run('explain field-type', files), { code: 0, out: page, error: '' });
  });

  it('beside files', async () => {
    const { out } = await run('explain a.zoom-create.json field-type', files);
    assert.ok(out.startsWith(`${page}\n# Create request\n`), out);
  });

  it('a slip', async () => {
    const { code, error } = await run('explain field-tipe', files);
    assert.deepEqual([code, error], [2, 'field-tipe: no such file or folder. Did you mean field-type?\n']);
  });

  it('a page that is not installed', async () => {
    const { code, error } = await run('explain duplicate-key', files);
    assert.deepEqual([code, error], [2, 'The page of duplicate-key is not installed.\n']);
  });
});
