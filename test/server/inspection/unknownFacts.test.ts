import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { run } from '../../support/cliRun.ts';
import { profileWith } from '../../support/profiles.ts';
import { startPair } from '../../support/serverPair.ts';

const locked = profileWith('W locked on · P locked on · A locked on');
const both = JSON.stringify({
  ...JSON.parse(locked),
  personalMeetingId: { passcode: { enabled: false, locked: true } },
});

/** The line of the page that says it. */
async function unknown(name: string, body: string, profile = locked): Promise<string | undefined> {
  const { out } = await run(`explain ${name}`, { 'zoom-lock-profile.json': profile, [name]: body });
  return /^- ((?:Unknown:|Nothing unknown).*)$/m.exec(out)?.[1];
}

describe('a passcode that depends on the personal meeting ID', () => {
  it('is explained by the setting for personal meeting IDs, and not by the one that the profile says', async () => {
    const name = 'a.zoom-create.json';
    const body = '{ "settings": { "use_pmi": {{use}} } }';
    const { out } = await run(`explain ${name}`, { 'zoom-lock-profile.json': locked, [name]: body });
    const uses = 'the request uses the personal meeting ID, and the account has passcodes for personal meeting IDs';
    assert.ok(out.includes(`${uses} off and locked`), out);
    assert.doesNotMatch(out, /account has passcodes (?:off|not locked)/);
  });

  it('and the line over an update leads to the meeting', async (test) => {
    const uri = 'file:///ws/a.zoom-update.json';
    const body = '{ "settings": { "use_pmi": true, "waiting_room": true, "meeting_authentication": true } }';
    const lens = await startPair(test, { files: { 'file:///ws/zoom-lock-profile.json': locked, [uri]: body } });
    lens.open(uri);
    assert.deepEqual(await lens.lenses(uri), ['What Zoom stores depends on the meeting']);
  });
});

describe('what is unknown about a request', () => {
  const create = 'a.zoom-create.json';
  const update = 'a.zoom-update.json';
  const either = 'whether the meeting uses the personal meeting ID, which has its own passcode setting';

  it('nothing', async () => {
    assert.equal(await unknown(create, '{ "topic": "x" }'), 'Nothing unknown');
  });

  it('locks that the profile leaves out', async () => {
    const profile = profileWith('W locked on');
    assert.equal(
      await unknown(create, '{ "topic": "x" }', profile),
      'Unknown: whether the account locks `passcode`, `authentication`',
    );
  });

  // The profile says that passcodes are locked; what it leaves out is the setting for personal meeting IDs.
  it('which passcode setting applies, where a value that is filled in later decides that', async () => {
    for (const use of ['{{use}}', '"false"']) {
      const line = (await unknown(create, `{ "settings": { "use_pmi": ${use} } }`)) ?? '';
      assert.match(line, /^Unknown: whether the account locks `personalMeetingId`; /);
      assert.doesNotMatch(line, /`passcode`/);
    }
    const known = (await unknown(create, '{ "settings": { "use_pmi": {{use}} } }', both)) ?? '';
    assert.equal(known, 'Unknown: what is filled in for `use_pmi`');
  });

  it('or where the meeting decides it', async () => {
    assert.equal(
      await unknown(update, '{ "settings": { "use_pmi": true } }'),
      `Unknown: ${either}; the current meeting`,
    );
  });
});
