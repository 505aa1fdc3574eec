import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rulesPage } from '../../../../shared/index.ts';
import { profileWith } from '../../../support/profiles.ts';
import { startPair } from '../../../support/serverPair.ts';

const profile = 'file:///ws/zoom-lock-profile.json';
const create = 'file:///ws/deep/a.zoom-create.json';
const update = 'file:///ws/deep/a.zoom-update.json';
const unlocked = profileWith('W unlocked · P unlocked · A unlocked');
const rules = 'https://developers.zoom.us/docs/api/references/meeting-api-security-enhancements/';

interface Scene {
  readonly files?: Readonly<Record<string, string>>;
  readonly runsCommands?: boolean;
}

async function explained(test: Parameters<typeof startPair>[0], uri: string, text: string, scene: Scene = {}) {
  const { files = { [profile]: unlocked }, runsCommands = false } = scene;
  const lens = await startPair(test, { files, initializationOptions: { runsCommands } });
  lens.open(uri, text);
  return (await lens.explain(uri)) ?? assert.fail('no explanation');
}

/** The words, the command and the arguments of each link that runs a command; VS Code decodes the arguments twice. */
function linksOf(markdown: string) {
  return [...markdown.matchAll(/\[([^\]]*)\]\(command:([\w.]+)\?([^)]*)\)/g)].map(([, words, command, query = '']) => [
    words,
    command,
    JSON.parse(decodeURIComponent(decodeURIComponent(query))),
  ]);
}

