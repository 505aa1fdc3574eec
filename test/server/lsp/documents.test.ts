import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { profileWith } from '../../support/profiles.ts';
import { type Scene, startPair } from '../../support/serverPair.ts';
import type { TestClient } from '../../support/testClient.ts';

/** Requests in documents and in code: every feature, in the language of the file. */

const profile = 'file:///ws/zoom-lock-profile.json';
const on = profileWith('W locked on · P unlocked · A unlocked');
const overwritten = 'Zoom will store waiting_room as true: the account has the Waiting Room on and locked.';

async function opened(test: TestContext, name: string, text: string, scene: Scene = {}): Promise<TestClient> {
  const lens = await startPair(test, { files: { [profile]: on, ...scene.files }, ...scene });
  lens.open(`file:///ws/${name}`, text);
  return lens;
}

async function action(lens: TestClient, uri: string, on: string, title: string): Promise<CodeAction> {
  const actions = await lens.actions(uri, on);
  const titles = actions.map((each) => each.title).join('\n');
  return actions.find((each) => each.title === title) ?? assert.fail(`not offered: ${title}\n${titles}`);
}

const readme = 'file:///ws/README.md';
const markdown = `# Meetings

\`POST https://api.zoom.us/v2/users/me/meetings\`

- a list

  \`\`\`json
  {
    "password": "q8zXw2Lt",
    "settings": { "waiting_room": false }
  }
  \`\`\`
`;

const script = 'file:///ws/createMeeting.ts';
const typescript = `export const createMeeting = () =>
  fetch('https://api.zoom.us/v2/users/me/meetings', {
    method: 'POST',
    body: JSON.stringify({
      password: process.env.ZOOM_PASSCODE,
      settings: {
        waiting_room: false,
      },
    }),
  });
`;

const module = 'file:///ws/create_meeting.py';
const python = `import requests

def create_meeting(token, passcode):
    body = {"password": passcode, "settings": {"waiting_room": False}}
    return requests.post("https://api.zoom.us/v2/users/me/meetings", json=body)
`;

