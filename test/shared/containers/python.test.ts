import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPython } from '../../../shared/containers/python.ts';
import type { Change } from '../../../shared/finding.ts';
import { inLines, readAll } from '../../support/codeCorpus.ts';
import { codeFiles, expectFound } from '../../support/codeFiles.ts';
import { edited, expectSoundWhenMangled, expectWritable } from '../../support/codeLaws.ts';

const files = codeFiles('python');

describe('requests in Python', () => {
  for (const file of files) it(file.name, () => expectFound(readPython, file));

  it('a third of the files has none', () => {
    const without = files.filter(({ requests }) => requests.length === 0);
    assert.ok(files.length >= 45 && without.length * 3 >= files.length, `${without.length} of ${files.length}`);
  });
});

describe('what is written into Python is read from it', () => {
  for (const file of files) it(file.name, () => expectWritable(readPython, file));
});

const noise = [
  '}',
  '{',
  ')',
  '(',
  '"',
  "'",
  '"""',
  '#',
  ',',
  ':',
  '**',
  '=',
  '\\',
  'f"{',
  '\n',
  '\r\n',
  '\t',
  '\ud800',
  ' await ',
  'if x: ',
];

describe('half-typed and mangled Python', () => {
  for (const file of files) it(file.name, () => expectSoundWhenMangled(readPython, file, noise));

  it('nested, repeated and endless', () => {
    const signs = [
      '(',
      '[',
      '{',
      '{"a":',
      'a(',
      'lambda x:',
      'if a:\n',
      'a if ',
      '-',
      'a+',
      'a.',
      'f(x).',
      'f"{',
      '"""',
      'dict(a=',
    ];
    for (const sign of signs) readAll(readPython, `# zoom\n${sign.repeat(2000)}`, 'py');
  });
});

describe('fixes in Python', () => {
  const on: Change = { op: 'set', path: ['settings', 'waiting_room'], value: true };
  const off: Change = { op: 'remove', path: ['password'] };
  const agenda: Change = { op: 'set', path: ['agenda'], value: 'it\'s "on"' };
  const passcode: Change = { op: 'generate-passcode', path: ['password'] };
  const fixed = (text: string, ...changes: readonly Change[]) => edited(readPython, text, 'py', changes);

  it('write True and None', () => {
    assert.equal(
      fixed(
        `requests.post("https://api.zoom.us/v2/users/me/meetings", json={"topic": "x", "settings": {"waiting_room": False}})\n`,
        on,
        { op: 'set', path: ['topic'], value: null },
      ),
      `requests.post("https://api.zoom.us/v2/users/me/meetings", json={"topic": None, "settings": {"waiting_room": True}})\n`,
    );
  });

  it('look like what is there: quotes, lines, commas', () => {
    assert.equal(
      fixed(
        `
payload = {
    'topic': 'x',
    'settings': {
        'host_video': True,  # seen
    },
}
requests.post(f'{BASE}/users/me/meetings', json=payload)
`,
        on,
        agenda,
      ),
      `
payload = {
    'topic': 'x',
    'agenda': 'it\\'s "on"',
    'settings': {
        'host_video': True,  # seen
        'waiting_room': True,
    },
}
requests.post(f'{BASE}/users/me/meetings', json=payload)
`,
    );
  });

  it('write into dict(…)', () => {
    assert.equal(
      fixed(
        'zoom.post("/users/me/meetings", json=dict(topic="x", type=2, settings=dict(host_video=True)))\n',
        on,
        agenda,
      ),
      'zoom.post("/users/me/meetings", json=dict(topic="x", type=2, agenda="it\'s \\"on\\"", settings=dict(host_video=True, waiting_room=True)))\n',
    );
    assert.equal(
      fixed('zoom.post("/users/me/meetings", json=dict(topic="x", type=2))\n', on),
      'zoom.post("/users/me/meetings", json=dict(topic="x", type=2, settings=dict(waiting_room=True)))\n',
    );
  });

  it('write into arguments by name', () => {
    assert.equal(
      fixed('zoom.meeting.create(user_id="me", topic="x", type=2, settings={"host_video": True})\n', on, agenda),
      'zoom.meeting.create(user_id="me", topic="x", type=2, agenda="it\'s \\"on\\"", settings={"host_video": True, "waiting_room": True})\n',
    );
  });

  it('write a statement where the body is built in steps', () => {
    const before = `
body = {}
body["topic"] = "x"
body["settings"] = {}
body["settings"]["host_video"] = True
zoom.post("/users/me/meetings", json=body)
`;
    assert.equal(
      fixed(before, on, agenda),
      `
body = {}
body["topic"] = "x"
body["settings"] = {}
body["agenda"] = "it's \\"on\\""
body["settings"]["host_video"] = True
body["settings"]["waiting_room"] = True
zoom.post("/users/me/meetings", json=body)
`,
    );
  });

  it('remove a key, and the statement that assigns it', () => {
    assert.equal(
      fixed('zoom.post("/users/me/meetings", json={"topic": "x", "password": "y"})\n', off),
      'zoom.post("/users/me/meetings", json={"topic": "x"})\n',
    );
    assert.equal(
      fixed('body = {"topic": "x"}\nbody["password"] = "y"\nzoom.post("/users/me/meetings", json=body)\n', off),
      'body = {"topic": "x"}\nzoom.post("/users/me/meetings", json=body)\n',
    );
  });

  it('take a passcode from the environment', () => {
    assert.equal(
      fixed(
        '"""Zoom."""\nimport requests\n\nrequests.post("https://api.zoom.us/v2/users/me/meetings", json={"topic": "x"})\n',
        passcode,
      ),
      '"""Zoom."""\nimport os\nimport requests\n\nrequests.post("https://api.zoom.us/v2/users/me/meetings", json={"topic": "x", "password": os.environ["ZOOM_PASSCODE"]})\n',
    );
  });

  it('escape in JSON texts as their quotes need it', () => {
    const url = '"https://api.zoom.us/v2/users/me/meetings"';
    for (const [before, after] of [
      [String.raw`"{\"topic\": \"x\"}"`, String.raw`"{\"topic\": \"x\", \"agenda\": \"it's \\\"on\\\"\"}"`],
      [`'{"topic": "x"}'`, String.raw`'{"topic": "x", "agenda": "it\'s \\"on\\""}'`],
      [`"""{"topic": "x"}"""`, String.raw`"""{"topic": "x", "agenda": "it's \\"on\\""}"""`],
      [`r'''{"topic": "x"}'''`, String.raw`r'''{"topic": "x", "agenda": "it's \"on\""}'''`],
      [`f'{{"topic": "{x}"}}'`, String.raw`f'{{"topic": "{x}", "agenda": "it\'s \\"on\\""}}'`],
    ] as const) {
      const text = (body: string) => `requests.post(${url}, data=${body})\n`;
      assert.equal(fixed(text(before), agenda), text(after));
    }
  });
});

it('comments say what a body is sent to', () => {
  const text = '# zoom: update\nbody = {"topic": "x", "settings": {"waiting_room": False}}\nqueue.send(body)\n';
  assert.deepEqual(inLines(readAll(readPython, text, 'py')), [
    'update update {topic: "x", settings: {waiting_room: false}}',
  ]);
});
