import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ImportAnswer, type ImportParams, importRequest } from '../../../../shared/protocol.ts';
import { levelOf, saved, security } from '../../../support/savedResponses.ts';
import { startPair } from '../../../support/serverPair.ts';

/** Over the wire, as an editor asks: texts in, a profile or a question out. */
const capturedAt = '2026-11-24';

const plain = (files: ReturnType<typeof levelOf>): ImportParams['files'] =>
  files.map(({ name, text, level }) => ({ name, text, ...(level ? { level } : {}) }));

describe('an editor asks for a profile', () => {
  for (const inWorker of [false, true])
    it(`and gets its text and what is left open${inWorker ? ', in a browser too' : ''}`, async (test) => {
      const lens = await startPair(test, { inWorker });
      const files = plain(levelOf('account', 'EDU').slice(0, 3));
      const answer: ImportAnswer = await lens.connection.sendRequest(importRequest, { files, capturedAt });
      assert.ok(answer.state === 'profile');
      assert.match(answer.text, /"waitingRoom": \{ "enabled": true, "locked": true \}/);
      assert.match(answer.text, /"capturedAt": "2026-11-24"/);
      assert.deepEqual(answer.unresolved, [
        'whether authentication is locked: GET /accounts/me/lock_settings without option (scope account:read:lock_settings:master, classic account:read:admin)',
        'whether the use of the personal meeting ID for scheduled meetings is on: GET /users/{userId}/settings without option (scope user:read:settings:admin, classic user:read:admin)',
      ]);
      assert.equal(answer.notes.length, 2);
      assert.deepEqual(answer.modelMatters, []);
    });

  it('over one that is there: what no response says stays, the passcode of personal meeting IDs among it', async (test) => {
    const lens = await startPair(test);
    const existing = '{ "personalMeetingId": { "passcode": { "locked": false } }, "rules": "2020-12-20" }';
    const kept = async (flags: Parameters<typeof security>[0]) => {
      const files = plain([saved('account-settings', security(flags))]);
      const answer: ImportAnswer = await lens.connection.sendRequest(importRequest, { files, capturedAt, existing });
      assert.ok(answer.state === 'profile');
      return answer.text.split('\n').filter((line) => /"(rules|personalMeetingId)"/.test(line));
    };
    assert.deepEqual(await kept({ waiting_room: true }), [
      '  "rules": "2020-12-20",',
      '  "personalMeetingId": { "passcode": { "locked": false } },',
    ]);
    assert.deepEqual(await kept({ pmi_password: false }), [
      '  "rules": "2020-12-20",',
      '  "personalMeetingId": { "passcode": { "enabled": false } },',
    ]);
  });

  it('and is asked whose the settings are, then says it', async (test) => {
    const lens = await startPair(test);
    const files = plain([saved('settings', security({ waiting_room: true }))]);
    const ask = (params: ImportParams): Promise<ImportAnswer> => lens.connection.sendRequest(importRequest, params);
    assert.deepEqual(await ask({ files, capturedAt }), { state: 'level', files: ['settings.json'] });
    const told = files.map((file) => ({ ...file, level: 'account' as const }));
    assert.equal((await ask({ files: told, capturedAt })).state, 'profile');
  });

  it('and gets what is wrong', async (test) => {
    const lens = await startPair(test);
    const files = [{ name: 'a.json', text: '{' }];
    const answer = await lens.connection.sendRequest(importRequest, { files, capturedAt });
    assert.deepEqual(answer, { state: 'problems', problems: ['a.json is not valid JSON.'] });
  });

  it('and is asked for the model of groups where it matters', async (test) => {
    const lens = await startPair(test);
    const files = plain([
      ...levelOf('account', 'UUU'),
      ...levelOf('group', 'UUU', 'group-a'),
      ...levelOf('group', 'UEU', 'group-b'),
    ]);
    const ask = (params: ImportParams): Promise<ImportAnswer> => lens.connection.sendRequest(importRequest, params);
    const first = await ask({ files, capturedAt });
    assert.ok(first.state === 'profile');
    assert.deepEqual(first.modelMatters, ['the passcode']);
    const second = await ask({ files, capturedAt, groups: 'priority' });
    assert.ok(second.state === 'profile');
    assert.deepEqual(second.modelMatters, []);
  });
});
