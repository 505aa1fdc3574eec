import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectFindings, expectFix, findingsOf, titles } from '../../support/markers.ts';
import { profileWith } from '../../support/profiles.ts';

const code = 'ignore-unused';
const profile = profileWith('W locked on · P unlocked · A unlocked');
const secured = '"password": "q8zXw2Lt"';

describe(code, () => {
  it('no such finding in the line', () => {
    expectFindings(
      `{ ${secured},
  "settings": { // zoom-request-lens-ignore waiting-room-overwritten: why
  //            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${code}: There is no waiting-room-overwritten here, so this comment ignores nothing.
    "waiting_room": false
    //              ^^^^^ waiting-room-overwritten: Zoom will store waiting_room as true: the account has the Waiting Room on and locked.
  }
}`,
      { profile },
    );
  });

  it('no such code', () => {
    expectFindings(
      `{ ${secured} } // zoom-request-lens-ignore waiting-room
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${code}: There are no findings with the code waiting-room, so this comment ignores nothing.`,
      {},
    );
  });

  it('no code', () => {
    expectFindings(
      `{ ${secured} } // zoom-request-lens-ignore
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${code}: Without a code, this comment ignores nothing.`,
      {},
    );
  });

  it('what cannot be ignored', () => {
    expectFindings(
      `{ ${secured} } // zoom-request-lens-ignore ignore-unused
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${code}: ignore-unused cannot be ignored.`,
      {},
    );
  });

  for (const [what, text, situation] of [
    ['it ignores something', `{ "password": 1 } // zoom-request-lens-ignore field-type`, {}],
    ['no profile, so that findings may be missing', '{} // zoom-request-lens-ignore waiting-room-overwritten', {}],
    [
      'one lock is unknown',
      '{ "settings": { "waiting_room": true } } // zoom-request-lens-ignore passcode-generated',
      { profile: profileWith('W locked on · A unlocked') },
    ],
  ] as const) {
    it(`silent: ${what}`, () => expectFindings(text, situation));
  }

  it('silent in a broken text, where findings are missing', () => {
    const found = findingsOf('{ // zoom-request-lens-ignore passcode-too-long\n', { profile });
    assert.deepEqual(
      found.map((each) => each.code),
      ['json-syntax'],
    );
  });

  it('the comment is removed, and what is preferred unless it may be a slip', () => {
    const before = `{\n  // zoom-request-lens-ignore duplicate-key\n  ${secured},\n  "settings": { "waiting_room": true }\n}`;
    assert.deepEqual(titles(findingsOf(before, { profile }), code), ['★ Remove this comment']);
    const after = `{\n  ${secured},\n  "settings": { "waiting_room": true }\n}`;
    expectFix(before, code, 'Remove this comment', after, { profile });
    assert.deepEqual(titles(findingsOf(before.replace('duplicate', 'double'), { profile }), code), [
      'Remove this comment',
    ]);
  });

  it('can be shown faded', () => {
    assert.deepEqual(
      findingsOf('{} // zoom-request-lens-ignore x', {}).map(({ tag }) => tag),
      ['unnecessary'],
    );
  });
});
