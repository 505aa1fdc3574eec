import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commands } from '../../../../shared/protocol.ts';
import { profileWith, signedIn } from '../../../support/profiles.ts';
import { startPair } from '../../../support/serverPair.ts';

const profile = 'file:///ws/zoom-lock-profile.json';
const create = 'file:///ws/a.zoom-create.json';
const update = 'file:///ws/a.zoom-update.json';
const unlocked = 'W unlocked · P unlocked · A unlocked';
const roomOn = 'W locked on · P unlocked · A unlocked';
const bothOn = 'W locked on · P locked on · A unlocked';

describe('the line over a body says what Zoom changes', () => {
  // biome-ignore format: a table is read by its columns
  const table: readonly (readonly [locks: string, uri: string, text: string, title: string])[] = [
    [roomOn,   create, '{ "settings": { "waiting_room": true } }',  'Zoom stores this as sent'],
    [roomOn,   create, '{ "settings": { "waiting_room": false } }', 'Zoom changes waiting_room to true'],
    [roomOn,   create, '{ "topic": "x" }',                          'Zoom adds waiting_room'],
    [roomOn,   create, '{ "settings": { "meeting_authentication": true } }', 'Zoom adds waiting_room and authentication_option'],
    [roomOn,   create, '{ "settings": { "waiting_room": false, "meeting_authentication": true } }',
                                                                    'Zoom changes waiting_room to true, adds authentication_option'],
    [unlocked, create, '{ "settings": { "waiting_room": false, "authentication_option": "x" } }',
                                                                    'Zoom changes waiting_room and authentication_option'],
    [unlocked, update, '{ "settings": { "waiting_room": true } }',  'Zoom stores this as sent'],
    [unlocked, update, '{ "settings": { "waiting_room": false } }', 'What Zoom stores depends on the meeting'],
    [unlocked, update, '{ "topic": "x" }',                          'No security field sent'],
    [roomOn,   update, '{ "topic": "x" }',                          'No security field sent'],
    ['W unlocked · P locked off · A unlocked', create, '{ "password": "4sPgWr-2", "settings": { "waiting_room": true } }',
                                                                    'Zoom does not store password'],
    [unlocked, update, '{ "password": "", "settings": { "waiting_room": false, "meeting_authentication": false } }',
                                                                    'What Zoom stores depends on the meeting'],
    ['W locked on · A unlocked', create, '{ "settings": { "waiting_room": false } }',
                                                                    'Zoom changes waiting_room to true, maybe more'],
    ['P unlocked · A unlocked',  create, '{ "settings": { "waiting_room": false } }',
                                                                    'What Zoom stores depends on what is not in the lock profile'],
    ['',       create, '{ "settings": { "waiting_room": false } }', 'No lock profile: what Zoom stores depends on the account'],
    [roomOn,   create, '{ "settings": { "waiting_room": "yes" } }',
                                                                    'What Zoom stores depends on values that are not known'],
    [roomOn,   create, '{ "password": "far too long" }',            'Zoom allows at most 10 characters in a passcode; this one has 12.'],
    [roomOn,   create, '{ "settings": { "waiting_room": ',          'Zoom create'],
    // If it turns the Waiting Room off, nothing secures the meeting, and Zoom turns it on.
    [unlocked, create, '{ "settings": { "waiting_room": {{room}} } }',
                                                                    'With any value, Zoom stores waiting_room: true'],
    [unlocked, create, '{ "settings": { "waiting_room": {{room}}, "meeting_authentication": {{signIn}} } }',
                                                                    'What Zoom stores depends on values that are not known'],
    [roomOn,   create, '{ "settings": { "waiting_room": {{room}} } }',
                                                                    'With any value, Zoom stores waiting_room: true'],
    [roomOn,   update, '{ "settings": { "waiting_room": {{room}} } }',
                                                                    'With any value, Zoom stores waiting_room: true'],
    ['W locked on · P unlocked · A locked off', create, '{ "settings": { "waiting_room": {{room}}, "meeting_authentication": {{signIn}} } }',
                                                                    'With any value, Zoom stores waiting_room: true and meeting_authentication: false'],
    // Authentication comes with an option, if it is turned on.
    [roomOn,   create, '{ "settings": { "waiting_room": {{room}}, "meeting_authentication": {{signIn}} } }',
                                                                    'With any value, Zoom stores waiting_room: true, maybe more'],
    [unlocked, create, '{ "password": "{{passcode}}", "settings": { "waiting_room": true } }',
                                                                    'Zoom stores this as sent'],
    [roomOn,   create, '{ "password": "{{passcode}}", "settings": { "waiting_room": false } }',
                                                                    'Zoom changes waiting_room to true'],
    [bothOn,   create, '{ "password": "{{passcode}}", "settings": { "waiting_room": false } }',
                                                                    'Zoom changes waiting_room to true'],
    [bothOn,   create, '{ "password": "{{passcode}}", "settings": { "waiting_room": true, "join_before_host": true } }',
                                                                    'Zoom stores this as sent if password has a value · 1 warning'],
    [bothOn,   create, '{ "password": "{{passcode}}", "settings": { "waiting_room": "yes" } }',
                                                                    'What Zoom stores depends on values that are not known'],
  ];
  // biome-ignore format: a table is read by its columns
  const notAsSent: typeof table = [
    [roomOn,   create, '{ "waiting_room": false, "settings": { "waiting_room": true } }', '1 of your fields has no effect'],
    [roomOn,   create, '{ "waiting_room": false }',                 'Zoom adds waiting_room, 1 of your fields has no effect'],
    [roomOn,   create, '{ "topic": "a", "topic": "b", "settings": { "topic": "c", "waiting_room": true } }',
                                                                    '2 of your fields have no effect'],
    [roomOn,   create, '{ "waiting_room": false, "host_video": true }',
                                                                    'Zoom adds waiting_room, 2 of your fields have no effect'],
    [unlocked, create, '{ "password": "4sPgWr-2", "settings": { "waiting_room_options": {} } }',
                                                                    '1 of your fields has no effect'],
    [unlocked, update, '{ "default_password": true }',              '1 of your fields has no effect'],
    ['',       create, '{ "topic": "a", "topic": "b" }',            '1 of your fields has no effect, maybe more'],
    [roomOn,   create, '{ "settings": { "waiting_room": true, "join_before_host": true } }',
                                                                    'Zoom stores this as sent · 1 warning'],
    [roomOn,   create, '{ "settings": { "waiting_room": true, "join_before_host": true, "meeting_authentication": true, "authentication_option": "x" } }',
                                                                    'Zoom stores this as sent · 2 warnings'],
    [unlocked, update, '{ "passcode": "4sPgWr-2" }',                'No security field sent · 1 warning'],
    [roomOn,   create, '{ "settings": { "waiting_room": true, "wating_room": true } }', 'Zoom stores this as sent'],
  ];
  for (const [locks, uri, text, title] of [...table, ...notAsSent]) {
    it(`${locks || 'no profile'}: ${text}`, async (test) => {
      const json = profileWith(locks, { options: [signedIn] });
      const lens = await startPair(test, { files: locks ? { [profile]: json } : {} });
      lens.open(uri, text);
      assert.deepEqual(await lens.lenses(uri), [title]);
    });
  }

  it('an update of one occurrence names no field unless it does', async (test) => {
    const requests = [{ files: '*.zoom-update.json', operation: 'update', occurrence: true }];
    const json = JSON.stringify({ ...JSON.parse(profileWith(unlocked)), requests });
    const lens = await startPair(test, { files: { [profile]: json } });
    lens.open(update, '{ "topic": "x" }');
    assert.deepEqual(await lens.lenses(update), ['No security field sent']);
  });

  it('a broken profile cannot be read', async (test) => {
    const lens = await startPair(test, { files: { [profile]: '{ "waitingRoom": ' } });
    lens.open(create, '{ "topic": "x" }');
    assert.deepEqual(await lens.lenses(create), ['The lock profile cannot be read']);
  });

  it('what its user ignores is counted all the same', async (test) => {
    const lens = await startPair(test, { files: { [profile]: profileWith(roomOn) } });
    lens.open(create, '{ "settings": { "waiting_room": false } } // zoom-request-lens-ignore waiting-room-overwritten');
    assert.deepEqual(await lens.codes(create), []);
    assert.deepEqual(await lens.lenses(create), ['Zoom changes waiting_room to true']);
  });

  it('is the same whatever severity its user gives to a finding', async (test) => {
    for (const [code, text, title] of [
      ['waiting-room-overwritten', '{ "settings": { "waiting_room": false } }', 'Zoom changes waiting_room to true'],
      [
        'passcode-too-long',
        '{ "password": "far too long" }',
        'Zoom allows at most 10 characters in a passcode; this one has 12.',
      ],
    ] as const) {
      for (const severity of ['off', 'hint', 'warning', 'error']) {
        const json = JSON.stringify({ ...JSON.parse(profileWith(roomOn)), severities: { [code]: severity } });
        const lens = await startPair(test, { files: { [profile]: json } });
        lens.open(create, text);
        assert.deepEqual(await lens.lenses(create), [title], severity);
      }
    }
  });

  it('the meeting next to an update settles it', async (test) => {
    const files = {
      [profile]: profileWith(unlocked),
      'file:///ws/a.zoom-meeting.json': '{ "settings": { "waiting_room": true } }',
    };
    const lens = await startPair(test, { files });
    lens.open(update, '{ "settings": { "waiting_room": false } }');
    assert.deepEqual(await lens.lenses(update), ['Zoom changes waiting_room to true']);
  });

  it('there is none where there is no body', async (test) => {
    const lens = await startPair(test, { files: { [profile]: profileWith(unlocked) } });
    for (const text of ['', '[]', '"x"', '// nothing']) {
      lens.open(create, text);
      assert.deepEqual(await lens.lenses(create), []);
      lens.close(create);
    }
  });
});

