import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { pulling, pushed } from '../../support/capabilities.ts';
import { documents } from '../../support/documents.ts';
import { profileWith } from '../../support/profiles.ts';
import { runs } from '../../support/rotation.ts';
import { startPair } from '../../support/serverPair.ts';
import type { TestClient } from '../../support/testClient.ts';

const profile = 'file:///ws/zoom-lock-profile.json';
const request = 'file:///ws/a.zoom-create.json';
const twin = 'file:///ws/b.zoom-create.json';
const update = 'file:///ws/a.zoom-update.json';
const updateTwin = 'file:///ws/b.zoom-update.json';
const on = profileWith('W locked on · P unlocked · A locked off');

/** Where to cut, how much, and what to put there; places in thousandths of the text. */
const edits = fc.array(
  fc.record({
    at: fc.nat(1000),
    length: fc.nat(30),
    text: fc.constantFrom(
      '',
      '{',
      '}',
      '"',
      ',',
      '\r\n',
      '🙂',
      '"password": "x",',
      '"settings": {',
      'false',
      'true',
      '//',
      '\uFEFF',
    ),
  }),
  { minLength: 1, maxLength: 8 },
);

type Edit = { readonly at: number; readonly length: number; readonly text: string };

function edit(lens: TestClient, uri: string, { at, length, text }: Edit): void {
  const size = lens.textOf(uri).length;
  const start = Math.floor((size * at) / 1000);
  const range = { start: lens.position(uri, start), end: lens.position(uri, Math.min(size, start + length)) };
  lens.change(uri, [{ range, newText: text }]);
}

for (const [way, capabilities] of Object.entries({ pulling, pushed })) {
  describe(`${way}: any sequence of edits`, () => {
    for (const [first, second] of [
      [request, twin],
      [update, updateTwin],
    ] as const) {
      it(`gives ${first.slice(13)} the same findings as a fresh opening of the last text`, async (test) => {
        const lens = await startPair(test, { files: { [profile]: on }, capabilities });
        const law = fc.asyncProperty(documents, edits, fc.boolean(), async (text, changes, asks) => {
          lens.open(first, text);
          for (const each of changes) {
            edit(lens, first, each);
            if (asks) await lens.diagnostics(first);
          }
          lens.open(second, lens.textOf(first));
          assert.deepEqual(await lens.diagnostics(first), await lens.diagnostics(second));
          lens.close(first);
          lens.close(second);
        });
        await fc.assert(law, runs(capabilities === pulling ? 40 : 10));
      });
    }

    it('of the profile, once it is saved, gives the request the same findings as a fresh start', async (test) => {
      const lens = await startPair(test, { files: { [profile]: '{}' }, capabilities });
      const body = '{ "settings": { "waiting_room": false, "meeting_authentication": true } }';
      const law = fc.asyncProperty(edits, async (changes) => {
        lens.open(request, body);
        lens.open(profile, on);
        for (const each of changes) edit(lens, profile, each);
        lens.save(profile);
        const found = await lens.diagnostics(request);
        const fresh = await startPair(test, { files: { [profile]: lens.textOf(profile).replace(/^\uFEFF/, '') } });
        fresh.open(request, body);
        assert.deepEqual(withoutPlaces(found), withoutPlaces(await fresh.diagnostics(request)));
        lens.close(profile);
        lens.close(request);
      });
      await fc.assert(law, runs(15));
    });
  });
}

/** A byte order mark that an edit puts before the profile moves the places in its first line, and is not on the disk. */
function withoutPlaces(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.map(({ relatedInformation: _, ...rest }) => rest);
}
