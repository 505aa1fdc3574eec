import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Condition } from '../../../shared/engine/facts.ts';
import { conditionText } from '../../../shared/explain/conditions.ts';
import { say } from '../../../shared/text.ts';

describe('conditionText', () => {
  const table: readonly [Condition, string][] = [
    [{}, ''],
    [{ 'meeting.password': false }, 'the meeting has no passcode'],
    [
      { 'meeting.password': false, 'meeting.meeting_authentication': true },
      'the meeting has no passcode and has authentication on',
    ],
    [
      { 'meeting.waiting_room': false, 'meeting.password': true, 'meeting.authentication_option': false },
      'the meeting has the Waiting Room off, has a passcode and has no authentication option',
    ],
    [{ 'lock.waitingRoom': 'unlocked' }, 'the account has the Waiting Room not locked'],
    [
      { 'enabled.waitingRoom': true, 'enabled.passcode': false },
      'the account has the Waiting Room on by default and passcodes off by default',
    ],
    [
      { 'meeting.waiting_room': true, 'lock.passcode': 'enabled-locked', 'lock.authentication': 'disabled-locked' },
      'the meeting has the Waiting Room on, and the account has passcodes on and locked and authentication off and locked',
    ],
    [{ 'request.waiting_room': true }, 'the request turns the Waiting Room on'],
    [{ 'request.waiting_room': false }, 'the request turns the Waiting Room off'],
    [{ 'request.waiting_room': null }, 'the request does not name waiting_room'],
    [
      { 'request.password': true, 'request.meeting_authentication': false },
      'the request gives a passcode and turns authentication off',
    ],
    [
      { 'request.password': null, 'request.authentication_option': null, 'request.meeting_authentication': true },
      'the request gives no passcode, gives no authentication option and turns authentication on',
    ],
    [{ 'request.authentication_option': true }, 'the request gives an authentication option'],
    [{ 'request.meeting_authentication': null }, 'the request does not name meeting_authentication'],
    [{ 'request.default_password': false }, 'the request turns default_password off'],
    [{ 'request.use_pmi': true }, 'the request uses the personal meeting ID'],
    [{ 'request.type': false }, 'the request gives a type that cannot use the personal meeting ID'],
    [
      { 'request.password': null, 'meeting.password': true, 'lock.waitingRoom': 'unlocked' },
      'the request gives no passcode, and the meeting has a passcode, and the account has the Waiting Room not locked',
    ],
    [
      { 'meeting.meeting_authentication': false, 'meeting.authentication_option': true },
      'the meeting has authentication off and has an authentication option',
    ],
  ];
  for (const [condition, text] of table) {
    it(text || 'always', () => {
      const said = conditionText(condition);
      assert.equal(said ? say(said) : '', text);
    });
  }
});

it('conditionText names the passcodes of personal meeting IDs, where those count', () => {
  for (const [condition, text] of [
    [{ 'lock.passcode': 'unlocked' }, 'the account has passcodes for personal meeting IDs not locked'],
    [{ 'enabled.passcode': true }, 'the account has passcodes for personal meeting IDs on by default'],
    [{ 'lock.waitingRoom': 'unlocked' }, 'the account has the Waiting Room not locked'],
    [{ 'meeting.password': false }, 'the meeting has no passcode'],
  ] as const) {
    assert.equal(say(conditionText(condition, true) ?? assert.fail()), text);
  }
});
