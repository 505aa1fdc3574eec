import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outcomesOf } from '../../../shared/engine/predict.ts';
import { notesOn } from '../../../shared/explain/notes.ts';
import { reference } from '../../../shared/explain/reasons.ts';
import { predictionTable } from '../../../shared/explain/table.ts';
import { say } from '../../../shared/text.ts';
import { context, expectFindings, findingsOf, fixTitles, type Situation } from '../../support/markers.ts';
import { draw } from '../../support/outcomes.ts';
import { profileWith } from '../../support/profiles.ts';

/** What decides where the request is silent and no lock decides: its template, and the host's own setting. */

function outcomes(text: string, situation: Situation) {
  return outcomesOf(context(text, situation).prediction).map(({ when, outcome }) => [when, draw(outcome)] as const);
}

function notes(text: string, situation: Situation): readonly string[] {
  return notesOn(context(text, situation)).map(({ text: sentence, source }) => `${say(sentence)} ${source}`);
}

const codes = (text: string, situation: Situation) =>
  findingsOf(text, situation).map(({ code, severity }) => `${severity} ${code}`);

describe('a template', () => {
  const unlocked = profileWith('W unlocked · P unlocked · A unlocked');
  const body = '{ "topic": "x", "template_id": "Dv4YdINdTk", "password": "4sPgWr-2" }';
  const carried = `The template may turn the Waiting Room on or off, because the request does not. ${reference}`;

  it('may bring the Waiting Room along, in a create', () => {
    const room = outcomes(body, { profile: unlocked }).map(([when, { W }]) => [when, W]);
    assert.deepEqual(room, [
      [{ 'template.waiting_room': true }, 'on default added inferred'],
      [{ 'template.waiting_room': false }, 'off default none inferred'],
    ]);
    assert.deepEqual(notes(body, { profile: unlocked }), [carried]);
    expectFindings(body, { profile: unlocked });
  });

  it('and in an update, whatever the meeting has', () => {
    for (const meeting of [undefined, '{ "settings": { "waiting_room": true } }', '{ "password": "own-code" }']) {
      const situation = { operation: 'update', profile: unlocked, meeting } as const;
      assert.deepEqual(
        new Set(
          outcomes(body, situation).map(([when, { W }]) => `${when['template.waiting_room']} ${W.split(' ')[0]}`),
        ),
        new Set(['true on', 'false off']),
      );
      assert.deepEqual(notes(body, situation), [carried]);
    }
  });

  it('does not count where the request gives waiting_room, a lock decides, or none is named', () => {
    const given = body.replace('}', ', "settings": { "waiting_room": false } }');
    for (const text of [given, body.replace('"Dv4YdINdTk"', '""'), body.replace('"Dv4YdINdTk"', 'null')]) {
      assert.deepEqual(
        outcomes(text, { profile: unlocked }).map(([when]) => when),
        [{}],
        text,
      );
      assert.deepEqual(notes(text, { profile: unlocked }), [], text);
    }
    const locked = { profile: profileWith('W locked off · P unlocked · A unlocked') };
    assert.deepEqual(
      outcomes(body, locked).map(([when]) => when),
      [{}],
    );
    const occurrence = { operation: 'update', profile: unlocked, meeting: '{}', occurrence: true } as const;
    assert.deepEqual(
      outcomes('{ "template_id": "x" }', occurrence).map(([when]) => when),
      [{}],
    );
  });

  it('that is filled in later is one', () => {
    assert.equal(outcomes(body.replace('Dv4YdINdTk', '{{template}}'), { profile: unlocked }).length, 2);
  });

  it('a waiting_room that is filled in later may be left out', () => {
    const open = body.replace('}', ', "settings": { "waiting_room": "{{room}}" } }');
    const room = outcomes(open, { profile: unlocked }).map(([when, { W }]) => [when, W.split(' ')[0]]);
    assert.equal(room.length, 4);
    assert.deepEqual(
      room.filter(([when]) => 'template.waiting_room' in (when as object)),
      [
        [{ 'request.waiting_room': null, 'template.waiting_room': true }, 'on'],
        [{ 'request.waiting_room': null, 'template.waiting_room': false }, 'off'],
      ],
    );
  });

  it('nothing else secures the meeting: the Waiting Room comes on either way, and it is not said why', () => {
    const drawn = `{ "template_id": "x", "settings": {} }
//                    ^^^^^^^^^^ waiting-room-added: Zoom will turn the Waiting Room on.`;
    expectFindings(drawn, { profile: unlocked });
    assert.ok(fixTitles('{ "template_id": "x" }', 'waiting-room-added', { profile: unlocked }).length > 0);
  });

  it('is a condition in words, and a reason', () => {
    const { body: read, prediction } = context(body, { profile: unlocked });
    const row = predictionTable(read, prediction).find(({ name }) => name === 'waiting_room');
    assert.deepEqual(
      row?.alternatives.map(({ when, reason, source }) => [when && say(when), reason && say(reason), source]),
      [
        ['the template has the Waiting Room on', 'the template turns it on', reference],
        ['the template has the Waiting Room off', 'the template leaves it off', reference],
      ],
    );
  });

  it('silent while typing', () => {
    assert.deepEqual(codes('{ "template_id": "x",', { profile: unlocked }), ['error json-syntax']);
  });
});

