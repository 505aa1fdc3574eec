import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { text } from '../../../../shared/text.ts';
import { run, runIn, worldOf } from '../../../support/cliRun.ts';
import { levelOf, saved, security } from '../../../support/savedResponses.ts';

const account = Object.fromEntries(levelOf('account', 'DUE').map(({ name, text }) => [name, text]));
const all = Object.keys(account).join(' ');
const notes = `Not known from these responses:
  whether the requirement of one security option is on: GET /users/{userId}/settings?option=meeting_security (scope user:read:settings:admin, classic user:read:admin)
`;
const one = (name: string, content: unknown) => ({ [`${name}.json`]: saved(name, content).text });

const profile = `{
  // Imported from responses of Zoom's settings endpoints. What they do not settle is left out: it is unknown.
  "rules": "2025-03-24",
  "requireSecurityOption": { "enabled": true, "locked": true },
  "waitingRoom": { "enabled": false, "locked": true },
  "passcode": {
    "enabled": false,
    "locked": false,
    "requirement": {
      "length": 7,
      "have_letter": true,
      "have_number": true,
      "have_special_character": true,
      "have_upper_and_lower_characters": false,
      "only_allow_numeric": false,
      "consecutive_characters_length": 6,
      "weak_enhance_detection": true
    }
  },
  "personalMeetingId": { "passcode": { "enabled": false, "locked": false } },
  "authentication": {
    "enabled": true,
    "locked": true,
    "options": [
      { "id": "domains_Ub2Kp", "name": "Pupils" },
      { "id": "signIn_Qe5Xr", "name": "Signed in", "default": true }
    ]
  },
  "capturedAt": "2026-11-24"
}
`;
const said = `No group response was given: the profile applies to hosts that are in no group.
No user response was given: unlocked settings show the account's default, not the host's own choice.
`;

describe('import', () => {
  it('prints the profile, and what there is to know about it on standard error', async () => {
    assert.deepEqual(await run(`import ${all}`, account), { code: 0, out: profile, error: said });
  });

  it('lists the calls that would tell more', async () => {
    const unlocked = {
      ...account,
      ...one(
        'account-lock_settings-meeting_security',
        security({ auto_security: false, waiting_room: true, meeting_password: false }),
      ),
    };
    const { code, error } = await run(`import ${all}`, unlocked);
    assert.deepEqual([code, error], [0, notes + said]);
  });

  it('takes the level from the option where nothing else tells', async () => {
    const files = one('settings', security({ waiting_room: true }));
    const asked = await run('import settings.json', files);
    assert.deepEqual(asked, {
      code: 2,
      out: '',
      error:
        'settings.json: whose settings are these? Say --level account, group or user, or put one of these words into the name of the file.\n',
    });
    const { code, out } = await run('import settings.json --level account', files);
    assert.equal(code, 0);
    assert.match(out, /"waitingRoom": \{ "enabled": true \}/);
  });

  it('takes the model of groups from the option', async () => {
    const groups = [...levelOf('group', 'UUU', 'group-a'), ...levelOf('group', 'EUU', 'group-b')];
    const files = Object.fromEntries([...levelOf('account', 'UUU'), ...groups].map(({ name, text }) => [name, text]));
    const waitingRoom = async (option: string) =>
      /"waitingRoom": (.*),/.exec((await run(`import ${Object.keys(files).join(' ')} ${option}`, files)).out)?.[1];
    assert.equal(await waitingRoom(''), undefined);
    assert.equal(await waitingRoom('--groups legacy'), '{ "locked": true }');
    assert.equal(await waitingRoom('--groups priority'), '{ "enabled": false, "locked": false }');
  });

  it('passes over what has nothing to do with the security of meetings, and says so', async () => {
    const others = {
      ...one('account-settings-security', { security: { hide_billing_info: true } }),
      ...one('account-settings-recording', { recording_authentication: true, authentication_options: [] }),
      ...one('groups', { groups: [], total_records: 0 }),
    };
    assert.deepEqual(await run(`import ${all} ${Object.keys(others).join(' ')}`, { ...account, ...others }), {
      code: 0,
      out: profile,
      error: `${Object.keys(others)
        .map((name) => `${name} is not used: it is not a response with meeting security settings.\n`)
        .join('')}${said}`,
    });
  });

  it('says how to settle what depends on how groups are managed', async () => {
    const groups = [...levelOf('group', 'UUU', 'group-a'), ...levelOf('group', 'EUU', 'group-b')];
    const files = Object.fromEntries([...levelOf('account', 'UUU'), ...groups].map(({ name, text }) => [name, text]));
    const { error } = await run(`import ${Object.keys(files).join(' ')}`, files);
    assert.equal(
      error.split('\n').slice(-3).join('\n'),
      'The result for the Waiting Room depends on how the account manages groups.\nRun again with --groups legacy or --groups priority.\n',
    );
  });

  it('reads a file with a byte order mark', async () => {
    const files = { 'user-settings.json': `\uFEFF${saved('', security({ waiting_room: true })).text}` };
    assert.match((await run('import user-settings.json', files)).out, /"waitingRoom": \{ "enabled": true \}/);
  });

  for (const [what, args, files, error] of [
    ['no file', 'import no.json', {}, 'no.json: no such file\n'],
    ['a folder', 'import d', { 'd/x.json': '{}' }, 'd: is a folder\n'],
    [
      'a file that cannot be read',
      'import a.json',
      { 'a.json': { unreadable: 'cannot be read' } },
      'a.json: cannot be read\n',
    ],
    ['broken JSON', 'import a.json', { 'a.json': '{' }, 'a.json is not valid JSON.\n'],
    [
      'another file',
      'import a.json',
      { 'a.json': '{}' },
      'a.json is not used: it is not a response with meeting security settings.\nNo responses to import.\n',
    ],
    [
      'an error of Zoom among good ones',
      `import ${all} a.json`,
      { ...account, 'a.json': '{ "code": 4711, "message": "Invalid access token" }' },
      'a.json is an error response from Zoom (code 4711), often a missing scope. Check the scope and repeat the call.\n',
    ],
    ['one good, one bad', `import ${all} a.json`, { ...account, 'a.json': '' }, 'a.json is empty.\n'],
  ] as const) {
    it(`${what}: exit code 2, and no profile`, async () => {
      assert.deepEqual(await run(args, files), { code: 2, out: '', error });
    });
  }
});

