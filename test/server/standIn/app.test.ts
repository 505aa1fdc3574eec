import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { importProfile, parse, readProfile, say } from '../../../shared/index.ts';
import { mutilated, mutilations } from '../../support/mutilation.ts';
import { triesAll } from '../../support/rotation.ts';
import { type Ask, profileOf, standIn } from '../../support/standIn.ts';

const unlocked = profileOf('UUU');
const invalid = 'Validation Failed.';

async function created(ask: Ask, body: object): Promise<string> {
  const { status, body: meeting } = await ask('POST', '/users/me/meetings', body);
  assert.equal(status, 201, JSON.stringify(meeting));
  return String(meeting?.id);
}

describe('a meeting', () => {
  it('is made, shown, changed, listed and deleted, with and without /v2', async () => {
    for (const base of ['', '/v2']) {
      const ask = standIn(unlocked);
      const sent = {
        topic: 'Standup',
        start_time: '2030-01-07T09:00:00Z',
        settings: { audio: 'voip', waiting_room: false },
      };
      const { status, body } = await ask('POST', `${base}/users/me/meetings`, sent);
      // Create 23: nothing secures it, so the Waiting Room is turned on.
      assert.deepEqual([status, body?.settings?.waiting_room, body?.settings?.audio], [201, true, 'voip']);
      const path = `${base}/meetings/${body?.id}`;
      assert.deepEqual((await ask('GET', path)).body, body);
      assert.deepEqual(
        await ask('PATCH', path, { topic: 'Retro', password: 'abc', settings: { waiting_room: false } }),
        {
          status: 204,
          body: undefined,
        },
      );
      const after = (await ask('GET', path)).body;
      assert.deepEqual(
        [after?.topic, after?.start_time, after?.password, after?.settings?.waiting_room, after?.settings?.audio],
        ['Retro', '2030-01-07T09:00:00Z', 'abc', false, 'voip'],
      );
      assert.match(after?.join_url ?? '', /^https:\/\/zoom\.invalid\/j\/\d{11}\?pwd=./);
      const list = (await ask('GET', `${base}/users/me/meetings`)).body?.meetings;
      assert.deepEqual(
        list?.map(({ id, topic }) => [id, topic]),
        [[body?.id, 'Retro']],
      );
      assert.deepEqual((await ask('GET', `${base}/users/somebody/meetings`)).body?.meetings, []);
      assert.deepEqual(await ask('DELETE', path), { status: 204, body: undefined });
      const gone = { code: 3001, message: `Meeting does not exist: ${body?.id}.` };
      for (const method of ['GET', 'PATCH', 'DELETE'])
        assert.deepEqual(
          await ask(method, path, method === 'PATCH' ? {} : undefined),
          { status: 404, body: gone },
          method,
        );
    }
  });

  it('keeps a generated passcode, and leaves out what is not set', async () => {
    const ask = standIn(profileOf('DEU'));
    const id = await created(ask, {});
    const { body } = await ask('GET', `/meetings/${id}`);
    assert.match(body?.password ?? '', /^.{8,10}$/);
    assert.ok(!('authentication_option' in (body?.settings ?? {})));
    await ask('PATCH', `/meetings/${id}`, { password: '' });
    assert.equal((await ask('GET', `/meetings/${id}`)).body?.password, body?.password, 'update 19: it stays');
    const open = await created(standIn(unlocked), { settings: { waiting_room: true } });
    assert.ok(!JSON.stringify(open).includes('password'));
  });

  it('cannot be joined before the host while it has a Waiting Room', async () => {
    const ask = standIn(unlocked);
    const id = await created(ask, { settings: { join_before_host: true, waiting_room: true } });
    assert.equal((await ask('GET', `/meetings/${id}`)).body?.settings?.join_before_host, false);
    await ask('PATCH', `/meetings/${id}`, { password: 'abc', settings: { waiting_room: false } });
    assert.equal((await ask('GET', `/meetings/${id}`)).body?.settings?.join_before_host, true);
  });

  it('is stored without fields that Zoom does not know, and without those that it does not return', async () => {
    const ask = standIn(unlocked);
    const body =
      '{ "password": "abc", "default_password": false, "waiting_room": true, "__proto__": { "id": 1 }, "nonsense": 1, "settings": { "nonsense": 1 } }';
    const { body: meeting } = await ask('POST', '/users/me/meetings', body);
    assert.doesNotMatch(JSON.stringify(meeting), /nonsense|__proto__|default_password/);
    assert.equal(meeting?.settings?.waiting_room, false);
  });

  it('an update of one occurrence changes that one alone, and only its Waiting Room', async () => {
    const ask = standIn(unlocked);
    const id = await created(ask, { password: 'abc' });
    await ask('PATCH', `/meetings/${id}?occurrence_id=17`, { password: 'other', settings: { waiting_room: true } });
    const shown = async (query: string) => {
      const { body } = await ask('GET', `/meetings/${id}${query}`);
      return [body?.password, body?.settings?.waiting_room];
    };
    assert.deepEqual(await shown(''), ['abc', false]);
    assert.deepEqual(await shown('?occurrence_id=17'), ['abc', true]);
    assert.deepEqual(await shown('?occurrence_id=18'), ['abc', false]);
  });

  it('a list comes in pages', async () => {
    const ask = standIn(unlocked);
    for (let number = 1; number <= 5; number++) await created(ask, { topic: `m${number}`, password: 'abc' });
    const page = async (query: string) => {
      const { body } = await ask('GET', `/users/me/meetings?${query}`);
      return [body?.meetings?.map(({ topic }) => topic).join(), body?.next_page_token];
    };
    assert.deepEqual(await page('page_size=2'), ['m1,m2', '2']);
    assert.deepEqual(await page('page_size=2&next_page_token=3'), ['m5', '']);
    assert.deepEqual(await page('page_size=2&page_number=2'), ['m3,m4', '3']);
    assert.deepEqual(await page('type=live'), ['', '']);
  });
});

