import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pulling, pushed } from '../../support/capabilities.ts';
import { profileWith } from '../../support/profiles.ts';
import { startPair } from '../../support/serverPair.ts';

/** A passcode leaves the editor in no message, hover, status or log. Fixes hold only new ones, and what is moved. */

const profile = 'file:///ws/zoom-lock-profile.json';
const meeting = 'file:///ws/a.zoom-meeting.json';
const secret = 'S3cretPw';

const bodies: Record<string, string> = {
  'at its place': `{ "password": "${secret}" }`,
  'too long': `{ "password": "${secret}${secret}" }`,
  'with forbidden characters': `{ "password": "${secret} ü" }`,
  'too weak': `{ "password": "${secret}" }`,
  'at the wrong place': `{ "settings": { "password": "${secret}" } }`,
  twice: `{ "password": "${secret}", "password": "${secret}2" }`,
  'in a list': `{ "password": ["${secret}"] }`,
  'in broken text': `{ "password": "${secret}", "settings": { `,
  'half typed': `{ "password": "${secret}`,
  'as option': `{ "password": "${secret}", "settings": { "waiting_room": false, "meeting_authentication": false } }`,
};

for (const [way, capabilities] of Object.entries({ pulling, pushed })) {
  for (const locks of ['W unlocked · P locked off · A unlocked', 'W unlocked · P locked on · A unlocked', '']) {
    describe(`${way}, ${locks || 'locks unknown'}: a passcode`, () => {
      for (const [where, text] of Object.entries(bodies)) {
        it(where, async (test) => {
          const files = {
            [profile]: profileWith(locks, { requirement: { length: 10, have_special_character: true } }),
            [meeting]: `{ "password": "${secret}3" }`,
          };
          const lens = await startPair(test, { files, capabilities });
          const told: unknown[] = [];
          for (const request of ['file:///ws/a.zoom-update.json', 'file:///ws/a.zoom-create.json', meeting]) {
            lens.open(request, text);
            told.push(await lens.hints(request), await lens.codeLenses(request));
            for (let offset = 0; offset <= text.length; offset++) {
              // A passcode that an item inserts is a new one.
              told.push(await lens.completions(request, offset));
            }
            told.push(await lens.diagnostics(request), await lens.status(request), await lens.explain(request));
            for (const word of ['password', secret, 'settings']) {
              if (text.includes(word)) told.push(await lens.hoverText(request, word));
            }
            for (const { title, diagnostics } of await lens.actions(request, text)) told.push(title, diagnostics);
            if (request !== meeting) lens.close(request);
          }
          await lens.settle();
          told.push(lens.logged, lens.published);
          assert.doesNotMatch(JSON.stringify(told), /S3cret/);
        });
      }
    });
  }
}
