import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accountChanged, compareRequest } from '../../../shared/protocol.ts';
import { profileWith } from '../../support/profiles.ts';
import { startPair } from '../../support/serverPair.ts';

/** Several lock profiles that lie together: the plain one, and one for each further account. */

const request = 'file:///ws/bodies/a.json';
const body = '{ "password": "q8zXw2Lt", "settings": { "waiting_room": false } }';
const plain = profileWith('W unlocked · P unlocked · A locked off');
const files = {
  'file:///ws/zoom-lock-profile.json': `${plain.slice(0, -1)}, "requests": [{ "files": "bodies/*.json", "operation": "create" }] }`,
  'file:///ws/staging.zoom-lock-profile.json': profileWith('W locked on · P unlocked · A locked off'),
  [request]: body,
};

describe('the account whose profile counts', () => {
  it('is the plain one, until another is chosen; which files are requests does not change', async (test) => {
    const lens = await startPair(test, { files });
    lens.open(request);
    assert.deepEqual(await lens.codes(request), []);
    for (const [account, codes] of [
      ['staging', ['waiting-room-overwritten']],
      [null, []],
      ['no such account', []],
    ] as const) {
      await lens.connection.sendNotification(accountChanged, { account });
      assert.deepEqual(await lens.codes(request), codes, String(account));
    }
  });

  it('is known from the start', async (test) => {
    const lens = await startPair(test, { files, initializationOptions: { account: 'staging' } });
    lens.open(request);
    assert.deepEqual(await lens.codes(request), ['waiting-room-overwritten']);
    assert.match((await lens.hoverText(request, 'waiting_room')) ?? '', /staging\.zoom-lock-profile\.json/);
  });

  it('has a profile that is checked like the plain one', async (test) => {
    const lens = await startPair(test, { files });
    const uri = 'file:///ws/production.zoom-lock-profile.json';
    lens.open(uri, '{ "waitingRoom": { "enabled": "yes" } }');
    assert.ok((await lens.codes(uri)).includes('profile-type'));
  });
});

describe('a request under all accounts', () => {
  it('is a table with a column for each, in which what differs is marked', async (test) => {
    const lens = await startPair(test, { files });
    lens.open(request);
    const params = { textDocument: { uri: request }, accounts: ['staging'] };
    const page = await lens.connection.sendRequest<string>(compareRequest, params);
    assert.deepEqual(page.split('\n').filter(Boolean), [
      '# `a.json` under 2 lock profiles',
      '| field | sent | `zoom-lock-profile.json` | `staging` |',
      '|:--|:--|:--|:--|',
      '| ≠ `waiting_room` | `false` | **`false`** | **`true`** |',
      '| `password` | a passcode | the passcode | the passcode |',
      '| `meeting_authentication` | – | `false` | `false` |',
      '| `authentication_option` | – | no option | no option |',
    ]);
  });

  it('says so where all store the same, and where it is broken', async (test) => {
    const lens = await startPair(test, { files });
    const params = { textDocument: { uri: request }, accounts: ['staging'] };
    lens.open(request, '{ "password": "q8zXw2Lt", "settings": { "waiting_room": true } }');
    assert.match(await lens.connection.sendRequest<string>(compareRequest, params), /the same under all of them\.$/);
    lens.type(request, '}', '');
    assert.match(await lens.connection.sendRequest<string>(compareRequest, params), /is broken/);
  });

  it('is not there for anything else', async (test) => {
    const lens = await startPair(test, { files });
    lens.open('file:///ws/package.json', '{}');
    for (const uri of ['file:///ws/package.json', 'file:///ws/gone.json']) {
      const params = { textDocument: { uri }, accounts: ['staging'] };
      assert.equal(await lens.connection.sendRequest(compareRequest, params), null);
    }
  });
});
