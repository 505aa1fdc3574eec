import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Files } from '../../../server/files/files.ts';
import { classify, requestFile } from '../../../server/inspection/classify.ts';
import type { Overrides } from '../../../server/inspection/profileInForce.ts';
import { say } from '../../../shared/text.ts';
import { InMemoryWorld } from '../../support/inMemoryWorld.ts';

/** What the user says outdoes what the lens would find; which files are looked for, and in which order. */

const disk = {
  'file:///ws/zoom-lock-profile.json':
    '{ "requests": [{ "files": "*.json", "operation": "update", "meeting": "state.json" }] }',
  'file:///ws/state.json': '{}',
  'file:///ws/other/profile.json': '{}',
  'file:///ws/other/state.json': '{ "password": "x" }',
};

async function around(name: string, overrides: Overrides = {}) {
  const world = new InMemoryWorld(disk);
  const file = requestFile(await classify(new Files(world), `file:///ws/${name}`, 'file:///ws', overrides));
  return { operation: file?.operation, profile: file?.profile?.uri, meeting: file?.meeting?.uri, reads: world.reads };
}

describe('what surrounds a request', () => {
  it('found by name and by list', async () => {
    const { reads, ...found } = await around('a.zoom-update.json');
    assert.deepEqual(found, {
      operation: 'update',
      profile: 'file:///ws/zoom-lock-profile.json',
      meeting: 'file:///ws/state.json',
    });
    assert.deepEqual(reads, [
      'file:///ws/zoom-lock-profile.json',
      'file:///ws/a.zoom-meeting.json',
      'file:///ws/a.zoom-meeting.jsonc',
      'file:///ws/state.json',
    ]);
  });

  it('a listed update has its meeting file next to it, too', async () => {
    const { operation, reads } = await around('b.json');
    assert.equal(operation, 'update');
    assert.deepEqual(reads.slice(1), [
      'file:///ws/b.zoom-meeting.json',
      'file:///ws/b.zoom-meeting.jsonc',
      'file:///ws/state.json',
    ]);
  });

  it('what determines the operation: the user before the name, the name before the list', async () => {
    const by = async (name: string, overrides: Overrides = {}) => {
      const { operation, by } = await classify(
        new Files(new InMemoryWorld(disk)),
        `file:///ws/${name}`,
        'file:///ws',
        overrides,
      );
      return [operation, by];
    };
    assert.deepEqual(await by('a.zoom-create.json', { operation: 'update' }), ['update', 'option']);
    assert.deepEqual(await by('a.zoom-create.json'), ['create', 'name']);
    assert.deepEqual(await by('a.json'), ['update', 'list']);
    assert.deepEqual(await by('deep/a.json'), [undefined, undefined]);
  });

  it('a create has no meeting', async () => {
    assert.equal((await around('a.zoom-create.json')).meeting, undefined);
  });

  it('said by the user', async () => {
    const overrides = {
      operation: 'update',
      profile: 'file:///ws/other/profile.json',
      meeting: 'file:///ws/other/state.json',
    } as const;
    const { operation, profile, meeting } = await around('a.zoom-create.json', overrides);
    assert.deepEqual({ operation, profile, meeting }, overrides);
  });

  it('a profile and a meeting file need no surroundings', async () => {
    for (const name of ['zoom-lock-profile.json', 'a.zoom-meeting.json']) {
      assert.deepEqual(await around(name), { operation: undefined, profile: undefined, meeting: undefined, reads: [] });
    }
  });
});

describe('a profile that names what is outside', () => {
  const secret = 'file:///etc/passwd';

  async function meetingOf(path: string, bounds: 'folder' | 'none' = 'folder') {
    const root = bounds === 'folder' ? 'file:///ws/repo' : undefined;
    const entry = { files: '**/*.json', operation: 'update', meeting: path };
    const world = new InMemoryWorld({
      'file:///ws/repo/a/zoom-lock-profile.json': JSON.stringify({ requests: [entry] }),
      'file:///ws/repo/a/u.json': '{}',
      'file:///ws/repo/m.json': '{ "settings": { "waiting_room": true } }',
      'file:///ws/m.json': '{ "password": "x" }',
      'file:///proc/self/environ': 'x',
      [secret]: 'x',
    });
    world.link('file:///ws/repo/a/far', 'file:///etc');
    world.link('file:///ws/repo/a/far.json', secret);
    const files = new Files(world);
    const { meeting, meetingPlaces } = await classify(files, 'file:///ws/repo/a/u.json', root);
    const read = world.reads.filter((each) => !each.startsWith('file:///ws/repo/'));
    return { meeting: meeting?.meeting && meeting.uri, places: meetingPlaces.length, read };
  }

  for (const path of [
    '../../m.json',
    '../../../../../etc/passwd',
    '/etc/passwd',
    '/proc/self/environ',
    '\\etc\\passwd',
    '..\\..\\m.json',
    '..\\../..\\etc/passwd',
    'C:\\x.json',
    'c:/x.json',
    '//server/share/x.json',
    secret,
    'x/../../../m.json',
  ]) {
    it(`${path}: is not even looked for`, async () => {
      assert.deepEqual(await meetingOf(path), { meeting: undefined, places: 2, read: [] });
    });
  }

  for (const path of ['far/passwd', 'far.json', '%2e%2e/%2e%2e/m.json', '\ud800.json', 'a\0b.json', '']) {
    it(`${JSON.stringify(path)}: nothing outside is read`, async () => {
      const { meeting, read } = await meetingOf(path);
      assert.deepEqual([meeting, read], [undefined, []]);
    });
  }

  it('inside it is read, with slashes of either kind', async () => {
    for (const path of ['../m.json', '..\\m.json', './x/../../m.json'])
      assert.equal((await meetingOf(path)).meeting, 'file:///ws/repo/m.json', path);
  });

  it('without a folder around it, the folder of the profile is the limit', async () => {
    const { places, read } = await meetingOf('../m.json', 'none');
    assert.deepEqual([places, read.filter((each) => each.endsWith('m.json'))], [2, []]);
  });
});

describe('what is found by its name', () => {
  it('is not read where it is a link to outside; what the user names is', async () => {
    const world = new InMemoryWorld({ 'file:///ws/a.zoom-update.json': '{}', 'file:///secret.json': '{}' });
    for (const name of ['zoom-lock-profile.json', 'a.zoom-meeting.json'])
      world.link(`file:///ws/${name}`, 'file:///secret.json');
    const found = await classify(new Files(world), 'file:///ws/a.zoom-update.json', 'file:///ws');
    const reason = 'leads outside the workspace folder or repository, and is not read';
    assert.deepEqual(
      [found.profile, found.meeting].map((each) => each?.problem && say(each.problem)),
      [reason, reason],
    );
    assert.deepEqual(world.reads, []);
    const overrides = { profile: 'file:///ws/zoom-lock-profile.json', meeting: 'file:///ws/a.zoom-meeting.json' };
    const named = await classify(new Files(world), 'file:///ws/a.zoom-update.json', 'file:///ws', overrides);
    assert.equal(named.profile?.problem, undefined);
    assert.ok(named.profile?.profile);
  });
});
