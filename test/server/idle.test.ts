import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { DiagnosticTag } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { pulling, pushed } from '../support/capabilities.ts';
import { profileWith } from '../support/profiles.ts';
import { type Scene, startPair } from '../support/serverPair.ts';
import type { TestClient } from '../support/testClient.ts';

/** Entries of `ignore` that no file uses: what the editor tells of them, and when it does not know. */

const profile = 'file:///ws/zoom-lock-profile.json';
const a = 'file:///ws/a.zoom-create.json';
const b = 'file:///ws/deep/b.zoom-create.json';
const locks = profileWith('W locked on · P unlocked · A unlocked');
/** The entry for the Waiting Room has something to do in `overwritten`, the one for types in `mistyped`. */
const ignoring = withIgnore('[{ "code": "waiting-room-overwritten" }, { "code": "field-type" }]');
const overwritten = '{ "password": "q8zXw2Lt", "settings": { "waiting_room": false } }';
const stored = overwritten.replace('false', 'true');
const mistyped = stored.replace('"q8zXw2Lt"', '12345678');
const files = { [profile]: ignoring, [a]: overwritten, [b]: stored };
const idle = 'profile-ignore-unused';

/** How an editor comes to know what it shows of the profile. */
const views = {
  'open, pulled': { capabilities: pulling, open: true, show: showPulled },
  'open, pushed': { capabilities: pushed, open: true, show: showPublished },
  'closed, pulled': { capabilities: pulling, open: false, show: showClosed },
  'closed, pushed': { capabilities: pushed, open: false, show: showPublished },
};

for (const [view, { capabilities, open, show }] of Object.entries(views)) {
  describe(`a profile, ${view}`, { concurrency: true }, () => {
    const begin = async (test: TestContext, scene: Scene = {}) => {
      const lens = await startPair(test, { files, capabilities, ...scene });
      if (open) lens.open(profile);
      return { lens, becomes: becoming(show(lens)) };
    };

    it('tells what no file uses, and stops when a file does that nobody has open', async (test) => {
      const { lens, becomes } = await begin(test);
      await becomes([idle]);
      lens.disk(b, mistyped);
      await becomes([]);
      lens.disk(b, stored);
      await becomes([idle]);
    });

    it('follows files that come and go', async (test) => {
      const { lens, becomes } = await begin(test);
      await becomes([idle]);
      lens.disk(a, undefined);
      await becomes([idle, idle]);
      lens.disk('file:///ws/new.zoom-update.json', mistyped);
      await becomes([idle]);
      lens.disk(a, overwritten);
      await becomes([]);
    });

    it('follows the typing in a request, and what is not saved of it', async (test) => {
      const { lens, becomes } = await begin(test);
      await becomes([idle]);
      lens.open(b);
      lens.type(b, '"q8zXw2Lt"', '12345678');
      await becomes([]);
      lens.type(b, '12345678', '"q8zXw2Lt"');
      await becomes([idle]);
      lens.type(b, '"q8zXw2Lt"', '12345678');
      await becomes([]);
      lens.close(b);
      await becomes([idle]);
    });

    for (const [what, content] of [
      ['is broken', '{'],
      ['cannot be read', { unreadable: 'it is too large' }],
    ] as const) {
      it(`is silent while a file below it ${what}`, async (test) => {
        const { lens, becomes } = await begin(test);
        await becomes([idle]);
        lens.disk('file:///ws/deep/c.zoom-meeting.json', content);
        await becomes([]);
        lens.disk('file:///ws/deep/c.zoom-meeting.json', undefined);
        await becomes([idle]);
      });
    }

    it('is silent while it leaves a lock open', async (test) => {
      const { lens, becomes } = await begin(test);
      await becomes([idle]);
      const without = ignoring.replace(/"passcode":\{[^}]*\},/, '');
      if (open) lens.type(profile, ignoring, without);
      else lens.disk(profile, without);
      await becomes(['profile-unknown-setting']);
    });

    it('is not concerned by files that another profile or none governs', async (test) => {
      const inner = 'file:///ws/deep/zoom-lock-profile.json';
      const { lens, becomes } = await begin(test, { roots: ['file:///ws', 'file:///two'] });
      lens.disk(inner, locks);
      lens.disk(b, mistyped);
      lens.disk('file:///two/c.zoom-create.json', mistyped);
      await becomes([idle]);
      lens.disk(inner, undefined);
      await becomes([]);
    });

    it('is told of once, until something is different', async (test) => {
      const { lens, becomes } = await begin(test);
      await becomes([idle]);
      await pause();
      const before = [lens.refreshes, lens.published.length];
      lens.open(a);
      lens.type(a, 'false', 'false ');
      await pause();
      const published = lens.published.filter(({ uri }) => uri !== a).length;
      assert.deepEqual([lens.refreshes, published], before);
    });
  });
}

