import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nothingKnown } from '../../../shared/engine/enforcement.ts';
import { type Case, outcomesOf } from '../../../shared/engine/predict.ts';
import { parse } from '../../../shared/json/parse.ts';
import { readProfile } from '../../../shared/model/profile.ts';
import { readMeeting } from '../../../shared/model/request.ts';
import { requestContext } from '../../../shared/rules/context.ts';
import { account, patterns } from '../../support/inputs.ts';
import { draw } from '../../support/outcomes.ts';

const profile = (text: string) => readProfile(parse(text));
const unlocked = profile(`{ "waitingRoom": { "locked": false }, "passcode": { "locked": false },
  "authentication": { "locked": false, "options": [ { "id": "opt", "default": true } ] } }`);

describe('lookAt', () => {
  it('reads, joins and predicts', () => {
    const meeting = readMeeting(parse('{ "password": "own", "settings": { "waiting_room": true } }'));
    const document = parse('{ "password": "", "settings": { "meeting_authentication": true } }');
    const seen = requestContext(document, 'update', { profile: unlocked, meeting });
    assert.equal(seen.body.document, document);
    assert.equal(seen.profile, unlocked);
    assert.equal(seen.meeting, meeting);
    assert.equal(seen.prediction.scenario, 23);
    assert.deepEqual(
      outcomesOf(seen.prediction).map(({ when, outcome }) => [when, draw(outcome)]),
      [
        [
          {},
          {
            W: 'on current none inferred',
            P: 'no request kept inferred',
            A: 'on request kept inferred',
            O: 'opt default added inferred',
          },
        ],
      ],
    );
  });

  it('no profile and a broken one: nothing is known of the account', () => {
    for (const each of [undefined, profile('{ "waitingRoom": { "locked": false }')]) {
      const seen = requestContext(parse('{}'), 'create', { profile: each, meeting: undefined });
      assert.equal(seen.account, nothingKnown);
      assert.equal(seen.profile, undefined);
      assert.equal(seen.prediction.scenario, null);
    }
  });

  it('a profile with a wrong part is used for the rest', () => {
    const odd = profile('{ "waitingRoom": { "enabled": true, "locked": true }, "passcode": 1 }');
    const { account } = requestContext(parse('{}'), 'create', { profile: odd, meeting: undefined });
    assert.deepEqual(account.locks.waitingRoom, ['enabled-locked']);
    assert.equal(account.locks.passcode.length, 3);
  });

  it('one occurrence is a matter of updates', () => {
    const look = (operation: 'create' | 'update') =>
      requestContext(parse('{ "password": "a" }'), operation, {
        profile: unlocked,
        meeting: undefined,
        occurrence: true,
      });
    assert.deepEqual(look('update').prediction.sent, { password: 'a', occurrence: true });
    assert.deepEqual(look('create').prediction.sent, { password: 'a' });
  });

  it('an unreadable body is one that gives nothing', () => {
    for (const text of ['', '{', '[]', 'null', '"x"']) {
      const seen = requestContext(parse(text), 'create', { profile: unlocked, meeting: undefined });
      assert.deepEqual(seen.body.sent, {});
      assert.equal(seen.body.isComplete, false);
    }
  });
});

describe('absent and null are predicted alike; a value of the wrong type like a placeholder', () => {
  const absent =
    '{ "password": null, "settings": { "waiting_room": null, "meeting_authentication": null, "authentication_option": null } }';

  for (const operation of ['create', 'update'] as const) {
    it(`${operation}, under all locks`, () => {
      for (const locks of patterns) {
        const text = JSON.stringify(profileText(locks));
        const predicted = ['{}', absent].map(
          (each) => requestContext(parse(each), operation, { profile: profile(text), meeting: undefined }).prediction,
        );
        // Only that a null passcode asks for something is kept.
        assert.deepEqual(predicted[1]?.sent, { password: null });
        assert.deepEqual(predicted[1]?.cases.map(storedBy), predicted[0]?.cases.map(storedBy));
        assert.deepEqual(predicted[0]?.cases[0]?.facts.locks.passcode, account(locks).locks.passcode[0]);
      }
    });

    it(`${operation}: each wrong type leaves its field open`, () => {
      const bodies = [
        ['{ "password": 1234 }', '{ "password": "{{x}}" }'],
        ['{ "settings": { "waiting_room": "true" } }', '{ "settings": { "waiting_room": {{x}} } }'],
        ['{ "settings": { "meeting_authentication": 1 } }', '{ "settings": { "meeting_authentication": {{x}} } }'],
        ['{ "settings": { "authentication_option": [] } }', '{ "settings": { "authentication_option": "{{x}}" } }'],
        ['{ "default_password": "false" }', '{ "default_password": {{x}} }'],
        ['{ "type": "8", "settings": { "use_pmi": 2 } }', '{ "type": {{x}}, "settings": { "use_pmi": {{x}} } }'],
        ['{ "settings": "waiting_room" }', '{ "settings": {{x}} }'],
      ] as const;
      for (const [at, pair] of bodies.entries()) {
        const text = JSON.stringify(profileText(patterns[at * 3] as string));
        const [wrong, open] = pair.map((each) => {
          const { prediction } = requestContext(parse(each), operation, { profile: profile(text), meeting: undefined });
          // How an option is written is part of what is stored.
          return JSON.stringify(outcomesOf(prediction)).replaceAll(/"value":"[^"]*"/g, '');
        });
        assert.equal(wrong, open, pair[0]);
      }
    });
  }
});

function storedBy({ stored, assumed }: Case) {
  return { stored, assumed };
}

