import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { say } from '../../../shared/text.ts';
import { expectFindings, expectProfileFindings, profileFindingsOf, titles } from '../../support/markers.ts';

const out = 'It is treated as missing.';

describe('profile-type', () => {
  it('each kind of value', () => {
    const drawn = `{
  "account": { "plan": "premium", "licenses": "5" },
  //                   ^^^^^^^^^ profile-type: "plan" must be one of: basic, pro, business, enterprise, education, api, trial. ${out}
  //                                          ^^^ profile-type: "licenses" must be a number. ${out}
  "requireSecurityOption": { "enabled": 1 },
  //                                    ^ profile-type: "enabled" must be true or false. ${out}
  "waitingRoom": { "locked": "true" },
  //                         ^^^^^^ profile-type: "locked" must be true or false. ${out}
  "passcode": { "requirement": { "length": 6.5, "have_number": "yes" } },
  //                                       ^^^ profile-type: "length" must be a whole number that is not negative. ${out}
  //                                                           ^^^^^ profile-type: "have_number" must be true or false. ${out}
  "authentication": { "options": [ "opt", { "id": 7 } ] },
  //                               ^^^^^ profile-type: An authentication option must be an object in braces. ${out}
  //                                              ^ profile-type: "id" must be a string in double quotes. ${out}
  "requests": [ { "files": "a/*.json", "operation": "delete" } ]
  //                                                ^^^^^^^^ profile-type: "operation" must be one of: create, update. ${out}
}`;
    expectProfileFindings(drawn);
  });

  it('a part that counts as left out is unknown, not unlocked', () => {
    const body = '{ "settings": { "waiting_room": false } }';
    const others = '"passcode":{"locked":false},"authentication":{"locked":false}';
    expectFindings(body, { profile: `{"waitingRoom":{"enabled":false,"locked":"no"},${others}}` });
  });

  it('silent: null is left out', () => {
    expectProfileFindings('{ "waitingRoom": null, "passcode": { "enabled": null }, "capturedAt": null }');
  });

  it('a severity that is none: a warning, since no prediction depends on it', () => {
    const findings = profileFindingsOf(
      '{ "rules": "2025-03-24", "severities": { "field-type": "info", "field-unknown": 2 } }',
    );
    assert.deepEqual(
      findings
        .filter((each) => each.code !== 'profile-unknown-setting')
        .map(({ code, severity, message }) => [code, severity, say(message)]),
      ['field-type', 'field-unknown'].map((key) => [
        'profile-type',
        'warning',
        `"${key}" must be one of: off, hint, information, warning, error. ${out}`,
      ]),
    );
  });

  it('has no fix', () => {
    const findings = profileFindingsOf('{ "waitingRoom": { "locked": "true" } }');
    assert.deepEqual(titles(findings, 'profile-type'), []);
  });
});
