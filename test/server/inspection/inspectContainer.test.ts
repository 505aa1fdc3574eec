import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Files } from '../../../server/files/files.ts';
import { inspect } from '../../../server/inspection/inspect.ts';
import type { Inspection } from '../../../server/inspection/inspection.ts';
import { InMemoryWorld } from '../../support/inMemoryWorld.ts';
import { lineReader, withHttp } from '../../support/lineReader.ts';
import { profileWith } from '../../support/profiles.ts';

const root = 'file:///ws';
const uri = `${root}/api/zoom.http`;
const on = profileWith('W locked on · P unlocked · A unlocked');
const off = '{"password":"q8zXw2Lt","settings":{"waiting_room":false}}';

function worldWith(files: Readonly<Record<string, string>> = { 'zoom-lock-profile.json': on }) {
  const world = new InMemoryWorld(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`${root}/${name}`, text])),
  );
  world.readers = withHttp(lineReader());
  return world;
}

function inspected(world: InMemoryWorld, text: string, more: object = {}) {
  return inspect(new Files(world), { uri, text, root, ...more });
}

function outline(inspections: readonly Inspection[]) {
  return inspections.map((each) => {
    const codes = each.findings.map(({ code }) => code).join(' ');
    return each.kind === 'request' ? `${each.name} ${each.file.operation}: ${codes}` : each.kind;
  });
}

describe('the requests in a document', () => {
  const text = `one POST https://api.zoom.us/v2/users/me/meetings ${off}\ntwo PATCH /meetings/85746065 ${off}\nthree POST /webinars ${off}`;

  it('are inspected under the lock profile that governs it', async () => {
    assert.deepEqual(outline(await inspected(worldWith(), text)), [
      'container',
      'one create: waiting-room-overwritten',
      'two update: waiting-room-overwritten',
    ]);
  });

  const broken = { 'zoom-lock-profile.json': '{ "waitingRoom": ' };
  const switchedOff = { 'zoom-lock-profile.json': on.replace('{', '{"containers":{"http":false},') };
  for (const [why, world, more] of [
    ['there is no profile', worldWith({}), {}],
    ['the profile is broken', worldWith(broken), {}],
    ['the profile turns the kind off', worldWith(switchedOff), {}],
    ['the user turns the kind off', worldWith(), { overrides: { containersOff: ['http'] } }],
  ] as const)
    it(`are not looked for where ${why}, and no reader is loaded`, async () => {
      assert.deepEqual(await inspected(world, text, more), []);
      assert.equal(world.loads, 0);
    });

  it('a text that names neither an endpoint nor Zoom is not read, and no profile is looked for', async () => {
    const world = worldWith();
    assert.deepEqual(await inspected(world, `one POST /webinars ${off}`), []);
    assert.deepEqual([world.loads, world.reads], [0, []]);
  });

  it('an update finds its meeting by the number in its URL', async () => {
    const meeting = '{"id":85746065,"settings":{"waiting_room":true}}';
    const world = worldWith({ 'zoom-lock-profile.json': on, 'api/85746065.zoom-meeting.json': meeting });
    const [, , two] = await inspected(world, text);
    assert.ok(two?.kind === 'request');
    assert.equal(two.file.meeting?.uri, `${root}/api/85746065.zoom-meeting.json`);
    assert.equal(two.context.meeting?.waiting_room, true);
  });

  it('or where the profile lists the document with one', async () => {
    const entry = '"requests":[{"files":"api/*.http","operation":"update","meeting":"before.json"}]';
    const profile = on.replace('{', `{${entry},`);
    const world = worldWith({ 'zoom-lock-profile.json': profile, 'before.json': '{"id":1,"settings":{}}' });
    const [, one, two] = await inspected(world, text);
    assert.ok(one?.kind === 'request' && two?.kind === 'request');
    assert.equal(one.file.operation, 'create', 'the endpoint says the operation');
    assert.equal(two.file.meeting?.uri, `${root}/before.json`);
  });

  it('where nothing says create or update, what both give is reported', async () => {
    // An update stores a passcode of these characters otherwise; the Waiting Room is overwritten in either.
    const either = `one ? ? {"password":"a b","settings":{"waiting_room":false}} zoom waiting_room`;
    const body = either.replace(' zoom waiting_room', '');
    const [, one] = await inspected(worldWith(), `# zoom waiting_room\n${body}`);
    assert.ok(one?.kind === 'request');
    assert.ok(one.file.isEither && one.asUpdate);
    assert.deepEqual(
      one.findings.map(({ code }) => code),
      ['waiting-room-overwritten'],
    );
  });

  it('one whose text and surroundings are as before keeps its inspection', async () => {
    const world = worldWith();
    const files = new Files(world);
    const first = await inspect(files, { uri, text, root });
    const edited = text.replace('q8zXw2Lt', 'q8zXw2Ltt');
    const second = await inspect(files, { uri, text: edited, root, previous: first });
    assert.notEqual(second[1]?.findings, first[1]?.findings);
    assert.equal(second[2]?.findings, first[2]?.findings);
    assert.notEqual(second[2]?.map, first[2]?.map);
  });

  it('names a file as a body, which is a request then', async () => {
    const world = worldWith();
    const files = new Files(world);
    await inspect(files, { uri, text: 'one PATCH /meetings/85746065 @../bodies/b.json', root });
    const body = { uri: `${root}/bodies/b.json`, text: off, root };
    assert.deepEqual(outline(await inspect(files, body)), ['undefined update: waiting-room-overwritten']);
    await inspect(files, { uri, text: 'nothing', root });
    assert.deepEqual(await inspect(files, body), []);
  });

  it('a file outside of the workspace folder is not', async () => {
    const files = new Files(worldWith());
    await inspect(files, { uri, text: 'one POST /users/me/meetings @../../b.json', root });
    assert.equal(files.named.of('file:///b.json'), undefined);
  });

  it('what visibly is not a body is passed over: nothing calls it a request', async () => {
    const webinar = '{"topic":"Launch","type":5}';
    const other = '{"colour":"blue","size":3}';
    const mixed = `# response\none POST /users/me/meetings ${webinar}\ntwo PATCH /meetings/85746065 ${off}\nthree POST /users/me/meetings ${other}`;
    const inspections = await inspected(worldWith(), mixed);
    assert.deepEqual(outline(inspections), ['container', 'two update: waiting-room-overwritten']);
    const [container] = inspections;
    assert.ok(container?.kind === 'container');
    assert.deepEqual(
      container.contained?.passedOver.map(({ span, why }) => `${mixed.slice(span.start, span.end)} ${why}`),
      ['# response response', `${webinar} no-meeting`, `${other} no-meeting`],
    );
  });

  it('as many as 5,000 are inspected', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => `r${at} POST /users/me/meetings {"password":"q8zXw2Lt"}`).join('\n');
    assert.equal((await inspected(worldWith(), many(5000))).length, 5001);
    const [only, ...others] = await inspected(worldWith(), many(5001));
    assert.deepEqual([only?.kind, others.length], ['unread', 0]);
  });
});
