import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Hover } from 'vscode-languageserver-protocol';
import { profileWith } from '../../support/profiles.ts';
import { type Scene, startPair } from '../../support/serverPair.ts';
import type { TestClient } from '../../support/testClient.ts';

/** A file that holds several requests, by the places that the lock profile lists: each is as good as a file of its own. */

const profile = 'file:///ws/zoom-lock-profile.json';
const templates = 'file:///ws/payloads/templates.json';

function listing(locks: string, ...requests: object[]): string {
  return JSON.stringify({ ...JSON.parse(locks), requests });
}

const entry = { files: 'payloads/*.json', at: '/templates/*', operation: 'create' };
const on = listing(profileWith('W locked on · P unlocked · A unlocked'), entry);

const text = `{
  "owner": "events",
  "templates": {
    "standup": {
      "password": "q8zXw2Lt",
      "settings": {
        "waiting_room": false
      }
    },
    "planning": { "password": "q8zXw2Lt", "settings": { "waiting_room": false } },
    "demo": {
      "password": "q8zXw2Lt",
      "settings": { "waiting_room": true }
    }
  }
}`;
const [standup, planning] = ['/templates/standup', '/templates/planning'];
const message = 'Zoom will store waiting_room as true: the account has the Waiting Room on and locked.';

async function opened(test: TestContext, scene: Scene = {}, content = text): Promise<TestClient> {
  const lens = await startPair(test, { files: { [profile]: on, [templates]: content }, ...scene });
  lens.open(templates);
  return lens;
}

describe('a map of bodies', () => {
  it('has the findings of each body in its place, and none of the rest of the file', async (test) => {
    const lens = await opened(test);
    await lens.expect(
      templates,
      `{
  "owner": "events",
  "templates": {
    "standup": {
      "password": "q8zXw2Lt",
      "settings": {
        "waiting_room": false
//                      ^^^^^ warning waiting-room-overwritten: ${message}
      }
    },
    "planning": { "password": "q8zXw2Lt", "settings": { "waiting_room": false } },
//                                                                      ^^^^^ warning waiting-room-overwritten: ${message}
    "demo": {
      "password": "q8zXw2Lt",
      "settings": { "waiting_room": true }
    }
  }
}`,
    );
  });

  it('has a lens over each body, which leads to that one', async (test) => {
    const lens = await opened(test, { initializationOptions: { runsCommands: true } });
    const lenses = await lens.codeLenses(templates);
    assert.deepEqual(
      lenses.map(({ range, command }) => [range.start.line, command?.title, command?.arguments]),
      [
        [3, 'Zoom changes waiting_room to true', [templates, standup]],
        [9, 'Zoom changes waiting_room to true', [templates, planning]],
        [10, 'Zoom stores this as sent', [templates, '/templates/demo']],
      ],
    );
  });

  it('has hints and marks in their places', async (test) => {
    const lens = await opened(test);
    const hinted = text.replaceAll('"waiting_room": false', '"waiting_room": false«→ true»');
    assert.equal(await lens.hinted(templates), hinted);
    const marked = text.replaceAll('"waiting_room": false', '"waiting_room": «overwritten false»');
    assert.equal(await lens.marked(templates), marked);
  });

  it('gives hints for a range that ends before the second body, and for one between two', async (test) => {
    const lens = await opened(test);
    const upTo = (line: number, from = 0) => ({ start: { line: from, character: 0 }, end: { line, character: 0 } });
    assert.equal((await lens.hints(templates, upTo(8))).length, 1);
    assert.equal((await lens.hints(templates, upTo(2))).length, 0);
    assert.equal((await lens.hints(templates, upTo(9, 9))).length, 0);
  });

  it('answers a hover within a body, with the range of its field, and none outside', async (test) => {
    const lens = await opened(test);
    const position = lens.rangeOf(templates, 'waiting_room": false } }').start;
    const hover = (await lens.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: templates },
      position,
    })) as Hover;
    const end = lens.rangeOf(templates, ' } },').start;
    assert.deepEqual(hover.range, { start: { ...position, character: position.character - 1 }, end });
    assert.match(String((hover.contents as { value: string }).value), /sent `false` → stored `true`/);
    assert.equal(await lens.hover(templates, '"owner"'), null);
  });

  it('leads from a field to the setting that decides about it, and back from the setting to every body', async (test) => {
    const lens = await opened(test);
    const definition = await lens.definition(templates, '"waiting_room"');
    assert.equal(definition?.uri, profile);
    lens.open(profile);
    const places = (await lens.references(profile, '"waitingRoom"')) ?? [];
    assert.deepEqual(
      places.map(({ uri, range }) => [uri, range.start.line]),
      [
        [templates, 6],
        [templates, 9],
      ],
    );
    const lenses = await lens.lenses(profile);
    assert.ok(lenses.includes('Overwrites 2 fields in 1 file'), lenses.join());
  });

  it('completes the names and values of a body', async (test) => {
    const lens = await opened(test, {}, '{ "templates": { "a": { "topic": "x",  } } }');
    const labels = (await lens.completions(templates, '{ "templates": { "a": { "topic": "x", '.length)).map(
      ({ label }) => label,
    );
    assert.deepEqual(labels, ['password: a passcode that your account accepts']);
  });

  it('has a status', async (test) => {
    const lens = await opened(test);
    const status = await lens.status(templates);
    assert.deepEqual([status?.requests, status?.profile], [3, profile]);
  });
});