describe('a request in Markdown', () => {
  it('has findings, hints, a lens, a hover, the cause in the profile, marks and completion', async (test) => {
    const lens = await opened(test, 'README.md', markdown);
    const [finding, ...others] = await lens.diagnostics(readme);
    assert.deepEqual([finding?.message, others.length], [overwritten, 0]);
    assert.equal(finding?.relatedInformation?.[0]?.location.uri, profile);
    assert.match(await lens.hinted(readme), /"waiting_room": false«→ true» \}/);
    assert.match(await lens.marked(readme), /"waiting_room": «overwritten false»/);
    assert.deepEqual(await lens.lenses(readme), ['Zoom changes waiting_room to true']);
    assert.match((await lens.hoverText(readme, 'waiting_room')) ?? '', /documented/);
    assert.equal((await lens.definition(readme, 'waiting_room'))?.uri, profile);
  });

  it('a fix writes in the indentation of the list', async (test) => {
    const lens = await opened(test, 'README.md', markdown.replace('    "password": "q8zXw2Lt",\n', ''));
    const { edit } = await action(lens, readme, 'false', 'Write waiting_room: true, as Zoom will store it');
    lens.apply(edit ?? assert.fail());
    assert.match(lens.textOf(readme), /^ {4}"settings": \{ "waiting_room": true \}$/m);
    assert.ok(!(await lens.codes(readme)).includes('waiting-room-overwritten'));
  });

  it('both sides of its diff are the body alone', async (test) => {
    const lens = await opened(test, 'README.md', markdown);
    const [stored] = (await lens.stored(readme)) ?? [];
    const body = '{\n  "password": "q8zXw2Lt",\n  "settings": { "waiting_room": false }\n}';
    assert.equal((await lens.content(stored?.sent ?? '')).trim(), body);
    assert.equal((await lens.content(stored?.texts[0]?.uri ?? '')).trim(), body.replace('false', 'true'));
  });

  it('is ignored by an entry of the profile that names it', async (test) => {
    const lens = await opened(test, 'README.md', markdown);
    const { edit } = await action(lens, readme, 'false', 'Ignore waiting-room-overwritten here, in the lock profile');
    const [change] = edit?.documentChanges ?? [];
    const written = JSON.stringify(change);
    assert.match(written, /\\"files\\": ?\\"README.md\\"/);
    assert.match(written, /\\"request\\":/);
  });

  it('explain says how it was recognized, and what is not read', async (test) => {
    const other = '\n\n```json\n{ "settings": { "waiting_room": true } }\n```\n';
    const lens = await opened(test, 'README.md', `${markdown}\nPOST /webinars${other}`);
    const page = (await lens.explain(readme)) ?? '';
    assert.match(page, /^# A file with one request$/m);
    assert.match(page, /recognized by where they are sent/);
    assert.match(page, /^## Not read$/m);
    assert.match(page, /^- line 16: it is sent to another endpoint$/m);
    const alone = await opened(test, 'README.md', markdown);
    assert.match((await alone.explain(readme)) ?? '', /^# Create request/);
    const twice = await opened(test, 'README.md', `${markdown}\n${markdown}`);
    assert.match((await twice.explain(readme)) ?? '', /^# A file with several requests$/m);
  });

  it('explain says why what looks like a body is not read', async (test) => {
    const body = "{ topic: 'x', type: 2, settings: { waiting_room: false } }";
    const code = [
      "axios.get('https://api.zoom.us/v2/users/me');",
      `axios.post('https://api.zoom.us/v2/users/me/webinars', ${body});`,
      `const [form, setForm] = useState(${body});`,
      "axios.post('https://api.zoom.us/v2/users/me/meetings', load());",
      "axios.post('/users/me/meetings', { subject: 'x' });",
    ];
    const lens = await opened(test, 'zoom.js', code.join('\n'));
    const page = (await lens.explain('file:///ws/zoom.js')) ?? '';
    const [, notRead = ''] = page.split('## Not read\n\n');
    assert.equal(
      notRead.trim(),
      `- line 2: it is sent to another endpoint
- line 3: the names around it suggest that it is not sent to Zoom: a response, a record, a test or a page
- line 4: it is only known when the program runs
- line 5: nothing says that it is sent to Zoom, and its fields do not show that it is a meeting body`,
    );
  });

  it('explain says why a file is not checked', async (test) => {
    const lens = await opened(test, 'README.md', 'Our meetings');
    assert.match((await lens.explain(readme)) ?? '', /It contains no path such as/);
    const without = await startPair(test, { files: {} });
    without.open(readme, markdown);
    assert.match((await without.explain(readme)) ?? '', /Lock profile: not found/);
  });

  it('the user can turn the kind off, and on again', async (test) => {
    const settings = { 'zoomRequestLens.containers': { markdown: false } };
    const lens = await opened(test, 'README.md', markdown, { settings });
    assert.deepEqual(await lens.codes(readme), []);
    assert.match((await lens.explain(readme)) ?? '', /turned off: `"containers": \{ "markdown": false \}`/);
    lens.settings['zoomRequestLens.containers'] = {};
    await lens.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await lens.settle();
    assert.deepEqual(await lens.codes(readme), ['waiting-room-overwritten']);
  });
});

describe('a request in code', () => {
  it('has findings, hints and a lens, and neither completion nor marks', async (test) => {
    const lens = await opened(test, 'createMeeting.ts', typescript);
    assert.deepEqual(await lens.codes(script), ['waiting-room-overwritten']);
    assert.match(await lens.hinted(script), /waiting_room: false«→ true»,/);
    assert.deepEqual(await lens.lenses(script), ['Zoom changes waiting_room to true']);
    assert.match((await lens.hoverText(script, 'waiting_room')) ?? '', /Lock profile/);
    assert.equal(await lens.marked(script), typescript);
  });

  it('a fix is in its language', async (test) => {
    const lens = await opened(test, 'create_meeting.py', python);
    const { edit } = await action(lens, module, 'False', 'Write waiting_room: true, as Zoom will store it');
    lens.apply(edit ?? assert.fail());
    assert.equal(lens.textOf(module), python.replace('False', 'True'));
    assert.deepEqual(await lens.codes(module), []);
  });

  it('both sides of its diff are JSON', async (test) => {
    const lens = await opened(test, 'create_meeting.py', python);
    const [stored] = (await lens.stored(module)) ?? [];
    const json = '{\n  "password": "{{passcode}}",\n  "settings": {\n    "waiting_room": false\n  }\n}\n';
    assert.equal(await lens.content(stored?.sent ?? ''), json);
    assert.match(await lens.content(stored?.texts[0]?.uri ?? ''), /"waiting_room": true/);
  });

  it('is ignored by a comment of its language', async (test) => {
    for (const [name, text, on, comment] of [
      [
        'createMeeting.ts',
        typescript,
        'false',
        '        // zoom-request-lens-ignore waiting-room-overwritten: intended',
      ],
      ['create_meeting.py', python, 'False', '    # zoom-request-lens-ignore waiting-room-overwritten: intended'],
    ] as const) {
      const lens = await opened(test, name, text);
      const uri = `file:///ws/${name}`;
      const { edit } = await action(lens, uri, on, 'Ignore waiting-room-overwritten here');
      lens.apply(edit ?? assert.fail());
      assert.ok(lens.textOf(uri).split('\n').includes(comment), lens.textOf(uri));
      assert.deepEqual(await lens.codes(uri), []);
    }
  });

  const either = `// Zoom\nsend({ topic: 'x', type: 2, settings: { waiting_room: false, host_video: true } });\n`;

  it('where nothing says create or update, the lens says so and an action settles it', async (test) => {
    const lens = await opened(test, 'either.js', either);
    const uri = 'file:///ws/either.js';
    assert.deepEqual(await lens.codes(uri), ['waiting-room-overwritten']);
    assert.deepEqual(await lens.lenses(uri), ['Create or update: Zoom changes waiting_room to true']);
    assert.match((await lens.hoverText(uri, 'waiting_room')) ?? '', /→ stored `true`/);
    assert.equal((await lens.status(uri))?.operation, 'either');
    const [stored] = (await lens.stored(uri)) ?? [];
    assert.match(stored?.problem ?? '', /does not say whether/);
    assert.match((await lens.explain(uri)) ?? '', /^# Create or update request/m);
    const { edit } = await action(lens, uri, 'waiting_room', 'Add a comment: this updates a meeting');
    lens.apply(edit ?? assert.fail());
    assert.equal((await lens.status(uri))?.operation, 'update');
  });
});

describe('a body in a file of its own', () => {
  const http = 'file:///ws/zoom.http';
  const body = 'file:///ws/bodies/update.json';
  const text = '### Update\nPATCH https://api.zoom.us/v2/meetings/85746065\n\n< ./bodies/update.json\n';
  const off = '{ "settings": { "waiting_room": false } }';

  it('is a request as long as a document names it', async (test) => {
    const lens = await startPair(test, { files: { [profile]: on, [http]: text, [body]: off } });
    lens.open(body);
    await lens.lookedAround();
    assert.deepEqual(await lens.codes(body), ['waiting-room-overwritten']);
    assert.match((await lens.explain(body)) ?? '', /`zoom\.http` names it as a body/);
    lens.disk(http, '### nothing');
    await lens.lookedAround();
    await lens.settle();
    assert.deepEqual(await lens.codes(body), []);
  });
});

describe('documents that are not open', () => {
  it('are looked at in the background, and counted over the profile', async (test) => {
    const files = { [profile]: on, [readme]: markdown, [module]: python, 'file:///ws/other.py': 'print("x")' };
    const lens = await startPair(test, { files });
    assert.deepEqual(await lens.closedCodes(), {
      [readme]: ['waiting-room-overwritten'],
      [module]: ['waiting-room-overwritten'],
    });
    lens.open(profile);
    const lenses = await lens.lenses(profile);
    assert.equal(lenses[0], 'Applies to 2 requests');
    assert.ok(lenses.includes('Overwrites 2 fields in 2 files'), lenses.join());
  });

  it('those in which nothing can be are not read again when the profile changes', async (test) => {
    const files = { [profile]: on, [readme]: markdown, 'file:///ws/other.py': 'print("x")' };
    const lens = await startPair(test, { files });
    await lens.lookedAround();
    lens.world.reads.length = 0;
    lens.disk(profile, on.replace('true', 'false'));
    await lens.lookedAround();
    assert.ok(lens.world.reads.includes(readme));
    assert.ok(!lens.world.reads.includes('file:///ws/other.py'));
  });
});