describe('what Zoom refuses', () => {
  for (const [what, body, errors] of [
    ['a type that is no meeting', { type: 5 }, ['type']],
    ['a topic that is too long', { topic: 'x'.repeat(201) }, ['topic']],
    [
      'flags that are strings',
      { settings: { waiting_room: 'true', audio: 7 } },
      ['settings.waiting_room', 'settings.audio'],
    ],
    ['settings that are a list', { settings: [] }, ['settings']],
    ['a passcode that is a number', { password: 123456 }, ['password']],
    ['a passcode that is too long', { password: 'abcdefghijk' }, ['password']],
    ['recurrence without its type', { type: 8, recurrence: { end_times: 3 } }, ['recurrence.type']],
    ['a tracking field without its name', { tracking_fields: [{ value: 'x' }] }, ['tracking_fields[0].field']],
  ] as const)
    it(what, async () => {
      const { status, body: error } = await standIn(unlocked)('POST', '/v2/users/me/meetings', body);
      assert.deepEqual([status, error?.code, error?.message], [400, 300, invalid]);
      assert.deepEqual(
        error?.errors?.map(({ field }) => field),
        errors,
      );
    });

  it('a passcode that the account does not allow, in both operations', async () => {
    const ask = standIn(
      JSON.stringify({
        ...JSON.parse(unlocked),
        passcode: { enabled: true, locked: false, requirement: { length: 6, have_number: true } },
      }),
    );
    const { body } = await ask('POST', '/users/me/meetings', { password: 'abc' });
    assert.deepEqual(body, {
      code: 300,
      message: invalid,
      errors: [
        { field: 'password', message: 'The passcode of this account must have at least 6 characters.' },
        { field: 'password', message: 'The passcode of this account must have a digit.' },
      ],
    });
    const id = await created(ask, { password: 'abcde1' });
    assert.equal((await ask('PATCH', `/meetings/${id}`, { password: 'abcdef' })).body?.code, 300);
  });

  it('what is no JSON object', async () => {
    const ask = standIn(unlocked);
    for (const text of ['', '{', '[]', 'null', '"x"', '{ "topic": "x", }', '// x\n{}', '{'.repeat(20_000)])
      assert.deepEqual(await ask('POST', '/users/me/meetings', text), {
        status: 400,
        body: { code: 300, message: 'Request Body should be a valid JSON object.' },
      });
  });

  it('tokens that it has not given', async () => {
    const ask = standIn(unlocked);
    const refused = { status: 401, body: { code: 124, message: 'Invalid access token.' } };
    for (const authorization of ['', 'Bearer', 'Bearer x', 'Basic stand-in', 'Bearer stand-in x', 'stand-in'])
      assert.deepEqual(await ask('GET', '/v2/users/me/meetings', undefined, { authorization }), refused, authorization);
    assert.deepEqual(await ask('GET', '/v2/users/me/meetings', undefined, {}), refused);
  });

  it('unknown paths, ids that are none, names other than localhost, and bodies of a megabyte', async () => {
    const ask = standIn(unlocked);
    const unrecognized = { status: 404, body: { code: 2300, message: 'This API endpoint is not recognized.' } };
    for (const [method, path] of [
      ['GET', '/v2/webinars/1'],
      ['PUT', '/v2/meetings/1'],
      ['GET', '/'],
      ['POST', '/v2/meetings'],
    ] as const)
      assert.deepEqual(await ask(method, path), unrecognized, path);
    for (const id of ['x', '1e3', '-1', '1234567890123456', '%00'])
      assert.deepEqual((await ask('GET', `/meetings/${id}`)).body, { code: 300, message: 'Invalid meeting id.' }, id);
    assert.equal((await ask('GET', 'http://zoom.example.com/v2/users/me/meetings')).status, 403);
    assert.equal((await ask('POST', '/users/me/meetings', { agenda: 'x'.repeat(1_000_001) })).status, 413);
  });
});

