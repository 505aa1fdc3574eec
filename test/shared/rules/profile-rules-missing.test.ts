import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectProfileFindings, expectProfileFix, profileFindingsOf } from '../../support/markers.ts';

const code = 'profile-rules-missing';
const message = `"rules" is missing. The lens checks both of Zoom's rule sets; a finding on which they differ is only information.`;

describe(code, () => {
  for (const [what, member] of [
    ['left out', '"waitingRoom": { "enabled": true, "locked": true }'],
    ['null', '"rules": null'],
  ] as const) {
    it(what, () => expectProfileFindings(`{\n^ ${code}: ${message}\n  ${member}\n}`));
  }

  it('silent: either rule set, a broken profile, and what is no object; another value is of the wrong type', () => {
    for (const text of ['{ "rules": "2020-12-20" }', '{ "rules": "2025-03-24" }', '{', '', '[]', '{ "rules": 2025 }']) {
      const codes = profileFindingsOf(text).map((each) => each.code);
      assert.ok(!codes.includes(code), text);
    }
  });
});

describe(`${code}: fixes`, () => {
  const before = '{\n  // the studio\n  "waitingRoom": { "enabled": true, "locked": true }\n}\n';
  const after = (rules: string) => before.replace('{\n', `{\n  "rules": "${rules}",\n`);

  it('today’s rules, which are preferred', () => {
    expectProfileFix(before, code, "Use the rules of Zoom's current API reference", after('2025-03-24'));
    const [found] = profileFindingsOf(before).filter((each) => each.code === code);
    assert.deepEqual(
      found?.fixes().map(({ preferred = false }) => preferred),
      [true, false],
    );
  });

  it('the tables', () => {
    expectProfileFix(before, code, "Use Zoom's tables of December 2020", after('2020-12-20'));
    expectProfileFix('{}', code, "Use Zoom's tables of December 2020", '{ "rules": "2020-12-20" }');
  });
});
