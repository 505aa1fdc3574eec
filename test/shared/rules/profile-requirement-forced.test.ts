import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  expectFindings,
  expectProfileFindings,
  expectProfileFix,
  profileFindingsOf,
  titles,
} from '../../support/markers.ts';

const code = 'profile-requirement-forced';
const off = (account: string) => `{
  "account": ${account},
  "requireSecurityOption": { "enabled": false, "locked": false }
}`;
const drawn = (account: string, who: string) =>
  off(account).replace(
    /\n\}$/,
    `\n  //                                    ^^^^^ ${code}: ${who} cannot turn this requirement off; the lens treats it as on.\n}`,
  );

describe('profile-requirement-forced', () => {
  const forced: readonly [string, string][] = [
    ['{ "plan": "basic" }', 'A Basic or trial account'],
    ['{ "plan": "trial" }', 'A Basic or trial account'],
    ['{ "plan": "pro", "licenses": 5000 }', 'A Pro account'],
    ['{ "plan": "business", "licenses": 100 }', 'A Business account with up to 100 licenses'],
    ['{ "plan": "enterprise", "licenses": 1 }', 'An account with a single license'],
    ['{ "licenses": 1 }', 'An account with a single license'],
  ];
  for (const [account, who] of forced) {
    it(account, () => expectProfileFindings(drawn(account, who)));
  }

  const free = [
    '{ "plan": "business", "licenses": 101 }',
    '{ "plan": "business" }',
    '{ "plan": "enterprise" }',
    '{ "plan": "education" }',
    '{ "plan": "api" }',
    '{ "licenses": 5 }',
    '{}',
  ];
  for (const account of free) {
    it(`silent: ${account}`, () => expectProfileFindings(off(account)));
  }

  it('silent: the requirement is on, or nothing is said of it', () => {
    expectProfileFindings('{ "account": { "plan": "pro" }, "requireSecurityOption": { "enabled": true } }');
    expectProfileFindings('{ "account": { "plan": "pro" } }');
  });

  it('requests are checked as if it were on', () => {
    const locks =
      '"rules":"2020-12-20","waitingRoom":{"locked":false},"passcode":{"locked":false},"authentication":{"locked":false}';
    const body = `{ "topic": "Standup" }
^ unsecured-request: Zoom will turn the Waiting Room on: nothing in this request secures the meeting.`;
    const requirement = '"requireSecurityOption":{"enabled":false}';
    expectFindings(body, { profile: `{"account":{"plan":"pro"},${requirement},${locks}}` });
    expectFindings('{ "topic": "Standup" }', { profile: `{"account":{"plan":"api"},${requirement},${locks}}` });
  });
});

describe('profile-requirement-forced: fix', () => {
  it('writes true', () => {
    const before = `{
  "account": { "plan": "pro" }, // since May
  "requireSecurityOption": { "enabled": false } // ?
}
`.replaceAll('\n', '\r\n');
    assert.deepEqual(titles(profileFindingsOf(before), code), ['★ Write true']);
    expectProfileFix(before, code, 'Write true', before.replace('false', 'true'));
  });
});