describe('a request, explained', () => {
  it('whole: what it is, what is in force, what is stored, and each step', async (test) => {
    const text = await explained(test, create, '{\n  "settings": { "waiting_room": false }\n}\n');
    // Zoom's create row 23: nothing given, so the Waiting Room comes on; the row says nothing of authentication that is not given.
    assert.equal(
      text,
      `# Create request

\`deep/a.zoom-create.json\`: identified by its name.

- Lock profile: \`zoom-lock-profile.json\`
- [Zoom's create scenario 23](${rules}#create-a-meeting-api): the account has the Waiting Room not locked, passcodes not locked and authentication not locked
- Rules used: Zoom's tables of December 2020 ("rules")
- Nothing unknown

## What Zoom stores

| field | sent | stored |
|:--|:--|:--|
| \`waiting_room\` | \`false\` | \`true\` (changed) |
| \`password\` | – | no passcode |
| \`meeting_authentication\` | – | \`false\` |
| \`authentication_option\` | – | no option |

Zoom's current API reference says: Waiting Room off and a generated passcode. ([Zoom's page](https://developers.zoom.us/docs/api/meetings/))

## Findings

- line 2, warning: Zoom will store waiting\\_room as true: nothing else secures the meeting, and Zoom requires one security option.

## Step by step

- After locks and request no option is on: Zoom turns the Waiting Room on.

### \`waiting_room\`, sent: \`false\`

- After the locks: **\`false\`**, because the account does not lock the Waiting Room, so the request decides
- After Zoom's fallback: **\`true\`**, because nothing else secures the meeting, and Zoom requires one security option _([documented](${rulesPage}))_

### \`password\`, not sent

- After the locks: **no passcode**, because nothing requires a passcode _([documented](${rulesPage}))_

### \`meeting_authentication\`, not sent

- After the locks: **\`false\`**, because meeting_authentication is not sent, so off (create requests) _(inferred)_

### \`authentication_option\`, not sent

- Option used: **no option**, because authentication is off _(inferred)_

_Documented_: Zoom's page or API reference says this. _Inferred_: they do not say it; this is our interpretation.
`,
    );
  });

  it('an update without its meeting: where that was looked for, and once for each way', async (test) => {
    const files = { [profile]: profileWith('W unlocked · P locked on · A unlocked') };
    const body = '{ "settings": { "waiting_room": true, "meeting_authentication": false } }';
    const text = await explained(test, update, body, { files });
    assert.match(text, /^# Update request\n/);
    assert.match(
      text,
      /^- Meeting before the update: not found; looked for `a.zoom-meeting.json`, `a.zoom-meeting.jsonc`$/m,
    );
    assert.match(text, /^- Unknown: the current meeting$/m);
    // Update row 9.
    const password = text.slice(text.indexOf('### `password`'), text.indexOf('### `meeting_auth'));
    assert.equal(
      password,
      `### \`password\`, not sent

- If the meeting has no passcode
  - After the locks: **a generated passcode**, because the account has passcodes on and locked _([documented](${rulesPage}))_
- If the meeting has a passcode
  - After the locks: **the meeting's passcode**, because password is not sent, so unchanged (update requests) _([documented](${rulesPage}))_

`,
    );
  });

  it('a field that depends on the meeting in several ways', async (test) => {
    const text = await explained(test, update, '{ "settings": { "waiting_room": false } }');
    assert.match(text, /^\| `waiting_room` \| `false` \| `true` \(changed\) or `false` \|$/m);
    const first = text.indexOf('### `waiting_room`, sent: `false`');
    assert.equal(
      text.slice(text.indexOf('## Step by step'), first),
      `## Step by step

- If the meeting has the Waiting Room off, has no passcode and has authentication off
  - After locks and request no option is on: Zoom turns the Waiting Room on.
- If the meeting has the Waiting Room on, has no passcode and has authentication off
  - The request would leave no security option on: Zoom keeps the meeting's settings.
- If the meeting has no passcode and has authentication on, or if the meeting has a passcode
  - After locks and request at least one option is on. Nothing more happens.

`,
    );
    const field = text.slice(first, text.indexOf('### `password`'));
    // Rows 23 speak of an attempt to turn all off; what is not that is inferred.
    assert.equal(
      field,
      `### \`waiting_room\`, sent: \`false\`

- If the meeting has the Waiting Room off, has no passcode and has authentication off
  - After the locks: **\`false\`**, because the account does not lock the Waiting Room, so the request decides
  - After Zoom's fallback: **\`true\`**, because nothing else secures the meeting, and Zoom requires one security option _(inferred)_
- If the meeting has the Waiting Room on, has no passcode and has authentication off
  - After the locks: **\`false\`**, because the account does not lock the Waiting Room, so the request decides
  - After Zoom's fallback: **\`true\`**, because the request would leave no security option on, so Zoom keeps the meeting's settings _(inferred)_
- If the meeting has no passcode and has authentication on, or if the meeting has a passcode
  - After the locks: **\`false\`**, because the account does not lock the Waiting Room, so the request decides _(inferred)_

`,
    );
  });

  it('a meeting that would change nothing', async (test) => {
    const files = { [profile]: profileWith('W locked on · P locked off · A locked off') };
    const text = await explained(test, update, '{}', { files });
    assert.match(text, /^- Unknown: the current meeting. It makes no difference here.$/m);
  });

  it('its meeting file, and one that is broken', async (test) => {
    const meeting = 'file:///ws/deep/a.zoom-meeting.json';
    const whole = await explained(test, update, '{}', {
      files: { [profile]: unlocked, [meeting]: '{ "settings": {} }' },
    });
    assert.match(whole, /^- Meeting before the update: `deep\/a.zoom-meeting.json`$/m);
    assert.match(whole, /^- Nothing unknown$/m);
    const broken = await explained(test, update, '{}', { files: { [profile]: unlocked, [meeting]: '{' } });
    assert.match(broken, /`deep\/a.zoom-meeting.json`, which is not valid JSON and is treated as missing$/m);
  });

  it('without a profile: where that was looked for, and what all depends on', async (test) => {
    const text = await explained(test, create, '{}', { files: {} });
    assert.match(
      text,
      /^- Lock profile: not found; looked for `deep\/zoom-lock-profile.json` and in the folders above, up to `zoom-lock-profile.json`$/m,
    );
    assert.match(
      text,
      /^- Unknown: whether the account locks `waitingRoom`, `passcode`, `authentication`; which of Zoom's rules apply; which options the account has on by default$/m,
    );
    assert.match(
      text,
      /^- `meeting_authentication`:\n {2}- `true` if the account has authentication on and locked\n(?: {2}- .*\n)* {2}- otherwise `false`$/m,
    );
    assert.doesNotMatch(text, /scenario|###/);
  });

  it('a broken profile counts as none', async (test) => {
    const text = await explained(test, create, '{}', { files: { [profile]: '{' } });
    assert.match(
      text,
      /^- Lock profile: `zoom-lock-profile.json`, which is not valid JSON and is treated as missing$/m,
    );
  });

  it('listed by the profile, by which pattern', async (test) => {
    const requests = [
      { files: 'other/*.json', operation: 'create' },
      { files: '**/pay*.json', operation: 'update' },
    ];
    const files = { [profile]: JSON.stringify({ requests }) };
    const text = await explained(test, 'file:///ws/deep/payload.json', '{}', { files });
    assert.match(text, /^# Update request\n\n`deep\/payload.json`: the lock profile lists `\*\*\/pay\*.json`\.\n/);
    assert.match(text, /looked for `payload.zoom-meeting.json`, `payload.zoom-meeting.jsonc`$/m);
  });

  it('broken: nothing is said about what is stored, as predict says', async (test) => {
    assert.match(
      await explained(test, create, '{ "settings": { '),
      /^## What Zoom stores\n\nThe body is broken, so the result is unknown\.$/m,
    );
  });

  it('offers what helps only to an editor that has the commands', async (test) => {
    const on = await explained(test, update, '{}', { files: {}, runsCommands: true });
    assert.match(on, /^- Lock profile: not found; .*; \[write one\]\(command:zoomRequestLens\.writeProfile\?/m);
    assert.match(on, /^- Meeting before the update: .*; \[add one\]\(command:zoomRequestLens\.addMeeting\?/m);
    assert.doesNotMatch(await explained(test, update, '{}', { files: {} }), /command:|add one|write one/);
  });

  it('leads such an editor to the lines of the file and to the profile', async (test) => {
    const awkward = 'file:///ws/deep/a%20(b)%23%25.zoom-create.json';
    const text = await explained(test, awkward, '\n{\n  "settings": { "waiting_room": true },\n  "x": {}, "x": 1\n}', {
      runsCommands: true,
    });
    assert.deepEqual(linksOf(text), [
      ['`deep/a (b)#%.zoom-create.json`', 'zoomRequestLens.showLine', [awkward, 2]],
      ['`zoom-lock-profile.json`', 'zoomRequestLens.showLine', [profile, 1]],
      ['line 4', 'zoomRequestLens.showLine', [awkward, 4]],
      ['`waiting_room`', 'zoomRequestLens.showLine', [awkward, 3]],
    ]);
  });

  it('what a file holds cannot become Markdown', async (test) => {
    const evil = '![x](https://evil.example/p.png)';
    const requests = [{ files: `{${evil},*.json}`, operation: 'create' }];
    const files = { [profile]: JSON.stringify({ requests, waitingRoom: {} }) };
    const body = JSON.stringify({ [evil]: 1, settings: { meeting_authentication: true, authentication_option: evil } });
    const text = await explained(test, create, body.replace('{', `{ ${JSON.stringify(evil)}: 2, `), { files });
    const bare = text.replace(/`[^`]*`/g, '').replace(/\\[!-~]/g, '');
    assert.match(text, /evil\.example/);
    assert.doesNotMatch(bare, /!\[|\]\(https:\/\/evil/);
  });
});

describe('any other file, explained', () => {
  it('a lock profile: what it does and what it lists', async (test) => {
    const requests = [{ files: 'a.json', operation: 'update' }];
    const locks = JSON.parse(profileWith('W locked on · P unlocked · A unlocked'));
    const text = await explained(test, profile, JSON.stringify({ ...locks, requests }), {
      files: { 'file:///ws/a.json': '{}' },
    });
    assert.equal(
      text,
      `# Lock profile

\`zoom-lock-profile.json\`: applies to the requests in its folder and below.

Zoom's scenario 8 applies to create and update requests.

Rules used: Zoom's tables of December 2020 ("rules").

- \`waitingRoom\`: Every meeting has its Waiting Room on: a request that turns it off is overwritten.
- \`passcode\`: The request decides about the passcode.
- \`authentication\`: The request decides about authentication.

It lists these files as requests:

- \`a.json\`: update
`,
    );
  });

  it('a broken lock profile', async (test) => {
    assert.match(
      await explained(test, profile, '{ "passcode": '),
      /It is not valid JSON and is treated as missing\.\n\n## Findings\n\n- line 1, error: /,
    );
  });

  it('a meeting file: what it says, without the passcode', async (test) => {
    const body = '{ "password": "S3cretPw", "settings": { "waiting_room": true } }';
    assert.equal(
      await explained(test, 'file:///ws/a.zoom-meeting.json', body),
      `# Meeting file

\`a.zoom-meeting.json\`: the meeting before the update of the same name.

It says: the meeting has the Waiting Room on, has a passcode, has authentication off and has no authentication option.
`,
    );
    assert.match(
      await explained(test, 'file:///ws/a.zoom-meeting.json', '[]'),
      /^It is a list and is treated as missing\.$/m,
    );
  });

  for (const [what, lock, line] of [
    ['no profile', undefined, 'Lock profile that might list it: not found; looked for `zoom-lock-profile.json`'],
    ['a profile that lists nothing', '{}', 'The lock profile `zoom-lock-profile.json` lists no files'],
    ['a broken one', '{', 'The lock profile `zoom-lock-profile.json` is not valid JSON and lists nothing'],
    [
      'one that lists others',
      '{ "requests": [{ "files": "a/*.json", "operation": "create" }] }',
      'The lock profile `zoom-lock-profile.json` lists other files: `a/*.json`',
    ],
    [
      'one that names it as the meeting of another',
      '{ "requests": [{ "files": "a/*.json", "operation": "update", "meeting": "package.json" }] }',
      'The lock profile `zoom-lock-profile.json` names it as the meeting before `a/*.json`',
    ],
  ] as const) {
    it(`none of ours, ${what}: why`, async (test) => {
      const text = await explained(test, 'file:///ws/package.json', '{}', { files: lock ? { [profile]: lock } : {} });
      assert.match(text, /^# Not checked\n\n`package.json`: this file is not checked\.\n/);
      assert.ok(text.includes(`\n- ${line}\n`), text);
    });
  }

  it('code, and no profile: that it takes one', async (test) => {
    const text = await explained(test, 'file:///ws/zoom.ts', 'createMeeting();', { files: {} });
    assert.equal(
      text,
      `# Not checked

\`zoom.ts\`: this file is not checked.

Without a lock profile, documents and code are not checked.

- Lock profile: not found; looked for \`zoom-lock-profile.json\`
`,
    );
  });

  it('none of ours: such an editor can rename it, or list it', async (test) => {
    const [json, other] = ['file:///ws/package.json', 'file:///ws/notes.txt'];
    const text = await explained(test, json, '{}', { files: {}, runsCommands: true });
    assert.deepEqual(linksOf(text).slice(-2), [
      ['rename it', 'zoomRequestLens.renameToRequest', [json]],
      ['list it in the lock profile', 'zoomRequestLens.listRequest', [json]],
    ]);
    assert.doesNotMatch(
      await explained(test, other, '', { files: {}, runsCommands: true }),
      /renameToRequest|listRequest/,
    );
  });

  it('a closed file of the workspace too; of a file elsewhere nothing is known', async (test) => {
    const lens = await startPair(test, { files: { [profile]: unlocked, [create]: '{}' } });
    assert.match((await lens.explain(create)) ?? '', /^# Create request/);
    const links = await startPair(test, { files: { [create]: '\n{}' }, initializationOptions: { runsCommands: true } });
    assert.deepEqual(linksOf((await links.explain(create)) ?? '')[0]?.at(-1), [create, 2]);
    assert.equal(await lens.explain('file:///elsewhere/a.zoom-create.json'), null);
  });
});
