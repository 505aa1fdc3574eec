import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pulling, without } from '../../../support/capabilities.ts';
import { profileWith, signedIn } from '../../../support/profiles.ts';
import { startPair } from '../../../support/serverPair.ts';

const profile = 'file:///ws/zoom-lock-profile.json';
const create = 'file:///ws/a.zoom-create.json';
const update = 'file:///ws/a.zoom-update.json';
const unlocked = 'W unlocked · P unlocked · A unlocked';

describe('what Zoom does not store is marked', () => {
  for (const [what, locks, drawn] of [
    [
      'overwritten values',
      'W locked on · P unlocked · A locked off',
      `{
  "settings": {
    "waiting_room": «overwritten false», // as ever
    "audio": "both", "meeting_authentication": «overwritten true»
  }
}`,
    ],
    [
      'a passcode that is dropped',
      'W unlocked · P locked off · A unlocked',
      '{ "password": «ignored "abc123"», "settings": { "waiting_room": true } }',
    ],
    [
      'an option without authentication',
      unlocked,
      '{ "settings": { "authentication_option": «ignored "opt"», "waiting_room": true } }',
    ],
    [
      'fields where Zoom does not look for them',
      unlocked,
      `{
  «ignored "waiting_room"»: «ignored true»,
  «ignored "authentication_option"»: { "id": "x" },
  "settings": { «ignored "password"» : «ignored "abc"», "waiting_room": true }
}`,
    ],
    [
      'several in one line, in the order of the text',
      'W locked on · P locked off · A unlocked',
      '{"password":«ignored "a"»,«ignored "waiting_room"»:«ignored true»,"settings":{"waiting_room":«overwritten false»}}',
    ],
  ] as const) {
    it(what, async (test) => {
      const json = profileWith(locks, { options: [signedIn] });
      const lens = await startPair(test, { files: { [profile]: json } });
      lens.open(create, drawn.replace(/«\w+ |»/g, ''));
      assert.equal(await lens.marked(create), drawn);
    });
  }

  for (const [what, locks, text, uri] of [
    [
      'nothing that is stored as sent',
      unlocked,
      '{ "password": "abc", "settings": { "waiting_room": false } }',
      create,
    ],
    ['nothing that was not given', 'P locked on', '{ "password": "", "settings": { "waiting_room": null } }', create],
    ['nothing that depends on the meeting', unlocked, '{ "settings": { "waiting_room": false } }', update],
    ['nothing that depends on an open lock', 'P unlocked', '{ "settings": { "waiting_room": false } }', create],
    ['nothing in a file that is none of ours', unlocked, '{ "waiting_room": true }', 'file:///ws/settings.json'],
  ] as const) {
    it(what, async (test) => {
      const lens = await startPair(test, { files: { [profile]: profileWith(locks) } });
      lens.open(uri, text);
      assert.equal(await lens.marked(uri), text);
    });
  }

  it('an update of one occurrence is passed over where it names what that cannot change', async (test) => {
    const requests = [{ files: '*.zoom-update.json', operation: 'update', occurrence: true }];
    const lens = await startPair(test, {
      files: { [profile]: JSON.stringify({ ...JSON.parse(profileWith(unlocked)), requests }) },
    });
    const drawn = '{ "password": «ignored "abc"», "settings": { "meeting_authentication": «ignored false» } }';
    lens.open(update, drawn.replace(/«\w+ |»/g, ''));
    assert.equal(await lens.marked(update), drawn);
    assert.equal(await lens.hinted(update), drawn.replace(/«\w+ |»/g, ''));
    assert.deepEqual(await lens.lenses(update), ['Zoom does not store password and meeting_authentication']);
  });

  it('an update overwrites an empty passcode where the meeting has one', async (test) => {
    const files = {
      [profile]: profileWith('W unlocked · P locked on · A unlocked'),
      'file:///ws/a.zoom-meeting.json': '{ "password": "abc", "settings": {} }',
    };
    const lens = await startPair(test, { files });
    lens.open(update, '{ "password": "" }');
    assert.equal(await lens.marked(update), '{ "password": «overwritten ""» }');
  });
});

describe('the names of the security fields are coloured where they are read', () => {
  const bodies = [
    [
      create,
      `{
  "topic": "Standup",
  «"password"»: "abc",
  "settings": {
    «"waiting_room"»: false, "host_video": true,
    «"meeting_authentication"»: true,
    «"authentication_option"»: "signIn"
  }
}`,
    ],
    [update, '{ "settings": { «"waiting_room"»: null }, «"password"»: 123456 }'],
    ['file:///ws/b.zoom-create.jsonc', '{ // soon\n«"password"»: "{{passcode}}",\n}'],
  ] as const;
  for (const profiled of [true, false]) {
    for (const [uri, drawn] of bodies) {
      it(`${uri.slice(11)} ${profiled ? 'under' : 'without'} a profile`, async (test) => {
        const lens = await startPair(test, { files: profiled ? { [profile]: profileWith(unlocked) } : {} });
        lens.open(uri, drawn.replace(/[«»]/g, ''));
        assert.equal(await lens.coloured(uri), drawn);
      });
    }
  }

  it('and in no other place: misplaced, twice, nested', async (test) => {
    const drawn = `{ "waiting_room": true, "password": "lost", «"password"»: "counts", "authentication_option": "x",
  "settings": { "password": "x", "waiting_room_options": { "waiting_room": 1 }, «"waiting_room"»: true }, "x": "password" }`;
    const lens = await startPair(test, { files: { [profile]: profileWith(unlocked) } });
    lens.open(create, drawn.replace(/[«»]/g, ''));
    assert.equal(await lens.coloured(create), drawn);
  });

  it('and in no other file', async (test) => {
    const lens = await startPair(test, { files: { [profile]: profileWith(unlocked) } });
    const text = '{ "start_time": "", "password": "x", "settings": { "waiting_room": true } }';
    for (const name of ['settings.json', 'a.zoom-meeting.json', 'zoom-lock-profile.json']) {
      lens.open(`file:///ws/deep/${name}`, text);
      assert.equal(await lens.coloured(`file:///ws/deep/${name}`), text, name);
    }
  });

  it('in each request of a file that holds several', async (test) => {
    const requests = [{ files: 'all.json', operation: 'create', at: '/*' }];
    const files = { [profile]: JSON.stringify({ ...JSON.parse(profileWith(unlocked)), requests }) };
    const lens = await startPair(test, { files });
    const drawn =
      '{ "password": "x",\n  "a": { «"password"»: "x" },\n  "b": { "settings": { «"waiting_room"»: true } } }';
    lens.open('file:///ws/all.json', drawn.replace(/[«»]/g, ''));
    assert.equal(await lens.coloured('file:///ws/all.json'), drawn);
  });
});

it('a client without semantic tokens is offered none', async (test) => {
  const capabilities = { ...pulling, textDocument: without(pulling.textDocument, 'semanticTokens') };
  const lens = await startPair(test, { capabilities });
  assert.equal(lens.initializeResult?.capabilities.semanticTokensProvider, undefined);
});
