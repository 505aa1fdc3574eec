import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pulling, pushed } from '../../support/capabilities.ts';
import { profileWith } from '../../support/profiles.ts';
import { startPair } from '../../support/serverPair.ts';
import type { TestClient } from '../../support/testClient.ts';

/** Files that are not open: they are checked as well, and again when what they depend on changes. */

const profile = 'file:///ws/zoom-lock-profile.json';
const a = 'file:///ws/a.zoom-create.json';
const b = 'file:///ws/deep/b.zoom-create.json';
const on = profileWith('W locked on · P unlocked · A unlocked');
const unlocked = profileWith('W unlocked · P unlocked · A unlocked');
const body = '{ "password": "q8zXw2Lt", "settings": { "waiting_room": false } }';
const overwritten = ['waiting-room-overwritten'];
const files = { [profile]: on, [a]: body, [b]: body };

describe('an editor that asks for the findings of closed files', () => {
  it('gets those of closed files, whole', async (test) => {
    const lens = await startPair(test, {
      files: { ...files, 'file:///ws/clean.zoom-create.json': body.replace('false', 'true') },
    });
    lens.disk(b, undefined);
    const report = await lens.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] });
    lens.open(a);
    const whole = (await lens.report(a)) as { items: unknown };
    const { items } = report as { items: { uri: string; items: unknown }[] };
    assert.deepEqual(
      items.map((each) => [each.uri, each.items]),
      [[a, whole.items]],
    );
  });

  it('hears nothing until there is something new', async (test) => {
    const lens = await startPair(test, { files });
    assert.deepEqual(await lens.closedCodes(), { [a]: overwritten, [b]: overwritten });
    const next = watch(lens.closedCodes());
    lens.disk('file:///ws/package.json', '{}');
    lens.disk('file:///ws/main.ts', '');
    lens.open('file:///ws/other.json', '{}');
    await lens.lookedAround();
    assert.equal(next.answered, false);
    lens.disk(a, body.replace('false', 'true'));
    assert.deepEqual(await next.answer, { [b]: overwritten });
  });

  it('hears of a file that was open and has none any more, since it may still show some', async (test) => {
    const lens = await startPair(test, { files });
    lens.open(a);
    assert.deepEqual(await lens.codes(a), overwritten);
    lens.close(a);
    lens.disk(a, body.replace('false', 'true'));
    lens.disk(b, undefined);
    const report = await lens.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] });
    const { items } = report as { items: { uri: string; items: unknown }[] };
    assert.deepEqual(
      items.map((each) => [each.uri, each.items]),
      [[a, []]],
    );
  });

  it('gets those of open files as well, which may be open without being shown', async (test) => {
    const lens = await startPair(test, { files: { [profile]: on } });
    lens.open(a, body);
    assert.deepEqual(await lens.closedCodes(), { [a]: overwritten });
    const next = watch(lens.closedCodes());
    await lens.lookedAround();
    assert.equal(next.answered, false);
    lens.type(a, 'false', 'true');
    assert.deepEqual(await next.answer, {});
  });

  it('is let go when it asks no more', async (test) => {
    const lens = await startPair(test, { files: { [profile]: on } });
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol');
    const source = new CancellationTokenSource();
    const asked = lens.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] }, source.token);
    await lens.lookedAround();
    source.cancel();
    assert.deepEqual(await asked, { items: [] });
  });
});

/** What the editor shows of closed files after each step, by whichever way it gets it. */
const ways = {
  pulling: { capabilities: pulling, see: (lens: TestClient) => lens.closedCodes() },
  pushed: { capabilities: pushed, see: seePublished },
};

