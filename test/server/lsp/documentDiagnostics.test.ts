import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DocumentDiagnosticReport, RelatedFullDocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { pulling } from '../../support/capabilities.ts';
import { profileWith } from '../../support/profiles.ts';
import { startPair } from '../../support/serverPair.ts';
import type { TestClient } from '../../support/testClient.ts';

/** Like Neovim 0.12. */
const takesRelated = {
  ...pulling,
  textDocument: {
    ...pulling.textDocument,
    diagnostic: { ...pulling.textDocument.diagnostic, relatedDocumentSupport: true },
  },
};

const profile = 'file:///ws/zoom-lock-profile.json';
const request = 'file:///ws/a.zoom-create.json';
const other = 'file:///ws/c.zoom-create.json';
const update = 'file:///ws/b.zoom-update.json';
const meeting = 'file:///ws/b.zoom-meeting.json';
const notOurs = 'file:///ws/package.json';
const on = profileWith('W locked on · P unlocked · A unlocked');
const unlocked = profileWith('W unlocked · P unlocked · A unlocked');
const body = '{ "password": "q8zXw2Lt", "settings": { "waiting_room": false } }';

describe('the answer about one document', () => {
  it('is made anew for a closed file that changes on the disk', async (test) => {
    const lens = await startPair(test, { files: { [profile]: on, [request]: body } });
    const { resultId } = await lens.report(request);
    assert.equal((await lens.report(request, resultId)).kind, 'unchanged');
    lens.disk(request, body.replace('false', 'true'));
    const changed = await lens.report(request, resultId);
    assert.ok(changed.kind === 'full');
    assert.deepEqual(changed.items, []);
  });
});

describe('the answer about one document: the findings of those that rest on it', () => {
  it('an edit of the lock profile: the open requests that it governs', async (test) => {
    const lens = await startPair(test, { files: { [profile]: unlocked }, capabilities: takesRelated });
    lens.open(request, body);
    lens.open(notOurs, '{}');
    lens.open(profile);
    assert.deepEqual(await relatedCodes(lens, profile), { [request]: [], [notOurs]: [] });
    lens.change(profile, [{ range: lens.rangeOf(profile, unlocked), newText: on }]);
    assert.deepEqual(await relatedCodes(lens, profile), { [request]: ['waiting-room-overwritten'], [notOurs]: [] });
  });

  it('a request that the profile lists no longer loses its findings', async (test) => {
    const listed = 'file:///ws/bodies/a.json';
    const lists = (glob: string) =>
      `{ ${on.trim().slice(1, -1)}, "requests": [{ "files": "${glob}", "operation": "create" }] }`;
    const lens = await startPair(test, { capabilities: takesRelated });
    lens.open(profile, lists('bodies/*.json'));
    lens.open(listed, body);
    assert.deepEqual(await relatedCodes(lens, profile), { [listed]: ['waiting-room-overwritten'] });
    lens.type(profile, 'bodies', 'others');
    assert.deepEqual(await relatedCodes(lens, profile), { [listed]: [] });
  });

  it('an edit of a meeting file: the open update', async (test) => {
    const files = { [profile]: profileWith('W unlocked · P locked on · A unlocked') };
    const lens = await startPair(test, { files, capabilities: takesRelated });
    lens.open(update, '{ "settings": { "waiting_room": true } }');
    lens.open(meeting, '{ "password": "q8zXw2Lt", "settings": {} }');
    assert.deepEqual(await relatedCodes(lens, meeting), { [update]: [] });
    lens.type(meeting, '"password": "q8zXw2Lt", ', '');
    assert.deepEqual(await relatedCodes(lens, meeting), { [update]: ['passcode-generated'] });
  });

  it('their results are those that the client would get by asking for them', async (test) => {
    const lens = await startPair(test, { files: { [profile]: on }, capabilities: takesRelated });
    lens.open(request, body);
    lens.open(profile);
    const report = await lens.report(profile);
    const related = relatedOf(report)?.[request];
    const asked = await lens.report(request);
    assert.deepEqual({ ...related, relatedDocuments: relatedOf(asked) }, asked);
    assert.equal((await lens.report(request, related?.resultId)).kind, 'unchanged');
    assert.equal((await lens.report(profile, report.resultId)).kind, 'unchanged');
  });

  it('a profile that changed on the disk: with the next document that is asked about, once', async (test) => {
    const lens = await startPair(test, { files: { [profile]: unlocked }, capabilities: takesRelated });
    lens.open(request, body);
    lens.open(other, body);
    const before = await lens.report(other);
    lens.disk(profile, on);
    lens.type(other, 'q8zXw2Lt', 'q8zXw2Ltt');
    const after = await lens.report(other, before.resultId);
    assert.deepEqual(codesOf(relatedOf(after)), { [request]: ['waiting-room-overwritten'] });
    lens.type(other, 'q8zXw2Ltt', 'q8zXw2Lt');
    assert.equal(relatedOf(await lens.report(other, after.resultId)), undefined);
  });

  it('not for a client that takes no others', async (test) => {
    const lens = await startPair(test, { files: { [profile]: on } });
    lens.open(request, body);
    lens.open(profile);
    assert.equal(relatedOf(await lens.report(profile)), undefined);
  });
});

type Related = RelatedFullDocumentDiagnosticReport['relatedDocuments'];

function relatedOf(report: DocumentDiagnosticReport): Related {
  return 'relatedDocuments' in report ? report.relatedDocuments : undefined;
}

async function relatedCodes(lens: TestClient, uri: string): Promise<Readonly<Record<string, readonly unknown[]>>> {
  return codesOf(relatedOf(await lens.report(uri)));
}

function codesOf(related: Related): Readonly<Record<string, readonly unknown[]>> {
  const codes = Object.entries(related ?? {}).map(([uri, found]) => [
    uri,
    found.kind === 'full' ? found.items.map(({ code }) => code) : assert.fail('unchanged'),
  ]);
  return Object.fromEntries(codes);
}
