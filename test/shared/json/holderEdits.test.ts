/** Edits of bodies in code: literals and steps, in the way of what is there. Whole files, before and after. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readJavaScript } from '../../../shared/containers/javascript.ts';
import type { Change } from '../../../shared/finding.ts';
import { applyEdits, editsFor } from '../../../shared/json/edit.ts';
import { fileEdit } from '../../../shared/json/textMap.ts';
import { readAll } from '../../support/codeCorpus.ts';

const set = (path: string, value: string | boolean | number): Change => ({ op: 'set', path: path.split('.'), value });
const remove = (path: string): Change => ({ op: 'remove', path: path.split('.') });
const passcode: Change = { op: 'generate-passcode', path: ['password'] };

function edited(text: string, changes: readonly Change[]): string | undefined {
  const [request] = readAll(readJavaScript, text, 'ts').requests;
  assert.ok(request, 'no request is found');
  const edits = editsFor(request.document, changes, () => 'secret');
  return (
    edits &&
    applyEdits(
      text,
      edits.map((each) => fileEdit(request.map, each)),
    )
  );
}

const url = 'https://api.zoom.us/v2/users/me/meetings';

describe('a literal in a call', () => {
  const table: readonly [string, readonly Change[], string, string | undefined][] = [
    [
      'bare keys',
      [set('settings.waiting_room', true)],
      "{ topic: 'a', settings: { waiting_room: false } }",
      "{ topic: 'a', settings: { waiting_room: true } }",
    ],
    [
      'a key more',
      [set('settings.waiting_room', true)],
      "{ topic: 'a', settings: { host_video: true } }",
      "{ topic: 'a', settings: { host_video: true, waiting_room: true } }",
    ],
    [
      'an object more',
      [set('settings.waiting_room', true)],
      "{ topic: 'a' }",
      "{ topic: 'a', settings: { waiting_room: true } }",
    ],
    [
      'quoted keys',
      [set('settings.waiting_room', true)],
      '{ "topic": "a", "type": 2 }',
      '{ "topic": "a", "type": 2, "settings": { "waiting_room": true } }',
    ],
    ['no blanks', [set('settings.waiting_room', true)], "{topic:'a'}", "{topic:'a',settings:{waiting_room:true}}"],
    [
      'a passcode is a variable, before the settings',
      [passcode],
      "{ topic: 'a', settings: { waiting_room: false } }",
      "{ topic: 'a', password: process.env.ZOOM_PASSCODE, settings: { waiting_room: false } }",
    ],
    [
      'a passcode in place of another',
      [passcode],
      "{ topic: 'a', password: '12345678901' }",
      "{ topic: 'a', password: process.env.ZOOM_PASSCODE }",
    ],
    [
      'a text in the quotes that are there',
      [set('settings.authentication_option', "it's")],
      "{ topic: 'a' }",
      "{ topic: 'a', settings: { authentication_option: 'it\\'s' } }",
    ],
    [
      'several lines, with a trailing comma and comments',
      [set('settings.waiting_room', true)],
      `{
    topic: 'a', // first
    settings: {
      host_video: true, // why
    },
  }`,
      `{
    topic: 'a', // first
    settings: {
      host_video: true, // why
      waiting_room: true,
    },
  }`,
    ],
    [
      'several lines without a trailing comma',
      [passcode],
      `{
    "topic": "a", /* x */
    "settings": { "waiting_room": false } // y
  }`,
      `{
    "topic": "a", /* x */
    "password": process.env.ZOOM_PASSCODE,
    "settings": { "waiting_room": false } // y
  }`,
    ],
    [
      'a commented-out key stays',
      [set('settings.waiting_room', true)],
      `{
  topic: 'a',
  settings: {
    // waiting_room: false,
  },
}`,
      `{
  topic: 'a',
  settings: {
    // waiting_room: false,
    waiting_room: true
  },
}`,
    ],
    [
      'a property goes with its line',
      [remove('password')],
      `{
    topic: 'a',
    password: 'x' as string,
    settings: { waiting_room: true },
  }`,
      `{
    topic: 'a',
    settings: { waiting_room: true },
  }`,
    ],
    [
      'a spread behind',
      [set('settings.waiting_room', true)],
      "{ ...base, topic: 'a', settings: { host_video: true } }",
      "{ ...base, topic: 'a', settings: { host_video: true, waiting_room: true } }",
    ],
    [
      'a cast around a value',
      [set('settings.waiting_room', true)],
      '{ topic, settings: { waiting_room: (false as boolean) } }',
      '{ topic, settings: { waiting_room: (true as boolean) } }',
    ],
    [
      'what is overridden by what is not known stays',
      [remove('password')],
      '{ password: "a", topic, settings, ...more }',
      '{ topic, settings, ...more }',
    ],
  ];
  for (const [name, changes, before, after] of table) {
    const call = (body: string) => `await axios.post('${url}', ${body}, { headers });\n`;
    it(name, () => assert.equal(edited(call(before), changes), after && call(after)));
  }
});

describe('a body that is built in steps', () => {
  const file = (steps: string) => `async function create(topic) {\n${steps}\n  return axios.post('${url}', body);\n}\n`;
  const table: readonly [string, readonly Change[], string, string | undefined][] = [
    [
      'a value where it is assigned',
      [set('settings.waiting_room', true)],
      '  const body = { topic };\n  body.settings = {};\n  body.settings.waiting_room = false; // off',
      '  const body = { topic };\n  body.settings = {};\n  body.settings.waiting_room = true; // off',
    ],
    [
      'another step, where there is no literal',
      [set('settings.host_video', true)],
      '  const body = { topic };\n  body.settings = {};\n  body.settings.waiting_room = false; // off',
      '  const body = { topic };\n  body.settings = {};\n  body.settings.waiting_room = false; // off\n  body.settings.host_video = true;',
    ],
    [
      'in brackets',
      [passcode],
      "  const body = {}\n  body['topic'] = topic\n  body['settings'] = { waiting_room: false }",
      "  const body = {}\n  body['topic'] = topic\n  body['settings'] = { waiting_room: false }\n  body['password'] = process.env.ZOOM_PASSCODE",
    ],
    [
      'in the literal, where it has something',
      [passcode],
      '  const body = { topic };\n  body.settings = { waiting_room: false };',
      '  const body = { topic, password: process.env.ZOOM_PASSCODE };\n  body.settings = { waiting_room: false };',
    ],
    [
      'a step goes with its line',
      [remove('password')],
      "  const body = { topic };\n  body.password = 'x';\n  body.type = 2;",
      '  const body = { topic };\n  body.type = 2;',
    ],
    [
      'settings in a variable',
      [set('settings.waiting_room', true)],
      '  const settings = { waiting_room: false };\n  const body = { topic, settings };',
      '  const settings = { waiting_room: true };\n  const body = { topic, settings };',
    ],
    [
      'settings in a variable, a key more',
      [set('settings.waiting_room', true)],
      '  const settings = { host_video: false };\n  const body = { topic, settings };',
      '  const settings = { host_video: false, waiting_room: true };\n  const body = { topic, settings };',
    ],
    [
      'a constant is replaced where it is used',
      [set('settings.waiting_room', true)],
      '  const off = false;\n  const body = { topic, settings: { waiting_room: off } };',
      '  const off = false;\n  const body = { topic, settings: { waiting_room: true } };',
    ],
    [
      'a shorthand becomes a key and a value',
      [set('settings.waiting_room', true)],
      '  const waiting_room = false;\n  const body = { topic, settings: { waiting_room } };',
      '  const waiting_room = false;\n  const body = { topic, settings: { waiting_room: true } };',
    ],
    [
      'what is merged cannot be removed here',
      [remove('password')],
      "  const base = { password: 'x' };\n  const body = { ...base, topic };",
      undefined,
    ],
  ];
  for (const [name, changes, before, after] of table)
    it(name, () => assert.equal(edited(file(before), changes), after && file(after)));
});

describe('keys', () => {
  it('keep their quotes when they are renamed, and a shorthand keeps its value', () => {
    const text = `fetch('${url}', { method: 'POST', body: JSON.stringify({ passcode, 'Topic': 'a', settings: {} }) });`;
    const at = (word: string) => text.indexOf(word);
    assert.equal(
      edited(text, [
        { op: 'rename-at', offset: at('passcode,'), key: 'password' },
        { op: 'rename-at', offset: at("'Topic'"), key: 'topic' },
      ]),
      text.replace('{ passcode,', '{ password: passcode,').replace("'Topic'", "'topic'"),
    );
  });
});

describe('a JSON text in code', () => {
  it('is edited in its escapes, and takes no passcode', () => {
    const text = `fetch('${url}', { method: 'POST', body: '{"topic":"a","settings":{"waiting_room":false}}' });`;
    assert.equal(
      edited(text, [set('settings.authentication_option', "it's")]),
      text.replace('false}}', 'false,"authentication_option":"it\\\'s"}}'),
    );
    assert.equal(edited(text, [passcode]), undefined);
  });
});
