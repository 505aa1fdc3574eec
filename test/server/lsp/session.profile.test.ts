import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pulling, pushed, pushedUnwatched, without } from '../../support/capabilities.ts';
import { profileWith } from '../../support/profiles.ts';
import { startPair } from '../../support/serverPair.ts';

/** The profile comes, changes, breaks and goes, in an editor and on the disk; the request follows at once. */

const profile = 'file:///ws/zoom-lock-profile.json';
const request = 'file:///ws/a.zoom-create.json';
const other = 'file:///ws/b.zoom-create.json';
const on = profileWith('W locked on · P unlocked · A unlocked');
const unlocked = profileWith('W unlocked · P unlocked · A unlocked');
const body = '{ "password": "q8zXw2Lt", "settings": { "waiting_room": false } }';

for (const [way, capabilities] of Object.entries({ pulling, pushed })) {
  describe(`${way}: the lock profile`, () => {
    it('an unsaved edit of the open profile counts at once, for every open request', async (test) => {
      const lens = await startPair(test, { files: { [profile]: unlocked }, capabilities });
      lens.open(request, body);
      lens.open(other, body);
      lens.open(profile);
      assert.deepEqual([await lens.codes(request), await lens.codes(other)], [[], []]);
      const refreshes = lens.refreshes;
      lens.change(profile, [{ range: lens.rangeOf(profile, unlocked), newText: on }]);
      await lens.settle();
      if (capabilities === pulling) assert.ok(lens.refreshes > refreshes, 'asked to pull again');
      for (const uri of [request, other]) assert.deepEqual(await lens.codes(uri), ['waiting-room-overwritten']);
    });

    it('closing it without saving gives back what the disk says', async (test) => {
      const lens = await startPair(test, { files: { [profile]: unlocked }, capabilities });
      lens.open(request, body);
      lens.open(profile, on);
      assert.deepEqual(await lens.codes(request), ['waiting-room-overwritten']);
      lens.close(profile);
      assert.deepEqual(await lens.codes(request), []);
    });

    it('it goes and comes with its folder, which the editor reports by the name of the folder alone', async (test) => {
      const inside = 'file:///ws/team/zoom-lock-profile.json';
      const lens = await startPair(test, { files: { [inside]: on }, capabilities });
      const member = 'file:///ws/team/a.zoom-create.json';
      lens.open(member, body);
      assert.deepEqual(await lens.codes(member), ['waiting-room-overwritten']);
      lens.world.remove(inside);
      lens.disk('file:///ws/team', undefined);
      assert.deepEqual(await lens.codes(member), []);
    });

    it('it is created, changed and deleted on the disk', async (test) => {
      const lens = await startPair(test, { capabilities });
      lens.open(request, body);
      assert.deepEqual(await lens.codes(request), []);
      lens.disk(profile, on);
      assert.deepEqual(await lens.codes(request), ['waiting-room-overwritten']);
      lens.disk(profile, unlocked);
      assert.deepEqual(await lens.codes(request), []);
      lens.disk(profile, on);
      assert.deepEqual(await lens.codes(request), ['waiting-room-overwritten']);
      lens.disk(profile, undefined);
      assert.deepEqual(await lens.codes(request), []);
    });

    it('a change on the disk does not outdo the text in the editor', async (test) => {
      const lens = await startPair(test, { files: { [profile]: unlocked }, capabilities });
      lens.open(request, body);
      lens.open(profile, on);
      lens.disk(profile, unlocked);
      assert.deepEqual(await lens.codes(request), ['waiting-room-overwritten']);
    });

    for (const deleted of [profile, 'file:///ws'])
      it(`deleted by the name ${deleted} while it is open, it counts no more until it is edited or comes back`, async (test) => {
        const lens = await startPair(test, { files: { [profile]: on }, capabilities });
        lens.open(request, body);
        lens.open(profile);
        assert.deepEqual(await lens.codes(request), ['waiting-room-overwritten']);
        lens.world.remove(profile);
        lens.tellDisk(deleted, 'deleted');
        assert.deepEqual(await lens.codes(request), []);
        lens.change(profile, [{ range: lens.rangeOf(profile, '{'), newText: '{ ' }]);
        assert.deepEqual(await lens.codes(request), ['waiting-room-overwritten']);
        lens.tellDisk(profile, 'deleted');
        assert.deepEqual(await lens.codes(request), []);
        lens.disk(profile, on);
        assert.deepEqual(await lens.codes(request), ['waiting-room-overwritten']);
      });

    it('broken on the disk, it has the finding, and the request is predicted as if there were none', async (test) => {
      const lens = await startPair(test, { files: { [profile]: on.replace('}', '') }, capabilities });
      lens.open(request, body);
      lens.open(profile);
      assert.deepEqual(await lens.codes(profile), ['profile-syntax']);
      assert.deepEqual(await lens.codes(request), []);
      assert.equal((await lens.status(request))?.profileProblem, 'is not valid JSON');
    });

    it('half typed, it governs by its last valid text, until it is saved or closed', async (test) => {
      const lens = await startPair(test, { files: { [profile]: unlocked }, capabilities });
      lens.open(request, body);
      for (const end of ['save', 'close'] as const) {
        lens.open(profile, on);
        lens.type(profile, '}', '');
        assert.deepEqual(await lens.codes(profile), ['profile-syntax']);
        assert.deepEqual(await lens.codes(request), ['waiting-room-overwritten']);
        const { profileProblem } = (await lens.status(request)) ?? {};
        assert.equal(profileProblem, 'is not valid JSON: its last valid text is used until it is saved');
        lens[end](profile);
        assert.deepEqual(await lens.codes(request), []);
        if (end === 'save') lens.close(profile);
      }
    });

    it('broken and saved, it governs again once it is fixed', async (test) => {
      const lens = await startPair(test, { files: { [profile]: on }, capabilities });
      lens.open(request, body);
      lens.open(profile);
      lens.type(profile, '}', '');
      lens.save(profile);
      assert.deepEqual(await lens.codes(request), []);
      assert.match(
        (await lens.hoverText(request, 'waiting_room')) ?? '',
        /is not valid JSON and is treated as missing/,
      );
      lens.type(profile, '{', '{');
      lens.change(profile, [{ range: lens.rangeOf(profile, lens.textOf(profile)), newText: on }]);
      assert.deepEqual(await lens.codes(profile), []);
      assert.deepEqual(await lens.codes(request), ['waiting-room-overwritten']);
    });

    it('a pattern of "requests" without a file is reported until the file is created, and again once it is deleted', async (test) => {
      const listing = on.replace(/\}$/, ', "requests": [{ "files": "payloads/*.json", "operation": "create" }] }');
      const lens = await startPair(test, { files: { [profile]: listing }, capabilities });
      lens.open(profile);
      assert.deepEqual(await lens.codes(profile), ['profile-request-unmatched']);
      const refreshes = lens.refreshes;
      lens.disk('file:///ws/payloads/a.json', body);
      assert.deepEqual(await lens.codes(profile), []);
      if (capabilities === pulling) assert.ok(lens.refreshes > refreshes, 'asked to pull again');
      lens.disk('file:///ws/payloads/a.json', undefined);
      assert.deepEqual(await lens.codes(profile), ['profile-request-unmatched']);
      lens.disk('file:///ws/payloads/a.txt', body);
      assert.deepEqual(await lens.codes(profile), ['profile-request-unmatched']);
    });

    it('its own findings come and go with its own text', async (test) => {
      const off = profileWith('W locked off · P locked off · A locked off');
      const lens = await startPair(test, { capabilities });
      lens.open(profile, off);
      assert.deepEqual(await lens.codes(profile), ['profile-contradiction']);
      lens.change(profile, [
        { range: lens.rangeOf(profile, off), newText: '{ "rules": "2025-03-24", "waitingRoom": { "locked": "yes" } }' },
      ]);
      assert.deepEqual(await lens.codes(profile), ['profile-unknown-setting', 'profile-type']);
    });
  });
}

