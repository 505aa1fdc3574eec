import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectProfileFindings, expectProfileFix, profileFindingsOf, titles } from '../../support/markers.ts';

const code = 'profile-option-duplicate';
describe(code, () => {
  it('the later one', () => {
    expectProfileFindings(`{ "authentication": { "options": [
  { "id": "a", "default": true },
  { "id": "b" },
  { "id": "a" }
  //      ^^^ ${code}: An option with this id is listed already.
] } }`);
  });

  it('is removed', () => {
    const profile = (options: string) => `{"authentication":{"options":[${options}]}}`;
    const first = '{"id":"a","default":true}';
    assert.deepEqual(titles(profileFindingsOf(profile(`${first},{"id":"a"}`)), code), ['★ Remove this option']);
    expectProfileFix(profile(`${first},{"id":"a"}`), code, 'Remove this option', profile(first));
  });

  it('silent: options without an id, and different ones', () => {
    expectProfileFindings(
      '{ "authentication": { "options": [{}, {}, { "id": "a", "default": true }, { "id": "A" }] } }',
    );
  });
});
