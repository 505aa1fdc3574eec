import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../../shared/json/parse.ts';
import { bodyLevels, homeOf, isKnownField, knownObjects } from '../../../shared/model/bodyFields.ts';

/** That the list agrees with the schemas is up to test/docs/schemas.test.ts. */

describe('homeOf', () => {
  it('the one object that Zoom reads a field in', () => {
    assert.deepEqual(homeOf('password', 'create'), []);
    assert.deepEqual(homeOf('waiting_room', 'update'), ['settings']);
    assert.deepEqual(homeOf('weekly_days', 'create'), ['recurrence']);
    assert.deepEqual(homeOf('who_goes_to_waiting_room', 'create'), ['settings', 'waiting_room_options']);
  });

  it('undefined where there are several, or none', () => {
    for (const name of ['type', 'enable', 'interpreters', 'email', 'toString', '__proto__', ''])
      assert.equal(homeOf(name, 'create'), undefined, name);
  });

  it('by operation', () => {
    assert.deepEqual(homeOf('default_password', 'create'), []);
    assert.equal(homeOf('default_password', 'update'), undefined);
    assert.deepEqual(homeOf('custom_keys', 'update'), ['settings']);
    assert.equal(homeOf('custom_keys', 'create'), undefined);
    assert.ok(isKnownField('default_password') && isKnownField('custom_keys') && isKnownField('type'));
    assert.ok(!isKnownField('passcode'));
  });
});

describe('knownObjects', () => {
  const pathsIn = (text: string) => knownObjects(parse(text).root, 'create').map(({ level }) => level.path.join('.'));

  it('those that are there, an outer one first; of duplicates the last', () => {
    assert.deepEqual(pathsIn('{ "settings": { "breakout_room": {}, "custom": {} }, "recurrence": {}, "x": {} }'), [
      '',
      'settings',
      'recurrence',
      'settings.breakout_room',
    ]);
    assert.deepEqual(pathsIn('{ "settings": [{}], "recurrence": null }'), ['']);
    assert.deepEqual(pathsIn('[]'), []);
    assert.deepEqual(pathsIn('{ "settings": { "breakout_room": {} }, "settings": {} }'), ['', 'settings']);
  });

  it('each has fields, no name twice', () => {
    for (const { names, spelled } of [...bodyLevels.create, ...bodyLevels.update]) {
      assert.ok(names.size > 1);
      assert.equal(new Set(spelled.map(({ bare }) => bare)).size, spelled.length);
    }
  });
});
