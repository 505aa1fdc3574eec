import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Target } from '../../../shared/containers/containers.ts';
import { bodiesAt } from '../../../shared/containers/jsonBodies.ts';
import { applyEdits, editsFor } from '../../../shared/json/edit.ts';
import { parse } from '../../../shared/json/parse.ts';
import { fileEdit } from '../../../shared/json/textMap.ts';

const target = { operation: 'create', occurrence: false } as const;
const update = { operation: 'update', occurrence: false } as const;

function namesAt(text: string, ...places: string[]): readonly string[] {
  return bodiesAt(
    parse(text),
    places.map((at) => ({ at, target })),
  ).map(({ name }) => name);
}

describe('which bodies a pointer names', () => {
  const map = '{ "templates": { "a": {}, "b/c": {}, "d~e": [] }, "list": [{}, {}], "text": "x" }';
  for (const [at, names] of [
    ['/templates/*', ['/templates/a', '/templates/b~1c', '/templates/d~0e']],
    ['/templates/b~1c', ['/templates/b~1c']],
    ['/list/*', ['/list/0', '/list/1']],
    ['/list/1', ['/list/1']],
    ['/text', ['/text']],
    ['/*/0', ['/list/0']],
    ['', ['']],
    ['/missing/*', []],
    ['/text/*', []],
    ['/list/2', []],
  ] as const) {
    it(at || 'the whole file', () => assert.deepEqual(namesAt(map, at), names));
  }

  it('of duplicate keys the last one', () => {
    const [only, ...others] = bodiesAt(parse('{ "a": { "topic": "1" }, "a": { "topic": "2" } }'), [
      { at: '/*', target },
    ]);
    assert.deepEqual(others, []);
    assert.equal(only?.document.text, '{ "topic": "2" }');
  });

  it('in the order of the text, whichever entry comes first', () => {
    assert.deepEqual(namesAt('{ "a": {}, "b": {} }', '/b', '/a'), ['/a', '/b']);
  });

  it('each once, by the first entry that names it or what it is in', () => {
    assert.deepEqual(namesAt('{ "a": { "b": {} }, "c": { "d": {} } }', '/a/b', '/*', '/c/d'), ['/a/b', '/c']);
    const [body] = bodiesAt(parse('[{}]'), [
      { at: '/0', target: update as Target },
      { at: '/*', target },
    ]);
    assert.equal(body?.target.operation, 'update');
  });

  it('by thousands of entries, in a map of thousands', () => {
    const wide = JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`k${at}`, { a: {} }])));
    const missing = Array.from({ length: 20_000 }, (_, at) => `/*/x${at}`);
    const names = namesAt(wide, ...missing, '/k7', '/*/a');
    assert.deepEqual([names[6], names[7], names.length], ['/k6/a', '/k7', 20_000]);
  });

  it('by entries that go deeper and deeper, the first one of them', () => {
    const deep = (levels: number) => `${'['.repeat(levels)}{}${']'.repeat(levels)}`;
    const places = Array.from({ length: 150 }, (_, at) => '/*'.repeat(at + 1));
    assert.deepEqual(namesAt(deep(150), ...places), ['/0']);
    assert.deepEqual(namesAt(deep(150), ...places.toReversed()), ['/0'.repeat(150)]);
  });

  it('none below a key that is longer than any name', () => {
    const key = (length: number) => 'k'.repeat(length);
    assert.deepEqual(namesAt(`{ "${key(1000)}": { "a": {}, "b": {} } }`, '/*/*'), []);
    assert.deepEqual(namesAt(`{ "${key(997)}": { "a": {} } }`, '/*/*'), [`/${key(997)}/a`]);
  });

  it('none in a file that is empty or broken at the root', () => {
    assert.deepEqual(namesAt('', '/*'), []);
    assert.deepEqual(namesAt('{ "a": ', '/*'), []);
  });
});

describe('an edit of a body', () => {
  /** Adds a field at the top and one in `settings` of each body, in the file. */
  function secured(text: string): string {
    const bodies = bodiesAt(parse(text), [{ at: '/*', target }]);
    const edits = bodies.flatMap(({ document, map }) => {
      const changes = [
        { op: 'set', path: ['password'], value: 'x' },
        { op: 'set', path: ['settings', 'waiting_room'], value: true },
      ] as const;
      return (editsFor(document, changes, () => undefined) ?? []).map((each) => fileEdit(map, each));
    });
    return applyEdits(text, edits);
  }

  it('keeps the indentation of its file', () => {
    const text = `{
  // The daily one.
  "standup": {
    "topic": "Standup",
    "settings": {
      "join_before_host": true // early birds
    }
  },
  "planning": {
    "topic": "Planning"
  }
}
`;
    assert.equal(
      secured(text),
      `{
  // The daily one.
  "standup": {
    "topic": "Standup",
    "password": "x",
    "settings": {
      "join_before_host": true, // early birds
      "waiting_room": true
    }
  },
  "planning": {
    "topic": "Planning",
    "password": "x",
    "settings": {
      "waiting_room": true
    }
  }
}
`,
    );
  });

  it('takes nothing over from a line that begins with more blanks than an indentation has', () => {
    const blanks = ' '.repeat(10_000);
    assert.equal(secured(`${blanks}[{}]`), `${blanks}[{ "password": "x", "settings": { "waiting_room": true } }]`);
    const [body] = bodiesAt(parse(`${blanks}[{}]`), [{ at: '/*', target }]);
    assert.equal(body?.document.text, '{}');
  });

  it('keeps tabs, line ends and what is in one line', () => {
    assert.equal(
      secured('[\r\n\t{\r\n\t\t"topic": "A"\r\n\t},\r\n\t{ "topic": "B" },\r\n\t{}\r\n]'),
      '[\r\n\t{\r\n\t\t"topic": "A",\r\n\t\t"password": "x",\r\n\t\t"settings": {\r\n\t\t\t"waiting_room": true\r\n\t\t}\r\n\t},\r\n' +
        '\t{ "topic": "B", "password": "x", "settings": { "waiting_room": true } },\r\n' +
        '\t{ "password": "x", "settings": { "waiting_room": true } }\r\n]',
    );
  });
});