describe('POST /oauth/token', () => {
  const basic = { authorization: `Basic ${btoa('any:thing')}` };

  it('gives a token to any client, in the query and in a form', async () => {
    const ask = standIn(unlocked);
    const form = { ...basic, 'content-type': 'application/x-www-form-urlencoded' };
    for (const [path, body, headers] of [
      ['/oauth/token?grant_type=account_credentials&account_id=x', undefined, basic],
      ['/oauth/token', 'grant_type=client_credentials', form],
    ] as const) {
      const { status, body: given } = await ask('POST', path, body, headers);
      assert.equal(status, 200);
      const authorization = `Bearer ${given?.access_token}`;
      assert.equal((await ask('GET', '/v2/users/me/meetings', undefined, { authorization })).status, 200);
    }
  });

  it('refuses what is no client, and other grants', async () => {
    const ask = standIn(unlocked);
    const path = '/oauth/token?grant_type=account_credentials';
    assert.deepEqual(await ask('POST', path, undefined, {}), {
      status: 401,
      body: { reason: 'Invalid client_id or client_secret', error: 'invalid_client' },
    });
    assert.deepEqual(await ask('POST', '/oauth/token?grant_type=password', undefined, basic), {
      status: 400,
      body: { reason: 'unsupported grant type', error: 'unsupported_grant_type' },
    });
  });
});

describe('where the outcome is not known, nothing is stored: 501', () => {
  for (const [what, body] of [
    ['a template that may have a Waiting Room', { template_id: 'x', password: 'abc' }],
    ['default_password by the tables of 2020', { default_password: true }],
  ] as const)
    it(what, async () => {
      const { status, body: error } = await standIn(unlocked)('POST', '/users/me/meetings', body);
      assert.equal(status, 501);
      assert.match(error?.message ?? '', /^What Zoom stores is not known: ./);
    });
});

