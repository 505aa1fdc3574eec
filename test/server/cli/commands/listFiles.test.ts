import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { run } from '../../../support/cliRun.ts';
import { profileWith } from '../../../support/profiles.ts';

const requests = [
  { files: 'many.json', at: '/*', operation: 'create' },
  { files: 'BODY.JSON', operation: 'create' },
];
const files = {
  'zoom-lock-profile.json': JSON.stringify({
    ...JSON.parse(profileWith('W locked on · P unlocked · A unlocked')),
    requests,
  }),
  'a.zoom-update.json': '{}',
  'a.zoom-meeting.json': '{ "settings": {} }',
  'many.json': '{ "a": {}, "b": {} }',
  'BODY.JSON': '{ "settings": { "waiting_room": false }, "password": "q8zXw2Lt" }',
  'package.json': '{}',
  'ignored.zoom-create.json': '{}',
  'out/x.json': '{}',
  'notes.md': 'Nothing of Zoom.',
  '.gitignore': 'ignored.*\nout/\n',
};

describe('files', () => {
  it('lists what would be checked, and what not and why', async () => {
    const { code, out, error } = await run('files .', files);
    assert.equal(
      out,
      `BODY.JSON: create request, listed · zoom-lock-profile.json
a.zoom-meeting.json: meeting file
a.zoom-update.json: update request, by its name · zoom-lock-profile.json · a.zoom-meeting.json
many.json: 2 requests, listed · zoom-lock-profile.json
zoom-lock-profile.json: lock profile

Not checked:
notes.md: no request is found in it
package.json: its name does not say what it is, and no lock profile lists it
ignored.zoom-create.json: git ignores it
out/: git ignores it
`,
    );
    assert.deepEqual([code, error], [0, '']);
  });

  it('the same files as check', async () => {
    const namesIn = async (args: string) =>
      JSON.parse((await run(`${args} -f json`, files)).out).files.map(({ file }: { file: string }) => file);
    for (const path of ['.', '*.json', '. !many.json', '. --no-gitignore'])
      assert.deepEqual(await namesIn(`files ${path}`), await namesIn(`check ${path}`), path);
  });

  it('as JSON', async () => {
    const { out } = await run('files a.zoom-update.json package.json -f json', files);
    assert.deepEqual(JSON.parse(out), {
      version: 1,
      files: [
        {
          file: 'a.zoom-update.json',
          kind: 'update',
          by: 'name',
          requests: 1,
          profile: 'zoom-lock-profile.json',
          meeting: 'a.zoom-meeting.json',
        },
      ],
      notChecked: [{ file: 'package.json', reason: 'its name does not say what it is, and no lock profile lists it' }],
      problems: [],
    });
  });

  it('fails where something cannot be read, never for want of a profile', async () => {
    assert.equal((await run('files .', { 'a.zoom-create.json': '{}' })).code, 0);
    assert.equal((await run('files gone', files)).code, 2);
    const unreadable = { ...files, 'b.zoom-create.json': new Uint8Array([0xff]) };
    const { code, out } = await run('files .', unreadable);
    assert.equal(code, 2);
    assert.match(out, /^b\.zoom-create\.json: is not valid UTF-8$/m);
  });
});
