import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { run } from '../../../support/cliRun.ts';
import { profileWith } from '../../../support/profiles.ts';

const pOn = profileWith('W unlocked · P locked on · A unlocked');
const secret = 'S3cretPw-9';

/** Update 9 (passcodes on and locked): nothing about the passcode, so the meeting's own stays, else one is made. */
const update9 = {
  'zoom-lock-profile.json': pOn,
  'payloads/a.zoom-update.json': '{ "settings": { "waiting_room": true, "meeting_authentication": false } }',
};

const same = {
  waiting_room: { value: true, source: 'request', effect: 'kept', basis: 'documented' },
  meeting_authentication: { value: false, source: 'request', effect: 'kept', basis: 'documented' },
};
const noOption = { authentication_option: { set: false, source: 'none', effect: 'none', basis: 'documented' } };

describe('predict as JSON', () => {
  it('has the shape that the documentation promises', async () => {
    const { code, out, error } = await run('predict payloads --format json', update9);
    const generated = { set: true, source: 'generated', effect: 'added', basis: 'documented' };
    const current = { set: true, source: 'current', effect: 'none', basis: 'documented' };
    const [only, ...rest] = JSON.parse(out).requests;
    const { findings, ...element } = only;
    assert.deepEqual(element, {
      file: 'payloads/a.zoom-update.json',
      operation: 'update',
      profile: 'zoom-lock-profile.json',
      meeting: null,
      rules: '2020-12-20',
      scenario: 9,
      outcomes: [
        { when: { 'meeting.password': false }, ...same, password: generated, ...noOption },
        { when: { 'meeting.password': true }, ...same, password: current, ...noOption },
      ],
      notes: [],
    });
    assert.deepEqual(Object.keys(only), [
      'file',
      'operation',
      'profile',
      'meeting',
      'rules',
      'scenario',
      'outcomes',
      'notes',
      'findings',
    ]);
    assert.deepEqual(
      findings.map((each: { code: string; severity: string }) => [each.code, each.severity]),
      [['passcode-generated', 'information']],
    );
    assert.deepEqual([rest, code, error], [[], 0, '']);
  });

  it('with the meeting there is one outcome, and its passcode is not printed', async () => {
    const files = { ...update9, 'payloads/a.zoom-meeting.json': `{ "password": "${secret}", "settings": {} }` };
    const { out } = await run('predict payloads --format json', files);
    const [{ meeting, outcomes }] = JSON.parse(out).requests;
    const current = { set: true, source: 'current', effect: 'none', basis: 'documented' };
    assert.equal(meeting, 'payloads/a.zoom-meeting.json');
    assert.deepEqual(outcomes, [{ when: {}, ...same, password: current, ...noOption }]);
    assert.ok(!out.includes(secret));
  });

  it('the rule set, its unknown values and what the other one would store', async () => {
    const unlocked = { enabled: true, locked: false };
    const open = { waitingRoom: { locked: false }, passcode: unlocked, authentication: unlocked };
    const files = {
      'zoom-lock-profile.json': JSON.stringify({ ...open, rules: '2025-03-24' }),
      'a.zoom-create.json': '{}',
    };
    const [{ rules, outcomes, notes }] = JSON.parse((await run('predict . --format json', files)).out).requests;
    const room = { source: 'default', basis: 'inferred' };
    const passcode = { set: true, source: 'generated', effect: 'added', basis: 'documented' };
    assert.equal(rules, '2025-03-24');
    assert.deepEqual(
      outcomes.map(({ when, waiting_room, password }: Record<string, unknown>) => ({ when, waiting_room, password })),
      [
        {
          when: { 'enabled.waitingRoom': true },
          waiting_room: { value: true, ...room, effect: 'added' },
          password: passcode,
        },
        {
          when: { 'enabled.waitingRoom': false },
          waiting_room: { value: false, ...room, effect: 'none' },
          password: passcode,
        },
      ],
    );
    assert.deepEqual(notes, [
      "Under Zoom's 2020 rules: Waiting Room on and no passcode. (https://developers.zoom.us/docs/api/references/meeting-api-security-enhancements/)",
    ]);
  });

  it('a profile without rules: null, an outcome for each rule set, the row of the tables', async () => {
    const unlocked = { enabled: true, locked: false };
    const off = { enabled: false, locked: false };
    const files = {
      'zoom-lock-profile.json': JSON.stringify({ waitingRoom: off, passcode: unlocked, authentication: off }),
      'a.zoom-create.json': '{ "settings": { "waiting_room": false } }',
    };
    const [{ rules, scenario, outcomes }] = JSON.parse((await run('predict . --format json', files)).out).requests;
    assert.deepEqual([rules, scenario], [null, 23]);
    assert.deepEqual(
      outcomes.map(({ when, waiting_room, password }: Record<string, unknown>) => ({ when, waiting_room, password })),
      [
        {
          when: { rules: '2020-12-20' },
          waiting_room: { value: true, source: 'fallback', effect: 'overwritten', basis: 'documented' },
          password: { set: false, source: 'none', effect: 'none', basis: 'documented' },
        },
        {
          when: { rules: '2025-03-24' },
          waiting_room: { value: false, source: 'request', effect: 'kept', basis: 'inferred' },
          password: { set: true, source: 'generated', effect: 'added', basis: 'documented' },
        },
      ],
    );
    const { out, code } = await run('check .', files);
    assert.equal(code, 0);
    assert.doesNotMatch(out, /warning/);
    const { out: diff } = await run('predict . --diff', files);
    assert.match(diff, /as Zoom will store it if Zoom's tables of December 2020 apply/);
    assert.match(diff, /as Zoom will store it if Zoom's current API reference applies/);
  });

  it('a passcode is never printed, wherever it comes from', async () => {
    const files = {
      'zoom-lock-profile.json': pOn,
      'a.zoom-create.json': `{ "password": "${secret}", "settings": { "password": "${secret}" } }`,
      'b.zoom-create.json': `{ "password": "${secret}-too-long" }`,
      'c.zoom-create.json': '{ "password": 987654321 }',
      'd.zoom-update.json': `{ "password": "${secret}", "password": "${secret}" }`,
      'd.zoom-meeting.json': `{ "password": "${secret}", "settings": {} }`,
    };
    for (const args of ['predict .', 'predict . --format json', 'check .', 'check . --format json']) {
      const { out, error } = await run(args, files);
      assert.ok(!/S3cretPw|987654321/.test(out + error), `${args}\n${out}`);
    }
  });

  it('without a profile: null, and an outcome a combination of what is unknown of the account', async () => {
    const { out } = await run('predict a.zoom-create.json --format json', { 'a.zoom-create.json': '{}' });
    const [{ profile, scenario, outcomes }] = JSON.parse(out).requests;
    assert.deepEqual([profile, scenario], [null, null]);
    assert.ok(outcomes.length > 1);
    const facts = outcomes.flatMap(({ when }: { when: object }) => Object.keys(when));
    assert.deepEqual([...new Set(facts)].sort(), [
      'enabled.passcode',
      'enabled.waitingRoom',
      'lock.authentication',
      'lock.passcode',
      'lock.waitingRoom',
      'rules',
    ]);
  });

  it('an outcome for each way to fill in a value, where it differs', async () => {
    const unlocked = profileWith('W unlocked · P unlocked · A unlocked');
    const body =
      '{ "password": "Part-{{passcode}}", "settings": { "waiting_room": false, "meeting_authentication": false } }';
    const { out } = await run('predict a.zoom-create.json --format json', {
      'zoom-lock-profile.json': unlocked,
      'a.zoom-create.json': body,
    });
    const [{ outcomes, findings }] = JSON.parse(out).requests;
    const off = { value: false, source: 'request', effect: 'kept', basis: 'documented' };
    const others = { meeting_authentication: off, ...noOption };
    assert.deepEqual(outcomes, [
      {
        when: { 'request.password': true },
        waiting_room: off,
        password: { set: true, source: 'request', effect: 'kept', basis: 'documented' },
        ...others,
      },
      {
        when: { 'request.password': null },
        waiting_room: { value: true, source: 'fallback', effect: 'overwritten', basis: 'documented' },
        password: { set: false, source: 'none', effect: 'none', basis: 'documented' },
        ...others,
      },
    ]);
    assert.deepEqual(findings, []);
    assert.doesNotMatch(out, /Part/);
  });

  it('keys such as __proto__ change nothing', async () => {
    const odd =
      '{ "__proto__": { "password": "x" }, "constructor": 1, "settings": { "__proto__": { "waiting_room": true }, "toString": 2 } }';
    const profile = `{ "__proto__": ${pOn}, "constructor": { "prototype": 1 } }`;
    const both = async (body: string, lock: string) => {
      const { out } = await run('predict . --format json', {
        'a.zoom-create.json': body,
        'zoom-lock-profile.json': lock,
      });
      return JSON.parse(out).requests[0].outcomes;
    };
    assert.deepEqual(await both(odd, profile), await both('{}', '{}'));
  });
});

describe('predict as text', () => {
  it('shows path, operation, scenario, profile and a line for each field', async () => {
    const files = {
      'zoom-lock-profile.json': profileWith('W locked on · P unlocked · A unlocked'),
      'a.zoom-create.json': '{ "settings": { "waiting_room": false } }',
    };
    const { code, out } = await run('predict a.zoom-create.json', files);
    const lines = out.split('\n').map((line) => line.trim().replace(/ {2,}/g, ' | '));
    assert.deepEqual(lines.slice(0, 4), [
      'a.zoom-create.json',
      "create (Zoom's create scenario 8) · profile zoom-lock-profile.json",
      '',
      'field | sent | stored | basis',
    ]);
    assert.deepEqual(lines.slice(4, 6), [
      'waiting_room | false | true | changed | documented',
      'the account has the Waiting Room on and locked',
    ]);
    assert.equal(code, 0);
  });

  it('what is filled in later as it is written, a passcode apart', async () => {
    const { out, error } = await run('predict a.zoom-create.json', {
      'zoom-lock-profile.json': profileWith('W locked on · P unlocked · A locked off'),
      'a.zoom-create.json': '{ "password": "Part-{{passcode}}", "settings": { "waiting_room": {{room}} } }',
    });
    assert.match(out, /waiting_room +\{\{room\}\} +true +documented\n +the account has the Waiting Room on and locked/);
    assert.match(out, /password +filled in later +the passcode .*\n +if the request gives a passcode/);
    assert.match(out, /no passcode .*\n +if the request gives no passcode: nothing requires a passcode/);
    assert.doesNotMatch(out, /Part/);
    assert.equal(error, '');
  });

  it('the page behind what is inferred from one', async () => {
    const files = {
      'zoom-lock-profile.json': profileWith('W unlocked · P unlocked · A unlocked'),
      'a.zoom-create.json': '{ "default_password": true, "settings": { "waiting_room": true } }',
    };
    const { out } = await run('predict a.zoom-create.json', files);
    const made =
      /a generated passcode +added +inferred\n +if default_password has an effect: default_password is true$/m;
    assert.match(out, made);
    const api = 'https://developers.zoom.us/docs/api';
    assert.ok(out.includes(`\n  password: inferred from Zoom's API reference (${api}/meetings/)\n`));
    assert.ok(out.includes(`\n  documented: Zoom's tables (${api}/references/meeting-api-security-enhancements/)\n`));
    assert.equal(out.match(/inferred from/gi)?.length, 1);
  });

  it('what is wrong besides the four fields is below the table', async () => {
    const files = {
      'zoom-lock-profile.json': profileWith('W unlocked · P unlocked · A unlocked'),
      'a.zoom-create.json': '{ "password": "k7-Rm2xQ", "settings": { "authentication_domains": "a.example" } }',
    };
    const { out } = await run('predict a.zoom-create.json', files);
    assert.match(out, /^a\.zoom-create\.json:1:41: warning: .* \[authentication-domains-ignored\]$/m);
    const { out: diff } = await run('predict a.zoom-create.json --diff', files);
    assert.match(diff, /^# a\.zoom-create\.json:1:41: warning: .* \[authentication-domains-ignored\]$/m);
  });

  it('what is no request is not predicted', async () => {
    const files = { 'a.zoom-create.json': '{ "topic": "Launch", "type": 5 }' };
    const { code, out } = await run('predict a.zoom-create.json', files);
    const fault =
      'a.zoom-create.json:1:30: warning: This is a webinar, not a request. Rename the file, or leave it out of the "requests" of the lock profile. [not-a-request]';
    assert.equal(
      out,
      `a.zoom-create.json
  create · no lock profile: what the account locks is unknown

  This is not a request, so nothing is predicted.
${fault}
`,
    );
    assert.equal(code, 1);
    const { out: diff } = await run('predict a.zoom-create.json --diff', files);
    assert.equal(diff, `# a.zoom-create.json: This is not a request, so nothing is predicted.\n# ${fault}\n`);
    const { out: json } = await run('predict a.zoom-create.json --format json', files);
    const [{ rules, scenario, outcomes, notes, findings }] = JSON.parse(json).requests;
    assert.deepEqual([rules, scenario, outcomes, notes, findings.length], [null, null, [], [], 1]);
  });

  it('a broken body is not predicted', async () => {
    for (const text of ['{ "topic": "x", ', '', '['.repeat(300)]) {
      const files = { 'a.zoom-create.json': text };
      const { out } = await run('predict a.zoom-create.json', files);
      assert.match(out, /The body is broken/);
      assert.doesNotMatch(out, /stored/);
      const { out: json } = await run('predict a.zoom-create.json --format json', files);
      assert.deepEqual(JSON.parse(json).requests[0].outcomes, []);
    }
  });

  it('says that a profile is broken, or not there', async () => {
    const broken = await run('predict a.zoom-create.json', {
      'zoom-lock-profile.json': '{',
      'a.zoom-create.json': '{}',
    });
    assert.match(broken.out, /profile zoom-lock-profile\.json, which is not valid JSON, and is treated as missing/);
    assert.deepEqual([broken.code, broken.error], [2, 'zoom-lock-profile.json: is not valid JSON\n']);
    const none = await run('predict a.zoom-create.json', { 'a.zoom-create.json': '{}' });
    assert.match(none.out, /no lock profile/);
  });
});

describe('predict: exit codes', () => {
  for (const [args, files, code, error] of [
    [
      'predict zoom-lock-profile.json',
      { 'zoom-lock-profile.json': '{}' },
      2,
      'zoom-lock-profile.json: is a lock profile, not a request\n',
    ],
    ['predict .', { 'zoom-lock-profile.json': '{}', 'a.zoom-create.json': '{ "settings": 1 }' }, 0, ''],
    [
      'predict d/a.zoom-create.json',
      { 'd/a.zoom-create.json': '{}', 'd/zoom-lock-profile.json/x': '' },
      2,
      'd/zoom-lock-profile.json: is a folder\n',
    ],
    ['predict a.zoom-create.json --profile no.json', { 'a.zoom-create.json': '{}' }, 2, 'no.json: no such file\n'],
  ] as const) {
    it(args, async () => {
      const result = await run(args, files);
      assert.deepEqual([result.code, result.error], [code, error]);
    });
  }
});
