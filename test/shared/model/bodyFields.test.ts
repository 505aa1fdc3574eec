import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ObjectNode } from '../../../shared/json/parse.ts';
import { parse } from '../../../shared/json/parse.ts';
import {
  bodyLevels,
  homeOf,
  isKnownField,
  isTopField,
  isWrittenLikeTopField,
  knownObjects,
  mayBeSettings,
} from '../../../shared/model/bodyFields.ts';
import { fields } from '../../../shared/model/security.ts';
import { schemaText } from '../../support/schemas.ts';

const schemas = ['create', 'update', 'meeting-body'].map((name) => JSON.parse(schemaText(`zoom-${name}.schema.json`)));
const namesOf = (properties: object | undefined) => Object.keys(properties ?? {});
const atTheTop = schemas.flatMap(({ properties }) => namesOf(properties));
const inSettings = [
  ...schemas.flatMap(({ properties }) => namesOf(properties.settings?.properties)),
  ...fields.filter(({ path }) => path.length > 1).map(({ name }) => name),
];

const object = (text: string) => parse(text).root as ObjectNode;
const member = (key: string, value = 'null') => object(`{ ${JSON.stringify(key)}: ${value} }`);

it('every field of the schemas is known in its place', () => {
  assert.deepEqual(
    [...atTheTop, 'password'].filter((key) => !member(key).properties.every(isTopField)),
    [],
  );
  assert.deepEqual(
    [...new Set(inSettings)].filter((key) => !mayBeSettings(member(key))).sort(),
    // Other services have objects with these names.
    [
      'audio',
      'authentication_name',
      'calendar_type',
      'contact_email',
      'contact_name',
      'custom_keys',
      'email_notification',
      'in_meeting',
      'question_and_answer',
      'resources',
    ],
  );
});

it('a field of settings is not one of the top', () => {
  assert.deepEqual(
    [...new Set(inSettings)].filter((key) => member(key).properties.some(isTopField)),
    [],
  );
});

it('a type in words is not Zoom’s', () => {
  const isTop = (value: string) => member('type', value).properties.every(isTopField);
  assert.deepEqual(['2', '"2"', '"{{type}}"', 'null', '"module"', '""'].map(isTop), [
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
});

it('other spellings of a field', () => {
  const isLike = (key: string) => member(key).properties.every(isWrittenLikeTopField);
  for (const key of ['Topic', 'startTime', 'start-time', 'StartTime', 'passcode']) assert.ok(isLike(key), key);
  for (const key of ['topics', 'start', 'Type', 'name']) assert.ok(!isLike(key), key);
});

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
