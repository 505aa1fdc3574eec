import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readBody } from '../../../server/standIn/requestBody.ts';

const examples = join(import.meta.dirname, '../../../examples');

describe('the bodies of the examples are accepted', () => {
  for (const file of globSync('**/*.zoom-{create,update}.json', { cwd: examples }))
    it(file, () => {
      const read = readBody(
        readFileSync(join(examples, file), 'utf8'),
        file.includes('.zoom-create.') ? 'create' : 'update',
        {},
      );
      const faults = 'faults' in read ? (read.faults ?? [{ field: '', message: 'no JSON' }]) : [];
      // What an example shows wrong on purpose is refused for that.
      assert.ok(
        faults.every(({ field }) => /^(password|settings\.\w+|)$/.test(field)),
        JSON.stringify(faults),
      );
    });
});

it('each operation has its own fields', () => {
  const faults = (text: string, operation: 'create' | 'update') => {
    const read = readBody(text, operation, {});
    return 'faults' in read ? read.faults?.map(({ field }) => field) : [];
  };
  assert.deepEqual(faults('{ "default_password": 1 }', 'create'), ['default_password']);
  assert.deepEqual(faults('{ "default_password": 1 }', 'update'), []);
  assert.deepEqual(faults('{ "settings": { "enforce_login": 1 } }', 'update'), ['settings.enforce_login']);
  assert.deepEqual(faults('{ "settings": { "enforce_login": 1 } }', 'create'), []);
});
