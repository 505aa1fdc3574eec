import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectProfileFindings, expectProfileFix, profileFindingsOf, titles } from '../../support/markers.ts';

const code = 'profile-option-default';
const profile = (options: string) => `{ "authentication": { "options": [${options}] } }`;

describe(code, () => {
  it('none', () => {
    expectProfileFindings(`{ "authentication": { "options": [{ "id": "a" }, { "id": "b", "default": false }] } }
//                    ^^^^^^^^^ ${code}: No option is marked as default: the lens does not know which one Zoom takes where a request names none.`);
  });

  it('none: each can be marked; the only one is preferred', () => {
    const two = '{ "id": "a", "name": "A" }, { "id": "b", "default": false }';
    assert.deepEqual(titles(profileFindingsOf(profile(two)), code), ['Mark "A" as default', 'Mark "b" as default']);
    const after = '{ "id": "a", "name": "A" }, { "id": "b", "default": true }';
    expectProfileFix(profile(two), code, 'Mark "b" as default', profile(after));
    assert.deepEqual(titles(profileFindingsOf(profile('{ "id": "a" }')), code), ['★ Mark "a" as default']);
  });

  it('several: the later ones', () => {
    const more =
      '"a" is marked as default already. With several marked, the lens does not know which option Zoom takes.';
    expectProfileFindings(`{ "authentication": { "options": [
  { "id": "a", "default": true },
  { "id": "b", "default": true },
  //                      ^^^^ ${code}: ${more}
  { "id": "c", "default": true }
  //                      ^^^^ ${code}: ${more}
] } }`);
    const before = profile('{ "id": "a", "default": true }, { "id": "b", "default": true }');
    const after = profile('{ "id": "a", "default": true }, { "id": "b" }');
    expectProfileFix(before, code, 'Unmark this one', after);
  });

  it('silent: one, or no option at all', () => {
    expectProfileFindings(profile('{ "id": "a", "default": true }, { "id": "b" }'));
    expectProfileFindings(profile(''));
    expectProfileFindings('{}');
  });
});
