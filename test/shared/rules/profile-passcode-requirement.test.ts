import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { say } from '../../../shared/text.ts';
import { expectProfileFindings, expectProfileFix, profileFindingsOf, titles } from '../../support/markers.ts';

const code = 'profile-passcode-requirement';
const profile = (requirement: string) => `{ "passcode": { "requirement": ${requirement} } }`;

describe(code, () => {
  it('a length over 10', () => {
    expectProfileFindings(`{ "passcode": { "requirement": { "length": 11 } } }
//                                         ^^ ${code}: length asks for at least 11 characters, and a passcode has at most 10: no passcode can satisfy that.`);
    expectProfileFix(profile('{ "length": 11 }'), code, 'Write 10', profile('{ "length": 10 }'));
  });

  it('digits only and more than digits', () => {
    const before = profile('{ "only_allow_numeric": true, "have_letter": true, "have_special_character": true }');
    const found = profileFindingsOf(before).filter((each) => each.code === code);
    assert.deepEqual(
      found.map(({ message }) => say(message)),
      [
        'only_allow_numeric allows digits only, and have_letter and have_special_character ask for a letter and a special character: no passcode can satisfy both.',
      ],
    );
    const numeric = 'Remove only_allow_numeric';
    const others = 'Remove have_letter and have_special_character';
    assert.deepEqual(titles(found, code), [numeric, others]);
    expectProfileFix(before, code, numeric, profile('{ "have_letter": true, "have_special_character": true }'));
    expectProfileFix(before, code, others, profile('{ "only_allow_numeric": true }'));
  });

  it('digits only and both cases', () => {
    const found = profileFindingsOf(profile('{ "only_allow_numeric": true, "have_upper_and_lower_characters": true }'));
    assert.ok(found.some((each) => each.code === code));
  });

  it('silent: what some passcode can satisfy', () => {
    for (const requirement of [
      '{ "length": 10, "only_allow_numeric": true, "have_number": true, "consecutive_characters_length": 4 }',
      '{ "only_allow_numeric": false, "have_letter": true }',
      '{ "only_allow_numeric": true, "have_letter": false }',
      '{ "length": 10, "have_letter": true, "have_special_character": true, "have_upper_and_lower_characters": true }',
    ]) {
      expectProfileFindings(profile(requirement));
    }
  });
});