for (const [way, { capabilities, see }] of Object.entries(ways)) {
  describe(`${way}: a profile that`, () => {
    for (const [what, change, expected] of [
      ['changes', (lens) => lens.disk(profile, unlocked), {}],
      ['is edited and not saved', (lens) => edit(lens, on, unlocked), {}],
      ['goes', (lens) => lens.disk(profile, undefined), {}],
      ['moves into a folder', (lens) => move(lens, 'file:///ws/deep/zoom-lock-profile.json'), { [b]: overwritten }],
      ['is renamed', (lens) => move(lens, 'file:///ws/old-profile.json'), {}],
      ['comes nearer', (lens) => lens.disk('file:///ws/deep/zoom-lock-profile.json', unlocked), { [a]: overwritten }],
    ] as const satisfies readonly [string, (lens: TestClient) => void, object][]) {
      it(what, async (test) => {
        const lens = await startPair(test, { files, capabilities });
        assert.deepEqual(await see(lens), { [a]: overwritten, [b]: overwritten });
        change(lens);
        assert.deepEqual(await see(lens), expected);
      });
    }

    it('lists files of any name', async (test) => {
      const payload = 'file:///ws/payloads/standup.json';
      const lens = await startPair(test, { files: { [profile]: on, [payload]: body, [a]: body }, capabilities });
      assert.deepEqual(await see(lens), { [a]: overwritten });
      lens.disk(profile, listing(on, 'payloads/*.json'));
      assert.deepEqual(await see(lens), { [a]: overwritten, [payload]: overwritten });
      lens.disk('file:///ws/payloads/new.json', body);
      assert.deepEqual((await see(lens))['file:///ws/payloads/new.json'], overwritten);
      lens.disk(payload, undefined);
      assert.equal((await see(lens))[payload], undefined);
    });
  });

  describe(`${way}: a request that`, () => {
    it('is opened and closed is reported as the editor has it, then as the disk has it', async (test) => {
      const lens = await startPair(test, { files, capabilities });
      await see(lens);
      lens.open(a, body.replace('false', 'true'));
      await lens.lookedAround();
      assert.deepEqual(await lens.codes(a), []);
      lens.close(a);
      await lens.lookedAround();
      assert.deepEqual((await see(lens))[a], overwritten);
    });

    it('is in a folder that is added or removed, which editors report without its content', async (test) => {
      const lens = await startPair(test, { files, capabilities });
      await see(lens);
      lens.world.remove(b);
      lens.tellDisk('file:///ws/deep', 'deleted');
      assert.deepEqual(await see(lens), { [a]: overwritten });
      lens.world.write(b, body);
      lens.tellDisk('file:///ws/deep', 'created');
      assert.deepEqual(await see(lens), { [a]: overwritten, [b]: overwritten });
    });

    it('is in one of several folders, or in none', async (test) => {
      const roots = ['file:///ws', 'file:///ws/deep', 'file:///two'];
      const elsewhere = { 'file:///else/c.zoom-create.json': body, 'file:///else/zoom-lock-profile.json': on };
      const two = { 'file:///two/c.zoom-create.json': body, 'file:///two/zoom-lock-profile.json': on };
      const lens = await startPair(test, { files: { ...files, ...elsewhere, ...two }, roots, capabilities });
      const found = { [a]: overwritten, 'file:///two/c.zoom-create.json': overwritten };
      assert.deepEqual(await see(lens), found);
    });
  });

  it(`${way}: a server without a disk sees them, too`, async (test) => {
    const lens = await startPair(test, { files, capabilities, inWorker: true });
    assert.deepEqual(await see(lens), { [a]: overwritten, [b]: overwritten });
  });
}

describe('one file, several names', () => {
  it('a profile that is a link follows the file that it leads to, on the disk and in the editor', async (test) => {
    const shared = 'file:///ws/shared/locks.json';
    const lens = await startPair(test, { files: { [a]: body, [shared]: on } });
    lens.world.link(profile, shared);
    lens.tellDisk(profile, 'created');
    lens.open(a);
    assert.deepEqual(await lens.codes(a), overwritten);
    lens.disk(shared, unlocked);
    assert.deepEqual(await lens.codes(a), []);
    lens.open(shared);
    lens.type(shared, unlocked, on);
    assert.deepEqual(await lens.codes(a), overwritten);
    lens.close(shared);
    assert.deepEqual(await lens.codes(a), []);
  });

  it('a link that leads elsewhere from now on', async (test) => {
    const lens = await startPair(test, {
      files: { [a]: body, 'file:///ws/1.json': on, 'file:///ws/2.json': unlocked },
    });
    lens.world.link(profile, 'file:///ws/1.json');
    lens.tellDisk(profile, 'created');
    lens.open(a);
    assert.deepEqual(await lens.codes(a), overwritten);
    lens.world.link(profile, 'file:///ws/2.json');
    lens.tellDisk(profile, 'changed');
    assert.deepEqual(await lens.codes(a), []);
  });

  it('a closed file that two names lead to is reported once', async (test) => {
    const lens = await startPair(test, { files: { [profile]: on, [a]: body } });
    lens.world.link('file:///ws/link.zoom-create.json', a);
    assert.deepEqual(await lens.closedCodes(), { [a]: overwritten });
  });

  it('letters that do not matter to the disk: the workspace folder, the request and the profile in other ones', async (test) => {
    const lens = await startPair(test, { files: {}, roots: ['file:///WS'] });
    lens.world.caseless = true;
    lens.world.write(profile, on);
    lens.world.write(a, body);
    lens.world.write('file:///zoom-lock-profile.json', unlocked);
    lens.folders(['file:///WS']);
    await lens.settle();
    lens.open('file:///Ws/A.zoom-create.json', body);
    assert.deepEqual(await lens.codes('file:///Ws/A.zoom-create.json'), overwritten);
    lens.open('file:///wS/zoom-lock-profile.json', unlocked);
    assert.deepEqual(await lens.codes('file:///Ws/A.zoom-create.json'), []);
  });
});

function edit(lens: TestClient, from: string, to: string): void {
  lens.open(profile);
  lens.type(profile, from, to);
}

function move(lens: TestClient, to: string): void {
  lens.disk(profile, undefined);
  lens.disk(to, on);
}

function listing(text: string, glob: string): string {
  return text.replace(/\}\s*$/, `, "requests": [{ "files": "${glob}", "operation": "create" }] }`);
}

async function seePublished(lens: TestClient): Promise<Readonly<Record<string, readonly unknown[]>>> {
  await lens.lookedAround();
  const latest = new Map(lens.published.map(({ uri, diagnostics }) => [uri, diagnostics.map(({ code }) => code)]));
  return Object.fromEntries([...latest].filter(([, codes]) => codes.length > 0));
}

function watch<T>(answer: Promise<T>): { readonly answer: Promise<T>; answered: boolean } {
  const watched = { answer, answered: false };
  void answer.then(() => {
    watched.answered = true;
  });
  return watched;
}
