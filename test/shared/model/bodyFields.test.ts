import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { ObjectNode } from '../../../shared/json/parse.ts';
import { parse } from '../../../shared/json/parse.ts';
import { isTopField, isWrittenLikeTopField, mayBeSettings } from '../../../shared/model/bodyFields.ts';
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
