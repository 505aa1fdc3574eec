import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Files } from '../../../server/files/files.ts';
import { IgnoreUsage, ignoreUseOf } from '../../../server/inspection/ignoreUsage.ts';
import { inspect } from '../../../server/inspection/inspect.ts';
import { InMemoryWorld } from '../../support/inMemoryWorld.ts';
import { profileWith } from '../../support/profiles.ts';

const profile = 'file:///ws/zoom-lock-profile.json';
const ignore = '"ignore":[{"code":"field-type"},{"code":"duplicate-key"},{"code":"passcode-too-long"}]';

/** The places of the entries that these files use. */
async function used(texts: Readonly<Record<string, string>>, locks = 'W unlocked · P unlocked · A unlocked') {
  const usage = new IgnoreUsage();
  const text = profileWith(locks).replace(/\}$/, `,${ignore}}`);
  for (const [name, content] of Object.entries(texts)) {
    // Each with a profile of its own reading, as where it is forgotten in between.
    const world = new InMemoryWorld({ [profile]: text });
    const files = new Files(world);
    const inspections = await inspect(files, { uri: `file:///ws/${name}`, text: content, root: 'file:///ws' });
    for (const each of inspections) usage.note(ignoreUseOf(files, each));
  }
  return usage.of(profile)?.map(({ index }) => index);
}

const typo = '{ "password": 1, "settings": { "waiting_room": true } }';
const twice = '{ "id": 1, "id": 2, "password": "q8zXw2Lt", "settings": {} }';

describe('the entries that many files use', () => {
  it('each once, meeting files included', async () => {
    const files = { 'a.zoom-create.json': typo, 'b.zoom-create.json': typo, 'c.zoom-meeting.json': twice };
    assert.deepEqual(await used(files), [0, 1]);
  });

  it('none', async () => assert.deepEqual(await used({}), []));

  for (const [what, text, locks] of [
    ['a broken file', '{', undefined],
    ['a lock that is unknown', '{}', 'W unlocked'],
  ] as const) {
    it(`undefined: ${what} leaves it open`, async () => {
      assert.equal(await used({ 'a.zoom-create.json': typo, 'b.zoom-create.json': text }, locks), undefined);
    });
  }

  it('a file without a profile uses none', async () => {
    const files = new Files(new InMemoryWorld());
    const alone = await inspect(files, { uri: 'file:///ws/a.zoom-create.json', text: typo, root: 'file:///ws' });
    assert.deepEqual(
      alone.map((each) => ignoreUseOf(files, each)),
      [[]],
    );
  });
});
