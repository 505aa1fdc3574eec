import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pulling, pushed } from '../../support/capabilities.ts';
import { startPair } from '../../support/serverPair.ts';

/** The product from end to end: what an editor sees of one request. */

const profile = 'file:///ws/zoom-lock-profile.json';
const request = 'file:///ws/standup.zoom-create.json';

/** Zoom's create scenario 8: the Waiting Room on and locked, the others not locked. */
const scenario8 = `{
  "waitingRoom": { "enabled": true, "locked": true },
  "passcode": { "enabled": true, "locked": false },
  "authentication": { "enabled": false, "locked": false }
}`;

/** Of "waitingRoom" in it. */
const onWaitingRoom = { start: { line: 1, character: 2 }, end: { line: 1, character: 15 } };

const body = `{
  "topic": "Stand-up", // on weekdays
  "password": "q8zXw2Lt",
  "settings": { "waiting_room": false }
}`;

const drawn = `{
  "topic": "Stand-up", // on weekdays
  "password": "q8zXw2Lt",
  "settings": { "waiting_room": false }
  //                            ^^^^^ waiting-room-overwritten: Zoom will store waiting_room as true: the account has the Waiting Room on and locked.
}`;

const fixed = `{
  "topic": "Stand-up", // on weekdays
  "password": "q8zXw2Lt",
  "settings": { "waiting_room": true }
}`;

describe('a request is opened, inspected and fixed', () => {
  for (const [way, capabilities] of Object.entries({ pulling, pushed })) {
    it(`${way}: the finding stands on the value, says why, and links to its page`, async (test) => {
      const lens = await startPair(test, { files: { [profile]: scenario8 }, capabilities });
      lens.open(request, body);
      assert.deepEqual(await lens.diagnostics(request), [
        {
          range: { start: { line: 3, character: 32 }, end: { line: 3, character: 37 } },
          severity: 2,
          code: 'waiting-room-overwritten',
          source: 'Zoom',
          message: 'Zoom will store waiting_room as true: the account has the Waiting Room on and locked.',
          codeDescription: { href: 'file:///rules/waiting-room-overwritten.md' },
          relatedInformation: [
            { location: { uri: profile, range: onWaitingRoom }, message: 'Cause: this line of the lock profile' },
          ],
        },
      ]);
    });

    it(`${way}: after the fix the finding is gone and nothing else has changed`, async (test) => {
      const lens = await startPair(test, { files: { [profile]: scenario8 }, capabilities });
      lens.open(request, body);
      await lens.expect(request, drawn);
      await lens.applyAction(request, 'false', 'Write waiting_room: true, as Zoom will store it');
      await lens.expect(request, fixed);
    });
  }

  it('the hover shows scenario and profile, then value, reason and basis', async (test) => {
    const lens = await startPair(test, { files: { [profile]: scenario8 } });
    lens.open(request, body);
    const hover = await lens.hover(request, 'waiting_room');
    assert.deepEqual(hover?.range, lens.rangeOf(request, '"waiting_room": false'));
    const text = (await lens.hoverText(request, 'waiting_room')) ?? '';
    const page =
      'https://developers.zoom.us/docs/api/references/meeting-api-security-enhancements/#create-a-meeting-api';
    assert.match(text, /`waiting_room`: sent `false` → stored `true`/);
    assert.match(text, /[Tt]he account has the Waiting Room on and locked/);
    assert.match(text, /documented/);
    const sources = `[Zoom's create scenario 8](${page}) · Lock profile: [zoom-lock-profile.json](${profile})`;
    assert.equal(text.split('\n')[0], sources);
  });

  it('a hover on `settings` shows the table, on the topic nothing, in its braces nothing', async (test) => {
    const lens = await startPair(test, { files: { [profile]: scenario8 } });
    lens.open(request, body);
    assert.match(
      (await lens.hoverText(request, 'settings')) ?? '',
      /\| `waiting_room` \| `false` \| `true` \(changed\) \|/,
    );
    assert.equal(await lens.hover(request, 'Stand-up'), null);
    assert.equal(await lens.hover(request, '{ "waiting_room"'), null);
  });

  it('half-typed text keeps what is certain: the lock', async (test) => {
    const lens = await startPair(test, { files: { [profile]: scenario8 } });
    lens.open(request, '{\n  "settings": { "waiting_room": false,\n');
    assert.deepEqual(await lens.codes(request), ['waiting-room-overwritten', 'json-syntax']);
  });

  it('an editor that reports broken JSON itself gets nothing about it from us', async (test) => {
    const lens = await startPair(test, { initializationOptions: { editorReportsSyntax: true } });
    lens.open(request, '{ "topic": ');
    assert.deepEqual(await lens.codes(request), []);
  });

  it('the client says where the pages are', async (test) => {
    const files = { [profile]: scenario8 };
    const lens = await startPair(test, { files, initializationOptions: { rulesFolder: 'https://example.org/rules' } });
    lens.open(request, body);
    const [first] = await lens.diagnostics(request);
    assert.equal(first?.codeDescription?.href, 'https://example.org/rules/waiting-room-overwritten.md');
  });

  it('the status names the operation, the scenario and what the profile leaves open', async (test) => {
    const files = { [profile]: '{ "waitingRoom": { "enabled": true, "locked": true } }' };
    const lens = await startPair(test, { files });
    lens.open(request, body);
    assert.deepEqual(await lens.status(request), {
      requests: 1,
      operation: 'create',
      scenario: null,
      profile,
      profileProblem: null,
      profileAge: null,
      unknown: ['passcode', 'authentication', 'rules'],
      meetingProblem: null,
    });
    assert.equal(await lens.status(profile), null);
  });
});
