import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { ClientCapabilities, CompletionItem } from 'vscode-languageserver-protocol';
import { pulling, without } from '../../../support/capabilities.ts';
import { profileWith, signedIn, staff } from '../../../support/profiles.ts';
import { startPair } from '../../../support/serverPair.ts';

const profile = 'file:///ws/zoom-lock-profile.json';
const create = 'file:///ws/a.zoom-create.json';
const update = 'file:///ws/a.zoom-update.json';
const on = profileWith('W locked on · P unlocked · A unlocked', { options: [signedIn, staff] });

interface Given {
  readonly uri?: string;
  /** The lock profile; null: none. */
  readonly json?: string | null;
  readonly capabilities?: ClientCapabilities;
}

/** The items at the bar, in the order in which an editor shows them, and a way to take one. */
async function completeAt(
  test: TestContext,
  drawn: string,
  { uri = create, json = on, capabilities = pulling }: Given = {},
) {
  const lens = await startPair(test, { files: json ? { [profile]: json } : {}, capabilities });
  lens.open(uri, drawn.replace('|', ''));
  const items = await lens.completions(uri, drawn.indexOf('|'));
  const sorted = [...items].sort((a, b) => String(a.sortText).localeCompare(String(b.sortText)));
  const take = (label: string) => {
    const item = items.find((each) => each.label === label) ?? assert.fail(`no ${label}`);
    lens.accept(uri, item);
    return lens.textOf(uri);
  };
  return { items: sorted, take };
}

const rows = (items: readonly CompletionItem[]) =>
  items.map(({ label, labelDetails }) => `${label} · ${labelDetails?.description}`);

describe('names with their values', () => {
  it('in settings, what is stored as sent first', async (test) => {
    const { items, take } = await completeAt(test, '{\n  "settings": {\n    "|"\n  }\n}');
    assert.deepEqual(rows(items), [
      'waiting_room: true · stored as sent',
      'meeting_authentication: true · stored as sent',
      'meeting_authentication: false · stored as sent',
      'waiting_room: false · stored: true',
      'authentication_option: Anyone signed in · stored: no option',
      'authentication_option: Staff · stored: no option',
    ]);
    assert.equal(take('waiting_room: false'), '{\n  "settings": {\n    "waiting_room": false\n  }\n}');
  });

  it('at the top, with the comma that the property before lacks', async (test) => {
    const { items, take } = await completeAt(test, '{\n  "topic": "x"\n  pass|\n}');
    assert.deepEqual(rows(items), ['password: a passcode that your account accepts · stored as sent']);
    assert.match(
      take('password: a passcode that your account accepts'),
      /^\{\n {2}"topic": "x",\n {2}"password": "[\w@*-]{8}"\n\}$/,
    );
  });

  it('before another property, with the comma behind', async (test) => {
    const { take } = await completeAt(test, '{ "settings": { "wai|"\n "audio": "both" } }');
    assert.equal(take('waiting_room: true'), '{ "settings": { "waiting_room": true,\n "audio": "both" } }');
  });

  it('alone where the colon is there', async (test) => {
    const { items, take } = await completeAt(test, '{ "settings": { "|": false } }');
    assert.deepEqual(rows(items), ['meeting_authentication · stored as sent', 'waiting_room · stored: true']);
    assert.equal(take('waiting_room'), '{ "settings": { "waiting_room": false } }');
  });

  it('with a place for the option where the profile lists none', async (test) => {
    const json = profileWith('W locked on · P unlocked · A unlocked');
    const text = '{ "settings": { "meeting_authentication": true, au| } }';
    const { items, take } = await completeAt(test, text, { json });
    const option = items.find(({ label }) => label === 'authentication_option');
    assert.deepEqual(option?.textEdit?.newText, '"authentication_option": "$1"');
    assert.equal(
      take('authentication_option'),
      '{ "settings": { "meeting_authentication": true, "authentication_option": "" } }',
    );
  });

  it('are found by a person who types the quote, and by one who does not', async (test) => {
    const { items } = await completeAt(test, '{ "settings": { | } }');
    assert.deepEqual(
      new Set(items.map(({ filterText }) => filterText)),
      new Set(['"waiting_room"', '"meeting_authentication"', '"authentication_option"']),
    );
  });
});