describe('an open profile', { concurrency: true }, () => {
  it('shows each idle entry, faded, and the fix takes it away', async (test) => {
    const lens = await startPair(test, { files });
    lens.open(profile);
    await becoming(showPulled(lens))([idle]);
    const text = lens.textOf(profile);
    const indent = ' '.repeat(text.indexOf('{ "code": "field-type" }') - 2);
    await lens.expect(
      profile,
      `${text}\n//${indent}^^^^^^^^^^^^^^^^^^^^^^^^ hint ${idle}: No file has such a finding, so this entry ignores nothing.`,
    );
    assert.deepEqual((await lens.diagnostics(profile))[0]?.tags, [DiagnosticTag.Unnecessary]);
    await lens.applyAction(profile, '"field-type"', 'Remove this entry');
    assert.equal(lens.textOf(profile), withIgnore('[{ "code": "waiting-room-overwritten" }]'));
    assert.deepEqual(await lens.codes(profile), []);
  });

  it('keeps showing what was idle while it is typed in, and what is new only once it is known', async (test) => {
    const lens = await startPair(test, { files });
    lens.open(profile);
    const becomes = becoming(showPulled(lens));
    await becomes([idle]);
    lens.type(profile, '[{', '[{ "code": "duplicate-key" }, {');
    assert.deepEqual(await idleEntries(lens), ['{ "code": "field-type" }']);
    await becomes([idle, idle]);
    assert.deepEqual(await idleEntries(lens), ['{ "code": "duplicate-key" }', '{ "code": "field-type" }']);
    lens.type(profile, '"duplicate-key"', '"duplicate-key", "files": "*.zoom-create.json"');
    assert.deepEqual(await idleEntries(lens), ['{ "code": "field-type" }']);
    await becomes([idle, idle]);
  });

  it('is told in full again once other entries are idle, and only then', async (test) => {
    const lens = await startPair(test, { files });
    lens.open(profile);
    const becomes = becoming(showPulled(lens));
    await becomes([idle]);
    const { resultId } = await lens.report(profile);
    lens.open(b);
    await pause();
    assert.equal((await lens.report(profile, resultId)).kind, 'unchanged');
    lens.type(b, '"q8zXw2Lt"', '12345678');
    await becomes([]);
    assert.equal((await lens.report(profile, resultId)).kind, 'full');
  });

  it('is silent until the first look at all files is over', async (test) => {
    const lens = await startPair(test, { files });
    lens.world.hold();
    lens.open(profile);
    await pause();
    assert.deepEqual(await lens.codes(profile), []);
    lens.world.release();
    await becoming(showPulled(lens))([idle]);
  });

  it('and one inside it are each judged by the files that they govern', async (test) => {
    const inner = 'file:///ws/deep/zoom-lock-profile.json';
    for (const roots of [['file:///ws'], ['file:///ws', 'file:///ws/deep']]) {
      const lens = await startPair(test, { files: { ...files, [inner]: ignoring, [b]: mistyped }, roots });
      lens.open(profile);
      lens.open(inner);
      await becoming(showPulled(lens))([idle]);
      assert.deepEqual(await idleEntries(lens), ['{ "code": "field-type" }']);
      assert.deepEqual(await idleEntries(lens, inner), ['{ "code": "waiting-room-overwritten" }']);
    }
  });

  for (const [where, uri] of [
    ['outside of the workspace folders', 'file:///elsewhere/zoom-lock-profile.json'],
    ['among the packages of others, which nobody walks through', 'file:///ws/node_modules/x/zoom-lock-profile.json'],
    ['on no disk yet', 'file:///ws/new/zoom-lock-profile.json'],
  ] as const) {
    it(`${where} is not judged: who knows what it governs`, async (test) => {
      const disk = uri.includes('/new/') ? files : { ...files, [uri]: ignoring };
      const lens = await startPair(test, { files: disk });
      lens.open(uri, ignoring);
      lens.open(profile);
      await becoming(showPulled(lens))([idle]);
      assert.deepEqual(await lens.codes(uri), []);
    });
  }

  it('under another spelling of its URI, and through a link, is the same', async (test) => {
    const lens = await startPair(test, { files: { [a]: overwritten, 'file:///ws/shared/locks.json': ignoring } });
    lens.world.link(profile, 'file:///ws/shared/locks.json');
    lens.tellDisk(profile, 'created');
    const spelled = 'file:///ws/zoom%2Dlock-profile.json';
    lens.open(spelled, ignoring);
    await becoming(showPulled(lens, spelled))([idle]);
  });

  it('is silent where a file has two names, of which an entry may mean either', async (test) => {
    const lens = await startPair(test, { files });
    lens.open(profile);
    const becomes = becoming(showPulled(lens));
    await becomes([idle]);
    lens.world.link('file:///ws/link.zoom-create.json', a);
    lens.tellDisk('file:///ws/link.zoom-create.json', 'created');
    await becomes([]);
  });

  it('that several folders share by links is judged by the files in all of them', async (test) => {
    const lens = await startPair(test, { files: { [profile]: ignoring, [a]: overwritten, [b]: mistyped } });
    lens.world.link('file:///ws/deep/zoom-lock-profile.json', profile);
    lens.tellDisk('file:///ws/deep/zoom-lock-profile.json', 'created');
    lens.open(profile);
    const becomes = becoming(showPulled(lens));
    await pause();
    await becomes([]);
    lens.disk(b, stored);
    await becomes([idle]);
  });

  it('costs no look at files that did not change', async (test) => {
    const lens = await startPair(test, { files });
    lens.open(profile);
    lens.open(a);
    await becoming(showPulled(lens))([idle]);
    const { length } = lens.world.reads;
    lens.type(a, 'false', 'true');
    await becoming(showPulled(lens))([idle, idle]);
    assert.deepEqual(lens.world.reads.slice(length), []);
  });
});

