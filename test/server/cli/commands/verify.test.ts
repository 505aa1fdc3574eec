import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { run, runIn, worldOf } from '../../../support/cliRun.ts';
import { profileWith } from '../../../support/profiles.ts';

const unlocked = profileWith('W unlocked · P unlocked · A unlocked');
const meeting = (waiting_room: boolean, password?: string) =>
  JSON.stringify({
    id: 84210003344,
    ...(password ? { password } : {}),
    settings: { waiting_room, meeting_authentication: false },
  });

/** Create 23: nothing is given, so that Zoom turns the Waiting Room on; by the newer rules it also generates a passcode. */
const files = {
  'zoom-lock-profile.json': unlocked,
  'a.zoom-create.json': '{}',
  'a.zoom-response.json': meeting(true),
};

const agreeing = `create scenario 23 · Zoom's tables of December 2020

  response              request             field                   predicted  seen     agree
  a.zoom-response.json  a.zoom-create.json  waiting_room            true       true     yes
                                            password                not set    not set  yes
                                            meeting_authentication  false      false    yes
                                            authentication_option   not set    not set  yes

create scenario 23 · Zoom's current API reference, which the lock profile does not name

  response              request             field                   predicted  seen     agree
  a.zoom-response.json  a.zoom-create.json  waiting_room            true       true     yes
                                            password                set        not set  no
                                            meeting_authentication  false      false    yes
                                            authentication_option   not set    not set  yes

1 of 1 response agrees with the prediction.
By rule set: Zoom's tables of December 2020 (2020-12-20): 1; Zoom's current API reference (2025-03-24): 0.
Zoom's tables of December 2020 (2020-12-20) fit the responses better.
`;

