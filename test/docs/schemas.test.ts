import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bodyLevels } from '../../shared/model/bodyFields.ts';
import { fields, type Operation } from '../../shared/model/security.ts';
import { findingsOf } from '../support/markers.ts';
import { operations, resolvedSnippets, type Schema, schemaOf, schemaText } from '../support/schemas.ts';

/** The schemas of the request bodies as files; test/vscode/schemas.test.ts has VS Code read them. */

/** Zoom calls these deprecated, and so do the schemas. */
const deprecatedFields = [
  'cn_meeting',
  'in_meeting',
  'auto_add_invited_external_users',
  'auto_add_meeting_participants',
];
/** These, too, but it is the lens that says so: VS Code would say it again. */
const leftToTheLens = ['enforce_login', 'enforce_login_domains'];
const ours = fields.map(({ name }): string => name);

/** With what it refers to, which is a file beside it. */
function withReferences(schema: Schema): readonly Schema[] {
  const parts = (schema.allOf ?? []).map(({ $ref }) => $ref).filter((each) => each !== undefined);
  return [schema, ...parts.map((file): Schema => JSON.parse(schemaText(file)))];
}

function propertiesAt(operation: Operation, ...path: readonly string[]): Readonly<Record<string, Schema>> {
  const schemas = withReferences(schemaOf(operation)).map((root) =>
    path.reduce<Schema | undefined>((schema, name) => schema?.properties?.[name] || undefined, root),
  );
  return Object.assign({}, ...schemas.map((schema) => schema?.properties ?? {}));
}

/** Every schema in the file, with the name of its property where it has one. */
function parts(schema: Schema, name = ''): readonly (readonly [string, Schema])[] {
  const inner = Object.entries(schema.properties ?? {}).flatMap(([key, each]) => (each ? parts(each, key) : []));
  return [[name, schema], ...inner, ...(schema.items ? parts(schema.items) : [])];
}

const files = ['zoom-create.schema.json', 'zoom-update.schema.json', 'zoom-meeting-body.schema.json'];
const all = files.flatMap((file) => parts(JSON.parse(schemaText(file))));

for (const operation of operations) {
  describe(`the schema of a body to ${operation}`, () => {
    for (const { path, names } of bodyLevels[operation]) {
      it(`has the fields that the lens knows, and no others: ${path.join('.') || 'the body'}`, () => {
        const properties = propertiesAt(operation, ...path);
        const expected = [...names].filter((name) => path.length > 1 || !ours.includes(name));
        assert.deepEqual(Object.keys(properties).sort(), expected.sort());
        for (const name of expected) {
          const { deprecated = false, deprecationMessage, doNotSuggest = false } = properties[name] as Schema;
          assert.equal(deprecated, deprecatedFields.includes(name), name);
          assert.equal(deprecationMessage !== undefined, deprecated, name);
          assert.equal(doNotSuggest, leftToTheLens.includes(name), name);
        }
      });
    }

    it('has no other object whose fields are known', () => {
      const objects = [[], ['settings']].flatMap((path) =>
        Object.entries(propertiesAt(operation, ...path))
          .filter(([, schema]) => (schema || undefined)?.properties)
          .map(([name]) => [...path, name].join('.')),
      );
      const levels = bodyLevels[operation].map(({ path }) => path.join('.'));
      assert.deepEqual(['', ...objects].sort(), [...levels].sort());
    });

    it('says nothing about the shape of the body and of settings, which the lens reports', () => {
      for (const root of withReferences(schemaOf(operation))) {
        assert.equal(root.type, undefined);
        assert.equal(parts(root).find(([name]) => name === 'settings')?.[1].type, undefined);
      }
    });
  });
}

describe('the schemas of bodies', () => {
  it('leave the security fields to the lens, in every place', () => {
    assert.deepEqual(
      all.map(([name]) => name).filter((name) => ours.includes(name)),
      [],
    );
  });

  it('refuse no field for being unknown', () => {
    for (const file of files) assert.doesNotMatch(schemaText(file), /additionalProperties|propertyNames|unevaluated/);
  });

  it('have words for every field but settings, on which the lens has its hover, and for every value', () => {
    const typed = all.filter(([name, { type }]) => name && type);
    assert.ok(typed.length > 120);
    for (const [name, { description, markdownDescription }] of typed)
      assert.equal([description, markdownDescription].filter(Boolean).length, 1, name);
    for (const [name, schema] of all.filter(([each]) => each === 'settings'))
      assert.equal(schema.title ?? schema.description ?? schema.markdownDescription, undefined, name);
    for (const [name, schema] of all.filter(([, each]) => (each.enum?.length ?? 0) > 1))
      assert.equal(schema.enumDescriptions?.length, schema.enum?.length, name);
  });
});

describe('the snippets', () => {
  const setting = { enabled: true, locked: false };
  const profile = JSON.stringify({ waitingRoom: setting, passcode: setting, authentication: setting });

  for (const { operation, label, text } of resolvedSnippets()) {
    it(`${operation}: "${label}" leaves nothing to report where nothing is locked`, () => {
      assert.doesNotMatch(text, /\$/);
      assert.deepEqual(findingsOf(text, { operation, profile }), []);
    });
  }

  it('there are some for both', () => {
    const count = (operation: Operation) => resolvedSnippets().filter((each) => each.operation === operation).length;
    assert.deepEqual(operations.map(count), [5, 2]);
  });
});
