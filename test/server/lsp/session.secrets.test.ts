import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { ClientCapabilities, Message } from 'vscode-languageserver-protocol';
import { pulling, pushed } from '../../support/capabilities.ts';
import { everyAnswer } from '../../support/everyAnswer.ts';
import { profileWith } from '../../support/profiles.ts';
import { triesAll } from '../../support/rotation.ts';
import { asKey, secret, secretBodies, secretsIn } from '../../support/secrets.ts';
import { startPair } from '../../support/serverPair.ts';

/** A passcode leaves the server in no message of any kind. Edits hold only new ones, and what is moved. */

const profile = 'file:///ws/zoom-lock-profile.json';
const meeting = 'file:///ws/a.zoom-meeting.json';
const update = 'file:///ws/a.zoom-update.json';
const many = 'file:///ws/many.json';
const requests = [{ files: 'many.json', at: '/all/*', operation: 'create' }];

/** Opens a text under every name that it may have, asks all there is to ask, and returns all that the server sends. */
async function heardOf(
  test: TestContext,
  locks: string,
  text: string,
  capabilities: ClientCapabilities = pulling,
): Promise<string> {
  const heard: Message[] = [];
  const known = profileWith(locks, { requirement: { length: 10, have_special_character: true } });
  const files = {
    [profile]: JSON.stringify({ ...JSON.parse(known), requests }),
    [meeting]: `{ "password": "${secret}3", "settings": {} }`,
    'file:///ws/closed.zoom-create.json': text,
  };
  const initializationOptions = { runsCommands: true };
  const lens = await startPair(test, { files, capabilities, initializationOptions, heard });
  const named = ['file:///ws/a.zoom-create.jsonc', update, many, meeting];
  for (const uri of text === secretBodies[asKey] ? named : [...named, profile]) {
    const opened = uri === many ? `{ "all": { "a": ${text}, "b": {} } }` : text;
    lens.open(uri, opened);
    await everyAnswer(lens, uri, placesIn(opened));
    await lens.diagnostics(uri);
    if (uri !== meeting) lens.close(uri);
  }
  await lens.lookedAround();
  return JSON.stringify(heard, (key, value) => (key === 'newText' || isStoredText(value) ? undefined : value));
}

/** The answer to `workspace/textDocumentContent`, the user's own text beside the user's own text, is that and nothing else. */
function isStoredText(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).join() === 'text';
}

/** Before, within and behind keys and values. */
function placesIn(text: string): readonly number[] {
  return Array.from({ length: Math.ceil(text.length / step) }, (_, at) => at * step);
}

/** The state of the locks decides what is said; `npm run test:all` tries each text in every one. */
const locks = ['W unlocked · P locked off · A unlocked', 'W unlocked · P locked on · A unlocked', ''];
/** The places that are asked about are so many characters apart. */
const step = triesAll ? 2 : 17;

describe('a passcode', () => {
  for (const [at, [where, text]] of Object.entries(secretBodies).entries()) {
    for (const known of triesAll ? locks : [locks[at % locks.length] ?? ''])
      it(`${where}, ${known || 'locks unknown'}`, async (test) => {
        assert.deepEqual(secretsIn(await heardOf(test, known, text)), []);
      });
  }

  it('is in nothing that is sent unasked', async (test) => {
    const texts = Object.values(secretBodies).filter((_, at) => triesAll || at % 4 === 0);
    for (const text of texts) assert.deepEqual(secretsIn(await heardOf(test, 'W locked on', text, pushed)), []);
  });
});