describe('verify', () => {
  for (const path of [
    '.',
    'a.zoom-create.json',
    'a.zoom-response.json',
    '*.zoom-create.json',
    'a.zoom-response.json .',
  ])
    it(`prints a table for each scenario and rule set: verify ${path}`, async () => {
      assert.deepEqual(await run(`verify ${path}`, files), { code: 0, out: agreeing, error: '' });
    });

  it('a difference: exit code 1, the finding, and which rules fit better', async () => {
    const { code, out, error } = await run('verify .', { ...files, 'a.zoom-response.json': meeting(true, 'S3cretPw') });
    assert.deepEqual([code, error], [1, '']);
    const end = `a.zoom-response.json:1:30: warning: password: set in Zoom's response, but not set in the prediction. Zoom's current API reference agrees with the response: check "rules" in the lock profile. [prediction-mismatch]

0 of 1 response agrees with the prediction.
By rule set: Zoom's tables of December 2020 (2020-12-20): 0; Zoom's current API reference (2025-03-24): 1.
Zoom's current API reference (2025-03-24) fits the responses better.
`;
    assert.ok(out.endsWith(end), out);
    assert.doesNotMatch(out, /S3cretPw/);
  });

  it('one table where the rule sets do not differ; further responses after the first', async () => {
    const locked = {
      'zoom-lock-profile.json': profileWith('W locked on · P locked off · A locked off'),
      'a.zoom-create.json': '{}',
      'a.zoom-response.json': meeting(true),
      'a.2.zoom-response.json': meeting(false),
      'a.10.zoom-response.json': meeting(true),
    };
    const { code, out } = await run('verify a.zoom-create.json', locked);
    assert.equal(code, 1);
    assert.match(out, /^create scenario 7 · both rule sets\n/);
    const rows = out.split('\n').filter((line) => /^ {2}a\./.test(line));
    assert.deepEqual(
      rows.map((line) => line.split(/ {2,}/).slice(1)),
      [
        ['a.zoom-response.json', 'a.zoom-create.json', 'waiting_room', 'true', 'true', 'yes'],
        ['a.2.zoom-response.json', 'a.zoom-create.json', 'waiting_room', 'true', 'false', 'no'],
        ['a.10.zoom-response.json', 'a.zoom-create.json', 'waiting_room', 'true', 'true', 'yes'],
      ],
    );
    assert.match(out, /\n2 of 3 responses agree with the prediction\.\n.*\nBoth rule sets fit equally well\.\n$/);
  });

  it('says so where no rule set fits', async () => {
    const locked = {
      'zoom-lock-profile.json': profileWith('W locked on · P locked off · A locked off'),
      'a.zoom-create.json': '{}',
      'a.zoom-response.json': meeting(false),
    };
    assert.match((await run('verify a.zoom-create.json', locked)).out, /\nNeither rule set fits\.\n$/);
  });

  it('an update and its meeting file, a listed request, and a request in a profile of another account', async () => {
    const { code, out } = await run('verify .', {
      'zoom-lock-profile.json': unlocked.replace(
        '{',
        '{ "requests": [{ "files": "move.json", "operation": "update" }],',
      ),
      'b.zoom-update.json': '{ "settings": { "waiting_room": false } }',
      'b.zoom-meeting.json': '{ "id": 1, "password": "x", "settings": { "waiting_room": true } }',
      'b.zoom-response.json': meeting(false, 'x'),
      'move.json': '{ "settings": { "waiting_room": true } }',
      'move.zoom-response.json': meeting(true),
    });
    assert.equal(code, 0, out);
    assert.match(out, /^update scenario 23 · both rule sets\n/);
    assert.match(out, / {2}move\.zoom-response\.json {2,}move\.json {2,}waiting_room {2,}true {2,}true {2,}yes\n/);
  });

  it('--profile and --meeting', async () => {
    const staging = profileWith('W locked off · P unlocked · A unlocked');
    const { code } = await run('verify . --profile staging.json', { ...files, 'staging.json': staging });
    assert.equal(code, 1);
    const update = {
      'zoom-lock-profile.json': unlocked,
      'b.zoom-update.json': '{ "settings": { "waiting_room": false } }',
      'b.zoom-response.json': meeting(false, 'x'),
      'before.json': meeting(true),
    };
    assert.equal((await run('verify .', update)).code, 0);
    assert.equal((await run('verify . --meeting before.json', update)).code, 1);
  });

  it('as JSON', async () => {
    const { code, out } = await run('verify . --format json', files);
    const { responses, rules, better, problems } = JSON.parse(out);
    assert.equal(code, 0);
    const [{ fits, ...response }] = responses;
    assert.deepEqual(response, {
      response: 'a.zoom-response.json',
      file: 'a.zoom-create.json',
      operation: 'create',
      profile: 'zoom-lock-profile.json',
      rules: '2020-12-20',
      scenario: 23,
      agrees: true,
      findings: [],
    });
    const none = { set: false };
    const field = (name: string, predicted: unknown, seen: unknown, agrees: boolean) => ({
      name,
      predicted,
      seen,
      agrees,
    });
    const common = [
      field('meeting_authentication', false, false, true),
      field('authentication_option', none, none, true),
    ];
    const on = field('waiting_room', true, true, true);
    assert.deepEqual(fits, [
      { rules: '2020-12-20', agrees: true, fields: [on, field('password', none, none, true), ...common] },
      { rules: '2025-03-24', agrees: false, fields: [on, field('password', { set: true }, none, false), ...common] },
    ]);
    assert.deepEqual(rules, [
      { rules: '2020-12-20', agree: 1, of: 1 },
      { rules: '2025-03-24', agree: 0, of: 1 },
    ]);
    assert.deepEqual([better, problems], ['2020-12-20', []]);
  });
});

it('docs/verify.md shows what verify prints', () => {
  const page = readFileSync(new URL('../../../../docs/verify.md', import.meta.url), 'utf8');
  assert.ok(page.includes(`$ zoom-request-lens verify .\n${agreeing}`));
});

