import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { severitiesSetting, workspaceFindingsSetting } from '../../../server/lsp/settings.ts';
import { pingRequest } from '../../../shared/protocol.ts';
import { pulling, pushed, without } from '../../support/capabilities.ts';
import { profileWith } from '../../support/profiles.ts';
import { startPair } from '../../support/serverPair.ts';
import type { TestClient } from '../../support/testClient.ts';

const profile = 'file:///ws/zoom-lock-profile.json';
const a = 'file:///ws/a.zoom-create.json';
const b = 'file:///ws/deep/b.zoom-create.json';
const locks = JSON.parse(profileWith('W locked on · P unlocked · A unlocked'));
const profileSaying = (severities: object) => JSON.stringify({ ...locks, severities });
const body = '{ "password": "q8zXw2Lt", "settings": { "waiting_room": false } }';
const code = 'waiting-room-overwritten';
const files = { [profile]: profileSaying({}), [a]: body, [b]: body };
const [error, hint] = [1, 4];

const severities = async (lens: TestClient, uri: string) =>
  (await lens.diagnostics(uri)).map((each) => [each.code, each.severity]);

for (const [way, capabilities] of Object.entries({ pulling, pushed })) {
  describe(`severities of the user (${way})`, () => {
    it('count at once, whenever they change', async (test) => {
      const lens = await startPair(test, { files, capabilities });
      lens.open(a);
      for (const [level, expected] of [
        ['error', [[code, error]]],
        ['hint', [[code, hint]]],
        ['off', []],
        [undefined, [[code, 2]]],
      ] as const) {
        lens.refreshes = 0;
        lens.set(severitiesSetting, level && { [code]: level });
        await lens.settle();
        assert.deepEqual(await severities(lens, a), expected, String(level));
        assert.equal(lens.refreshes > 0, way === 'pulling');
      }
    });

    it('the lock profile takes precedence, code by code', async (test) => {
      const own = { ...files, [profile]: profileSaying({ [code]: 'hint' }) };
      const settings = { [severitiesSetting]: { [code]: 'error', 'field-unknown': 'error' } };
      const lens = await startPair(test, { files: own, capabilities, settings });
      lens.open(a, '{ "passwrd": 1, "password": "q8zXw2Lt", "settings": { "waiting_room": false } }');
      assert.deepEqual(await severities(lens, a), [
        ['field-unknown', error],
        [code, hint],
      ]);
    });

    it('what is no object and no level changes nothing, and keeps nothing from counting', async (test) => {
      const lens = await startPair(test, { files, capabilities });
      lens.open(a);
      for (const value of ['off', 1, null, [], { [code]: 'loud' }, { [code]: { [code]: 'off' } }]) {
        lens.set(severitiesSetting, value);
        await lens.settle();
        assert.deepEqual(await severities(lens, a), [[code, 2]], JSON.stringify(value));
      }
      lens.set(severitiesSetting, { __proto__: null, nonsense: 'off', [code]: 'off' });
      await lens.settle();
      assert.deepEqual(await severities(lens, a), []);
    });

    it('are waited for: what is off never shows, in open files and in closed ones', async (test) => {
      const settings = { [severitiesSetting]: { [code]: 'off' } };
      const lens = await startPair(test, { files, capabilities, settings });
      lens.open(a);
      await lens.lookedAround();
      assert.deepEqual(await severities(lens, a), []);
      assert.deepEqual(
        lens.published.flatMap(({ diagnostics }) => diagnostics),
        [],
      );
    });
  });
}

describe('a severity that is off', () => {
  it('leaves facts as they are: the hint behind the value, the lens, the stored text', async (test) => {
    const lens = await startPair(test, { files, settings: { [severitiesSetting]: { [code]: 'off' } } });
    lens.open(a);
    lens.open(profile);
    assert.equal(await lens.hinted(a), body.replace('false', 'false«→ true»'));
    assert.match((await lens.lenses(a)).join(), /changes waiting_room to true/);
    assert.ok((await lens.lenses(profile)).some((title) => title?.startsWith('Overwrites 2 fields')));
    assert.ok((await lens.lenses(profile)).every((title) => !title?.includes(code)));
    assert.deepEqual(await lens.actions(a, 'false', ['quickfix']), []);
  });

  it('is in force in the bodies of one file, which keep their inspections', async (test) => {
    const several = 'file:///ws/several.json';
    const requests = [{ files: 'several.json', at: '/*', operation: 'create' }];
    const lens = await startPair(test, { files: { [profile]: JSON.stringify({ ...locks, requests }) } });
    lens.open(several, `{ "x": ${body}, "y": ${body} }`);
    assert.deepEqual(await lens.codes(several), [code, code]);
    lens.set(severitiesSetting, { [code]: 'off' });
    await lens.settle();
    assert.deepEqual(await lens.codes(several), []);
    lens.set(severitiesSetting, {});
    await lens.settle();
    lens.disk(profile, JSON.stringify({ ...locks, requests, severities: { [code]: 'off' } }));
    assert.deepEqual(await lens.codes(several), []);
  });
});

