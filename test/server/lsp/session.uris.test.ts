import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pulling, pushed } from '../../support/capabilities.ts';
import { profileWith } from '../../support/profiles.ts';
import { startPair } from '../../support/serverPair.ts';

/** The same file by different spellings, and documents that are no files. */

const on = profileWith('W locked on · P unlocked · A unlocked');
const body = '{ "password": "q8zXw2Lt", "settings": { "waiting_room": false } }';
const profileName = 'zoom-lock-profile.json';

for (const [way, capabilities] of Object.entries({ pulling, pushed })) {
  describe(`${way}: odd URIs`, () => {
    it('a profile that is open by its name and by a link: closing one leaves the other open', async (test) => {
      const [profile, link] = ['file:///ws/zoom-lock-profile.json', 'file:///ws/link.json'];
      const request = 'file:///ws/a.zoom-create.json';
      const lens = await startPair(test, { files: { [profile]: '{}' }, capabilities });
      lens.world.link(link, profile);
      lens.open(request, body);
      lens.open(link, '{}');
      lens.open(profile, on);
      assert.deepEqual(await lens.codes(request), ['waiting-room-overwritten']);
      lens.close(link);
      assert.deepEqual(await lens.codes(request), ['waiting-room-overwritten']);
      lens.close(profile);
      assert.deepEqual(await lens.codes(request), []);
    });

    for (const uri of [
      'file:////server/share/x.zoom-create.json',
      'a b:/x.zoom-create.json',
      '\ud800.json',
      'x'.repeat(10_000),
    ]) {
      it(`${JSON.stringify(uri.slice(0, 50))} does no harm: opened, changed, asked for, closed, reported`, async (test) => {
        const profile = 'file:///ws/zoom-lock-profile.json';
        const request = 'file:///ws/a.zoom-create.json';
        const lens = await startPair(test, { files: { [profile]: '{}' }, capabilities });
        lens.open(request, body);
        lens.open(uri, body);
        lens.type(uri, 'false', 'true');
        await lens.hover(uri, 'settings');
        await lens.explain(uri);
        lens.tellDisk(uri, 'created');
        lens.close(uri);
        lens.disk(profile, on);
        assert.deepEqual(await lens.codes(request), ['waiting-room-overwritten']);
      });
    }

    for (const folder of [
      'file:///ws/with%20blanks',
      'file:///ws/100%25%20sure',
      'file:///ws/c%23',
      'file:///ws/a%3Fb',
      'file:///ws/%C3%BCml%C3%A4ut',
      'file:///ws/ümläut',
      'file:///ws/[x] {y} (z)',
      'file:///c%3A/ws',
      'file:///C:/ws',
      'file:///c:/ws',
      'file://server/share/ws',
      'vscode-vfs://github/owner/repo',
      'vscode-remote://ssh-remote%2Bhost/ws',
    ]) {
      it(`${folder}: finding, hover, fix, profile changed`, async (test) => {
        const request = `${folder}/a.zoom-create.json`;
        const profile = `${folder}/${profileName}`;
        const lens = await startPair(test, { files: { [profile]: on }, roots: [folder], capabilities });
        lens.open(request, body);
        assert.deepEqual(await lens.codes(request), ['waiting-room-overwritten']);
        assert.match((await lens.hoverText(request, 'waiting_room')) ?? '', /\[zoom-lock-profile\.json\]\(/);
        await lens.applyAction(request, 'false', 'Write waiting_room: true, as Zoom will store it');
        assert.deepEqual(await lens.codes(request), []);
        lens.type(request, '"waiting_room": true', '"waiting_room": false');
        await lens.applyAction(request, 'false', 'Ignore waiting-room-overwritten here, in the lock profile');
        assert.deepEqual(await lens.codes(request), []);
        lens.disk(profile, on);
        assert.deepEqual(await lens.codes(request), ['waiting-room-overwritten']);
        lens.disk(profile, '{}');
        assert.deepEqual(await lens.codes(request), []);
      });
    }

    for (const [request, profile, changed] of [
      [
        'file:///c%3A/ws/a.zoom-create.json',
        'file:///C:/ws/zoom-lock-profile.json',
        'file:///c:/ws/zoom-lock-profile.json',
      ],
      [
        'file:///C:/ws/a.zoom-create.json',
        'file:///c%3A/ws/zoom-lock-profile.json',
        'file:///C%3A/ws/zoom-lock-profile.json',
      ],
      [
        'file:///ü/a.zoom-create.json',
        'file:///%C3%BC/zoom-lock-profile.json',
        'file:///%c3%bc/zoom-lock-profile.json',
      ],
    ] as const) {
      it(`${request} rests on ${profile}, by whatever spelling that changes`, async (test) => {
        const lens = await startPair(test, { files: { [profile]: '{}' }, roots: [], capabilities });
        lens.open(request, body);
        assert.deepEqual(await lens.codes(request), []);
        lens.disk(changed, on);
        assert.deepEqual(await lens.codes(request), ['waiting-room-overwritten']);
        lens.open(profile, '{}');
        assert.deepEqual(await lens.codes(request), []);
        lens.close(profile);
        assert.deepEqual(await lens.codes(request), ['waiting-room-overwritten']);
      });
    }

    it('a document that was never saved is inspected by its name alone', async (test) => {
      const untitled = 'untitled:a.zoom-create.json';
      const lens = await startPair(test, { capabilities });
      lens.open(untitled, '{ "waiting_room": true }');
      assert.deepEqual(await lens.codes(untitled), ['field-misplaced']);
      lens.open('untitled:Untitled-1', '{ "waiting_room": true }');
      assert.deepEqual(await lens.codes('untitled:Untitled-1'), []);
      assert.deepEqual(lens.logged, []);
    });

    it('a profile of another scheme is not in force', async (test) => {
      const lens = await startPair(test, { files: { [`file:///ws/${profileName}`]: on }, capabilities });
      lens.open('git:/ws/a.zoom-create.json?%7B%22ref%22%3A%22HEAD%22%7D', body);
      assert.deepEqual(await lens.codes('git:/ws/a.zoom-create.json?%7B%22ref%22%3A%22HEAD%22%7D'), []);
    });
  });
}