describe('verify finds nothing to verify, or what it cannot: exit code 2', () => {
  const nothing = 'Nothing to verify: there is no NAME.zoom-response.json next to a request.\n';
  for (const [what, args, added, error] of [
    ['a folder without responses', 'verify .', { 'a.zoom-create.json': '{}' }, nothing],
    [
      'a request without one',
      'verify a.zoom-create.json',
      { 'a.zoom-create.json': '{}' },
      'a.zoom-create.json: no response is next to it\n',
    ],
    [
      'a response without a request',
      'verify .',
      { 'a.zoom-response.json': meeting(true) },
      'a.zoom-response.json: no request to compare it with: a.zoom-create.json, a.zoom-update.json or a listed a.json\n',
    ],
    [
      'a request that is broken',
      'verify .',
      { 'a.zoom-create.json': '{', 'a.zoom-response.json': meeting(true) },
      'a.zoom-response.json: no request to compare it with: a.zoom-create.json, a.zoom-update.json or a listed a.json\n',
    ],
    [
      'an error response',
      'verify .',
      { 'a.zoom-create.json': '{}', 'a.zoom-response.json': '{ "code": 300, "message": "Validation Failed." }' },
      'a.zoom-response.json: This is an error response from Zoom (code 300), so nothing is compared with it. Save the response of the create request here, or of GET /meetings/{meetingId} after the update.\n',
    ],
    [
      'no path',
      'verify',
      {},
      'verify needs a PATH, or --record NAME.\nzoom-request-lens verify --help shows how it is used.\n',
    ],
    ['a path that is not there', 'verify b', {}, 'b: no such file or folder\n'],
  ] as const)
    it(what, async () => assert.deepEqual(await run(args, added), { code: 2, out: '', error }));
});

describe('verify --record NAME', () => {
  it('stores what is on standard input without secrets, and verifies it', async () => {
    const { 'a.zoom-response.json': _, ...without } = files;
    const world = worldOf(without);
    const response = {
      ...JSON.parse(meeting(true)),
      start_url: 'https://z/s/1?zak=t0ken',
      host_email: 'me@example.com',
    };
    const first = await runIn(world, ['verify', '--record', 'a'], JSON.stringify(response));
    assert.deepEqual(first, { code: 0, out: agreeing, error: 'a.zoom-response.json is written, without secrets.\n' });
    assert.equal(
      world.textOf('file:///repo/work/a.zoom-response.json'),
      '{\n  "settings": {\n    "waiting_room": true,\n    "meeting_authentication": false\n  }\n}\n',
    );
    for (const [name, written] of [
      ['a.zoom-create.json', 'a.2.zoom-response.json'],
      ['./a.zoom-response.json', 'a.3.zoom-response.json'],
    ] as const) {
      const { code, error } = await runIn(world, ['verify', '--record', name], meeting(true, 'S3cretPw'));
      assert.deepEqual([code, error], [1, `${written} is written, without secrets.\n`]);
      assert.doesNotMatch(world.textOf(`file:///repo/work/${written}`) ?? assert.fail(), /S3cretPw/);
    }
  });

  for (const [what, input, error] of [
    [
      'nothing, as Zoom answers an update',
      '',
      '-: This is empty. Zoom answers an update without a body: record the response of GET /meetings/{meetingId}.\n',
    ],
    ['an error', '{ "code": 3001, "message": "…" }', '-: This is an error response from Zoom (code 3001).\n'],
    [
      'a request',
      '{ "topic": "x", "settings": {} }',
      '-: This is not a response of GET /meetings/{meetingId}: it has no "id".\n',
    ],
    ['no text', new Uint8Array([0xff, 0xfe, 0x00]), '-: is not valid UTF-8\n'],
  ] as const)
    it(`writes nothing of ${what}`, async () => {
      const world = worldOf({ 'a.zoom-create.json': '{}' });
      assert.deepEqual(await runIn(world, ['verify', '--record', 'a'], input), { code: 2, out: '', error });
      assert.equal(world.textOf('file:///repo/work/a.zoom-response.json'), undefined);
    });

  it('incorrect usage', async () => {
    for (const [args, problem] of [
      ['verify . --record a', 'verify takes a PATH or --record NAME, not both.'],
      ['verify --record=', '--record has an empty value.'],
      ['verify -', 'verify reads standard input only with --record NAME.'],
      ['verify . --operation create', 'verify has no option --operation.'],
      ['verify . --diff', 'verify has no option --diff.'],
      ['verify . --profile a --profile b', 'verify takes one --profile.'],
      ['check . --record a', 'check has no option --record.'],
      ['import a.json --record a', 'import has no option --record.'],
    ] as const) {
      const { code, error } = await run(args);
      assert.deepEqual([code, error.split('\n')[0]], [2, problem], args);
    }
  });
});
