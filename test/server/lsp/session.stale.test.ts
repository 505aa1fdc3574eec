import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { profileWith } from '../../support/profiles.ts';
import { startPair } from '../../support/serverPair.ts';

/** Results for texts and files that are no more as they were. */

const profile = 'file:///ws/zoom-lock-profile.json';
const request = 'file:///ws/a.zoom-create.json';
const on = profileWith('W locked on · P unlocked · A unlocked');
const unlocked = profileWith('W unlocked · P unlocked · A unlocked');
const body = '{ "password": "q8zXw2Lt", "settings": { "waiting_room": false } }';
const files = { [profile]: on };

describe('what did not change is not reported again', () => {
  it('the same text and the same files: unchanged', async (test) => {
    const lens = await startPair(test, { files });
    lens.open(request, body);
    const { resultId } = await lens.report(request);
    assert.ok(resultId);
    assert.deepEqual(await lens.report(request, resultId), { kind: 'unchanged', resultId });
  });

  it('another text, another profile, another request: full', async (test) => {
    const lens = await startPair(test, { files });
    lens.open(request, body);
    const first = await lens.report(request);
    lens.type(request, 'false', 'true');
    const second = await lens.report(request, first.resultId);
    lens.disk(profile, unlocked);
    const third = await lens.report(request, second.resultId);
    assert.deepEqual([first.kind, second.kind, third.kind], ['full', 'full', 'full']);
  });

  it('a file on which nothing depends changes nothing', async (test) => {
    const lens = await startPair(test, { files });
    lens.open(request, body);
    await lens.lookedAround();
    const { resultId } = await lens.report(request);
    const { refreshes } = lens;
    lens.disk('file:///ws/package.json', '{}');
    await lens.lookedAround();
    assert.equal((await lens.report(request, resultId)).kind, 'unchanged');
    assert.equal(lens.refreshes, refreshes);
  });

  it('a profile in a folder below changes nothing, unless it may list files of a workspace folder', async (test) => {
    const lens = await startPair(test, { files, roots: [] });
    lens.open(request, body);
    const { resultId } = await lens.report(request);
    lens.disk('file:///ws/deep/zoom-lock-profile.json', unlocked);
    assert.equal((await lens.report(request, resultId)).kind, 'unchanged');
  });

  it('a document that is closed and opened with another text is not taken for the old one', async (test) => {
    const lens = await startPair(test, { files });
    lens.open(request, body);
    const { resultId } = await lens.report(request);
    lens.close(request);
    lens.open(request, body.replace('false', 'true'));
    const report = await lens.report(request, resultId);
    assert.deepEqual([report.kind, 'items' in report && report.items], ['full', []]);
  });

  it('a document that is not open and not in the workspace has no findings', async (test) => {
    const elsewhere = 'file:///elsewhere/a.zoom-create.json';
    const lens = await startPair(test, {
      files: { [elsewhere]: body, 'file:///elsewhere/zoom-lock-profile.json': on },
    });
    const { kind, ...report } = await lens.report(elsewhere);
    assert.deepEqual([kind, 'items' in report && report.items], ['full', []]);
  });
});

describe('slow disks', () => {
  // No workspace folder: nothing is looked at in the background.
  it('an answer is about the text as it is when the answer comes', async (test) => {
    const lens = await startPair(test, { files, roots: [] });
    lens.world.hold();
    lens.open(request, body);
    const asked = lens.codes(request);
    await lens.settle();
    lens.type(request, 'false', 'true');
    await lens.settle();
    lens.world.release();
    assert.deepEqual(await asked, []);
  });

  it('a reading that a change has overtaken is not kept', async (test) => {
    const lens = await startPair(test, { files, roots: [] });
    lens.world.hold();
    lens.open(request, body);
    const asked = lens.codes(request);
    await lens.settle();
    lens.disk(profile, unlocked);
    await lens.settle();
    lens.world.release();
    assert.deepEqual(await asked, []);
    lens.type(request, '}', ' }');
    assert.deepEqual(await lens.codes(request), []);
  });

  it('a document that is closed in the meantime has none', async (test) => {
    const lens = await startPair(test, { files, roots: [] });
    lens.world.hold();
    lens.open(request, body);
    const asked = lens.codes(request);
    await lens.settle();
    lens.close(request);
    await lens.settle();
    lens.world.release();
    assert.deepEqual(await asked, []);
  });

  it('ten requests that wait for one profile read it once', async (test) => {
    const lens = await startPair(test, { files, roots: [] });
    lens.world.hold();
    const uris = Array.from({ length: 10 }, (_, at) => `file:///ws/${at}.zoom-create.json`);
    for (const uri of uris) lens.open(uri, body);
    const asked = uris.map((uri) => lens.codes(uri));
    await lens.settle();
    lens.world.release();
    for (const codes of await Promise.all(asked)) assert.deepEqual(codes, ['waiting-room-overwritten']);
    assert.equal(lens.world.reads.filter((uri) => uri === profile).length, 1);
  });
});

describe('one reading, one parse', () => {
  it('typing reads no file again', async (test) => {
    const lens = await startPair(test, { files, roots: [] });
    lens.open(request, body);
    await lens.codes(request);
    const reads = lens.world.reads.length;
    for (let round = 0; round < 20; round++) lens.type(request, 'q8z', 'q8zz');
    await lens.codes(request);
    assert.equal(lens.world.reads.length, reads);
  });
});
