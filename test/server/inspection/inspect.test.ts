import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Files } from '../../../server/files/files.ts';
import { inspect } from '../../../server/inspection/inspect.ts';
import { InMemoryWorld } from '../../support/inMemoryWorld.ts';

async function inspected(name: string, text: string) {
  const parsed: string[] = [];
  class Watched extends Files {
    override document(uri: string, content: string) {
      parsed.push(uri);
      return super.document(uri, content);
    }
  }
  const file = { uri: `file:///ws/${name}`, text, root: 'file:///ws' };
  const [inspection] = await inspect(new Watched(new InMemoryWorld()), file);
  return { kind: inspection?.kind, codes: inspection?.findings.map(({ code }) => code), parsed: parsed.length };
}

describe('what the lens makes of a file', () => {
  for (const [name, text, kind, codes] of [
    ['a.zoom-create.json', '{ "password": 1 }', 'request', ['field-type']],
    ['a.zoom-update.jsonc', '{ "password": 1 }', 'request', ['field-type']],
    ['a.zoom-meeting.json', '{ "password": 1, "settings": {} }', 'meeting', ['field-type']],
    ['b.zoom-meeting.json', '[]', 'meeting', ['not-a-meeting']],
    ['b.zoom-create.json', '[]', 'mistaken', ['not-a-request']],
    ['zoom-lock-profile.json', '{ "account": 1 }', 'profile', ['profile-unknown-setting', 'profile-type']],
  ] as const) {
    it(`${name}: a ${kind}`, async () => {
      assert.deepEqual(await inspected(name, text), { kind, codes, parsed: 1 });
    });
  }

  for (const name of [
    'package.json',
    'zoom-create.json',
    '.zoom-create.json',
    'a.zoom-create.json5',
    'a.Zoom-Create.json',
    'my-zoom-lock-profile.json',
  ]) {
    it(`${name}: nothing, and it is not even parsed`, async () => {
      assert.deepEqual(await inspected(name, '{ "password": 1 '), { kind: undefined, codes: undefined, parsed: 0 });
    });
  }
});
