import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { MeetingsEndpoints } from '@zoom/rivet/meetings';
import { UsersEndpoints } from '@zoom/rivet/users';
import { bundle, folderWith } from '../../support/cliRun.ts';
import { serving } from '../../support/serving.ts';
import { profileOf } from '../../support/standIn.ts';

/** The built command, as a process of its own. Needs `dist/`: node esbuild.mjs. */

const execute = promisify(execFile);
const profile = profileOf('UUU');
const files = { 'zoom-lock-profile.json': profile };
/** By create 23 the Waiting Room is turned on for this one. */
const sent = { topic: 'Standup', settings: { waiting_room: false } };

describe('clients that others wrote', () => {
  it("Zoom's own: @zoom/rivet, with its baseUrl", async (test) => {
    const { origin } = await serving(test, folderWith(test, files));
    const auth = { getToken: () => 'stand-in' };
    // Their class of a token has private parts; only `getToken` is called.
    const options = { auth, baseUrl: `${origin}/v2` } as unknown;
    const { meetings } = new MeetingsEndpoints(options as ConstructorParameters<typeof MeetingsEndpoints>[0]);
    const { data, statusCode } = await meetings.createMeeting({ path: { userId: 'me' }, body: sent });
    assert.deepEqual([statusCode, data?.settings?.waiting_room], [201, true]);
    const path = { meetingId: data?.id ?? assert.fail() };
    const updated = await meetings.updateMeeting({
      path,
      body: { password: 'abc', settings: { waiting_room: false } },
    });
    assert.equal(updated.statusCode, 204);
    const { data: after } = await meetings.getMeeting({ path });
    assert.deepEqual([after?.password, after?.settings?.waiting_room], ['abc', false]);
    const { data: list } = await meetings.listMeetings({ path: { userId: 'me' } });
    assert.equal(list?.meetings?.length, 1);
    assert.equal((await meetings.deleteMeeting({ path })).statusCode, 204);
    await assert.rejects(() => meetings.getMeeting({ path }), /Meeting does not exist/);
    const invalid = { password: 'abcdefghijk' };
    await assert.rejects(() => meetings.createMeeting({ path: { userId: 'me' }, body: invalid }), /Validation Failed/);
    const { users } = new UsersEndpoints(options as ConstructorParameters<typeof UsersEndpoints>[0]);
    const settings = await users.getUserSettings({ path: { userId: 'me' }, query: { option: 'meeting_security' } });
    assert.equal(settings.statusCode, 200);
  });

  it('zoomapi, which knows no base URL: its requests to Zoom are led here, the one for a token, too', async (test) => {
    const folder = folderWith(test, files);
    const { origin } = await serving(test, folder);
    const script = `
      const zoomApi = require(${JSON.stringify(require('zoomapi'))}).default;
      const client = zoomApi({ accountId: 'a', oauthClientId: 'b', oauthClientSecret: 'c' });
      (async () => {
        const made = await client.meetings.CreateMeeting('me', ${JSON.stringify(sent)});
        const shown = await client.meetings.GetMeeting(String(made.id));
        console.log(shown.settings.waiting_room);
      })();`;
    const preload = join(import.meta.dirname, '../../support/toStandIn.cjs');
    const env = { ...process.env, STAND_IN: origin };
    const { stdout } = await execute(process.execPath, ['--require', preload, '-e', script], { env });
    assert.equal(stdout, 'true\n');
  });

  it('curl, and verify --record of what it says', { skip: !hasCurl() }, async (test) => {
    const folder = folderWith(test, { ...files, 'standup.zoom-create.json': JSON.stringify(sent) });
    const { origin } = await serving(test, folder);
    const curl = async (...args: readonly string[]) => (await execute('curl', ['-s', ...args], { cwd: folder })).stdout;
    const token = JSON.parse(
      await curl('-u', 'id:secret', '-d', 'grant_type=account_credentials', `${origin}/oauth/token`),
    );
    const bearer = `Authorization: Bearer ${token.access_token}`;
    const url = `${origin}/v2/users/me/meetings`;
    const made = await curl(
      '-H',
      bearer,
      '-H',
      'Content-Type: application/json',
      '-d',
      '@standup.zoom-create.json',
      url,
    );
    assert.equal(JSON.parse(made).settings.waiting_room, true);
    const verified = spawnSync(process.execPath, [bundle, 'verify', '--record', 'standup'], {
      cwd: folder,
      input: made,
    });
    assert.equal(verified.status, 0, String(verified.stdout));
    assert.match(await curl('-i', url), /^HTTP\/1\.1 401 [\s\S]*\{"code":124,"message":"Invalid access token\."\}$/);
  });
});

function hasCurl(): boolean {
  return spawnSync('curl', ['--version']).status === 0;
}

/** Where a package begins. */
function require(name: string): string {
  return import.meta.resolve(name).replace(/^file:\/\//, '');
}

it('records each response without secrets, numbered where the topic is the same', async (test) => {
  const folder = folderWith(test, { ...files, 'answers/.keep': '' });
  const { origin, interrupt } = await serving(test, folder, '--record', 'answers');
  const headers = { authorization: 'Bearer stand-in' };
  const body = JSON.stringify({ ...sent, password: 'S3cretPw' });
  const make = () => fetch(`${origin}/users/me/meetings`, { method: 'POST', headers, body });
  await Promise.all([make(), make(), make()]);
  assert.deepEqual(readdirSync(join(folder, 'answers')).sort(), [
    '.keep',
    'standup.2.zoom-response.json',
    'standup.3.zoom-response.json',
    'standup.zoom-response.json',
  ]);
  assert.equal(
    readFileSync(join(folder, 'answers/standup.2.zoom-response.json'), 'utf8'),
    '{\n  "type": 2,\n  "password": "<set, not kept>",\n  "settings": {\n    "waiting_room": false,\n    "meeting_authentication": false\n  }\n}\n',
  );
  assert.deepEqual(await interrupt(), { code: 130, error: '' });
});

describe('the process', () => {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)
    it(`${signal}: ends at once with ${code}, whatever is open, and nothing listens any more`, async (test) => {
      const { origin, interrupt } = await serving(test, folderWith(test, files));
      const { port } = new URL(origin);
      const idle = connect(Number(port), '127.0.0.1');
      idle.on('error', () => {});
      const half = request(`${origin}/v2/users/me/meetings`, { method: 'POST', headers: { 'content-length': '100' } });
      half.on('error', () => {});
      half.write('{');
      await fetch(`${origin}/v2/`);
      assert.deepEqual(await interrupt(signal), { code, error: '' });
      await assert.rejects(() => fetch(origin));
    });

  it('listens on this machine alone', async (test) => {
    const { origin } = await serving(test, folderWith(test, files));
    const { port } = new URL(origin);
    const others = Object.values(networkInterfaces())
      .flat()
      .flatMap((each) => (each && !each.internal ? each.address : []));
    for (const host of others) await assert.rejects(reach(host, Number(port)), host);
    await reach('127.0.0.1', Number(port));
  });

  it('a port that is taken: exit code 2, with the reason', async (test) => {
    const folder = folderWith(test, files);
    const { origin } = await serving(test, folder);
    const { port } = new URL(origin);
    const { status, stderr } = spawnSync(process.execPath, [bundle, 'serve', '--port', port], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.equal(status, 2);
    assert.equal(stderr, `Port ${port} is in use. Choose another with --port.\n`);
  });
});

function reach(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host, () => {
      socket.destroy();
      resolve();
    });
    socket.on('error', reject);
  });
}
