import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nothingKnown } from '../../../shared/engine/enforcement.ts';
import { predict } from '../../../shared/engine/predict.ts';
import { possibilitiesOf } from '../../../shared/explain/possibilities.ts';
import { type FieldName, fields } from '../../../shared/model/security.ts';
import { say } from '../../../shared/text.ts';
import { requests } from '../../support/inputs.ts';
import { context, type Situation } from '../../support/markers.ts';

/** The lines about the field, and the way out. */
function toldAbout(name: FieldName, body: string, situation: Situation = {}): readonly string[] {
  const { lines, wayOut } = possibilitiesOf(context(body, situation), name, (value) => value);
  return [...lines, ...(wayOut ? [wayOut] : [])].map((each) => say(each));
}

const required = 'nothing else secures the meeting, and Zoom requires one security option';

describe('what may happen to a field of a create whose account is unknown', () => {
  it('the Waiting Room that is sent off: a lock, or Zoom because nothing secures the meeting', () => {
    // Current rules: an account with passcodes on generates one, which secures the meeting. A passcode that is sent does, too,
    // unless passcodes are locked off and it is dropped.
    assert.deepEqual(toldAbout('waiting_room', '{ "topic": "Standup", "settings": { "waiting_room": false } }'), [
      'true if the account has the Waiting Room on and locked',
      `maybe true if the account has passcodes off, or Zoom's tables of December 2020 apply: ${required}`,
      'otherwise false',
      'Add a passcode: then Zoom changes it only if the account has the Waiting Room on and locked, or the account has passcodes off and locked.',
    ]);
  });

  it('with a passcode beside it, only where that is dropped', () => {
    assert.deepEqual(
      toldAbout('waiting_room', '{ "password": "abc123", "settings": { "waiting_room": false } }').slice(0, 3),
      [
        'true if the account has the Waiting Room on and locked',
        `maybe true if the account has passcodes off and locked: ${required}`,
        'otherwise false',
      ],
    );
  });

  it('with default_password false, no default of the account matters', () => {
    const body = '{ "default_password": false, "settings": { "waiting_room": false } }';
    assert.deepEqual(toldAbout('waiting_room', body).slice(0, 3), [
      'true if the account has the Waiting Room on and locked',
      `maybe true if ${required}`,
      'otherwise false',
    ]);
  });

  it('the Waiting Room that is not sent: the account may turn it on, too', () => {
    assert.ok(
      toldAbout('waiting_room', '{}').includes(
        'true if the account has the Waiting Room not locked and the Waiting Room on by default',
      ),
    );
  });

  it('the passcode', () => {
    assert.deepEqual(toldAbout('password', '{ "password": "abc123" }'), [
      'no passcode if the account has passcodes off and locked',
      'otherwise the passcode',
    ]);
    // The fallback turns the Waiting Room on, unless that is locked off.
    assert.deepEqual(toldAbout('password', '{ "settings": { "waiting_room": true } }'), [
      'a generated passcode if the account has passcodes on and locked',
      `maybe a generated passcode if the account has the Waiting Room off and locked: ${required}`,
      'a generated passcode if the account has passcodes not locked and passcodes on by default',
      'otherwise no passcode',
    ]);
  });

  it('authentication, which the fallback turns on where both others are locked off, and its option', () => {
    assert.deepEqual(toldAbout('meeting_authentication', '{}'), [
      'true if the account has authentication on and locked',
      'true if the account has the Waiting Room off and locked, passcodes off and locked and authentication not locked',
      'otherwise false',
    ]);
    assert.deepEqual(toldAbout('authentication_option', '{}'), [
      "maybe Zoom's default option if the account has authentication on and locked, or the account has passcodes off and locked: authentication is on and no option is sent",
      'otherwise no option',
    ]);
  });

  it('a value that is filled in later', () => {
    const body = '{ "password": "{{passcode}}", "settings": { "waiting_room": "{{wait}}" } }';
    assert.deepEqual(
      toldAbout('password', body)[0],
      'no passcode if the request gives a passcode, and the account has passcodes off and locked',
    );
    assert.equal(toldAbout('waiting_room', body)[1], 'maybe true if the account has the Waiting Room on and locked');
    assert.equal(toldAbout('waiting_room', body).at(-1), 'otherwise true or false');
  });

  it('what a profile says is not repeated', () => {
    const profile = '{ "rules": "2025-03-24", "passcode": { "enabled": false, "locked": false } }';
    assert.deepEqual(toldAbout('waiting_room', '{ "settings": { "waiting_room": false } }', { profile }), [
      'true if the account has the Waiting Room on and locked',
      `maybe true if ${required}`,
      'otherwise false',
      'Add a passcode: then Zoom changes it only if the account has the Waiting Room on and locked.',
    ]);
  });

  it('a way out that leaves nothing', () => {
    const profile =
      '{ "rules": "2020-12-20", "waitingRoom": { "enabled": false, "locked": false }, "passcode": { "enabled": false, "locked": false } }';
    assert.equal(
      toldAbout('waiting_room', '{ "settings": { "waiting_room": false } }', { profile }).at(-1),
      'Add a passcode: then Zoom does not change it.',
    );
  });
});

describe('what may happen to a field of an update whose meeting and account are unknown', () => {
  it('the meeting file is the way out', () => {
    assert.deepEqual(toldAbout('waiting_room', '{ "settings": { "waiting_room": false } }', { operation: 'update' }), [
      'true if the account has the Waiting Room on and locked',
      `maybe true if the meeting has no passcode, or the account has passcodes off and locked: ${required}`,
      "maybe true if the meeting has the Waiting Room on, has no passcode and has authentication off, and the account has passcodes not locked and authentication not locked: the request would leave no security option on, so Zoom keeps the meeting's settings",
      'otherwise false',
      'Add the meeting file to know more.',
    ]);
  });

  it('with the meeting known, a field is', () => {
    const meeting = '{ "settings": { "waiting_room": false, "meeting_authentication": false } }';
    const told = toldAbout('waiting_room', '{ "settings": { "waiting_room": false } }', {
      operation: 'update',
      meeting,
    });
    assert.match(
      told.at(-1) ?? '',
      /^Add a passcode: then Zoom changes it only if the account has the Waiting Room on/,
    );
  });

  it('a field that is not sent stays as it is', () => {
    const told = toldAbout('meeting_authentication', '{ "topic": "x" }', { operation: 'update' });
    assert.equal(told.at(-2), 'otherwise false or as the meeting has it');
  });
});

describe('whatever is sent', () => {
  it('every value that Zoom may write has a line, and "otherwise" is there if it may write none', () => {
    for (const operation of ['create', 'update'] as const) {
      for (const sent of requests) {
        const prediction = predict(operation, sent, nothingKnown);
        for (const { name } of fields) {
          const outcomes = prediction.cases.map(({ outcome }) => outcome[name]);
          const may = (effects: readonly string[]) => outcomes.some(({ effect }) => effects.includes(effect));
          const { lines } = possibilitiesOf(
            { prediction, account: nothingKnown, meeting: undefined },
            name,
            (value) => value,
          );
          const [last, ...before] = lines.map((each) => say(each)).toReversed();
          assert.equal(
            before.length > 0,
            may(['overwritten', 'added']),
            `${operation} ${JSON.stringify(sent)} ${name}`,
          );
          assert.match(last ?? '', may(['kept', 'none']) ? /^otherwise / : / if /);
        }
      }
    }
  });
});
