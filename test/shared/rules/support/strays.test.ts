import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../../../shared/json/parse.ts';
import { readRequest } from '../../../../shared/model/request.ts';
import { homeFrom, moving, placeAt, straysIn } from '../../../../shared/rules/support/strays.ts';

const read = (text: string) => readRequest(parse(text));
const straysOf = (text: string) =>
  straysIn(read(text), 'create').map(({ property, level, home }) => [
    [...level.path, property.key].join('.'),
    home?.join('.'),
  ]);

describe('straysIn', () => {
  it('what is not a field of its object, and where it would be one', () => {
    assert.deepEqual(
      straysOf('{ "topic": "x", "waiting_room": true, "own": 1, "settings": { "topic": "x", "use_pmi": true } }'),
      [
        ['waiting_room', 'settings'],
        ['own', undefined],
        ['settings.topic', ''],
      ],
    );
  });

  it('of duplicates the last', () => {
    const [stray, ...others] = straysIn(read('{ "own": 1, "own": 2 }'), 'create');
    assert.deepEqual([stray?.property.value?.type === 'number' && stray.property.value.value, others], [2, []]);
  });

  it('none in objects that Zoom does not document, in lists, and in what is no object', () => {
    for (const text of ['{ "own": 1 }', '[{ "waiting_room": true }]', '"x"', '']) {
      assert.deepEqual(straysOf(`{ "settings": { "own": ${text || 'null'} } }`), [['settings.own', undefined]]);
    }
  });
});

describe('homeFrom', () => {
  it('single words only between the body, settings and recurrence', () => {
    assert.deepEqual(homeFrom(['settings'], 'topic', 'create'), []);
    assert.deepEqual(homeFrom(['recurrence'], 'audio', 'create'), ['settings']);
    assert.equal(homeFrom(['settings', 'breakout_room'], 'topic', 'create'), undefined);
    assert.equal(homeFrom([], 'rooms', 'create'), undefined);
    assert.deepEqual(homeFrom([], 'question_visibility', 'create'), ['settings', 'question_and_answer']);
  });
});

describe('placeAt', () => {
  const place = (text: string, to: string, from = 'x') => placeAt(read(text), to.split('.'), from.split('.'));

  it('free, taken, or not to be reached', () => {
    assert.equal(place('{}', 'settings.use_pmi'), 'free');
    assert.equal(place('{ "settings": null }', 'settings.use_pmi'), 'free');
    assert.equal(place('{ "settings": { "use_pmi": null } }', 'settings.use_pmi'), 'free');
    assert.equal(place('{ "settings": { "use_pmi": false } }', 'settings.use_pmi'), 'taken');
    assert.equal(place('{ "settings": [] }', 'settings.use_pmi'), 'blocked');
    assert.equal(place('{ "settings": {{s}} }', 'settings.use_pmi'), 'blocked');
    assert.equal(place('{ "settings": { "settings": {} } }', 'settings', 'settings.settings'), 'blocked');
  });
});

describe('moving', () => {
  it('from where it is', () => {
    const [stray] = straysIn(read('{ "settings": { "topic": "x" } }'), 'create');
    assert.deepEqual(stray && moving(stray, ['topic']), { op: 'move', path: ['settings', 'topic'], to: ['topic'] });
  });
});
