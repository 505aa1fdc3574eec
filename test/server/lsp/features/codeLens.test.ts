import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startPair } from '../../../support/serverPair.ts';

const profile = 'file:///ws/zoom-lock-profile.json';
const lockText = `{
  "requireSecurityOption": { "enabled": true, "locked": true },
  "waitingRoom": { "enabled": true, "locked": true },
  "passcode": { "enabled": false, "locked": true },
  "authentication": { "enabled": false, "locked": false }
}`;
/** The Waiting Room and the passcode are overwritten, by one setting each. */
const both = '{ "password": "q8zXw2Lt", "settings": { "waiting_room": false } }';
const one = '{ "settings": { "waiting_room": false } }';
const none = '{ "settings": { "waiting_room": true } }';

describe('the lines over a lock profile', () => {
  it('count the requests and what is reported in them, and say which setting overwrites how much, in open and closed files', async (test) => {
    const files = {
      [profile]: lockText,
      'file:///ws/a.zoom-create.json': both,
      'file:///ws/deep/b.zoom-create.json': one,
    };
    const lens = await startPair(test, { files: { ...files, 'file:///ws/c.zoom-create.json': none } });
    lens.open(profile);
    lens.open('file:///ws/d.zoom-create.json', one);
    assert.deepEqual(await lens.lenses(profile), [
      'Applies to 4 requests',
      'waiting-room-overwritten 3, passcode-overwritten 1',
      'Overwrites 3 fields in 3 files',
      'Overwrites 1 field',
    ]);
  });

  it('follow unsaved edits of the profile and of a request', async (test) => {
    const lens = await startPair(test, { files: { [profile]: lockText } });
    lens.open(profile);
    lens.open('file:///ws/a.zoom-create.json', one);
    assert.deepEqual(await lens.lenses(profile), [
      'Applies to 1 request',
      'waiting-room-overwritten 1',
      'Overwrites 1 field',
    ]);
    lens.type('file:///ws/a.zoom-create.json', 'false', 'true');
    assert.deepEqual(await lens.lenses(profile), ['Applies to 1 request']);
  });

  it('say so where there is no request', async (test) => {
    const lens = await startPair(test, { files: { [profile]: lockText } });
    lens.open(profile);
    assert.deepEqual(await lens.lenses(profile), [
      'No requests yet: name a file NAME.zoom-create.json, or list it under "requests"',
    ]);
  });

  it('stay while the profile is half typed', async (test) => {
    const lens = await startPair(test, { files: { [profile]: lockText, 'file:///ws/a.zoom-create.json': one } });
    lens.open(profile);
    const before = await lens.lenses(profile);
    assert.equal(before.length, 3);
    lens.type(profile, '"enabled": true', '"enabled": tr');
    assert.deepEqual(await lens.lenses(profile), before);
    lens.save(profile);
    assert.deepEqual(await lens.lenses(profile), []);
  });

  it('lead to the fields, for an editor that has the command', async (test) => {
    const uri = 'file:///ws/a.zoom-create.json';
    const found = async (runsCommands: boolean) => {
      const scene = { files: { [profile]: lockText, [uri]: one }, initializationOptions: { runsCommands } };
      const lens = await startPair(test, scene);
      lens.open(profile);
      const lenses = await lens.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: profile } });
      return (lenses as { command: { command: string; arguments?: unknown[] } }[])[2]?.command;
    };
    assert.equal((await found(false))?.command, '');
    const { command, arguments: given } = (await found(true)) ?? {};
    assert.equal(command, 'zoomRequestLens.showOverwritten');
    const value = { start: { line: 0, character: 32 }, end: { line: 0, character: 37 } };
    assert.deepEqual(given, [profile, { line: 2, character: 2 }, [{ uri, range: value }]]);
  });

  it('are asked for again while a profile is shown and a request changes', async (test) => {
    const lens = await startPair(test, { files: { [profile]: lockText } });
    lens.open('file:///ws/a.zoom-create.json', one);
    lens.type('file:///ws/a.zoom-create.json', 'false', 'true');
    await lens.settle();
    assert.equal(lens.lensRefreshes, 0);
    lens.open(profile);
    await lens.settle();
    const { lensRefreshes } = lens;
    lens.type('file:///ws/a.zoom-create.json', 'true', 'false');
    await lens.until(() => lens.lensRefreshes > lensRefreshes);
  });

  it('are not there over a broken profile or any other file', async (test) => {
    const lens = await startPair(test, { files: { [profile]: lockText } });
    lens.open(profile, '{ "waitingRoom": ');
    lens.open('file:///ws/package.json', '{}');
    for (const uri of [profile, 'file:///ws/package.json']) assert.deepEqual(await lens.lenses(uri), []);
  });
});
