import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reference, rulesPage } from '../../../../shared/explain/reasons.ts';
import { pulling, without } from '../../../support/capabilities.ts';
import { profileWith } from '../../../support/profiles.ts';
import { startPair } from '../../../support/serverPair.ts';

const profile = 'file:///ws/zoom-lock-profile.json';
const request = 'file:///ws/a.zoom-create.json';
const on = profileWith('W locked on · P unlocked · A unlocked');
const scenario23 = `[Zoom's create scenario 23](${rulesPage}#create-a-meeting-api)`;
const plainOnly = {
  ...pulling,
  textDocument: { ...pulling.textDocument, hover: { contentFormat: ['plaintext' as const] } },
};

async function hoverOver(test: Parameters<typeof startPair>[0], text: string, word: string, more = {}) {
  const lens = await startPair(test, { files: { [profile]: on }, ...more });
  lens.open(request, text);
  return lens.hoverText(request, word);
}

describe('hover', () => {
  const body = '{ "settings": { "waiting_room": false, "authentication_option": "opt" } }';

  it('plain text holds no Markdown', async (test) => {
    const text = await hoverOver(test, body, 'waiting_room', { capabilities: plainOnly });
    assert.match(text ?? '', /^Zoom's create scenario 8 · Lock profile: zoom-lock-profile\.json\n/);
    assert.match(text ?? '', /^waiting_room: sent false → stored true$/m);
    assert.match(text ?? '', /^authentication_option {3}opt {3}no option \(changed\)$/m);
    assert.doesNotMatch(text ?? '', /[`*|]|\]\(|https?:/);
  });

  it('a client that says nothing about formats gets plain text', async (test) => {
    const textDocument = without(pulling.textDocument, 'hover');
    const lens = await startPair(test, { files: { [profile]: on }, capabilities: { ...pulling, textDocument } });
    lens.open(request, body);
    const contents = (await lens.hover(request, 'waiting_room'))?.contents;
    assert.equal(contents && typeof contents === 'object' && 'kind' in contents && contents.kind, 'plaintext');
  });

  it('each case has its own label: what another case with the same value rests on does not count', async (test) => {
    // Rows 6, 19 and 20 say that the Waiting Room stays off; row 9 says nothing of one that is not locked.
    const files = { [profile]: profileWith('P locked on') };
    const text = await hoverOver(test, '{ "settings": { "waiting_room": false } }', 'waiting_room', { files });
    assert.deepEqual(
      text?.split('\n').filter((line) => line.startsWith('- ')),
      [
        `- if the account has the Waiting Room on and locked: \`true\` ([documented](${rulesPage}))`,
        `- if the account has the Waiting Room off and locked: \`false\` ([documented](${rulesPage}))`,
        '- if the account has the Waiting Room not locked: `false` (inferred)',
      ],
    );
  });

  it('a lock adds nothing to a meeting that has the option on', async (test) => {
    const update = 'file:///ws/a.zoom-update.json';
    const hoverWith = async (waitingRoom: boolean) => {
      const meeting = JSON.stringify({ id: 1, settings: { waiting_room: waitingRoom } });
      const lens = await startPair(test, { files: { [profile]: on, 'file:///ws/a.zoom-meeting.json': meeting } });
      lens.open(update, '{ "settings": {} }');
      return (await lens.hoverText(update, 'settings'))?.split('\n').slice(2);
    };
    assert.deepEqual(await hoverWith(true), ['Zoom changes nothing here.']);
    assert.equal((await hoverWith(false))?.[2], '| `waiting_room` | – | `true` (added) |');
  });

  it('under the newer rules: the generated passcode leads to the API reference, and the tables are shown where they differ', async (test) => {
    const open = { enabled: true, locked: false };
    const locks = { waitingRoom: { enabled: false, locked: false }, passcode: open, authentication: open };
    const files = { [profile]: JSON.stringify({ rules: '2025-03-24', ...locks }) };
    assert.equal(
      await hoverOver(test, '{ "settings": { "waiting_room": false } }', 'settings', { files }),
      `${scenario23} · Lock profile: [zoom-lock-profile.json](${profile})

| field | sent | stored |
|:--|:--|:--|
| \`password\` | – | a generated passcode (added) |

Under Zoom's 2020 rules: Waiting Room on and no passcode. ([Zoom's page](${rulesPage}))`,
    );
    const text = await hoverOver(test, '{ "password": null, "settings": {} }', 'password', { files });
    assert.ok(
      text?.includes(
        `\n\n**\`password\`: sent \`null\` → stored a generated passcode**\n\nThe account has passcodes on, and the request sends none. ([documented](${reference}))\n\n`,
      ),
      text,
    );
  });

  it('without a profile: what may happen, why, and what narrows it down', async (test) => {
    const text = '{ "topic": "Standup", "settings": { "waiting_room": false } }';
    assert.equal(
      await hoverOver(test, text, 'waiting_room', { files: {} }),
      `No lock profile: what the account locks is unknown.

**\`waiting_room\`: sent \`false\`. Zoom stores:**

- \`true\` if the account has the Waiting Room on and locked
- maybe \`true\` if the account has passcodes off, or Zoom's tables of December 2020 apply: nothing else secures the meeting, and Zoom requires one security option
- otherwise \`false\`

Add a passcode: then Zoom changes it only if the account has the Waiting Room on and locked, or the account has passcodes off and locked.

| field | sent | stored |
|:--|:--|:--|
| \`password\` | – | a generated passcode (added) or no passcode |
| \`meeting_authentication\` | – | \`true\` (added) or \`false\` |
| \`authentication_option\` | – | Zoom's default option (added) or no option |`,
    );
  });

  it('on a value with a finding: not what the finding says', async (test) => {
    const lens = await startPair(test, { files: { [profile]: on } });
    lens.open(request, body);
    const basis = `[documented](${rulesPage})`;
    const text = await lens.hoverText(request, 'false');
    assert.ok(text?.startsWith(`${basis} · [Zoom's create scenario 8](`), text);
    assert.doesNotMatch(text ?? '', /waiting_room|on and locked/);
    assert.match(text ?? '', /^\| `authentication_option` \| `opt` \| no option \(changed\) \|$/m);
    assert.deepEqual((await lens.hover(request, 'false'))?.range, lens.rangeOf(request, 'false'));
    assert.match((await lens.hoverText(request, 'waiting_room')) ?? '', /`waiting_room`: sent `false` → stored `true`/);
  });

  it('on a value whose finding is ignored: everything', async (test) => {
    const ignore = [{ code: 'waiting-room-overwritten', files: '*', reason: 'known' }];
    const files = { [profile]: JSON.stringify({ ...JSON.parse(on), ignore }) };
    assert.match((await hoverOver(test, body, 'false', { files })) ?? '', /sent `false` → stored `true`/);
  });

  it('where a finding says only what holds for every account: all that may happen', async (test) => {
    const text = '{ "settings": { "waiting_room": true, "meeting_authentication": false }, "password": "" }';
    const update = 'file:///ws/a.zoom-update.json';
    const lens = await startPair(test, {});
    lens.open(update, text);
    assert.match((await lens.hoverText(update, '""')) ?? '', /^- otherwise no passcode$/m);
  });

  it('says so where Zoom changes nothing, but not of what cannot be read', async (test) => {
    const kept = '{ "settings": { "waiting_room": true, "meeting_authentication": false }, "password": "abc123" }';
    assert.match((await hoverOver(test, kept, 'settings')) ?? '', /\n\nZoom changes nothing here\.$/);
    assert.doesNotMatch((await hoverOver(test, kept.slice(0, -1), 'settings')) ?? '', /changes nothing/);
  });

  for (const [what, text, word] of [
    ['a key with a dot that only looks like a path', '{ "settings.waiting_room": false }', 'waiting_room'],
    ['a field in a list', '[{ "password": "x" }]', 'password'],
    ['a field in settings that are a list', '{ "settings": [{ "waiting_room": true }] }', 'waiting_room'],
    ['a field at the wrong place', '{ "waiting_room": true }', 'waiting_room'],
    ['settings in something else', '{ "template": { "settings": {} } }', 'settings'],
    ['a field that a later one overrules', '{ "password": "first", "password": "second" }', 'first'],
    ['a comment', '{ /* waiting_room */ "topic": "x" }', 'waiting_room'],
  ] as const) {
    it(`says nothing on ${what}: Zoom does not read it`, async (test) => {
      assert.equal(await hoverOver(test, text, word), undefined);
    });
  }

  for (const [what, text, word] of [
    ['a name', '{ "password": "abc" }', 'password'],
    ['a value', '{ "password": "abc" }', 'abc'],
    ['null', '{ "settings": { "waiting_room": null } }', 'null'],
    ['a value of the wrong type', '{ "settings": { "waiting_room": "yes" } }', 'yes'],
    ['settings that are null', '{ "settings": null }', 'settings'],
    ['a name without a value yet', '{ "settings": { "waiting_room": ', 'waiting_room'],
  ] as const) {
    it(`speaks on ${what}`, async (test) => {
      assert.match((await hoverOver(test, text, word)) ?? '', /Lock profile: \[zoom-lock-profile\.json\]/);
    });
  }

  it('what an option holds cannot become Markdown', async (test) => {
    const evil = 'a | b ![x](https://evil.example/p.png) ` <b> **c**';
    const text = `{ "settings": { "meeting_authentication": true, "authentication_option": ${JSON.stringify(evil)} } }`;
    const files = { [profile]: profileWith('W unlocked · P unlocked · A locked off') };
    const shown = (await hoverOver(test, text, 'settings', { files })) ?? '';
    const row = shown.split('\n').find((line) => line.startsWith('| `authentication_option`')) ?? '';
    const cell = '`a `&#124;``  b ![x](https://evil.example/p.png) ` <b> **c** ``';
    assert.equal(row, `| \`authentication_option\` | ${cell} | no option (changed) |`);
    assert.equal(shown.replaceAll(cell, '').includes('evil.example'), false);
  });
});

describe('the table', () => {
  it('names what may be stored where that depends on the meeting', async (test) => {
    const update = 'file:///ws/a.zoom-update.json';
    const lens = await startPair(test, { files: { [profile]: profileWith('W unlocked · P locked on · A unlocked') } });
    lens.open(update, '{ "settings": { "waiting_room": true, "meeting_authentication": false } }');
    const text = (await lens.hoverText(update, 'settings')) ?? '';
    // Zoom's update row 9: its own passcode stays, else one is generated.
    assert.match(
      text,
      /\| `password` \| – \| (a generated passcode \(added\) or the meeting's passcode|the meeting's passcode or a generated passcode \(added\)) \|/,
    );
  });
});
