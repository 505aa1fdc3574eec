import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectFindings, expectFix, findingsOf, fixTitles } from '../../support/markers.ts';
import { profileWith, signedIn } from '../../support/profiles.ts';

const code = 'occurrence-ignored';
const unlocked = profileWith('W unlocked · P unlocked · A unlocked', { options: [signedIn] });
const occurrence = { operation: 'update', occurrence: true, profile: unlocked } as const;
const ignored = (name: string) =>
  `occurrence-ignored: ${name} has no effect in an update of one occurrence (Zoom does not document what happens).`;

describe('occurrence-ignored', () => {
  const drawn = `{
  "password": "4sPgWr-2",
  //          ^^^^^^^^^^ ${ignored('password')}
  "settings": {
    "waiting_room": true,
    "meeting_authentication": true,
    //                        ^^^^ ${ignored('meeting_authentication')}
    "authentication_option": "opt-signed-in"
    //                       ^^^^^^^^^^^^^^^ ${ignored('authentication_option')}
  }
}`;

  it('each field on its value, whatever the meeting has', () => expectFindings(drawn, occurrence));

  it('without a profile: no lock lets it', () => {
    expectFindings(drawn, { operation: 'update', occurrence: true });
  });

  it('is the only finding, whatever the locks do', () => {
    for (const locks of ['W unlocked · P locked off · A locked off', 'W unlocked · P locked on · A unlocked']) {
      expectFindings(drawn, { ...occurrence, profile: profileWith(locks) });
    }
  });

  it('the meeting is known and has none of it', () => {
    expectFindings(drawn, { ...occurrence, meeting: '{ "settings": { "waiting_room": true } }' });
  });

  it('the meeting has another passcode', () => {
    expectFindings(
      `{ "password": "4sPgWr-2" }
//            ^^^^^^^^^^ ${ignored('password')}`,
      { ...occurrence, meeting: '{ "password": "own-code" }' },
    );
  });

  it('an empty passcode removes none', () => {
    expectFindings(
      `{ "password": "" }
//            ^^ ${ignored('password')}`,
      { ...occurrence, meeting: '{ "password": "own-code" }' },
    );
  });

  it('is about the passcode whatever that looks like', () => {
    for (const passcode of ['   ', 'grüezi', 'a!', 'much too long']) {
      expectFindings(
        `{ "password": "${passcode}" }
//            ${'^'.repeat(passcode.length + 2)} ${ignored('password')}`,
        occurrence,
      );
    }
  });

  it('is about an option that the profile does not list', () => {
    expectFindings(
      `{ "settings": { "authentication_option": "none" } }
//                                       ^^^^^^ ${ignored('authentication_option')}`,
      occurrence,
    );
  });

  it('while typing', () => {
    expectFindings(
      `{ "password": "4sPgWr-2",
//            ^^^^^^^^^^ ${ignored('password')}
                         ^ json-syntax: A property name in double quotes is expected here.`,
      occurrence,
    );
  });

  it('counts as certain', () => {
    const found = findingsOf('{ "settings": { "meeting_authentication": false } }', occurrence);
    assert.deepEqual(
      found.map(({ change }) => change),
      [{ field: 'meeting_authentication', certain: true }],
    );
  });
});

describe('occurrence-ignored: silent', () => {
  it('an update of the whole meeting', () => {
    expectFindings('{ "password": "4sPgWr-2" }', { operation: 'update', profile: unlocked });
  });
  it('a create has no occurrences', () => {
    expectFindings('{ "password": "4sPgWr-2" }', { profile: unlocked, occurrence: true });
  });
  it('the meeting has what is sent', () => {
    const body =
      '{ "password": "own-code", "settings": { "meeting_authentication": true, "authentication_option": "opt-signed-in" } }';
    expectFindings(body, { ...occurrence, meeting: body });
  });
  it('the Waiting Room, and what is not given', () => {
    expectFindings('{ "settings": { "waiting_room": true, "meeting_authentication": null } }', occurrence);
  });
  it('null and "" for a meeting without a passcode', () => {
    const meeting = '{ "settings": { "waiting_room": true } }';
    expectFindings('{ "password": null, "settings": { "waiting_room": true } }', { ...occurrence, meeting });
    expectFindings('{ "password": "", "settings": { "waiting_room": true } }', { ...occurrence, meeting });
  });
  it('what the locks of the account would add to the whole meeting', () => {
    const profile = profileWith('W unlocked · P locked on · A locked on');
    expectFindings('{ "settings": { "waiting_room": true } }', { ...occurrence, profile, meeting: '{}' });
  });
});

describe('occurrence-ignored: fix', () => {
  const remove = 'Remove the field (no effect)';

  it('removes the field', () => {
    const before = '{\n  "password": "4sPgWr-2", // for guests\n  "settings": { "waiting_room": true }\n}\n';
    const after = '{\n  // for guests\n  "settings": { "waiting_room": true }\n}\n';
    assert.deepEqual(fixTitles(before, code, occurrence), [`★ ${remove}`]);
    expectFix(before, code, remove, after, occurrence);
  });

  it('leaves the findings about the others', () => {
    const before = '{"settings":{"meeting_authentication":true,"authentication_option":"opt-signed-in"}}';
    expectFix(before, code, remove, '{"settings":{"authentication_option":"opt-signed-in"}}', occurrence);
  });
});