describe('import --output', () => {
  const target = 'file:///repo/work/zoom-lock-profile.json';
  const args = [...`import ${all} --output zoom-lock-profile.json`.split(' ')];

  it('writes the file and prints nothing', async () => {
    const world = worldOf(account);
    assert.deepEqual(await runIn(world, args), { code: 0, out: '', error: said });
    assert.equal(world.textOf(target), profile);
  });

  it('writes what check takes', async () => {
    const world = worldOf(account);
    await runIn(world, args);
    const { code, out } = await runIn(world, ['check', 'zoom-lock-profile.json']);
    assert.deepEqual([code, out], [0, 'No findings in 1 file.\n']);
  });

  it('does not overwrite: it shows what would change', async () => {
    const before = profile.replace('"enabled": false, "locked": true', '"enabled": true, "locked": true');
    const world = worldOf({ ...account, 'zoom-lock-profile.json': before });
    assert.deepEqual(await runIn(world, args), {
      code: 2,
      out: '',
      error: `zoom-lock-profile.json is there already; --force overwrites it:
-   "waitingRoom": { "enabled": true, "locked": true },
+   "waitingRoom": { "enabled": false, "locked": true },
`,
    });
    assert.equal(world.textOf(target), before);
  });

  it('overwrites with --force', async () => {
    const world = worldOf({ ...account, 'zoom-lock-profile.json': '{}' });
    assert.equal((await runIn(world, [...args, '--force'])).code, 0);
    assert.equal(world.textOf(target), profile);
  });

  it('keeps what no response tells', async () => {
    const before = `{
  "account": { "plan": "business", "licenses": 40 }, // by hand
  "waitingRoom": { "enabled": true, "locked": true },
  "requests": [
    { "files": "bodies/*.json", "operation": "create" } // all of them
  ],
}
`;
    const after = profile
      .replace(
        '  "requireSecurityOption"',
        '  "account": { "plan": "business", "licenses": 40 },\n  "requireSecurityOption"',
      )
      .replace(
        '  "capturedAt"',
        '  "requests": [\n    { "files": "bodies/*.json", "operation": "create" } // all of them\n  ],\n  "capturedAt"',
      );
    const world = worldOf({ ...account, 'zoom-lock-profile.json': before });
    assert.equal((await runIn(world, [...args, '--force'])).code, 0);
    assert.equal(world.textOf(target), after);
  });

  for (const [what, flags, personal] of [
    ['as they were where no response tells of them', {}, '{ "enabled": false, "locked": true }'],
    ['else what they tell', { pmi_password: true }, '{ "enabled": true }'],
  ] as const)
    it(`keeps Zoom's rules, and personal meeting IDs: ${what}`, async () => {
      const before = `{
  "personalMeetingId": { "passcode": { "enabled": false, "locked": true } },
  "rules": "2020-12-20"
}
`;
      const files = one('account-settings', security({ auto_security: true, ...flags }));
      const world = worldOf({ ...files, 'zoom-lock-profile.json': before });
      const line = 'import account-settings.json --output zoom-lock-profile.json --force';
      assert.equal((await runIn(world, line.split(' '))).code, 0);
      const members = (world.textOf(target) ?? '').split('\n').filter((each) => each.startsWith('  "'));
      assert.deepEqual(members, [
        '  "rules": "2020-12-20",',
        '  "requireSecurityOption": { "enabled": true },',
        `  "personalMeetingId": { "passcode": ${personal} },`,
        '  "capturedAt": "2026-11-24"',
      ]);
    });

  it('leaves a file that says the same alone', async () => {
    const world = worldOf({ ...account, 'zoom-lock-profile.json': profile });
    assert.deepEqual(await runIn(world, args), {
      code: 0,
      out: '',
      error: `zoom-lock-profile.json: nothing changes.\n${said}`,
    });
  });

  for (const [name, content] of [
    ['.env', 'ZOOM_SECRET=hush'],
    ['a.zoom-meeting.json', '{ "id": 1, "password": "hush", "settings": { "waiting_room": true } }'],
    ['secrets.json', '{ "passcode": "hush" }'],
    ['mixed.json', '{ "waitingRoom": { "locked": true }, "hush": 1, "token": "hush" }'],
    ['list.json', '["hush"]'],
    ['zoom-lock-profile.json', '{ "waitingRoom": hush'],
  ] as const) {
    for (const force of ['', ' --force'])
      it(`${name}${force}: what is no lock profile is neither overwritten nor shown`, async () => {
        const world = worldOf({ ...account, [name]: content });
        const args = `import ${all} --output ${name}${force}`.split(' ');
        assert.deepEqual(await runIn(world, args), {
          code: 2,
          out: '',
          error: `${name}: is not a lock profile, and import overwrites nothing else\n`,
        });
        assert.equal(world.textOf(`file:///repo/work/${name}`), content);
      });
  }

  it('shows no line of a profile that holds something else, too', async () => {
    const before = '{ "waitingRoom": { "locked": true }, "passcode": { "locked": true }, "token": "hush" }';
    const world = worldOf({ ...account, 'zoom-lock-profile.json': before });
    const refused = 'zoom-lock-profile.json is there already; --force overwrites it.\n';
    assert.deepEqual(await runIn(world, args), { code: 2, out: '', error: refused });
    assert.equal((await runIn(world, [...args, '--force'])).code, 0);
    assert.equal(world.textOf(target), profile);
  });

  it('an empty file is filled with --force', async () => {
    const world = worldOf({ ...account, 'zoom-lock-profile.json': '' });
    assert.equal((await runIn(world, [...args, '--force'])).code, 0);
    assert.equal(world.textOf(target), profile);
  });

  it('what cannot be read is not overwritten either', async () => {
    const world = worldOf({ ...account, 'zoom-lock-profile.json': new Uint8Array([0xff]) });
    const { code, error } = await runIn(world, [...args, '--force']);
    assert.deepEqual([code, error], [2, 'zoom-lock-profile.json: is not valid UTF-8\n']);
  });

  it('says why it cannot write', async () => {
    assert.equal((await run(`import ${all} --output d`, { ...account, 'd/x': '' })).error, 'd: is a folder\n');
    const world = Object.assign(worldOf(account), { write: () => text`cannot be written` });
    assert.deepEqual(await runIn(world, args), {
      code: 2,
      out: '',
      error: 'zoom-lock-profile.json: cannot be written\n',
    });
  });
});
