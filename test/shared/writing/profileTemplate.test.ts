import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse, readProfile, reportProfile } from '../../../shared/index.ts';
import { say } from '../../../shared/text.ts';
import { type AskedProfile, askedProfile, profileTemplate } from '../../../shared/writing/profileTemplate.ts';

const unknown: AskedProfile = {
  plan: undefined,
  rules: undefined,
  waitingRoom: undefined,
  passcode: undefined,
  authentication: undefined,
  requests: [],
  capturedAt: '2026-11-24',
};

describe('the profile that a user was asked for', () => {
  it('with all that is known', () => {
    const asked: AskedProfile = {
      plan: 'pro',
      rules: '2025-03-24',
      waitingRoom: { enabled: true, locked: true },
      passcode: { enabled: false, locked: false },
      authentication: { enabled: false, locked: true },
      requests: [
        { files: 'requests/standup.json', operation: 'create' },
        { files: 'move \\[1\\].json', operation: 'update' },
      ],
      capturedAt: '2026-11-24',
    };
    const text = say(askedProfile(asked));
    assert.equal(
      text,
      `{
  // What your Zoom account enforces. Request Lens needs it to predict what Zoom will store.
  // A setting that you leave out is unknown: what depends on it is not reported.
  "rules": "2025-03-24",
  "account": { "plan": "pro" },
  "waitingRoom": { "enabled": true, "locked": true },
  "passcode": { "enabled": false, "locked": false },
  "authentication": { "enabled": false, "locked": true },
  "requests": [
    { "files": "requests/standup.json", "operation": "create" },
    { "files": "move \\\\[1\\\\].json", "operation": "update" }
  ],
  "capturedAt": "2026-11-24"
}
`,
    );
    assert.deepEqual(reportProfile(readProfile(parse(text)), { today: '2026-11-24' }).findings, []);
  });

  it('with nothing but the date', () => {
    const profile = readProfile(parse(say(askedProfile(unknown))));
    assert.deepEqual([profile.document.errors, profile.problems], [[], []]);
    assert.deepEqual(
      profile.document.root?.type === 'object' && profile.document.root.properties.map(({ key }) => key),
      ['capturedAt'],
    );
  });
});

describe('the profile for an editor that cannot ask', () => {
  it('names the rules alone', () => {
    const profile = readProfile(parse(say(profileTemplate)));
    assert.deepEqual([profile.document.errors, profile.problems], [[], []]);
    assert.deepEqual(profile.document.root?.type === 'object' && profile.document.root.properties.length, 1);
    assert.equal(profile.rules, '2025-03-24');
  });

  it('is a profile whichever lines are uncommented', () => {
    const lines = say(profileTemplate).split('\n');
    const optional = [...lines.keys()].filter((at) => /^ {2}\/\/ "/.test(lines[at] ?? ''));
    assert.equal(optional.length, 5);
    for (let chosen = 0; chosen < 2 ** optional.length; chosen++) {
      const isChosen = (at: number) => (chosen & (1 << optional.indexOf(at))) > 0 && optional.includes(at);
      const text = lines.map((line, at) => (isChosen(at) ? line.replace('// ', '') : line)).join('\n');
      const profile = readProfile(parse(text));
      assert.deepEqual([profile.document.errors, profile.problems], [[], []], text);
    }
  });
});