function withIgnore(entries: string): string {
  return locks.replace(/\}$/, `,"ignore":${entries}}`);
}

type Show = () => Promise<readonly unknown[]>;

/** As an editor that asks when it opens the file and whenever it is told to. */
function showPulled(lens: TestClient, uri = profile): Show {
  let latest: readonly unknown[] | undefined;
  let { refreshes } = lens;
  return async () => {
    const isOld = !latest || refreshes !== lens.refreshes;
    refreshes = lens.refreshes;
    if (isOld) latest = await lens.codes(uri);
    return latest ?? [];
  };
}

function showPublished(lens: TestClient): Show {
  return async () => (lens.published.findLast(({ uri }) => uri === profile)?.diagnostics ?? []).map(({ code }) => code);
}

/** As an editor that always waits for the next news of all files. */
function showClosed(lens: TestClient): Show {
  let latest: Readonly<Record<string, readonly unknown[]>> = {};
  const follow = async () => {
    for (;;) latest = await lens.closedCodes();
  };
  follow().catch(() => {}); // The session has ended.
  return async () => latest[profile] ?? [];
}

/** Waits until this is what is shown. */
function becoming(show: Show): (expected: readonly string[]) => Promise<void> {
  return async (expected) => {
    for (let round = 0; round < 500; round++) {
      if (String(await show()) === String(expected)) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    assert.deepEqual(await show(), expected);
  };
}

/** The entries that are told of, as they are written. */
async function idleEntries(lens: TestClient, uri = profile): Promise<readonly string[]> {
  const text = TextDocument.create(uri, 'json', 0, lens.textOf(uri));
  return (await lens.diagnostics(uri)).map(({ range }) => text.getText(range));
}

/** Longer than the server waits for the end of the typing and of a burst of changes. */
async function pause(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 600));
}
