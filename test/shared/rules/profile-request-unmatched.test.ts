import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectProfileFindings, expectProfileFix, profileFindingsOf, titles } from '../../support/markers.ts';

const code = 'profile-request-unmatched';
const profile = (entries: string) => `{ "requests": [${entries}] }`;
const a = '{ "files": "a/*.json", "operation": "create" }';
const b = '{ "files": "b/*.json", "operation": "update" }';

describe(code, () => {
  it('on the pattern', () => {
    expectProfileFindings(
      `{ "requests": [{ "files": "a/*.json", "operation": "create" }] }
//                        ^^^^^^^^^^ ${code}: No file matches this pattern, so this entry does nothing. Patterns are relative to the profile.`,
      { unmatched: ['a/*.json'] },
    );
  });

  it('the entry is removed', () => {
    const around = { unmatched: ['b/*.json'] };
    assert.deepEqual(titles(profileFindingsOf(profile(`${a}, ${b}`), around), code), ['Remove this entry']);
    expectProfileFix(profile(`${a}, ${b}`), code, 'Remove this entry', profile(a), around);
  });

  it('silent: the files are unknown, or all are matched', () => {
    expectProfileFindings(profile(a));
    expectProfileFindings(profile(a), { unmatched: [] });
  });
});