describe('fixes in a map of bodies', () => {
  it('for one: in its place', async (test) => {
    const lens = await opened(test);
    await lens.applyAction(templates, 'false } }', 'Write waiting_room: true, as Zoom will store it');
    assert.equal(lens.textOf(templates), text.replace('"waiting_room": false } }', '"waiting_room": true } }'));
  });

  it('for all: one edit of the file', async (test) => {
    const lens = await opened(test);
    const [action, ...others] = await lens.actions(templates, '"owner"', ['source.zoomRequestLens.writeStored']);
    assert.deepEqual(others, []);
    lens.apply(action?.edit ?? assert.fail());
    assert.equal(lens.textOf(templates), text.replaceAll('false', 'true'));
    assert.deepEqual(await lens.codes(templates), []);
  });

  it('are those of the body at the cursor', async (test) => {
    const lens = await opened(test);
    assert.deepEqual(await lens.actions(templates, '"owner"', ['quickfix']), []);
    const titles = (await lens.actions(templates, 'false } }', ['quickfix'])).map(({ title }) => title);
    const code = 'waiting-room-overwritten';
    assert.deepEqual(
      titles.filter((each) => each.startsWith('Ignore ')),
      [`Ignore ${code} here, in the lock profile`, `Ignore ${code} in payloads`, `Ignore ${code} everywhere`],
    );
  });

  it('ignore a finding in the lock profile, by the name of the request and the pointer in it', async (test) => {
    const lens = await opened(test);
    lens.open(profile);
    await lens.applyAction(templates, 'false } }', 'Ignore waiting-room-overwritten here, in the lock profile');
    assert.deepEqual(JSON.parse(lens.textOf(profile)).ignore, [
      {
        code: 'waiting-room-overwritten',
        files: 'payloads/templates.json',
        request: planning,
        pointer: '/settings/waiting_room',
        reason: 'intended',
      },
    ]);
    const [only, ...others] = await lens.diagnostics(templates);
    assert.deepEqual([only?.range.start.line, others], [6, []]);
  });

  it('ignore by a comment where the file has comments, but for the line that the body begins in', async (test) => {
    const uri = 'file:///ws/payloads/t.jsonc';
    const lens = await startPair(test, {
      files: { [profile]: on.replace('payloads/*.json', 'payloads/*.jsonc'), [uri]: text },
    });
    lens.open(uri);
    lens.open(profile);
    await lens.applyAction(uri, 'false\n', 'Ignore waiting-room-overwritten here');
    assert.match(lens.textOf(uri), /\{\n {8}\/\/ zoom-request-lens-ignore waiting-room-overwritten: intended\n/);
    const titles = (await lens.actions(uri, 'false } }')).map(({ title }) => title);
    assert.ok(titles.includes('Ignore waiting-room-overwritten here, in the lock profile'), titles.join());
    assert.deepEqual(
      (await lens.diagnostics(uri)).map(({ range }) => range.start.line),
      [10],
    );
  });
});

describe('comments between bodies', () => {
  const uri = 'file:///ws/payloads/t.jsonc';
  const locks = on.replace('payloads/*.json', 'payloads/*.jsonc');
  const ignore = 'zoom-request-lens-ignore waiting-room-overwritten';
  const body = '{ "password": "q8zXw2Lt", "settings": { "waiting_room": false } }';
  const file = (above: string, behind: string) =>
    `{ "templates": {${above}\n  "a": ${body},${behind}\n  "b": ${body}\n} }\n`;

  async function found(lens: TestClient): Promise<readonly string[]> {
    return (await lens.diagnostics(uri)).map(({ code, range: { start } }) => `${start.line}: ${code}`);
  }

  it('ignore findings in the line that a body begins or ends in', async (test) => {
    for (const content of [file(`\n  // ${ignore}`, ''), file('\n', ` // ${ignore}`)]) {
      const lens = await opened(test, { files: { [profile]: locks, [uri]: content, [templates]: '{}' } });
      lens.open(uri);
      assert.deepEqual(await found(lens), ['3: waiting-room-overwritten']);
    }
  });

  it('are idle where they ignore nothing', async (test) => {
    const content = file(`\n  // ${ignore.replace('waiting-room-overwritten', 'passcode-generated')}`, '');
    const lens = await opened(test, { files: { [profile]: locks, [uri]: content, [templates]: '{}' } });
    lens.open(uri);
    const expected = ['1: ignore-unused', '2: waiting-room-overwritten', '3: waiting-room-overwritten'];
    assert.deepEqual([...(await found(lens))].sort(), expected);
  });

  it('count as soon as they are typed, though the body itself is as before', async (test) => {
    const lens = await opened(test, { files: { [profile]: locks, [uri]: file('\n', ''), [templates]: '{}' } });
    lens.open(uri);
    assert.equal((await found(lens)).length, 2);
    lens.type(uri, '\n\n', `\n // ${ignore}\n`);
    assert.deepEqual(await found(lens), ['3: waiting-room-overwritten']);
    lens.type(uri, ` // ${ignore}`, '');
    assert.equal((await found(lens)).length, 2);
  });
});

describe('what Zoom will store of a map of bodies', () => {
  it('can be asked of each, and shows the whole file with that one changed', async (test) => {
    const lens = await opened(test);
    const stored = (await lens.stored(templates)) ?? assert.fail();
    assert.deepEqual(
      stored.map(({ name }) => name),
      [standup, planning, '/templates/demo'],
    );
    const shown = await lens.content(stored[1]?.texts[0]?.uri ?? '');
    assert.equal(shown, text.replace('"waiting_room": false } }', '"waiting_room": true } }'));
  });

  it('is explained one request after the other, by name, with the lines of the file', async (test) => {
    const lens = await opened(test);
    const page = (await lens.explain(templates)) ?? '';
    const titles = [...page.matchAll(/^# .*$/gm)].map(([title]) => title);
    assert.deepEqual(titles, [
      `# Create request \`${standup}\``,
      `# Create request \`${planning}\``,
      '# Create request `/templates/demo`',
    ]);
    assert.match(page, /^- line 7, warning: /m);
    assert.match(page, /^- line 10, warning: /m);
    assert.ok(
      page.includes(`\`payloads/templates.json#${standup}\`: the lock profile lists \`payloads/*.json\`.`),
      page,
    );
  });

  it('says so where the pointer leads nowhere', async (test) => {
    const lens = await opened(test, {}, '{ "other": {} }');
    assert.deepEqual(await lens.codes(templates), []);
    assert.match(
      (await lens.explain(templates)) ?? '',
      /lists the requests at `\/templates\/\*`, and there are none\./,
    );
  });
});

describe('what is around the bodies', () => {
  const twice =
    '{ "templates": { "a": { "topic": "x", "topic": "y", "password": "q8zXw2Lt" } }, "templates2": 1, "templates2": 2 }';

  it('is reported once: in a body by the body, outside of them by the file', async (test) => {
    const locks = listing(profileWith('W unlocked · P unlocked · A unlocked'), entry);
    const lens = await opened(test, { files: { [profile]: locks, [templates]: twice } });
    assert.deepEqual(await lens.codes(templates), ['duplicate-key', 'duplicate-key']);
  });

  it('a comma that is missing between two is an error of the file', async (test) => {
    const lens = await opened(test, {}, text.replace('    },\n    "planning"', '    }\n    "planning"'));
    const errors = (await lens.diagnostics(templates)).filter(({ code }) => code === 'json-syntax');
    assert.deepEqual(
      errors.map(({ message, range: { start } }) => [message, start.line]),
      [['A comma is missing here.', 9]],
    );
    const list = listing(profileWith('W locked on · P unlocked · A unlocked'), { ...entry, at: '/*' });
    const other = await opened(test, { files: { [profile]: list, [templates]: '[{} {}]' } });
    assert.ok((await other.codes(templates)).includes('json-syntax'));
  });

  it('an error in a body is reported by that body alone', async (test) => {
    const lens = await opened(test, {}, text.replace('"waiting_room": true', '"waiting_room": ,'));
    const codes = await lens.codes(templates);
    assert.deepEqual(codes.filter((code) => code === 'json-syntax').length, 1);
  });

  it('may be broken while it is typed: bodies before it keep their findings', async (test) => {
    const lens = await opened(test);
    lens.type(templates, '"owner": "events",', '"owner": ');
    const codes = await lens.codes(templates);
    assert.ok(codes.includes('json-syntax'), codes.join());
    lens.type(templates, '"owner": ', '"owner": "events",');
    assert.deepEqual(await lens.codes(templates), ['waiting-room-overwritten', 'waiting-room-overwritten']);
  });
});

describe('bodies that are filled in later', () => {
  it('are nothing to report, and nothing that their neighbours depend on', async (test) => {
    const filled = '{ "templates": [{{standup}}, "<body>", { "password": "q8zXw2Lt", "settings": {{settings}} }] }';
    const lens = await opened(test, {}, filled);
    assert.deepEqual(await lens.codes(templates), []);
    const page = (await lens.explain(templates)) ?? '';
    assert.equal(page.match(/The body is filled in later/g)?.length, 2);
  });
});

describe('entries that list bodies', () => {
  it('may name the whole file, which then is one request as any other', async (test) => {
    const whole = listing(profileWith('W locked on · P unlocked · A unlocked'), { ...entry, at: '' });
    const lens = await opened(test, { files: { [profile]: whole, [templates]: '{ "topic": "x" }' } });
    const page = (await lens.explain(templates)) ?? '';
    assert.match(page, /^# Create request\n\n`payloads\/templates\.json`: /);
    assert.equal((await lens.stored(templates))?.length, 1);
  });

  it('of both operations in one file, a list among them', async (test) => {
    const locks = listing(
      profileWith('W locked on · P unlocked · A unlocked'),
      { files: 'payloads/*.json', at: '/create/*', operation: 'create' },
      { files: 'payloads/*.json', at: '/update/*', operation: 'update' },
    );
    const both = '{ "create": [{ "password": "q8zXw2Lt" }], "update": { "move": {} } }';
    const lens = await opened(test, { files: { [profile]: locks, [templates]: both } });
    assert.deepEqual(await lens.lenses(templates), ['Zoom adds waiting_room', 'No security field sent']);
  });

  it('do not make the files that they match requests', async (test) => {
    const lens = await opened(test, {}, '{ "settings": { "waiting_room": false } }');
    assert.deepEqual(await lens.codes(templates), []);
  });
});

describe('typing in one of many bodies', () => {
  it('gives the same findings as a fresh open, body by body', async (test) => {
    const lens = await opened(test);
    await lens.codes(templates);
    for (const [from, to] of [
      ['"q8zXw2Lt",\n      "settings": {\n        "w', '"way-too-long-for-zoom",\n      "settings": {\n        "w'],
      ['"planning"', '"plan"'],
      ['"demo": {', '"demo": {\n\n'],
      ['"waiting_room": true', '"waiting_room": false'],
      ['"owner": "events",', ''],
    ] as const) {
      lens.type(templates, from, to);
      const typed = await lens.diagnostics(templates);
      const fresh = await startPair(test, { files: { [profile]: on, [templates]: lens.textOf(templates) } });
      fresh.open(templates);
      assert.deepEqual(typed, await fresh.diagnostics(templates));
    }
  });
});

describe('a file with very many requests', () => {
  const many = (count: number) => {
    const body = '{ "password": "q8zXw2Lt", "settings": { "waiting_room": false } }';
    const members = Array.from({ length: count }, (_, at) => `    "t${at}": ${body}`);
    return `{\n  "templates": {\n${members.join(',\n')}\n  }\n}`;
  };

  it('is explained in part, and says so', async (test) => {
    const lens = await opened(test, {}, many(60));
    const page = (await lens.explain(templates)) ?? '';
    assert.equal([...page.matchAll(/^# /gm)].length, 50);
    assert.match(page, /^10 more requests of this file are not explained here\.$/m);
  });

  it('lets others have their turn, and is dropped where it is another meanwhile', async (test) => {
    // More than one turn takes, by far: the first question is still being answered when the text changes.
    const count = 2000;
    const lens = await opened(test, {}, many(count));
    const first = lens.codes(templates);
    lens.type(templates, 'false', 'true');
    assert.equal((await lens.codes(templates)).length, count - 1);
    assert.equal((await first).length, count - 1);
  });
});
