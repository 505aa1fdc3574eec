import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Change, JsonValue, Span } from '../../../shared/finding.ts';
import { parse } from '../../../shared/json/parse.ts';
import { type NewValue, type Target, targetsFor } from '../../../shared/json/targets.ts';
import { staysLinear } from '../../support/cost.ts';

const set = (path: string, value: JsonValue): Change => ({ op: 'set', path: path.split('.'), value });
const append = (path: string, value: JsonValue): Change => ({ op: 'append', path: path.split('.'), value });
const remove = (path: string): Change => ({ op: 'remove', path: path.split('.') });
const move = (path: string, to: string): Change => ({ op: 'move', path: path.split('.'), to: to.split('.') });
const removeAt = (offset: number): Change => ({ op: 'remove-at', offset });
const renameAt = (offset: number, key: string): Change => ({ op: 'rename-at', offset, key });

/** One line a target, in which `in` and `to` are followed by the text of the object or list. */
function targets(text: string, ...changes: readonly Change[]): readonly string[] | undefined {
  return targetsFor(parse(text), changes, () => 'made')?.map((each) => shown(text, each));
}

function shown(text: string, target: Target): string {
  const written = ({ start, end }: Span) => text.slice(start, end);
  switch (target.kind) {
    case 'replace':
      return `replace ${written(target.node.span)} in ${written(target.holder.span)} by ${shownValue(target.value)}`;
    case 'add':
      return `add ${target.member.key} = ${shownValue(target.member.value)} to ${written(target.holder.span)}`;
    case 'append':
      return `append ${JSON.stringify(target.item)} to ${written(target.holder.span)}`;
    case 'remove':
      return `remove ${target.index} in ${written(target.holder.span)}`;
    case 'rename':
      return `rename ${written(target.property.span)} ${target.key}`;
    case 'remove-comment':
      return `remove ${written(target.span)}`;
    case 'needed':
      return `add ${target.edit.text}`;
  }
}

function shownValue(value: NewValue): string {
  if ('json' in value) return JSON.stringify(value.json);
  if ('item' in value) return `list of ${JSON.stringify(value.item)}`;
  if ('raw' in value) return `text ${value.raw}`;
  return `(${value.members.map((each) => `${each.key} = ${shownValue(each.value)}`).join(', ')})`;
}

describe('targets of changes by path', () => {
  const table: readonly [string, string, readonly Change[], readonly string[]][] = [
    ['a value', '{"a":1}', [set('a', 2)], ['replace 1 in {"a":1} by 2']],
    ['a value further in', '{"a":{"b":1}}', [set('a.b', 2)], ['replace 1 in {"b":1} by 2']],
    ['of duplicates the last', '{"a":1,"a":2}', [set('a', 3)], ['replace 2 in {"a":1,"a":2} by 3']],
    ['a value in an item', '{"l":[1,{"a":1}]}', [set('l.1.a', 2)], ['replace 1 in {"a":1} by 2']],
    ['an item', '{"l":[1,2]}', [set('l.1', 3)], ['replace 2 in [1,2] by 3']],
    ['a missing value', '{"a":{}}', [set('a.b', 2)], ['add b = 2 to {}']],
    ['a passcode', '{}', [{ op: 'generate-passcode', path: ['p'] }], ['add p = "made" to {}']],
    ['a list', '{"l":[1]}', [append('l', 2)], ['append 2 to [1]']],
    ['a missing list', '{}', [append('l', 2)], ['add l = list of 2 to {}']],
    ['a list that is null', '{"l":null}', [append('l', 2)], ['replace null in {"l":null} by list of 2']],
    ['what goes', '{"a":1,"b":2}', [remove('b')], ['remove 1 in {"a":1,"b":2}']],
    ['of duplicates all', '{"a":1,"a":2}', [remove('a')], ['remove 0 in {"a":1,"a":2}', 'remove 1 in {"a":1,"a":2}']],
    [
      'what moves, with its text',
      '{"a":[1, 2],"s":{}}',
      [move('a', 's.a')],
      ['remove 0 in {"a":[1, 2],"s":{}}', 'add a = text [1, 2] to {}'],
    ],
  ];
  for (const [name, text, changes, expected] of table) {
    it(name, () => assert.deepEqual(targets(text, ...changes), expected));
  }
});

describe('targets where an object is missing', () => {
  const table: readonly [string, string, readonly Change[], readonly string[]][] = [
    ['it is made', '{}', [set('a.b.c', 1)], ['add a = (b = (c = 1)) to {}']],
    [
      'for all that belongs in it',
      '{}',
      [set('a.b', 1), set('z', 0), set('a.c', 2)],
      ['add z = 0 to {}', 'add a = (b = 1, c = 2) to {}'],
    ],
    ['values before objects', '{}', [set('a.b.c', 1), set('a.d', 2)], ['add a = (d = 2, b = (c = 1)) to {}']],
    ['in the place of null', '{"a":null}', [set('a.b', 1)], ['replace null in {"a":null} by (b = 1)']],
    ['in the place of null in a list', '{"l":[null]}', [set('l.0.b', 1)], ['replace null in [null] by (b = 1)']],
    ['below one that is there', '{"a":{"x":0}}', [set('a.b.c', 1)], ['add b = (c = 1) to {"x":0}']],
    [
      'of duplicates below the last',
      '{"a":{},"a":null}',
      [set('a.b', 1)],
      ['replace null in {"a":{},"a":null} by (b = 1)'],
    ],
    ['for what moves', '{"x":7}', [move('x', 'a.x')], ['remove 0 in {"x":7}', 'add a = (x = text 7) to {"x":7}']],
    ['for a list', '{}', [append('a.l', 1)], ['add a = (l = list of 1) to {}']],
  ];
  for (const [name, text, changes, expected] of table) {
    it(name, () => assert.deepEqual(targets(text, ...changes), expected));
  }
});

