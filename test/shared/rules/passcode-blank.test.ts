import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectFindings, expectFix, fixTitles, madePasscode } from '../../support/markers.ts';
import { profileWith } from '../../support/profiles.ts';

const code = 'passcode-blank';
const blank =
  'passcode-blank: The passcode has only spaces. Developers report that Zoom accepts it and that people cannot join with it.';

describe('passcode-blank', () => {
  it('takes the place of passcode-characters, in both operations', () => {
    for (const operation of ['create', 'update'] as const) {
      expectFindings(
        `{ "password": " " }
//            ^^^ ${blank}`,
        { operation },
      );
    }
  });

  it('ten spaces, which is as many as a passcode may have', () => {
    expectFindings(
      `{ "password": "          " }
//            ^^^^^^^^^^^^ ${blank}`,
      {},
    );
  });

  it('a requirement that spaces meet', () => {
    expectFindings(
      `{ "password": "      " }
//            ^^^^^^^^ ${blank}`,
      { profile: profileWith('P unlocked', { requirement: { length: 6 } }) },
    );
  });
});

describe('passcode-blank: silent', () => {
  it('too long: Zoom refuses it', () => {
    expectFindings(
      `{ "password": "           " }
//            ^^^^^^^^^^^^^ passcode-too-long: Zoom allows at most 10 characters in a passcode; this one has 11.`,
      {},
    );
  });

  it("against the account's rules: Zoom refuses it", () => {
    expectFindings(
      `{ "password": "   " }
//            ^^^^^ passcode-requirement: Zoom refuses the request: passcodes of this account must have a digit.`,
      { profile: profileWith('P unlocked', { requirement: { have_number: true } }) },
    );
  });

  it('Zoom drops it', () => {
    expectFindings(
      `{ "password": "   ", "settings": { "waiting_room": true } }
//            ^^^^^ passcode-overwritten: Zoom drops this passcode: the account has passcodes off and locked.`,
      { profile: profileWith('W unlocked · P locked off · A unlocked') },
    );
  });

  it('a space among other characters', () => {
    expectFindings(
      `{ "password": "a b" }
//            ^^^^^ passcode-characters: The passcode contains " ". For an update, Zoom documents only letters, digits and @ - _ *.`,
      { operation: 'update' },
    );
  });

  it('a space of another kind, which is not a printable character', () => {
    expectFindings(
      `{ "password": "\u00a0" }
//            ^^^ passcode-characters: The passcode contains "\\u00a0". Whether Zoom accepts characters beyond printable ASCII is not documented.`,
      {},
    );
  });

  it('no passcode', () => {
    for (const none of ['""', 'null']) expectFindings(`{ "password": ${none} }`, {});
  });
});

describe('passcode-blank: fix', () => {
  it('writes a passcode that works', () => {
    const before = '{\n  "password": "  ", // soon\n  "topic": "Standup"\n}\n';
    const after = `{\n  "password": "${madePasscode}", // soon\n  "topic": "Standup"\n}\n`;
    assert.deepEqual(fixTitles(before, code, {}), ['★ Replace it with a passcode that works']);
    expectFix(before, code, 'Replace it with a passcode that works', after, {});
  });
});
