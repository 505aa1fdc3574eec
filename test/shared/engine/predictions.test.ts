import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { predict } from '../../../shared/engine/predict.ts';
import { Predictions } from '../../../shared/engine/predictions.ts';
import { placeholderPasscode } from '../../../shared/engine/requests.ts';
import { parse } from '../../../shared/json/parse.ts';
import { readProfile } from '../../../shared/model/profile.ts';
import { readMeeting, readRequest } from '../../../shared/model/request.ts';

const locked = readProfile(parse('{ "rules": "2025-03-24", "waitingRoom": { "enabled": true, "locked": true } }'));
const unlocked = readProfile(parse('{ "rules": "2025-03-24", "waitingRoom": { "enabled": true, "locked": false } }'));

interface Told {
  readonly operation?: 'create' | 'update';
  readonly profile?: typeof locked;
  readonly meeting?: string;
  readonly occurrence?: boolean;
}

function asking(predictions = new Predictions()) {
  return (text: string, { operation = 'create', profile = locked, meeting, occurrence = false }: Told = {}) =>
    predictions.of({
      operation,
      body: readRequest(parse(text)),
      profile,
      meeting: meeting === undefined ? undefined : readMeeting(parse(meeting)),
      occurrence,
    });
}

describe('Predictions', () => {
  it('requests that say the same of what Zoom decides by share one, whatever else they say', () => {
    const ask = asking();
    const first = ask('{ "topic": "a", "settings": { "waiting_room": false } }');
    assert.equal(ask('{ "settings": { "audio": "both", "waiting_room": false }, "topic": "b" }'), first);
  });

  it('whatever else a prediction rests on makes it another one', () => {
    const ask = asking();
    const update = { operation: 'update' } as const;
    const all = [
      ask('{}'),
      ask('{}', { profile: unlocked }),
      ask('{}', update),
      ask('{}', { ...update, occurrence: true }),
      ask('{}', { ...update, meeting: '{ "password": "a" }' }),
      ask('{}', { ...update, meeting: '{ "password": "b" }' }),
      ask('{ "password": "a" }'),
      ask('{ "password": "" }'),
      ask('{ "password": null }'),
      ask('{ "password": "{{a}}" }'),
      ask('{ "password": "{{b}}" }'),
      ask('{ "password": 1 }'),
      ask('{ "default_password": true }'),
      ask('{ "type": 2 }'),
      ask('{ "type": 3 }'),
      ask('{ "type": "{{type}}" }'),
      ask('{ "settings": { "use_pmi": true } }'),
      ask('{ "template_id": "x" }'),
      ask('{ "settings": "{{settings}}" }'),
    ];
    assert.equal(new Set(all).size, all.length);
  });

  it('what is shared is what each would be given alone', () => {
    const ask = asking();
    const texts = [
      '{}',
      '{ "password": "a" }',
      '{ "settings": { "waiting_room": "{{x}}" } }',
      '{}',
      '{ "password": "a" }',
    ];
    for (const text of texts) assert.deepEqual(ask(text), asking()(text));
  });

  it('requests that differ in the passcode alone share what they rest on, and each has its own passcode', () => {
    const ask = asking();
    for (const password of ['a', 'b', placeholderPasscode]) {
      const { account, prediction } = ask(JSON.stringify({ password, settings: { waiting_room: false } }));
      assert.deepEqual(prediction, predict('create', { password, waiting_room: false }, account));
    }
  });

  it('a passcode is held against that of the meeting', () => {
    const ask = asking();
    const about = { operation: 'update', meeting: '{ "password": "b" }' } as const;
    const meeting = readMeeting(parse(about.meeting));
    for (const password of ['a', 'b', 'c']) {
      const { account, prediction } = ask(JSON.stringify({ password }), about);
      assert.deepEqual(prediction, predict('update', { password }, account, meeting));
    }
  });

  it('keeps little of what has many cases', () => {
    const ask = asking();
    const open = (name: string) =>
      `{ "password": "{{${name}}}", "settings": { "waiting_room": "{{x}}", "meeting_authentication": "{{y}}" } }`;
    const first = ask(open('a'), { operation: 'update' });
    assert.equal(ask(open('a'), { operation: 'update' }), first);
    for (let at = 0; at < 3; at++) ask(open(`a${at}`), { operation: 'update' });
    assert.ok(first.prediction.cases.length > 100);
    assert.notEqual(ask(open('a'), { operation: 'update' }), first);
  });
});