describe('use_pmi left out, where the profile knows the passcodes of personal meeting IDs', () => {
  const profileOf = (rules: string, personal: object) =>
    JSON.stringify({
      rules,
      waitingRoom: { enabled: false, locked: false },
      passcode: { enabled: false, locked: false },
      authentication: { enabled: false, locked: false },
      personalMeetingId: { passcode: personal },
    });
  const locked = { enabled: true, locked: true };
  const today = { profile: profileOf('2025-03-24', locked) };
  const body = '{ "topic": "x", "settings": { "waiting_room": true } }';
  const decides = `Without use_pmi, the host's own setting decides whether the meeting uses the personal meeting ID. ${reference}`;

  it('the host’s own setting decides', () => {
    const passcodes = outcomes(body, today).map(([when, { P }]) => [when, P]);
    assert.deepEqual(passcodes, [
      [{ 'user.use_pmi': true }, 'some generated added inferred'],
      [{ 'user.use_pmi': false }, 'no none none documented'],
    ]);
    const tables =
      "Under Zoom's 2020 rules: no passcode. https://developers.zoom.us/docs/api/references/meeting-api-security-enhancements/";
    assert.deepEqual(notes(body, today), [tables, decides]);
    assert.equal(context(body, today).prediction.scenario, null);
    expectFindings(body, today);
  });

  it('the same where it is null, or filled in as null', () => {
    assert.equal(outcomes(body.replace('{ "w', '{ "use_pmi": null, "w'), today).length, 2);
    const open = outcomes(body.replace('{ "w', '{ "use_pmi": "{{pmi}}", "w'), today).map(([when]) => when);
    assert.deepEqual(open, [
      { 'request.use_pmi': true },
      { 'request.use_pmi': false },
      { 'request.use_pmi': null, 'user.use_pmi': true },
      { 'request.use_pmi': null, 'user.use_pmi': false },
    ]);
  });

  it('does not where the request says, or the type cannot use it', () => {
    const cannot = [1, 8].map((type) => body.replace('{ "topic"', `{ "type": ${type}, "topic"`));
    const says = [true, false].map((value) => body.replace('{ "w', `{ "use_pmi": ${value}, "w`));
    for (const text of [...cannot, ...says]) {
      assert.deepEqual(
        outcomes(text, today).map(([when]) => when),
        [{}],
        text,
      );
      assert.ok(!notes(text, today).includes(decides), text);
    }
  });

  it('does not by the tables of 2020, in an update, or where the profile knows of no personal meeting IDs', () => {
    assert.equal(outcomes(body, { profile: profileOf('2020-12-20', locked) }).length, 1);
    assert.equal(outcomes(body, { profile: profileOf('2025-03-24', {}) }).length, 1);
    const update = outcomes(body, { ...today, operation: 'update', meeting: '{}' });
    assert.deepEqual(
      update.map(([when]) => when),
      [{}],
    );
  });

  it('what comes either way is certain', () => {
    const profile = JSON.stringify({ ...JSON.parse(today.profile), passcode: locked });
    const drawn = `{ "settings": { "waiting_room": true } }
//^^^^^^^^^^ passcode-generated: Zoom will add a passcode. Read the passcode in the response.`;
    expectFindings(drawn, { profile });
  });
});

describe('the scenario of a meeting with the personal meeting ID', () => {
  const profile = profileWith('W unlocked · P locked on · A unlocked');

  it('is none: Zoom’s tables do not speak of it', () => {
    const scenario = (text: string) => context(text, { profile }).prediction.scenario;
    assert.equal(scenario('{ "settings": { "use_pmi": true } }'), null);
    assert.equal(scenario('{ "settings": { "use_pmi": false } }'), 9);
    assert.equal(scenario('{ "type": 1, "settings": { "use_pmi": true } }'), 9);
  });
});

describe('schedule_for', () => {
  const note = `With schedule_for, the lock profile must be that of the host the meeting is for. ${reference}`;
  const profile = profileWith('W locked on · P locked on · A locked on');

  it('asks for the profile of another host, in a create and an update', () => {
    for (const value of ['"host@example.com"', '"{{host}}"']) {
      for (const operation of ['create', 'update'] as const) {
        const text = `{ "password": "4sPgWr-2", "schedule_for": ${value} }`;
        assert.deepEqual(
          notes(text, { operation, profile, meeting: '{}' }).filter((each) => each === note),
          [note],
          value,
        );
      }
    }
  });

  it('says nothing where it is empty, null, or the text is broken', () => {
    for (const text of ['{ "schedule_for": "" }', '{ "schedule_for": null }', '{ "schedule_for": "a@b.c",', '{}'])
      assert.deepEqual(notes(text, { profile }), [], text);
  });
});

describe('update scenario 1: the passcode stays, by a sentence of Zoom’s that has an error', () => {
  const profile = profileWith('W locked on · P locked on · A locked on');
  const slip = (text: string, meeting?: string, locks = profile) =>
    notes(text, { operation: 'update', profile: locks, meeting }).some((each) => each.includes('has an error'));

  it('is said where the meeting has one, or may have one, and none is sent', () => {
    assert.ok(slip('{}', '{ "password": "own-code" }'));
    assert.ok(slip('{ "password": "" }', '{ "password": "own-code" }'));
    assert.ok(slip('{ "topic": "x" }'));
  });

  it('is not where it says nothing about the request', () => {
    assert.ok(!slip('{}', '{}'));
    assert.ok(!slip('{ "password": "4sPgWr-2" }', '{ "password": "own-code" }'));
    assert.ok(!slip('{}', '{ "password": "own-code" }', profileWith('W unlocked · P locked on · A locked on')));
  });
});