describe('the line over a body leads to what will be stored', () => {
  const text = '// Sent by the portal.\n{ "topic": "x" }';

  it('where the client knows the command, from the line of the brace', async (test) => {
    const lens = await startPair(test, { initializationOptions: { runsCommands: true } });
    lens.open(create, text);
    const [found] = await lens.codeLenses(create);
    assert.deepEqual([found?.command?.command, found?.command?.arguments], [commands.showStored, [create]]);
    assert.deepEqual(found?.range, lens.rangeOf(create, '{'));
  });

  it('but to the error where there is one, and from a broken body', async (test) => {
    const files = { [profile]: profileWith(roomOn) };
    const lens = await startPair(test, { files, initializationOptions: { runsCommands: true } });
    for (const [error, line] of [
      ['{\n  "topic": "x",\n  "password": "far too long"\n}', 3],
      ['{\n  "topic": "x",\n  "settings": {', 3],
    ] as const) {
      lens.open(create, error);
      const [found, ...others] = await lens.codeLenses(create);
      assert.deepEqual([found?.command?.command, found?.command?.arguments], [commands.showLine, [create, line]]);
      assert.deepEqual(others, []);
      lens.close(create);
    }
  });

  it('and to a lock profile where one would say more', async (test) => {
    const lens = await startPair(test, { initializationOptions: { runsCommands: true } });
    lens.open(create, text);
    assert.deepEqual(
      (await lens.codeLenses(create)).slice(1).map(({ command }) => command),
      [
        { title: 'Write a lock profile', command: commands.writeProfile },
        { title: 'Import a lock profile', command: commands.importProfile },
      ],
    );
    lens.open('untitled:b.zoom-create.json', text);
    assert.equal((await lens.codeLenses('untitled:b.zoom-create.json')).length, 1, 'none applies to what has no place');
  });

  it('is plain text for any other client', async (test) => {
    const lens = await startPair(test);
    lens.open(create, text);
    const [found] = await lens.codeLenses(create);
    assert.deepEqual(found?.command, {
      title: 'No lock profile: what Zoom stores depends on the account',
      command: '',
    });
  });
});
