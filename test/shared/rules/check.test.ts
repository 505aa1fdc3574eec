import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { checkMeeting, checkProfile, parse, readProfile, readRequest } from '../../../shared/index.ts';
import { codes } from '../../../shared/rules/check.ts';
import { compare, findingsOf, readDrawing } from '../../support/markers.ts';
import { profileWith } from '../../support/profiles.ts';
import { usualSeverity } from '../../support/severities.ts';

const folder = new URL('../../../shared/rules/', import.meta.url);
const helpers = ['check', 'context', 'report', 'rule'];

describe('the lists of rules', () => {
  it('hold every rule file once, by the name of its code', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
    const names = files.map((name) => name.replace('.ts', ''));
    assert.deepEqual([...codes].sort(), names.filter((name) => !helpers.includes(name)).sort());
  });

  it('each code has a severity in test/support', () => {
    assert.deepEqual(
      codes.filter((code) => usualSeverity(code) === 'unheard-of'),
      [],
    );
  });
});

describe('checkRequest', () => {
  it('gives the findings in the order of the text', () => {
    const body = `{
  "password": "11-too-long",
  "settings": { "waiting_room": false, "meeting_authentication": "no", "waiting_room": false },
  "waiting_room": true
}`;
    const found = findingsOf(body, { profile: profileWith('W locked on · P unlocked · A unlocked') });
    assert.deepEqual(
      found.map(({ code }) => code),
      ['passcode-too-long', 'duplicate-key', 'field-type', 'waiting-room-overwritten', 'field-misplaced'],
    );
  });

  it('is the same for the same text', () => {
    const body = '{ "waiting_room": true, "settings": { "password": 1 } }';
    assert.deepEqual(findingsOf(body, {}), findingsOf(body, {}));
  });
});

describe('checkProfile', () => {
  it('gives the findings in the order of the text', () => {
    const profile = `{
  "passcode": { "locked": 1, "locked": true },
  "waitingRoom": { "enabled": "x" },
  "account": { "plan": "pro" },
  "requireSecurityOption": { "enabled": false }
}`;
    assert.deepEqual(
      checkProfile(readProfile(parse(profile))).map(({ code }) => code),
      [
        'profile-unknown-setting',
        'duplicate-key',
        'profile-locked-without-value',
        'profile-type',
        'profile-requirement-forced',
      ],
    );
  });
});

describe('checkMeeting', () => {
  const check = (drawn: string) => {
    const { text, expected } = readDrawing(drawn);
    compare(text, checkMeeting(readRequest(parse(text))), expected);
  };

  it('a broken text', () => {
    check(`{ "password": "own-code" "settings": {} }
//                       ^^^^^^^^^^ json-syntax: A comma is missing here.`);
  });

  it('a field of the wrong type', () => {
    check(`{ "settings": { "waiting_room": "on" } }
//                              ^^^^ field-type: waiting_room must be true or false, without quotes.`);
  });

  it('a key twice', () => {
    check(`{ "id": 1, "id": 2 }
//^^^^ duplicate-key: "id" appears again further down in this object; only the last one counts.`);
  });

  it('silent: nothing of what is judged in a request', () => {
    check('{ "password": "a passcode that Zoom made", "settings": { "waiting_room": false }, "waiting_room": 1 }');
  });
});
