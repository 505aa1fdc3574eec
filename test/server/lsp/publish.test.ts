import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pulling, pushed } from '../../support/capabilities.ts';
import { startPair } from '../../support/serverPair.ts';

const profile = 'file:///ws/zoom-lock-profile.json';
const request = 'file:///ws/a.zoom-create.json';
const plain = 'file:///ws/package.json';
const locked = '{ "waitingRoom": { "enabled": true, "locked": true } }';
const body = '{ "settings": { "waiting_room": false } }';
const secured = '{ "settings": { "waiting_room": true } }';

describe('pushing findings, and pulling them', () => {
  it('a client that pulls is never pushed to', async (test) => {
    const lens = await startPair(test, { files: { [profile]: locked }, capabilities: pulling });
    lens.open(request, body);
    lens.type(request, 'false', 'true');
    lens.close(request);
    lens.disk(profile, undefined);
    await lens.settle();
    assert.deepEqual(lens.published, []);
    assert.ok(lens.initializeResult?.capabilities.diagnosticProvider);
  });

  it('a client that cannot pull is not offered it, and is never asked to refresh', async (test) => {
    const lens = await startPair(test, { files: { [profile]: locked }, capabilities: pushed, roots: [] });
    lens.open(request, body);
    lens.disk(profile, '{}');
    await lens.settle();
    assert.equal(lens.initializeResult?.capabilities.diagnosticProvider, undefined);
    assert.equal(lens.refreshes, 0);
    assert.ok(lens.published.length > 0);
  });

  it('of a burst of changes only the last version is published', async (test) => {
    const lens = await startPair(test, { files: { [profile]: locked }, capabilities: pushed, roots: [] });
    lens.open(request, body);
    for (let round = 0; round < 50; round++) {
      lens.type(request, 'false', 'true');
      lens.type(request, 'true', 'false');
    }
    lens.type(request, 'false', 'true');
    await lens.settle();
    assert.deepEqual(lens.published.at(-1), { uri: request, version: 102, diagnostics: [] });
    const versions = lens.published.map(({ version = 0 }) => version);
    assert.deepEqual(
      versions,
      [...new Set(versions)].sort((a, b) => a - b),
    );
    assert.ok(versions.length < 50, `${versions.length} times for 102 versions`);
  });

  it('closing a request takes its findings away', async (test) => {
    const lens = await startPair(test, { files: { [profile]: locked }, capabilities: pushed, roots: [] });
    lens.open(request, body);
    assert.deepEqual(await lens.codes(request), ['waiting-room-overwritten']);
    lens.close(request);
    await lens.settle();
    assert.deepEqual(lens.published.at(-1), { uri: request, diagnostics: [] });
  });

  it('a plain JSON file hears nothing, whatever happens to it', async (test) => {
    const lens = await startPair(test, { files: { [profile]: locked }, capabilities: pushed, roots: [] });
    lens.open(plain, '{ "waiting_room": "true" ');
    lens.type(plain, 'true', 'false');
    lens.disk(profile, '{}');
    lens.close(plain);
    await lens.settle();
    assert.deepEqual(lens.published, []);
  });

  it('a file that is a request no more is cleared once, and hears nothing after that', async (test) => {
    const listing = '{ "requests": [{ "files": "package.json", "operation": "create" }] }';
    const lens = await startPair(test, { files: { [profile]: listing }, capabilities: pushed });
    lens.open(plain, '{ "waiting_room": false }');
    assert.deepEqual(await lens.codes(plain), ['field-misplaced']);
    const heard = () => lens.published.filter(({ uri }) => uri === plain);
    lens.disk(profile, '{}');
    await lens.lookedAround();
    assert.deepEqual(heard().at(-1), { uri: plain, version: 1, diagnostics: [] });
    const count = heard().length;
    lens.type(plain, 'false', 'true');
    lens.close(plain);
    await lens.lookedAround();
    assert.equal(heard().length, count);
  });

  it('what is closed while it is inspected is not published', async (test) => {
    const lens = await startPair(test, { files: { [profile]: locked }, capabilities: pushed, roots: [] });
    lens.world.hold();
    lens.open(request, body);
    await lens.settle();
    lens.close(request);
    await lens.settle();
    lens.world.release();
    await lens.settle();
    assert.deepEqual(lens.published, []);
  });

  it('what is closed while it is inspected is published as it is on the disk', async (test) => {
    const lens = await startPair(test, { files: { [profile]: locked, [request]: secured }, capabilities: pushed });
    await lens.lookedAround();
    lens.world.hold();
    lens.disk(profile, locked);
    lens.open(request, body);
    await lens.settle();
    lens.close(request);
    await lens.settle();
    lens.world.release();
    await lens.lookedAround();
    const heard = lens.published.filter(({ uri }) => uri === request);
    assert.deepEqual(
      heard.map(({ diagnostics }) => diagnostics),
      [],
    );
  });

  it('what is closed with the findings that it had before it was opened has them again', async (test) => {
    const lens = await startPair(test, { files: { [profile]: locked, [request]: body }, capabilities: pushed });
    await lens.until(() => lens.published.length > 0);
    lens.open(request);
    assert.deepEqual(await lens.codes(request), ['waiting-room-overwritten']);
    lens.close(request);
    await lens.lookedAround();
    await lens.until(() => lens.published.at(-1)?.diagnostics.length === 1);
  });

  it('what was read before a change is not published after it', async (test) => {
    const lens = await startPair(test, { files: { [profile]: locked }, capabilities: pushed, roots: [] });
    lens.world.hold();
    lens.open(request, body);
    await lens.settle();
    const release = lens.world.release.bind(lens.world);
    lens.disk(profile, '{ "waitingRoom": { "enabled": true, "locked": false } }');
    await lens.settle();
    release();
    await lens.settle();
    assert.deepEqual(lens.published.at(-1)?.diagnostics, []);
    lens.type(request, '}', ' }');
    assert.deepEqual(await lens.codes(request), []);
  });

  it('a text that nothing is wrong with is published as such', async (test) => {
    const lens = await startPair(test, { files: { [profile]: locked }, capabilities: pushed, roots: [] });
    lens.open(request, secured);
    await lens.settle();
    assert.deepEqual(lens.published, [{ uri: request, version: 1, diagnostics: [] }]);
  });
});
