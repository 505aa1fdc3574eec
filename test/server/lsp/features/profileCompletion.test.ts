import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { startPair } from '../../../support/serverPair.ts';

const profile = 'file:///ws/team/zoom-lock-profile.json';
const body = '{ "topic": "Standup", "settings": { "waiting_room": false } }';
const webinar = '{ "topic": "All hands", "settings": { "waiting_room": false, "panelists_video": true } }';
const files = {
  'file:///ws/package.json': '{}',
  'file:///ws/team/package.json': '{}',
  'file:///ws/team/other.txt': body,
  'file:///ws/team/by-name.zoom-create.json': body,
  'file:///ws/team/payloads/standup.json': body,
  'file:///ws/team/payloads/retro [old].json': body,
  'file:///ws/team/payloads/town-hall.json': webinar,
  'file:///ws/team/single/one.json': body,
  'file:///ws/team/data/a.json': '[]',
  'file:///ws/team/data/b.json': '[]',
};

/** The proposals at the bar, in order, and the text once one is taken. */
async function completeAt(test: TestContext, drawn: string) {
  const lens = await startPair(test, { files: { ...files, [profile]: '{}' } });
  lens.open(profile, drawn.replace('|', ''));
  const items = await lens.completions(profile, drawn.indexOf('|'));
  const labels = [...items]
    .sort((a, b) => String(a.sortText).localeCompare(String(b.sortText)))
    .map(({ label }) => label);
  const take = (label: string) => {
    lens.accept(profile, items.find((each) => each.label === label) ?? assert.fail(`no ${label}`));
    return lens.textOf(profile);
  };
  return { labels, take };
}

describe('the files that a lock profile can list', () => {
  it('are those below its folder: what looks like a body first, and folders with several of them', async (test) => {
    const { labels, take } = await completeAt(test, '{ "requests": [{ "files": "|" }] }');
    assert.deepEqual(labels, [
      'payloads/*.json',
      'payloads/retro \\[old\\].json',
      'payloads/standup.json',
      'single/one.json',
      'data/*.json',
      'data/a.json',
      'data/b.json',
      'package.json',
      'payloads/town-hall.json',
    ]);
    assert.equal(
      take('payloads/retro \\[old\\].json'),
      '{ "requests": [{ "files": "payloads/retro \\\\[old\\\\].json" }] }',
    );
  });

  it('lead to findings in the file that is taken', async (test) => {
    const lens = await startPair(test, { files: { ...files, [profile]: '{}' } });
    const locked = '"waitingRoom": { "enabled": true, "locked": true }';
    const drawn = `{ ${locked}, "requests": [{ "operation": "create", "files": "|" }] }`;
    lens.open(profile, drawn.replace('|', ''));
    const items = await lens.completions(profile, drawn.indexOf('|'));
    lens.accept(profile, items.find(({ label }) => label === 'single/one.json') ?? assert.fail());
    lens.open('file:///ws/team/single/one.json');
    assert.ok((await lens.codes('file:///ws/team/single/one.json')).includes('waiting-room-overwritten'));
  });

  for (const [what, drawn, taken] of [
    ['without quotes', '{ "requests": [{ "files": | }] }', '{ "requests": [{ "files": "single/one.json" }] }'],
    ['half typed', '{ "requests": [{ "files": "sing|', '{ "requests": [{ "files": "single/one.json"'],
    [
      'in place of another',
      '{ "requests": [{ "files": "data/a|.json", "operation": "create" }] }',
      '{ "requests": [{ "files": "single/one.json", "operation": "create" }] }',
    ],
    [
      'in a later entry',
      '{ "requests": [{ "files": "a.json" }, { "operation": "update", "files": "|" }] }',
      '{ "requests": [{ "files": "a.json" }, { "operation": "update", "files": "single/one.json" }] }',
    ],
  ] as const) {
    it(`are written ${what}`, async (test) => {
      assert.equal((await completeAt(test, drawn)).take('single/one.json'), taken);
    });
  }

  it('leave out what another entry lists', async (test) => {
    const { labels } = await completeAt(
      test,
      '{ "requests": [{ "files": "payloads/*", "operation": "create" }, { "files": "|", "operation": "create" }] }',
    );
    assert.deepEqual(labels, ['single/one.json', 'data/*.json', 'data/a.json', 'data/b.json', 'package.json']);
  });

  for (const drawn of [
    '{ "files": "|" }',
    '{ "requests": { "files": "|" } }',
    '{ "requests": ["|"] }',
    '{ "requests": [{ "operation": "|" }] }',
    '{ "requests": [{ "|": "" }] }',
    '{ "ignore": [{ "files": "|" }] }',
    '{ "requests": [{ "files": /* | */ "" }] }',
  ]) {
    it(`are not proposed in ${drawn}`, async (test) => {
      assert.deepEqual((await completeAt(test, drawn)).labels, []);
    });
  }
});
