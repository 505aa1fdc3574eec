import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type FileKind,
  fileKind,
  meetingNames,
  profileName,
  requestFileName,
  requestNames,
  responseName,
  watchedPattern,
} from '../../shared/fileKind.ts';

describe('fileKind', () => {
  const table: readonly [string, FileKind | undefined][] = [
    ['zoom-lock-profile.json', 'profile'],
    ['a.zoom-create.json', 'create'],
    ['a.zoom-create.jsonc', 'create'],
    ['a.zoom-update.json', 'update'],
    ['a.zoom-update.jsonc', 'update'],
    ['a.zoom-meeting.json', 'meeting'],
    ['a.zoom-meeting.jsonc', 'meeting'],
    ['a.zoom-response.json', 'response'],
    ['a.2.zoom-response.jsonc', 'response'],
    ['weekly sync.v2.zoom-create.json', 'create'],
    ['a.zoom-create.zoom-update.json', 'update'],
    ['Größe 🙂.zoom-create.json', 'create'],
    ['a\nb.zoom-create.json', 'create'],
    ['.zoom-create.json', undefined],
    ['zoom-create.json', undefined],
    ['a-zoom-create.json', undefined],
    ['a.zoom-create.json5', undefined],
    ['a.zoom-create.json.bak', undefined],
    ['a.zoom-delete.json', undefined],
    ['a.zoom-createXjson', undefined],
    ['a.zoom-create.JSON', 'create'],
    ['a.zoom-update.JSONC', 'update'],
    ['a.Zoom-Update.json', undefined],
    ['two\nlines.zoom-create.json', 'create'],
    ['my-zoom-lock-profile.json', undefined],
    ['zoom-lock-profile.jsonc', undefined],
    ['package.json', undefined],
    ['', undefined],
  ];
  for (const [name, kind] of table) it(`${name || 'an empty name'}: ${kind}`, () => assert.equal(fileKind(name), kind));

  it('the profile’s name is the profile’s', () => assert.equal(fileKind(profileName), 'profile'));
});

describe('the file of a new request is named after its topic', () => {
  const table: readonly [topic: string, name: string | undefined][] = [
    ['Daily Standup (EU)', 'daily-standup-eu'],
    ['  Retro: what went well?  ', 'retro-what-went-well'],
    ["Anna's 1:1", 'annas-1-1'],
    ['Q4/2026 – plans & budget', 'q4-2026-plans-budget'],
    ['already-kebab_case.v2', 'already-kebab-case-v2'],
    ['Réunion d’équipe', 'reunion-dequipe'],
    ['Re\u0301union', 'reunion'],
    ['Año nuevo', 'ano-nuevo'],
    ['Größe ändern', 'grosse-andern'],
    ['Łódź, Tromsø, Đà Nẵng', 'lodz-tromso-da-nang'],
    ['İzmir ılıca', 'izmir-ilica'],
    ['定例会議 ガイド', '定例会議-ガイド'],
    ['साप्ताहिक बैठक', 'साप्ताहिक-बैठक'],
    ['Совещание №5', 'совещание-5'],
    ['Party 🎉 time', 'party-time'],
    ['../../etc/passwd', 'etc-passwd'],
    ['con', 'con'],
    [`${'long '.repeat(11)}topic`, `${'long-'.repeat(11)}topic`],
    [`${'long '.repeat(12)}topic`, 'long-'.repeat(12).slice(0, -1)],
    ['🎉', undefined],
    ['…', undefined],
    ['', undefined],
  ];
  for (const [topic, name] of table) {
    it(`${topic.slice(0, 40)}: ${name}`, () => {
      assert.equal(requestFileName(topic, 'create'), name && `${name}.zoom-create.json`);
    });
  }

  it('and after the operation', () => assert.equal(requestFileName('Retro', 'update'), 'retro.zoom-update.json'));
});

describe('meetingNames', () => {
  const both = ['a.b.zoom-meeting.json', 'a.b.zoom-meeting.jsonc'];

  it('next to an update: JSON first, then JSON with comments', () => {
    assert.deepEqual(meetingNames('a.b.zoom-update.json'), both);
    assert.deepEqual(meetingNames('a.b.zoom-update.jsonc'), both);
  });

  it('every name is that of a meeting file', () => {
    assert.deepEqual(both.map(fileKind), ['meeting', 'meeting']);
  });

  it('next to a file that is listed as an update', () => {
    assert.deepEqual(meetingNames('a.b.json'), both);
    assert.deepEqual(meetingNames('a.b.jsonc'), both);
  });

  it('none for what is something else by its name, or no JSON', () => {
    for (const name of ['a.zoom-create.json', 'a.zoom-meeting.json', 'zoom-lock-profile.json', 'a.yaml', '.json', '']) {
      assert.deepEqual(meetingNames(name), [], name);
    }
  });
});

it('the watched pattern has no braces in braces, which VS Code does not know', () => {
  assert.doesNotMatch(watchedPattern, /\{[^}]*\{/);
});

describe('the response to a request', () => {
  for (const [request, number, name] of [
    ['a.zoom-create.json', 1, 'a.zoom-response.json'],
    ['a.zoom-update.jsonc', 1, 'a.zoom-response.json'],
    ['a.zoom-create.JSON', 3, 'a.3.zoom-response.json'],
    ['move.json', 1, 'move.zoom-response.json'],
    ['v2.zoom-create.plan.json', 2, 'v2.zoom-create.plan.2.zoom-response.json'],
  ] as const)
    it(`${request}, ${number}: ${name}`, () => {
      assert.equal(responseName(request, number), name);
      const names = requestNames(name).flat();
      assert.ok(names.includes(request.replace('JSON', 'json')), names.join());
    });

  it('names its request: its own name first, then the name without its number', () => {
    assert.deepEqual(
      requestNames('a.2.zoom-response.json').map(([first]) => first),
      ['a.2.zoom-create.json', 'a.zoom-create.json'],
    );
    assert.deepEqual(requestNames('a.zoom-response.jsonc'), [
      ['a.zoom-create.json', 'a.zoom-create.jsonc', 'a.zoom-update.json', 'a.zoom-update.jsonc', 'a.json', 'a.jsonc'],
    ]);
    for (const other of ['a.zoom-meeting.json', 'a.json', '.zoom-response.json', ''])
      assert.deepEqual(requestNames(other), [], other);
  });
});
