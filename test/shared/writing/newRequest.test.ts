import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newRequest, parse, readProfile, requestContext } from '../../../shared/index.ts';
import { unmetRequirements } from '../../../shared/model/passcode.ts';
import { checkRequest } from '../../../shared/rules/check.ts';
import { profileOf } from '../../support/bodies.ts';
import { patterns } from '../../support/inputs.ts';
import { profileWith, signedIn, staff } from '../../support/profiles.ts';

const nothing = { profile: undefined, meeting: undefined };

/** Not random at all: 0, 1, 2 … within the limit. */
function counting(): (below: number) => number {
  let count = 0;
  return (below) => count++ % below;
}

function around(profile: string) {
  return { profile: readProfile(parse(profile)), meeting: undefined };
}

const aroundLocks = (locks: string) => around(profileWith(locks));

describe('a first body', () => {
  it('of a create request', () => {
    const text = newRequest('create', 'Weekly "standup"', nothing, counting());
    const { password } = JSON.parse(text);
    assert.equal(
      text,
      `{
  "topic": "Weekly \\"standup\\"",
  "type": 2,
  "duration": 60,
  "password": "${password}",
  "settings": {
    "waiting_room": false,
    "meeting_authentication": false
  }
}
`,
    );
    assert.match(password, /^[A-Za-z0-9@_*-]{8,10}$/);
  });

  it('of an update request: topic and time, and nothing that secures, whatever the account locks', () => {
    for (const around of [nothing, aroundLocks('W locked on · P locked on · A locked on')])
      assert.equal(
        newRequest('update', 'Retro', around, counting()),
        `{
  "topic": "Retro",
  "start_time": "2030-01-07T09:00:00",
  "duration": 60,
  "timezone": "UTC"
}
`,
      );
  });

  it('has a passcode as the account wants it', () => {
    const requirement = { length: 10, have_special_character: true, have_upper_and_lower_characters: true };
    const text = newRequest('create', 'x', around(profileWith('P locked on', { requirement })), counting());
    assert.deepEqual(unmetRequirements(JSON.parse(text).password, requirement), []);
  });

  it('does without one where none can meet the requirement', () => {
    const requirement = { only_allow_numeric: true, have_letter: true };
    const locks = 'W unlocked · P unlocked · A unlocked';
    const { password, settings } = JSON.parse(
      newRequest('create', 'x', around(profileWith(locks, { requirement })), counting()),
    );
    assert.equal(password, undefined);
    assert.equal(settings.waiting_room, true);
  });

  it('names the default option where authentication is needed, else the first one', () => {
    const optionWith = (options: readonly object[]) => {
      const profile = profileWith('W locked off · P locked off · A locked on', { options });
      return JSON.parse(newRequest('create', 'x', around(profile), counting())).settings.authentication_option;
    };
    assert.equal(optionWith([staff, signedIn]), signedIn.id);
    assert.equal(optionWith([staff]), staff.id);
    assert.equal(optionWith([]), undefined);
  });
});

describe('under all locks Zoom stores a create request as it is written', () => {
  const options = { options: [{ ...signedIn, id: 'opt-default' }] };
  for (const locks of patterns.filter((each) => each !== 'DDD')) {
    it(locks, () => {
      const surroundings = around(profileOf(locks, options));
      const text = newRequest('create', 'x', surroundings, counting());
      assert.deepEqual(checkRequest(requestContext(parse(text), 'create', surroundings)), [], text);
      const { password, settings } = JSON.parse(text);
      // Secured, and by a passcode where the account lets it be.
      assert.equal(password !== undefined, locks[1] !== 'D', text);
      assert.ok(password || settings.waiting_room || settings.meeting_authentication, text);
    });
  }
});