describe('settings that do not come', () => {
  it('count as left out, and nothing waits for them', async (test) => {
    const lens = await startPair(test, { files, isSilentAboutSettings: true });
    lens.open(a);
    assert.deepEqual(await lens.codes(a), [code]);
  });

  it('nor does an editor without settings get anything else', async (test) => {
    const capabilities = { ...pulling, workspace: without(pulling.workspace, 'configuration') };
    const lens = await startPair(test, { files, capabilities, settings: { [severitiesSetting]: { [code]: 'off' } } });
    lens.open(a);
    assert.deepEqual(await lens.codes(a), [code]);
  });
});

describe('findings of open files only: pulling', () => {
  const settings = { [workspaceFindingsSetting]: 'openFiles' };

  it('closed files have none; open ones have theirs', async (test) => {
    const lens = await startPair(test, { files, settings });
    lens.open(a);
    assert.deepEqual(await lens.closedCodes(), { [a]: [code] });
  });

  it('a file that is closed loses its findings', async (test) => {
    const lens = await startPair(test, { files, settings });
    lens.open(a);
    assert.deepEqual(await lens.closedCodes(), { [a]: [code] });
    lens.close(a);
    assert.deepEqual(await lens.closedCodes(), {});
  });

  it('closed files are not even read, as long as no lens asks for them', async (test) => {
    const lens = await startPair(test, { files, settings });
    lens.open(a);
    await lens.lookedAround();
    assert.ok(!lens.world.reads.includes(b));
  });

  it('the setting counts at once, there and back', async (test) => {
    const lens = await startPair(test, { files });
    lens.open(a);
    assert.deepEqual(await lens.closedCodes(), { [a]: [code], [b]: [code] });
    lens.set(workspaceFindingsSetting, 'openFiles');
    assert.deepEqual(await lens.closedCodes(), { [a]: [code] });
    lens.set(workspaceFindingsSetting, 'workspace');
    assert.deepEqual(await lens.closedCodes(), { [a]: [code], [b]: [code] });
    lens.set(workspaceFindingsSetting, 'openFiles');
    assert.deepEqual(await lens.closedCodes(), { [a]: [code] });
    lens.set(workspaceFindingsSetting, 'everything');
    assert.deepEqual(await lens.closedCodes(), { [a]: [code], [b]: [code] });
  });

  it('a lock profile still counts the fields that it overwrites in closed files', async (test) => {
    const lens = await startPair(test, { files, settings });
    lens.open(profile);
    assert.ok((await lens.lenses(profile)).some((title) => title?.startsWith('Overwrites 2 fields')));
  });
});

describe('findings of open files only: pushed', () => {
  const shown = (lens: TestClient) => {
    const latest = new Map(lens.published.map(({ uri, diagnostics }) => [uri, diagnostics.map((each) => each.code)]));
    return Object.fromEntries([...latest].filter(([, codes]) => codes.length > 0));
  };

  it('the setting counts at once, there and back', async (test) => {
    const lens = await startPair(test, { files, capabilities: pushed });
    lens.open(a);
    await lens.lookedAround();
    assert.deepEqual(shown(lens), { [a]: [code], [b]: [code] });
    lens.set(workspaceFindingsSetting, 'openFiles');
    await lens.lookedAround();
    assert.deepEqual(shown(lens), { [a]: [code] });
    lens.close(a);
    await lens.lookedAround();
    assert.deepEqual(shown(lens), {});
    lens.set(workspaceFindingsSetting, 'workspace');
    await lens.lookedAround();
    assert.deepEqual(shown(lens), { [a]: [code], [b]: [code] });
  });

  it('a setting that changes during the look around shows none of what that finds', async (test) => {
    const lens = await startPair(test, { files, capabilities: pushed });
    await lens.lookedAround();
    assert.deepEqual(shown(lens), { [a]: [code], [b]: [code] });
    lens.world.hold();
    lens.disk(b, `${body}\n`);
    lens.set(workspaceFindingsSetting, 'openFiles');
    while (shown(lens)[b]) await lens.connection.sendRequest(pingRequest);
    lens.world.release();
    lens.published.length = 0;
    // The lenses of a profile wait for the look around, whatever is reported.
    lens.open(profile);
    await lens.lenses(profile);
    await lens.lookedAround();
    assert.deepEqual(
      lens.published.flatMap(({ diagnostics }) => diagnostics),
      [],
    );
  });
});
