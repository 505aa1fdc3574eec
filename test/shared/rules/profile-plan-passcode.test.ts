import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../../shared/json/parse.ts';
import { readProfile } from '../../../shared/model/profile.ts';
import { expectFindings, expectProfileFindings, expectProfileFix, findingsOf } from '../../support/markers.ts';

const code = 'profile-plan-passcode';
const single = 'An account with a single license always has passcodes on: the lens treats them as on and locked.';
const basic = 'A Basic account always has passcodes on: the lens treats them as on and locked.';

describe(code, () => {
  it('off', () => {
    expectProfileFindings(`{
  "account": { "plan": "pro", "licenses": 1 },
  "passcode": { "enabled": false, "locked": true }
  //                       ^^^^^ ${code}: ${single}
}`);
  });

  it('not locked', () => {
    expectProfileFindings(`{
  "account": { "plan": "basic" },
  "passcode": { "enabled": true, "locked": false }
  //                                       ^^^^^ ${code}: ${basic}
}`);
  });

  it('off and not locked: once', () => {
    expectProfileFindings(`{
  "account": { "licenses": 1 },
  "passcode": { "enabled": false, "locked": false }
  //                       ^^^^^ ${code}: ${single}
}`);
  });

  it('silent: the profile agrees, or says nothing; nothing is asked of it either', () => {
    for (const passcode of [
      '{ "enabled": true, "locked": true }',
      '{ "locked": true }',
      '{ "enabled": true }',
      '{}',
      'null',
    ]) {
      expectProfileFindings(`{ "account": { "plan": "basic" }, "passcode": ${passcode} }`);
    }
    expectProfileFindings('{ "account": { "plan": "basic" } }');
  });

  it('silent: other plans, several licenses, and a plan that is not known', () => {
    for (const account of ['{ "plan": "pro" }', '{ "plan": "trial" }', '{ "plan": "business", "licenses": 2 }', '{}']) {
      expectProfileFindings(`{ "account": ${account}, "passcode": { "enabled": false, "locked": true } }`);
    }
  });

  it('fix: the profile says so', () => {
    expectProfileFix(
      '{ "account": { "plan": "basic" }, "passcode": { "enabled": false } }',
      code,
      'Write that passcodes are on and locked',
      '{ "account": { "plan": "basic" }, "passcode": { "enabled": true, "locked": true } }',
    );
  });
});

describe('an account that always has passcodes', () => {
  const passcodeOf = (profile: string) => readProfile(parse(profile)).settings.passcode;
  const on = { enabled: true, locks: ['enabled-locked'] };

  it('has them on and locked, whatever its profile says', () => {
    assert.deepEqual(passcodeOf('{ "account": { "plan": "basic" } }'), on);
    assert.deepEqual(
      passcodeOf('{ "account": { "licenses": 1 }, "passcode": { "enabled": false, "locked": false } }'),
      on,
    );
    assert.deepEqual(passcodeOf('{ "account": { "plan": "pro", "licenses": 1 } }'), on);
    assert.notDeepEqual(passcodeOf('{ "account": { "plan": "pro", "licenses": 2 } }'), on);
  });

  it('gets one for a create without one, caused by the account', () => {
    const drawn = `{ "settings": { "waiting_room": true } }
//^^^^^^^^^^ passcode-generated: Zoom will generate a passcode: the account has passcodes on and locked. Read the passcode in the response.`;
    const profile = '{ "account": { "plan": "basic" }, "passcode": { "enabled": false, "locked": true } }';
    expectFindings(drawn, { profile });
    const [finding] = findingsOf('{ "settings": { "waiting_room": true } }', { profile });
    assert.equal(finding?.cause, 'account');
  });
});