function profileText(pattern: string) {
  const [waitingRoom, passcode, authentication] = [...pattern].map((letter) => ({
    enabled: letter === 'E',
    locked: letter !== 'U',
  }));
  return { waitingRoom, passcode, authentication };
}

describe('which passcode setting counts', () => {
  const of = profile(`{
    "passcode": { "enabled": true, "locked": true },
    "personalMeetingId": { "passcode": { "enabled": false, "locked": true } }
  }`);
  const own = ['enabled-locked'];
  const personal = ['disabled-locked'];
  const either = ['enabled-locked', 'disabled-locked'];
  // Zoom's reference: use_pmi is for types 2 (scheduled, the default of a create) and 3 (recurring, no fixed time).
  const table: readonly [string, 'create' | 'update', string | undefined, readonly string[]][] = [
    ['{ "settings": { "use_pmi": true } }', 'create', undefined, personal],
    ['{ "type": 2, "settings": { "use_pmi": true } }', 'create', undefined, personal],
    ['{ "type": 3, "settings": { "use_pmi": true } }', 'create', undefined, personal],
    ['{ "type": 1, "settings": { "use_pmi": true } }', 'create', undefined, own],
    ['{ "type": 8, "settings": { "use_pmi": true } }', 'create', undefined, own],
    ['{ "settings": { "use_pmi": false } }', 'create', undefined, own],
    ['{ "settings": { "use_pmi": null } }', 'create', undefined, own],
    ['{ "use_pmi": true }', 'create', undefined, own],
    ['{}', 'create', undefined, own],
    ['{ "settings": { "use_pmi": true } }', 'update', undefined, either],
    ['{ "settings": { "use_pmi": true } }', 'update', '{ "type": 2 }', personal],
    ['{ "settings": { "use_pmi": true } }', 'update', '{ "type": 8 }', own],
    ['{ "type": 3, "settings": { "use_pmi": true } }', 'update', '{ "type": 8 }', personal],
    ['{}', 'update', '{ "type": 2, "settings": { "use_pmi": true } }', personal],
    ['{ "settings": { "use_pmi": false } }', 'update', '{ "type": 2, "settings": { "use_pmi": true } }', own],
    // The meeting may use it; a meeting file that says nothing of it is of one that does not.
    ['{}', 'update', undefined, either],
    ['{}', 'update', '{ "type": 2 }', own],
    ['{ "settings": { "use_pmi": false } }', 'update', undefined, own],
  ];
  for (const [text, operation, before, expected] of table) {
    it(`${operation} ${text}${before ? `, the meeting is ${before}` : ''}`, () => {
      const meeting = before === undefined ? undefined : readMeeting(parse(before));
      const { account } = requestContext(parse(text), operation, { profile: of, meeting });
      assert.deepEqual(account.locks.passcode, expected);
      assert.equal(account.personal, expected === either ? 'unknown' : expected === personal);
    });
  }

  // Zoom's reference, since November 2025: a create without use_pmi follows the user's own setting.
  for (const [use, text, expected] of [
    [true, '{}', personal],
    [true, '{ "settings": { "use_pmi": null } }', personal],
    [true, '{ "type": 8 }', own],
    [true, '{ "settings": { "use_pmi": false } }', own],
    [false, '{}', own],
    [false, '{ "settings": { "use_pmi": true } }', personal],
  ] as const)
    it(`create ${text}, useForScheduled ${use}`, () => {
      const said = profile(of.document.text.replace('"passcode": { "enabled": false', `"useForScheduled": ${use}, $&`));
      const contextOf = (operation: 'create' | 'update') =>
        requestContext(parse(text), operation, { profile: said, meeting: undefined });
      assert.deepEqual(contextOf('create').account.locks.passcode, expected);
      if (text === '{}') assert.deepEqual(contextOf('update').account.locks.passcode, either);
    });

  it('a profile without personal meeting IDs means that none are used, unless the request says otherwise', () => {
    const without = profile('{ "passcode": { "enabled": true, "locked": true } }');
    const locks = (text: string) =>
      requestContext(parse(text), 'update', { profile: without, meeting: undefined }).account.locks.passcode;
    assert.deepEqual(locks('{}'), own);
    assert.equal(locks('{ "settings": { "use_pmi": true } }').length, 3);
  });

  // A create without use_pmi, and one with null, do not use the personal meeting ID unless the host's setting decides it.
  it('where use_pmi is filled in later: what is stored is what each way to fill it in gives', () => {
    const settings = [
      '{ "enabled": true, "locked": true }',
      '{ "enabled": false, "locked": false }',
      '{ "enabled": true }',
      '{}',
    ];
    for (const own of settings)
      for (const ofPersonal of settings)
        for (const rules of ['"2020-12-20"', '"2025-03-24"', 'null']) {
          const text = `{ "rules": ${rules}, "waitingRoom": { "enabled": false, "locked": false }, "passcode": ${own}, "personalMeetingId": { "passcode": ${ofPersonal} } }`;
          const stored = (use: string) =>
            requestContext(parse(`{ "settings": { "use_pmi": ${use} } }`), 'create', {
              profile: profile(text),
              meeting: undefined,
            }).prediction.cases.map(({ outcome: { waiting_room, password } }) =>
              JSON.stringify([waiting_room.value, password.set]),
            );
          const filledIn = new Set(['true', 'false', 'null'].flatMap(stored));
          assert.deepEqual([...new Set(stored('{{use}}'))].sort(), [...filledIn].sort(), text);
        }
  });
});