describe('values', () => {
  it('of a flag', async (test) => {
    const { items, take } = await completeAt(test, '{ "settings": { "waiting_room": tr| } }');
    assert.deepEqual(rows(items), ['true · stored as sent', 'false · stored: true']);
    assert.equal(take('false'), '{ "settings": { "waiting_room": false } }');
  });

  it('of the option: those of the profile, found by name and by id', async (test) => {
    const text = '{ "settings": { "meeting_authentication": true, "authentication_option": "|" } }';
    const { items, take } = await completeAt(test, text);
    assert.deepEqual(rows(items), ['Anyone signed in (default) · stored as sent', 'Staff · stored as sent']);
    assert.deepEqual(
      items.map(({ filterText }) => filterText),
      ['"Anyone signed in opt-signed-in"', '"Staff opt-staff"'],
    );
    assert.equal(take('Staff'), text.replace('|', 'opt-staff'));
  });

  it('of the passcode: a new one each time, named by no word', async (test) => {
    const json = profileWith('W unlocked · P unlocked · A unlocked', {
      requirement: { length: 10, only_allow_numeric: true },
    });
    const lens = await startPair(test, { files: { [profile]: json } });
    lens.open(create, '{ "password": "" }');
    const made: string[] = [];
    for (let time = 0; time < 2; time++) {
      const [item, ...others] = await lens.completions(create, '{ "password": "'.length);
      assert.deepEqual(others, []);
      const { textEdit, ...told } = item ?? assert.fail();
      const passcode = String(textEdit?.newText.replaceAll('"', ''));
      assert.match(passcode, /^\d{10}$/);
      assert.equal(JSON.stringify(told).includes(passcode), false);
      made.push(passcode);
    }
    assert.notEqual(made[0], made[1]);
  });

  it('without a profile promise nothing', async (test) => {
    const { items } = await completeAt(test, '{ "password": "|" }', { json: null });
    assert.deepEqual(rows(items), ['a new passcode · depends']);
  });
});

describe('what Zoom makes of an item', () => {
  const told = (items: readonly CompletionItem[]) =>
    Object.fromEntries(items.map(({ label, documentation }) => [label, documentation]));

  it('is said in a sentence', async (test) => {
    const { items } = await completeAt(test, '{ "settings": { "waiting_room": | } }');
    assert.deepEqual(told(items), {
      true: 'Zoom stores it as sent: the account has the Waiting Room on and locked. (documented)',
      false: 'Zoom will store true: the account has the Waiting Room on and locked. (documented)',
    });
  });

  it('is said by condition where it depends on the meeting', async (test) => {
    const { items } = await completeAt(test, '{ "settings": { "authentication_option": "|" } }', { uri: update });
    assert.deepEqual(rows(items), ['Anyone signed in (default) · depends', 'Staff · depends']);
    const [, other] = items;
    assert.equal(
      other?.documentation,
      'If the meeting has authentication off: no option (inferred)\nIf the meeting has authentication on: opt-staff (inferred)',
    );
  });

  it('is not said where the body stays broken, unless a lock decides', async (test) => {
    const { items } = await completeAt(test, '{ "settings": { "|" }, "topic": ');
    assert.deepEqual(rows(items), [
      'waiting_room: true · stored as sent',
      'waiting_room: false · stored: true',
      'meeting_authentication: true · undefined',
      'meeting_authentication: false · undefined',
      'authentication_option: Anyone signed in · undefined',
      'authentication_option: Staff · undefined',
    ]);
  });

  it('is in the detail for a client without details of labels', async (test) => {
    const completion = { completionItem: {} };
    const capabilities = { ...pulling, textDocument: { ...pulling.textDocument, completion } };
    const { items } = await completeAt(test, '{ "settings": { "waiting_room": | } }', {
      capabilities: capabilities as never,
    });
    assert.deepEqual(
      items.map(({ label, detail, labelDetails }) => [label, detail, labelDetails]),
      [
        ['true', 'stored as sent', undefined],
        ['false', 'stored: true', undefined],
      ],
    );
  });
});

describe('nothing is offered', () => {
  for (const [what, drawn, uri] of [
    ['at the wrong level', '{ "template": { "|" } }', create],
    ['in a comment', '{ /* "|" */ }', create],
    ['in a list', '[{ "|" }]', create],
    ['for a field that is there', '{ "password": "x", "|" }', create],
    ['in a profile', '{ "waitingRoom": { "|" } }', 'file:///ws/sub/zoom-lock-profile.json'],
    ['in a meeting file', '{ "|" }', 'file:///ws/a.zoom-meeting.json'],
    ['in a file that is none of ours', '{ "|" }', 'file:///ws/settings.json'],
  ] as const) {
    it(what, async (test) => assert.deepEqual((await completeAt(test, drawn, { uri })).items, []));
  }

  it('to a client that completes nothing', async (test) => {
    const capabilities = { ...pulling, textDocument: without(pulling.textDocument, 'completion') };
    const lens = await startPair(test, { capabilities });
    assert.equal(lens.initializeResult?.capabilities.completionProvider, undefined);
  });
});