describe('profiles that cannot be read', () => {
  for (const [what, content, problem] of [
    ['a folder of that name', undefined, 'is a folder'],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0xff, 0x7d]), 'is not valid UTF-8'],
    ['no permission', { unreadable: 'cannot be read: permission denied' }, 'cannot be read: permission denied'],
  ] as const) {
    it(`${what}: nothing is claimed, and the status says why`, async (test) => {
      const files = content === undefined ? { [`${profile}/x`]: '' } : { [profile]: content };
      const lens = await startPair(test, { files });
      lens.open(request, body);
      assert.deepEqual(await lens.codes(request), []);
      assert.equal((await lens.status(request))?.profileProblem, problem);
    });
  }
});

describe('clients that report little', () => {
  it('without watching, the next file that is opened brings the news', async (test) => {
    const lens = await startPair(test, { files: { [profile]: unlocked }, capabilities: pushedUnwatched });
    lens.open(request, body);
    assert.deepEqual(await lens.codes(request), []);
    lens.disk(profile, on);
    lens.open(other, body);
    assert.deepEqual(await lens.codes(other), ['waiting-room-overwritten']);
    assert.deepEqual(
      lens.registered.map(({ method }) => method),
      ['workspace/didChangeConfiguration'],
    );
  });

  it('with watching, JSON files are watched', async (test) => {
    const lens = await startPair(test);
    const watched = lens.registered.filter(({ method }) => method === 'workspace/didChangeWatchedFiles');
    assert.deepEqual(
      watched.map(({ registerOptions }) => registerOptions),
      // 1 + 4: created or deleted, of a folder of any name.
      [
        {
          watchers: [
            { globPattern: '**/{.gitignore,*.json,*.jsonc,*.JSON,*.JSONC}' },
            { globPattern: '**/*', kind: 5 },
          ],
        },
      ],
    );
  });

  it('without refreshes, nothing is asked for, and the news is sent', async (test) => {
    const capabilities = { ...pulling, workspace: without(pulling.workspace, 'diagnostics') };
    const lens = await startPair(test, { files: { [profile]: unlocked }, capabilities });
    const sent = () => lens.published.findLast(({ uri }) => uri === request)?.diagnostics.map(({ code }) => code);
    lens.open(request, body);
    await lens.until(() => sent()?.length === 0);
    lens.disk(profile, on);
    await lens.until(() => sent()?.length === 1);
    assert.deepEqual([sent(), lens.refreshes], [['waiting-room-overwritten'], 0]);
  });

  it('one that refuses to refresh does no harm', async (test) => {
    const lens = await startPair(test, { files: { [profile]: unlocked } });
    lens.connection.onRequest('workspace/diagnostic/refresh', () => {
      throw new Error('not now');
    });
    lens.open(request, body);
    assert.deepEqual(await lens.codes(request), []);
    lens.disk(profile, on);
    await lens.settle();
    assert.deepEqual(await lens.codes(request), ['waiting-room-overwritten']);
  });

  it('the change of the status is reported', async (test) => {
    const lens = await startPair(test, { files: { [profile]: unlocked } });
    lens.open(request, body);
    await lens.codes(request);
    const before = lens.statusChanges;
    lens.disk(profile, on);
    await lens.settle();
    assert.ok(lens.statusChanges > before);
  });
});
