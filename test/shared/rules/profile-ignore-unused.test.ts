import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse, readProfile } from '../../../shared/index.ts';
import { expectProfileFindings, expectProfileFix, profileFindingsOf, titles } from '../../support/markers.ts';

const code = 'profile-ignore-unused';
const profile = (entries: string) => `{ "ignore": [${entries}] }`;
const a = '{ "code": "passcode-generated", "files": "a/*.json" }';
const b = '{ "code": "passcode-generated" }';
const entriesOf = (text: string) => readProfile(parse(text)).ignore;

describe(code, () => {
  it('no such code, no code, and what cannot be ignored', () => {
    expectProfileFindings(`{
  "ignore": [
    { "code": "passcode-made-up" },
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${code}: There are no findings with the code passcode-made-up, so this entry ignores nothing.
    { "files": "a/*.json" },
    ^^^^^^^^^^^^^^^^^^^^^^^ ${code}: Without a code, this entry ignores nothing.
    { "code": "profile-syntax" }
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${code}: profile-syntax cannot be ignored.
  ]
}`);
  });

  it('a pattern that no file matches', () => {
    expectProfileFindings(
      `{ "ignore": [{ "code": "passcode-generated", "files": "a/*.json" }, { "code": "passcode-generated" }] }
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${code}: No file matches its pattern, so this entry ignores nothing.`,
      { unmatched: ['a/*.json', ''] },
    );
  });

  it('used by no file, where all of them are known', () => {
    const text = profile(`${b}, ${a}`);
    expectProfileFindings(
      `${text}
//                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${code}: No file has such a finding, so this entry ignores nothing.`,
      { used: entriesOf(text).slice(0, 1) },
    );
  });

  it('silent: the files are unknown; all are used; the wrong type is reported by another rule', () => {
    expectProfileFindings(profile(`${a}, ${b}`));
    expectProfileFindings(profile(`${a}, ${b}`), { unmatched: [], used: entriesOf(profile(`${a}, ${b}`)) });
    for (const bad of ['{ "code": 1 }', '{ "code": "x", "pointer": "y" }', '7']) {
      assert.deepEqual(
        profileFindingsOf(profile(bad), { used: [] }).map((each) => each.code),
        ['profile-unknown-setting', 'profile-rules-missing', 'profile-type'],
      );
    }
  });

  it('the entry is removed; preferred unless it may be a slip', () => {
    const text = profile(`${b}, ${a}`);
    const around = { unmatched: ['a/*.json'] };
    assert.deepEqual(titles(profileFindingsOf(text, around), code), ['Remove this entry']);
    expectProfileFix(text, code, 'Remove this entry', profile(b), around);
    const used = { used: entriesOf(text).slice(0, 1) };
    assert.deepEqual(titles(profileFindingsOf(text, used), code), ['★ Remove this entry']);
    expectProfileFix(text, code, 'Remove this entry', profile(b), used);
  });

  it('can be shown faded', () => {
    const found = profileFindingsOf(profile(a), { used: [] }).find((each) => each.code === code);
    assert.equal(found?.tag, 'unnecessary');
  });
});
