import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pulling, pushed, without } from '../../support/capabilities.ts';
import { profileWith } from '../../support/profiles.ts';
import { startPair } from '../../support/serverPair.ts';

const profile = 'file:///ws/zoom-lock-profile.json';
const request = 'file:///ws/a.zoom-create.json';
const files = { [profile]: profileWith('W unlocked · P unlocked · A unlocked') };
const bare = '{ "topic": "x" }';
const secured = '{ "topic": "x", "password": "4sPgWr-2" }';
/** Longer than any test. */
const forever = 1_000_000;

for (const [way, capabilities] of Object.entries({ pulling, pushed })) {
  describe(`what a text lacks, while it is typed (${way})`, () => {
    it('is reported of one that is opened', async (test) => {
      const lens = await startPair(test, { files, capabilities, thinking: forever });
      lens.open(request, bare);
      assert.deepEqual(await lens.codes(request), ['unsecured-request']);
    });

    it('is not reported after a key, unlike all else', async (test) => {
      const lens = await startPair(test, { files, capabilities, thinking: forever });
      lens.open(request, secured);
      lens.type(request, ', "password": "4sPgWr-2"', ', "settings": { "topic": "y" }');
      assert.deepEqual(await lens.codes(request), ['field-misplaced']);
    });

    it('stays where it is reported already, until it is fixed', async (test) => {
      const lens = await startPair(test, { files, capabilities, thinking: forever });
      lens.open(request, bare);
      assert.deepEqual(await lens.codes(request), ['unsecured-request']);
      lens.type(request, 'x', 'xy');
      assert.deepEqual(await lens.codes(request), ['unsecured-request']);
      lens.type(request, '"xy"', '"xy", "password": "4sPgWr-2"');
      assert.deepEqual(await lens.codes(request), []);
      lens.type(request, ', "password": "4sPgWr-2"', '');
      assert.deepEqual(await lens.codes(request), []);
    });

    it('is reported once it is saved, or opened again', async (test) => {
      const lens = await startPair(test, { files, capabilities, thinking: forever });
      lens.open(request, secured);
      lens.type(request, ', "password": "4sPgWr-2"', '');
      assert.deepEqual(await lens.codes(request), []);
      lens.save(request);
      assert.deepEqual(await lens.codes(request), ['unsecured-request']);
      lens.close(request);
      lens.open(request, secured);
      lens.type(request, ', "password": "4sPgWr-2"', '');
      assert.deepEqual(await lens.codes(request), []);
      lens.close(request);
      lens.open(request, bare);
      assert.deepEqual(await lens.codes(request), ['unsecured-request']);
    });
  });
}

describe('after a pause', () => {
  it('a client that pulls is asked to pull again, and its last result no longer counts', async (test) => {
    const lens = await startPair(test, { files, thinking: forever });
    lens.open(request, secured);
    lens.type(request, ', "password": "4sPgWr-2"', '');
    const { resultId } = await lens.report(request);
    lens.save(request);
    await lens.until(() => lens.refreshes > 0);
    const then = await lens.report(request, resultId);
    assert.deepEqual(then.kind === 'full' && then.items.map(({ code }) => code), ['unsecured-request']);
  });

  it('any other is sent it', async (test) => {
    const lens = await startPair(test, { files, capabilities: pushed, thinking: 1 });
    lens.open(request, secured);
    lens.type(request, ', "password": "4sPgWr-2"', '');
    await lens.until(() => lens.published.at(-1)?.diagnostics.at(-1)?.code === 'unsecured-request');
  });

  it('nothing is sent where nothing was kept back', async (test) => {
    const lens = await startPair(test, { files, thinking: forever });
    lens.open(request, secured);
    lens.type(request, '"x"', '"y"');
    assert.deepEqual(await lens.codes(request), []);
    lens.save(request);
    await lens.settle();
    assert.equal(lens.refreshes, 0);
  });
});

it('a client that cannot be notified later gets all at once', async (test) => {
  const workspace = without(pulling.workspace, 'diagnostics');
  const diagnostic = { ...pulling.textDocument.diagnostic, relatedDocumentSupport: true };
  const capabilities = { textDocument: { ...pulling.textDocument, diagnostic }, workspace };
  const lens = await startPair(test, { files, capabilities, thinking: forever });
  lens.open(request, secured);
  lens.type(request, ', "password": "4sPgWr-2"', '');
  assert.deepEqual(await lens.codes(request), ['unsecured-request']);
});
