import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse, readProfile } from '../../../shared/index.ts';
import { checkMeeting, checkProfile, codes, rules } from '../../../shared/rules/check.ts';
import { say } from '../../../shared/text.ts';
import { comparable, compare, findingsOf, readDrawing } from '../../support/markers.ts';
import { profileWith } from '../../support/profiles.ts';

const folder = new URL('../../../shared/rules/', import.meta.url);
const others = ['check', 'context', 'report', 'rule', 'support'];

describe('the lists of rules', () => {
  it('hold every rule file once, by the name of its code', () => {
    const files = readdirSync(folder).map((name) => name.replace(/\.ts$/, ''));
    assert.deepEqual([...codes].sort(), files.filter((name) => !others.includes(name)).sort());
  });

  it('each sums itself up in one short sentence', () => {
    const summaries = rules.map(({ summary }) => say(summary));
    assert.deepEqual(
      summaries.filter((each) => !/^[A-Z][^.]*\.$/.test(each) || each.length > 95),
      [],
    );
    assert.equal(new Set(summaries).size, rules.length);
  });

  it('each that has milder findings has them milder', () => {
    const order = ['hint', 'information', 'warning', 'error'];
    for (const { code, severity, mildSeverity } of rules) {
      if (mildSeverity) assert.ok(order.indexOf(mildSeverity) < order.indexOf(severity), code);
    }
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
    assert.deepEqual(comparable(findingsOf(body, {})), comparable(findingsOf(body, {})));
  });

  it('its findings make the same fixes each time they are asked', () => {
    const found = findingsOf('{ "waiting_room": true, "settings": { "password": 1 } }', {});
    assert.ok(found.some(({ fixes }) => fixes().length > 0));
    assert.deepEqual(comparable(found), comparable(found));
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
    compare(text, checkMeeting(parse(text, 'literal')), expected);
  };

  it('a broken text', () => {
    check(`{ "password": "own-code" "settings": {} }
//                       ^^^^^^^^^^ json-syntax: A comma is missing here.`);
  });

  it('a field of the wrong type', () => {
    check(`{ "settings": { "waiting_room": "on" } }
//                              ^^^^ field-type: waiting_room: Zoom documents a boolean. Whether it accepts anything else is not documented.`);
  });

  it('a key twice', () => {
    check(`{ "id": 1, "id": 2, "settings": {} }
//^^^^ duplicate-key: "id" appears again further down in this object; only the last one counts.`);
  });

  it('silent: what is checked only in requests', () => {
    check(
      '{ "id": 1, "password": "a passcode that Zoom made", "settings": { "waiting_room": false }, "waiting_room": 1 }',
    );
  });
});
