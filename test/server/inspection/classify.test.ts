import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Files } from '../../../server/files/files.ts';
import { classify, type Overrides, requestFile } from '../../../server/inspection/classify.ts';
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

  it('a listed update has its meeting file beside it, too', async () => {
    const { operation, reads } = await around('b.json');
    assert.equal(operation, 'update');
    assert.deepEqual(reads.slice(1), [
      'file:///ws/b.zoom-meeting.json',
      'file:///ws/b.zoom-meeting.jsonc',
      'file:///ws/state.json',
    ]);
  });

  it('what told the operation: the user before the name, the name before the list', async () => {
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