describe('targets of changes by offset', () => {
  const text = '{ "a": [1, [2]], /* x */ "b": {"c": 3} }';
  const table: readonly [string, Change, string][] = [
    ['a property', removeAt(text.indexOf('"a"')), `remove 0 in ${text}`],
    ['a property further in', removeAt(text.indexOf('"c"')), 'remove 0 in {"c": 3}'],
    ['an item', removeAt(text.indexOf('[2]')), 'remove 1 in [1, [2]]'],
    ['an item of an item', removeAt(text.indexOf('2')), 'remove 0 in [2]'],
    ['a comment', removeAt(text.indexOf('/*')), 'remove /* x */'],
    ['a key', renameAt(text.indexOf('"c"'), 'd'), 'rename "c": 3 d'],
  ];
  for (const [name, change, expected] of table) it(name, () => assert.deepEqual(targets(text, change), [expected]));

  const nowhere: readonly [string, Change][] = [
    ['inside a key', removeAt(text.indexOf('a"'))],
    ['at a value', removeAt(text.indexOf('3'))],
    ['inside a comment', removeAt(text.indexOf('x'))],
    ['behind the end', removeAt(text.length)],
    ['the name of an item', renameAt(text.indexOf('1'), 'd')],
    ['the name of a comment', renameAt(text.indexOf('/*'), 'd')],
  ];
  for (const [name, change] of nowhere) it(`none: ${name}`, () => assert.equal(targets(text, change), undefined));
});

describe('no targets', () => {
  const refused: readonly [string, string, readonly Change[]][] = [
    ['a broken text', '{"a":1', [set('a', 2)]],
    ['a list for a document', '[1]', [set('0', 2)]],
    ['the whole document', '{}', [{ op: 'set', path: [], value: 1 }]],
    ['a text in the way', '{"a":"x"}', [set('a.b', 1)]],
    ['an open value in the way', '{"a":{{x}}}', [set('a.b', 1)]],
    ['an item that is missing', '{"l":[]}', [set('l.0.a', 1)]],
    ['a key of a list', '{"l":[0]}', [set('l.a', 1)]],
    ['a list that is something else', '{"l":{}}', [append('l', 1)]],
    ['a removal of nothing', '{}', [remove('a')]],
    ['a removal of an item by its path', '{"l":[1]}', [remove('l.0')]],
    ['a move of nothing', '{}', [move('a', 'b')]],
    ['one place twice', '{}', [set('a.b', 1), append('a.b', 1)]],
    ['one place inside another, in either order', '{}', [set('a.b', 1), set('a', 1)]],
    ['a value in what goes', '{"a":{}}', [remove('a'), set('a.b', 1)]],
    ['a move into itself', '{"a":{}}', [move('a', 'a.b')]],
    ['one that cannot be made among others', '{"a":1}', [set('a', 2), remove('b')]],
  ];
  for (const [name, text, changes] of refused) it(name, () => assert.equal(targets(text, ...changes), undefined));

  it('a passcode that cannot be generated', () => {
    const change: Change = { op: 'generate-passcode', path: ['p'] };
    assert.equal(
      targetsFor(parse('{}'), [change], () => undefined),
      undefined,
    );
  });

  it('none for no changes, which is not the same', () => assert.deepEqual(targets('{}'), []));
});

describe('thousands of changes in one object', () => {
  const count = 60_000;
  const numbers = Array.from({ length: count }, (_, at) => at);
  const text = `{${numbers.map((at) => `"k${at}":[${at}]`).join(',')}}`;

  it('by path', () =>
    staysLinear(() => {
      const changes = numbers.flatMap((at) => (at % 2 === 0 ? remove(`k${at}`) : set(`k${at}`, 0)));
      assert.equal(targetsFor(parse(text), changes, () => undefined)?.length, count);
    }));

  it('by path, into objects that are missing', () =>
    staysLinear(() => {
      const changes = numbers.map((at) => set(`new${at}.a`, at));
      assert.equal(targetsFor(parse(text), changes, () => undefined)?.length, count);
    }));

  it('by offset', () =>
    staysLinear(() => {
      const { root } = parse(text);
      const changes = root?.type === 'object' ? root.properties.map(({ span }) => removeAt(span.start)) : [];
      assert.equal(targetsFor(parse(text), changes, () => undefined)?.length, count);
    }));
});
