import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { objectAt, propertyAt } from '../../../shared/json/lookup.ts';
import { parse } from '../../../shared/json/parse.ts';
import { quickParse } from '../../../shared/json/quickParse.ts';

/** That it is held against the real parse over all kinds of bodies is up to test/server/cli/inspector.test.ts. */

describe('quickParse', () => {
  const text = '{ "password": "a1", "settings": { "waiting_room": true, "x": { "deep": { "deeper": 1 } } } }';

  it('the properties of the root and of two levels below it, with their values', () => {
    const root = quickParse(text)?.root;
    const keysAt = (...path: string[]) => objectAt(root, path)?.properties.map(({ key }) => key);
    assert.deepEqual(keysAt(), ['password', 'settings']);
    assert.deepEqual(keysAt('settings'), ['waiting_room', 'x']);
    assert.deepEqual(keysAt('settings', 'x'), ['deep']);
    assert.deepEqual(keysAt('settings', 'x', 'deep'), []);
    const value = propertyAt(root, ['settings', 'waiting_room'])?.value;
    assert.equal(value && 'value' in value && value.value, true);
  });

  it('every span throws when it is read', () => {
    const document = quickParse(text);
    const settings = propertyAt(document?.root, ['settings']);
    assert.equal(document?.withoutSpans, true);
    const spans = [document.root?.span, settings?.span, settings?.keySpan, settings?.value?.span];
    for (const span of spans) {
      assert.throws(() => span?.start, /This tree has no spans/);
      assert.throws(() => span?.end, /This tree has no spans/);
    }
  });

  it('undefined for what needs the real tree', () => {
    const deep = `${'['.repeat(150)}${']'.repeat(150)}`;
    for (const each of ['', '{', '{ "a": 1, }', '{} // x', '{ "a": 1, "a": 2 }', deep]) {
      assert.equal(quickParse(each), undefined, each);
    }
    assert.equal(parse(deep).errors.length, 0);
  });
});