describe('the settings endpoints', () => {
  it('say what the profile says: imported again, it is the same profile', async () => {
    for (const profile of [
      profileOf('EDU', '2025-03-24', { waitingRoom: true, passcode: true }),
      profileOf('DUE', '2025-03-24', { waitingRoom: false, passcode: true }),
      profileOf('UED', '2025-03-24', { waitingRoom: true, passcode: false }),
    ]) {
      const ask = standIn(profile);
      const texts = ['settings', 'lock_settings'].flatMap((kind) =>
        ['', '?option=meeting_security', ...(kind === 'settings' ? ['?option=meeting_authentication'] : [])].map(
          async (query) => ({
            name: `account-${kind}${query.replace('?option=', '-')}.json`,
            text: JSON.stringify((await ask('GET', `/v2/accounts/me/${kind}${query}`)).body),
            level: undefined,
          }),
        ),
      );
      const imported = importProfile(await Promise.all(texts), {
        groups: undefined,
        capturedAt: '2026-11-24',
        existing: undefined,
      });
      assert.ok(imported.state === 'profile', JSON.stringify(imported));
      const [before, after] = [readProfile(parse(profile)), readProfile(parse(say(imported.text)))];
      for (const key of ['rules', 'settings', 'options', 'passcodeRequirement'] as const)
        assert.deepEqual(after[key], before[key], key);
    }
  });

  it('of the user, and none for another option', async () => {
    const ask = standIn(profileOf('EUU'));
    assert.equal((await ask('GET', '/users/me/settings?option=meeting_security')).status, 200);
    assert.equal((await ask('GET', '/users/me/settings?option=recording_authentication')).status, 501);
    assert.equal((await ask('GET', '/accounts/me/lock_settings?option=meeting_authentication')).status, 501);
  });
});

it('records what is stored: of a create request, and after an update', async () => {
  const recorded: [string, unknown][] = [];
  const record = async (topic: string, response: { readonly password?: unknown }) =>
    void recorded.push([topic, response.password]);
  const ask = standIn(unlocked, { record });
  const id = await created(ask, { topic: 'Standup', password: 'abc' });
  await ask('PATCH', `/meetings/${id}`, { topic: 'Retro', password: 'def' });
  await ask('POST', '/users/me/meetings', { type: 5 });
  assert.deepEqual(recorded, [
    ['Standup', 'abc'],
    ['Retro', 'def'],
  ]);
});

it('malformed requests: each gets an answer of Zoom’s shape, and the next one works', async () => {
  const ask = standIn(unlocked);
  const text = JSON.stringify({
    topic: 'x',
    type: 2,
    password: 'abc',
    settings: { waiting_room: true, audio: 'voip' },
  });
  const id = await created(ask, {});
  const requests = fc.record({
    how: mutilations,
    method: fc.constantFrom('POST', 'PATCH', 'GET', 'PUT', 'DELETE', 'OPTIONS'),
    path: fc.constantFrom(
      '/v2/users/me/meetings',
      `/v2/meetings/${id}`,
      '/oauth/token',
      '/v2/meetings/%E0%A4%A',
      '/users/%2e%2e/settings',
      '//',
    ),
    token: fc.constantFrom('Bearer stand-in', 'Bearer ', 'x'.repeat(5000)),
  });
  for (const { how, method, path, token } of fc.sample(requests, { numRuns: triesAll ? 1000 : 300, seed: 7 })) {
    const body = method === 'GET' ? undefined : mutilated(text, how);
    const answer = await ask(method, path, body, { authorization: token });
    assert.ok(answer.status < 500, `${method} ${path} ${body}: ${JSON.stringify(answer)}`);
    if (answer.status >= 400 && path !== '/oauth/token') assert.equal(typeof answer.body?.code, 'number');
  }
  await created(ask, { topic: 'still here' });
});
