import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectFindings, expectFix, fixTitles } from '../../support/markers.ts';
import { profileWith } from '../../support/profiles.ts';

const code = 'passcode-requirement';
const requiring = (requirement: object) => profileWith('W unlocked · P unlocked · A unlocked', { requirement });

describe('passcode-requirement', () => {
  /** A requirement, a passcode that misses it, what it needs, and a passcode that meets it. */
  const table: readonly [object, string, string, string][] = [
    [{ length: 8 }, 'short-1', 'at least 8 characters', 'longer-1'],
    [{ have_letter: true }, '738201', 'a letter', 'a738201'],
    [{ have_number: true }, 'letters', 'a digit', 'letters1'],
    [{ have_special_character: true }, 'letters1', 'a special character', 'letters-1'],
    [{ have_upper_and_lower_characters: true }, 'lower-1', 'upper and lower case letters', 'Lower-1'],
    [{ only_allow_numeric: true }, 'a738201', 'digits only', '738201'],
    [{ consecutive_characters_length: 4 }, 'x1234y', 'at most 3 equal or consecutive characters in a row', 'x124y'],
    // Only digits: that one of them is required goes without saying.
    [{ only_allow_numeric: true, have_number: true }, 'letters', 'digits only', '738201'],
    [{ length: 8, have_number: true }, 'letters', 'at least 8 characters and a digit', 'letters-1'],
    [
      { length: 8, have_letter: true, have_special_character: true },
      '738201',
      'at least 8 characters, a letter and a special character',
      'a-738201',
    ],
  ];

  for (const [requirement, bad, needs, good] of table) {
    it(JSON.stringify(requirement), () => {
      const profile = requiring(requirement);
      const drawn = `{ "password": "${bad}" }
//            ${'^'.repeat(bad.length + 2)} passcode-requirement: Zoom refuses the request: passcodes of this account must have ${needs}.`;
      expectFindings(drawn, { profile });
      expectFindings(drawn, { operation: 'update', profile });
      expectFindings(`{ "password": "${good}" }`, { profile });
    });
  }

  it('the lock need not be known', () => {
    const drawn = `{ "password": "short" }
//            ^^^^^^^ passcode-requirement: Zoom refuses the request: passcodes of this account must have at least 8 characters.`;
    expectFindings(drawn, { profile: '{ "passcode": { "requirement": { "length": 8 } } }' });
  });

  it('while typing', () => {
    const drawn = `{ "password": "short",
//            ^^^^^^^ passcode-requirement: Zoom refuses the request: passcodes of this account must have at least 8 characters.

^ json-syntax: A property name in double quotes is expected here.`;
    expectFindings(drawn, { profile: requiring({ length: 8 }) });
  });
});

describe('passcode-requirement: silent', () => {
  it('no profile', () => expectFindings('{ "password": "a" }', {}));
  it('nothing required', () => {
    expectFindings('{ "password": "a" }', { profile: requiring({}) });
    expectFindings('{ "password": "a" }', { profile: requiring({ length: 0, consecutive_characters_length: 0 }) });
  });
  it('a weak passcode: Zoom mentions it and takes it', () => {
    expectFindings('{ "password": "password" }', { profile: requiring({ weak_enhance_detection: true }) });
  });
  it('null and "" are no passcode', () => {
    const profile = requiring({ length: 8 });
    expectFindings('{ "password": null, "settings": { "waiting_room": true } }', { profile });
    expectFindings('{ "password": "", "settings": { "waiting_room": true } }', { profile });
  });
});

describe('passcode-requirement: fix', () => {
  const title = 'Replace it with a passcode that works';
  const profile = requiring({ length: 8, have_number: true });

  it('create and update', () => {
    assert.deepEqual(fixTitles('{ "password": "short" }', code, { profile }), [`★ ${title}`]);
    expectFix('{"password":"short"}', code, title, '{"password":"Made-1234*"}', { profile });
    const before = '{\r\n    "password": "short", // by phone\r\n    "topic": "Standup"\r\n}\r\n';
    expectFix(before, code, title, before.replace('short', 'Made-1234*'), { operation: 'update', profile });
  });
});
