import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { profileWith } from '../../support/profiles.ts';
import { startPair } from '../../support/serverPair.ts';

/** Files that are called what they visibly are not: a request, or a meeting. */

const profile = 'file:///ws/zoom-lock-profile.json';
const create = 'file:///ws/a.zoom-create.json';
const update = 'file:///ws/a.zoom-update.json';
const meeting = 'file:///ws/a.zoom-meeting.json';
const on = profileWith('W locked on · P locked on · A unlocked');
const rename = 'Rename the file, or leave it out of the "requests" of the lock profile.';

describe('an open file that is no request', () => {
  const webinar = '{ "topic": "Launch", "type": 5, "settings": { "waiting_room": false } }';

  it('has one finding, and a way to ignore it', async (test) => {
    const lens = await startPair(test, { files: { [profile]: on } });
    lens.open(create, webinar);
    await lens.expect(
      create,
      `${webinar}
//                           ^ warning not-a-request: This is a webinar, not a request. ${rename}`,
    );
    const actions = await lens.actions(create, '5');
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Ignore not-a-request here, in the lock profile', 'Ignore not-a-request everywhere'],
    );
  });

  it('nothing is said of its fields', async (test) => {
    const lens = await startPair(test, { files: { [profile]: on }, initializationOptions: { runsCommands: true } });
    lens.open(create, webinar);
    assert.deepEqual(
      [
        await lens.hover(create, '"waiting_room"'),
        await lens.hover(create, '"settings"'),
        await lens.hints(create),
        await lens.codeLenses(create),
        await lens.completions(create, webinar.indexOf('"waiting_room"') + 1),
        await lens.definition(create, '"waiting_room"'),
        await lens.stored(create),
        await lens.status(create),
      ],
      [null, null, [], [], [], null, null, null],
    );
    const page = (await lens.explain(create)) ?? '';
    assert.match(
      page,
      /^# Not a request\n\n\[`a\.zoom-create\.json`\]\(command:[^)]*\): identified by its name\.\n\nThis is not a request, so nothing/,
    );
    assert.doesNotMatch(page, /stored/);
  });

  it('becomes one, and the other way round', async (test) => {
    const lens = await startPair(test, { files: { [profile]: on } });
    lens.open(create, webinar);
    lens.type(create, '5', '2');
    assert.deepEqual(await lens.codes(create), ['passcode-generated', 'waiting-room-overwritten']);
    assert.equal((await lens.codeLenses(create)).length, 1);
    lens.type(create, '"type": 2', '"type": 9');
    assert.deepEqual(await lens.codes(create), ['not-a-request']);
  });

  it('is left alone until it has two members; on the disk it is not', async (test) => {
    const lens = await startPair(test, { files: { [create]: '{ "x": 1 }' } });
    lens.open(create);
    assert.deepEqual(await lens.codes(create), []);
    lens.type(create, '1', '1, "y": 2');
    assert.deepEqual(await lens.codes(create), ['not-a-request']);
    lens.type(create, '"y": 2', '"topic": "x"');
    assert.deepEqual(await lens.codes(create), []);
    lens.close(create);
    assert.deepEqual(await lens.codes(create), ['not-a-request']);
  });

  it('one of several in a file', async (test) => {
    const file = 'file:///ws/templates.json';
    const entry = { files: 'templates.json', at: '/*', operation: 'create' };
    const listed = JSON.stringify({ ...JSON.parse(on), requests: [entry] });
    const lens = await startPair(test, { files: { [profile]: listed } });
    lens.open(file, `{ "a": { "topic": "x" }, "b": ${webinar} }`);
    assert.deepEqual(await lens.codes(file), ['waiting-room-added', 'not-a-request']);
    assert.equal((await lens.codeLenses(file)).length, 1);
    lens.type(file, '5', '2');
    assert.equal((await lens.codeLenses(file)).length, 2);
  });
});

describe('a meeting file without a meeting', () => {
  const error = '{ "code": 124, "message": "Invalid access token." }';
  const body = '{ "settings": { "waiting_room": false } }';

  it('counts as missing, and says why: in itself, in the status, in the explanation', async (test) => {
    const unlocked = profileWith('W unlocked · P unlocked · A unlocked');
    const lens = await startPair(test, { files: { [profile]: unlocked } });
    lens.open(update, body);
    const without = await lens.diagnostics(update);
    lens.open(meeting, error);
    assert.deepEqual(await lens.codes(meeting), ['not-a-meeting']);
    assert.deepEqual(await lens.diagnostics(update), without);
    assert.equal((await lens.status(update))?.meetingProblem, 'is an error response from Zoom (code 124)');
    assert.match(
      (await lens.explain(update)) ?? '',
      /`a\.zoom-meeting\.json`, which is an error response from Zoom \(code 124\) and is treated as missing$/m,
    );
  });

  it('a response in an object is found', async (test) => {
    const unlocked = profileWith('W unlocked · P unlocked · A unlocked');
    const lens = await startPair(test, { files: { [profile]: unlocked } });
    lens.open(update, body);
    lens.open(meeting, '{ "data": { "id": 1, "password": "q8zXw2Lt", "settings": { "waiting_room": false } } }');
    assert.deepEqual(
      [await lens.codes(meeting), await lens.codes(update), (await lens.status(update))?.meetingProblem],
      [[], [], null],
    );
  });
});
