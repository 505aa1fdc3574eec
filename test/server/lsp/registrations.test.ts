import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { containerKind } from '../../../shared/fileKind.ts';
import { pulling, registering } from '../../support/capabilities.ts';
import { profileWith } from '../../support/profiles.ts';
import { startPair } from '../../support/serverPair.ts';
import type { TestClient } from '../../support/testClient.ts';

const profile = 'file:///ws/zoom-lock-profile.json';
const script = 'file:///ws/src/createMeeting.ts';
const on = profileWith('W locked on · P unlocked · A unlocked');

/** What is registered for documents and code: the methods, with all that are for JSON files alone left out. */
function forDocuments({ registered }: TestClient): readonly string[] {
  return registered.flatMap(({ method, registerOptions }) =>
    JSON.stringify(registerOptions).includes('.{md') || JSON.stringify(registerOptions).includes('{md,')
      ? [method.replace('textDocument/', '')]
      : [],
  );
}

const inDocuments = [
  'didOpen',
  'didChange',
  'didSave',
  'didClose',
  'hover',
  'definition',
  'codeLens',
  'inlayHint',
  'codeAction',
  'completion',
  'semanticTokens',
  'diagnostic',
  'workspace/didChangeWatchedFiles',
];

describe('documents and code', () => {
  it('cost nothing in a workspace without a lock profile', async (test) => {
    const lens = await startPair(test, { files: { [script]: 'fetch("/meetings/1")' }, capabilities: registering });
    await lens.lookedAround();
    assert.deepEqual(forDocuments(lens), []);
    assert.deepEqual(
      lens.world.reads.filter((uri) => containerKind(uri) !== undefined),
      [],
      'no document is read',
    );
    assert.equal(lens.world.loads, 0);
  });

  it('are registered where the workspace has one', async (test) => {
    const lens = await startPair(test, { files: { [profile]: on }, capabilities: registering });
    await lens.lookedAround();
    assert.deepEqual(forDocuments(lens), inDocuments);
  });

  it('are registered once it comes, and no longer once it goes', async (test) => {
    const lens = await startPair(test, { files: { [script]: '' }, capabilities: registering });
    lens.disk(profile, on);
    await lens.until(() => forDocuments(lens).length > 0);
    assert.deepEqual(forDocuments(lens), inDocuments);
    lens.disk(profile, undefined);
    await lens.until(() => forDocuments(lens).length === 0);
    const diagnostics = lens.registered.filter(({ method }) => method === 'textDocument/diagnostic');
    assert.equal(diagnostics.length, 1, 'JSON files have findings as before');
  });

  it('a profile that is only open counts, too', async (test) => {
    const lens = await startPair(test, { capabilities: registering });
    lens.open('file:///elsewhere/zoom-lock-profile.json', on);
    await lens.until(() => forDocuments(lens).length > 0);
    assert.deepEqual(forDocuments(lens), inDocuments);
  });

  it('code has no completion and no semantic tokens', async (test) => {
    const lens = await startPair(test, { files: { [profile]: on }, capabilities: registering });
    await lens.until(() => forDocuments(lens).length > 0);
    const inCode = lens.registered.filter(({ registerOptions }) => JSON.stringify(registerOptions).includes('php'));
    const methods = inCode.map(({ method }) => method.replace('textDocument/', ''));
    assert.deepEqual(
      methods,
      inDocuments.filter((each) => each !== 'completion' && each !== 'semanticTokens'),
    );
  });

  it('are never registered with a client that cannot change it', async (test) => {
    const lens = await startPair(test, { files: { [profile]: on }, capabilities: pulling });
    await lens.lookedAround();
    assert.deepEqual(forDocuments(lens), []);
    assert.equal(lens.initializeResult?.capabilities.hoverProvider, true);
  });
});
