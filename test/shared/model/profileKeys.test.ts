import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from '../../../shared/json/parse.ts';
import { plans } from '../../../shared/model/plan.ts';
import { readProfile } from '../../../shared/model/profile.ts';
import { type ProfilePart, partsOf, profileKeys } from '../../../shared/model/profileKeys.ts';
import { severityLevels } from '../../../shared/model/severities.ts';
import { codes } from '../../../shared/rules/check.ts';
import { isIgnorable } from '../../../shared/rules/rule.ts';

/** A profile with this text as each part. */
const around: Readonly<Record<ProfilePart, (text: string) => string>> = {
  profile: (text) => text,
  account: (text) => `{"account":${text}}`,
  requireSecurityOption: (text) => `{"requireSecurityOption":${text}}`,
  waitingRoom: (text) => `{"waitingRoom":${text}}`,
  passcode: (text) => `{"passcode":${text}}`,
  requirement: (text) => `{"passcode":{"requirement":${text}}}`,
  personalMeetingId: (text) => `{"personalMeetingId":${text}}`,
  personalPasscode: (text) => `{"personalMeetingId":{"passcode":${text}}}`,
  authentication: (text) => `{"authentication":${text}}`,
  option: (text) => `{"authentication":{"options":[${text}]}}`,
  request: (text) => `{"requests":[${text}]}`,
  ignored: (text) => `{"ignore":[${text}]}`,
  containers: (text) => `{"containers":${text}}`,
};
const parts = Object.keys(profileKeys) as ProfilePart[];

/** The names that these tests go through by hand, and all others. */
interface Properties
  extends Partial<Record<ProfilePart | 'options' | 'requests' | 'plan' | 'ignore' | 'code' | 'severities', Schema>> {
  readonly [key: string]: Schema | undefined;
}

interface Schema {
  readonly $ref?: string;
  readonly $comment?: string;
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Properties;
  readonly items?: Schema;
  readonly definitions?: { readonly severity?: Schema };
  readonly examples?: readonly unknown[];
  readonly defaultSnippets?: readonly { readonly label: string; readonly body: unknown }[];
  readonly anyOf?: readonly { readonly enum?: readonly unknown[]; readonly enumDescriptions?: readonly string[] }[];
}

const text = readFileSync(new URL('../../../docs/schemas/zoom-lock-profile.schema.json', import.meta.url), 'utf8');
const schema: Schema = JSON.parse(text);

const schemaOf: Readonly<Record<ProfilePart, (root: Schema) => Schema | undefined>> = {
  profile: (root) => root,
  account: (root) => root.properties?.account,
  requireSecurityOption: (root) => root.properties?.requireSecurityOption,
  waitingRoom: (root) => root.properties?.waitingRoom,
  passcode: (root) => root.properties?.passcode,
  requirement: (root) => root.properties?.passcode?.properties?.requirement,
  personalMeetingId: (root) => root.properties?.personalMeetingId,
  personalPasscode: (root) => root.properties?.personalMeetingId?.properties?.passcode,
  authentication: (root) => root.properties?.authentication,
  option: (root) => root.properties?.authentication?.properties?.options?.items,
  request: (root) => root.properties?.requests?.items,
  ignored: (root) => root.properties?.ignore?.items,
  containers: (root) => root.properties?.containers,
};

describe('the keys of a profile', () => {
  for (const part of parts) {
    for (const key of profileKeys[part].filter((each) => each !== '$schema')) {
      it(`${part}: ${key} is read`, () => {
        // No key takes a list in a list.
        const { problems } = readProfile(parse(around[part](`{"${key}":[[]]}`)));
        assert.equal(problems.length, 1);
      });
    }

    it(`${part}: the schema has exactly these keys, each with words for the hover`, () => {
      const properties = schemaOf[part](schema)?.properties ?? {};
      assert.deepEqual(Object.keys(properties).sort(), [...profileKeys[part]].sort());
      for (const [key, each] of Object.entries(properties)) assert.ok(each?.title && each.description, key);
    });

    it(`${part}: partsOf finds it`, () => {
      const document = parse(around[part]('{"x":1}'));
      const found = partsOf(document).filter((each) => each.part === part);
      assert.deepEqual(
        found.map(({ node }) => node.properties.map(({ key }) => key)),
        [['x']],
      );
    });
  }

  it('none in a broken text', () => assert.deepEqual(partsOf(parse('{ "account": { "plan": "pro" ')), []));
});

describe('the schema of the profile', () => {
  it('says in its comment why it finds no errors', () => assert.match(schema.$comment ?? '', /reported twice/));

  it('refuses nothing: what is wrong is reported by the lens', () => {
    const refusing =
      /"(type|required|additionalProperties|const|not|oneOf|allOf|minimum|maximum|pattern|format|minLength|maxLength|minItems|if|propertyNames)":/g;
    assert.deepEqual(
      [...text.matchAll(refusing)].map(([found]) => found),
      [],
    );
    // An enum gives completions; beside the empty schema it refuses nothing.
    assert.equal(
      [...text.matchAll(/"enum":/g)].length,
      [...text.matchAll(/"anyOf": \[\{\}, \{ "enum":|"anyOf": \[\s*\{\},\s*\{\s*"enum":/g)].length,
    );
  });

  it('names the plans, each in words', () => {
    const [, words] = schema.properties?.account?.properties?.plan?.anyOf ?? [];
    assert.deepEqual(words?.enum, plans);
    assert.equal(words?.enumDescriptions?.length, plans.length);
  });

  it('names the codes that can be ignored, each in words', () => {
    const [, words] = schema.properties?.ignore?.items?.properties?.code?.anyOf ?? [];
    assert.deepEqual([...(words?.enum ?? [])].sort(), codes.filter(isIgnorable).sort());
    assert.equal(words?.enumDescriptions?.length, words?.enum?.length);
  });

  it('names all codes under severities, each in words, with the levels', () => {
    const properties = schema.properties?.severities?.properties ?? {};
    assert.deepEqual(Object.keys(properties).sort(), [...codes].sort());
    for (const [code, each] of Object.entries(properties)) {
      assert.ok(each?.description, code);
      assert.equal(each.$ref, '#/definitions/severity', code);
    }
    const [, words] = schema.definitions?.severity?.anyOf ?? [];
    assert.deepEqual(words?.enum, severityLevels);
    assert.equal(words?.enumDescriptions?.length, severityLevels.length);
  });

  it('proposes nothing that the lens would find fault with', () => {
    const snippets = schema.defaultSnippets ?? [];
    assert.ok(snippets.length > 0);
    for (const { body } of snippets) {
      const plain = JSON.stringify(body)
        .replace(/"\^?\$\{\d+\|(\w+),[^"]*"/g, '$1')
        .replace(/\$\{?\d:?([^}"]*)\}?/g, '$1');
      assert.deepEqual(readProfile(parse(plain)).problems, [], plain);
    }
  });
});
