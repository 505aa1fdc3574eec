import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reference, rulesPage } from '../../../../shared/explain/reasons.ts';
import { pulling, without } from '../../../support/capabilities.ts';
import { profileWith } from '../../../support/profiles.ts';
import { startPair } from '../../../support/serverPair.ts';

const profile = 'file:///ws/zoom-lock-profile.json';
const request = 'file:///ws/a.zoom-create.json';
const on = profileWith('W locked on · P unlocked · A unlocked');
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
    assert.match(text ?? '', /^waiting_room: sent false → stored true\n/);
    assert.match(text ?? '', /Zoom's create scenario 8/);
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
      return (await lens.hoverText(update, 'settings'))?.split('\n').find((line) => line.includes('`waiting_room`'));
    };
    assert.equal(await hoverWith(true), '| `waiting_room` | – | `true` |');
    assert.equal(await hoverWith(false), '| `waiting_room` | – | `true` (added) |');
  });

  it('under the newer rules: the generated passcode leads to the API reference, and the tables are shown where they differ', async (test) => {
    const open = { enabled: true, locked: false };
    const locks = { waitingRoom: { enabled: false, locked: false }, passcode: open, authentication: open };
    const files = { [profile]: JSON.stringify({ rules: '2025-03-24', ...locks }) };
    assert.equal(
      await hoverOver(test, '{ "settings": { "waiting_room": false } }', 'settings', { files }),
      `| field | sent | stored |
|:--|:--|:--|
| \`waiting_room\` | \`false\` | \`false\` |
| \`password\` | – | a generated passcode (added) |
| \`meeting_authentication\` | – | \`false\` |
| \`authentication_option\` | – | no option |

Under Zoom's 2020 rules: Waiting Room on and no passcode. ([Zoom's page](${rulesPage}))

[Zoom's create scenario 23](https://developers.zoom.us/docs/api/references/meeting-api-security-enhancements/#create-a-meeting-api) · Lock profile: [zoom-lock-profile.json](${profile})`,
    );
    const text = await hoverOver(test, '{ "password": null, "settings": {} }', 'password', { files });
    assert.ok(
      text?.startsWith(
        `**\`password\`: sent \`null\` → stored a generated passcode**\n\nThe account has passcodes on, and the request sends none. ([documented](${reference}))\n\n`,
      ),
      text,
    );
  });

  it('without a profile, what is stored depends, and the hover says on what', async (test) => {
    const text = await hoverOver(test, body, 'waiting_room', { files: {} });
    assert.match(text ?? '', /depends|if the account/);
    assert.match(text ?? '', /No lock profile/);
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
      assert.match((await hoverOver(test, text, word)) ?? '', /\| `waiting_room` \|/);
    });
  }

  it('what an option holds cannot become Markdown', async (test) => {
    const evil = 'a | b ![x](https://evil.example/p.png) ` <b> **c**';
    const text = `{ "settings": { "meeting_authentication": true, "authentication_option": ${JSON.stringify(evil)} } }`;
    const shown = (await hoverOver(test, text, 'authentication_option')) ?? '';
    const row = shown.split('\n').find((line) => line.startsWith('| `authentication_option`')) ?? '';
    const cell = '`a `&#124;``  b ![x](https://evil.example/p.png) ` <b> **c** ``';
    assert.equal(row, `| \`authentication_option\` | ${cell} | ${cell} |`);
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
