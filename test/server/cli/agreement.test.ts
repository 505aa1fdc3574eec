import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { run } from '../../support/cliRun.ts';
import { exampleFiles } from '../../support/exampleFiles.ts';
import { profileWith } from '../../support/profiles.ts';

/**
 * `check`, `predict` and `explain` give the same account of a file: the same findings, and something stored in all of them
 * or in none.
 */

interface FoundByCommand {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly range: unknown;
  readonly request?: string;
}

interface Account {
  readonly file: string;
  readonly request?: string;
  readonly findings: readonly FoundByCommand[];
}

type Files = Readonly<Record<string, string>>;

/** By file and request, without what `check` alone adds. */
function byRequest(accounts: readonly Account[]): readonly string[] {
  const lines = accounts.flatMap(({ file, request, findings }) =>
    findings.map(({ code, severity, message, range, ...others }) => {
      return JSON.stringify({ file, request: others.request ?? request, code, severity, message, range });
    }),
  );
  return lines.sort();
}

async function expectAgreement(path: string, files: Files) {
  const [checked, predicted] = await Promise.all([
    run(`check ${path} --format json`, files),
    run(`predict ${path} --format json`, files),
  ]);
  const { requests } = JSON.parse(predicted.out) as { requests: (Account & { outcomes: readonly unknown[] })[] };
  const predictedFiles = new Set(requests.map(({ file }) => file));
  const several = new Set(requests.filter(({ request }) => request !== undefined).map(({ file }) => file));
  const found: Account[] = JSON.parse(checked.out).files.map(({ file, findings }: Account) => ({
    file,
    // What is around the requests of a file is in none of them.
    findings: several.has(file) ? findings.filter(({ request }) => request !== undefined) : findings,
  }));
  assert.deepEqual(byRequest(found.filter(({ file }) => predictedFiles.has(file))), byRequest(requests));
  const { out: page } = await run(`explain ${path}`, files);
  const tables = page.split('\n').filter((line) => /^\| field \| sent \| stored \|$/.test(line)).length;
  assert.equal(tables, requests.filter(({ outcomes }) => outcomes.length > 0).length);
  return requests;
}

it('the examples: check, predict and explain agree', async () => {
  const requests = await expectAgreement('.', exampleFiles);
  assert.ok(requests.length > 20);
});

const U = profileWith('W unlocked · P unlocked · A unlocked');
const E = profileWith('W locked on · P locked on · A locked on');
const nothing = '{}';

/** What is right, where this file knows it: the codes, and whether anything is predicted. */
type Row = readonly [what: string, profile: string, file: string, text: string, codes?: string, predicted?: boolean];

// biome-ignore format: a table is read by its columns
const cases: readonly Row[] = [
  ['a body that turns the Waiting Room off', U, 'a.zoom-create.json', '{ "topic": "Standup", "settings": { "waiting_room": false } }'],
  ['default_password',              U, 'a.zoom-create.json', '{ "topic": "Standup", "default_password": true, "settings": { "waiting_room": false } }'],
  ['use_pmi as text',               U, 'a.zoom-create.json', '{ "topic": "Weekly", "settings": { "use_pmi": "false", "waiting_room": false } }'],
  ['default_password as text',      U, 'a.zoom-create.json', '{ "topic": "x", "default_password": "false", "type": "8", "settings": { "join_before_host": "true" } }'],
  ['a webinar',                     U, 'a.zoom-create.json', '{ "topic": "Launch", "type": 5, "settings": { "panelists_video": true } }', 'not-a-request', false],
  ['a map of bodies',               U, 'a.zoom-create.json', '{ "a": { "topic": "x" }, "b": { "topic": "y" }, "c": { "topic": "z" } }', 'not-a-request', false],
  ['a Postman collection',          U, 'a.zoom-create.json', '{ "info": { "name": "Zoom" }, "item": [{ "name": "Create" }] }', 'not-a-request', false],
  ['a list of meetings',            U, 'a.zoom-create.json', '{ "page_size": 30, "meetings": [{ "id": 1, "join_url": "x" }] }', 'not-a-request', false],
  ['a response',                    U, 'a.zoom-update.json', '{ "id": 1, "join_url": "x", "settings": { "waiting_room": false } }', 'not-a-request', false],
  ['an error as update',            E, 'a.zoom-update.json', '{ "code": 124, "message": "Invalid access token." }', 'not-a-request', false],
  ['a list of one',                 U, 'a.zoom-create.json', '[ { "topic": "x" } ]', 'not-a-request', false],
  ['a number',                      U, 'a.zoom-create.json', '7', 'not-a-request', false],
  ['bare settings',                 U, 'a.zoom-create.json', '{ "waiting_room": false, "join_before_host": true }'],
  ['the Waiting Room as text',      U, 'a.zoom-create.json', '{ "settings": { "waiting_room": "true" } }'],
  ['a placeholder',                 E, 'a.zoom-create.json', '{ "password": "{{zoom_passcode}}", "settings": { "waiting_room": true } }'],
  ['a body that is filled in later', E, 'a.zoom-create.json', '"{{body}}"', '', false],
  ['a null passcode',               U, 'a.zoom-update.json', '{ "password": null }'],
  ['a template',                    U, 'a.zoom-create.json', '{ "template_id": "t", "topic": "x" }'],
  ['a reschedule',                  E, 'a.zoom-update.json', '{ "start_time": "2027-03-01T09:00:00", "duration": 45 }'],
  ['an empty update',               E, 'a.zoom-update.json', '{}'],
  ['misplaced fields',              U, 'a.zoom-create.json', '{ "passcode": "k7-Rm2xQ", "use_pmi": true, "settings": { "default_password": false } }'],
  ['a passcode with a sign',        U, 'a.zoom-create.json', '{ "topic": "x", "password": "hello!12" }'],
  ['a profile that says nothing',   nothing, 'a.zoom-create.json', '{ "topic": "x", "settings": { "waiting_room": false } }'],
  ['a broken body',                 U, 'a.zoom-create.json', '{ "settings": { "waiting_room": false ', 'json-syntax', false],
  ['an empty file',                 U, 'a.zoom-create.json', '', 'field-type', false],
];

describe('one file: check, predict and explain agree', () => {
  for (const [what, profile, file, text, codes, isPredicted = true] of cases) {
    it(what, async () => {
      const [only, ...others] = await expectAgreement(file, { 'zoom-lock-profile.json': profile, [file]: text });
      assert.deepEqual([others, (only?.outcomes.length ?? 0) > 0], [[], isPredicted]);
      if (codes !== undefined) assert.equal(only?.findings.map(({ code }) => code).join(), codes);
    });
  }
});

describe('several in one file: check, predict and explain agree', () => {
  const profile = (at: string) =>
    JSON.stringify({ ...JSON.parse(U), requests: [{ files: 'b.json', at, operation: 'create' }] });
  const text = `{
  "$comment": "Ours",
  "standup": { "topic": "Standup", "settings": { "waiting_room": false } },
  "launch": { "topic": "Launch", "type": 5 }
}`;

  it('those that are not are reported one by one', async () => {
    const requests = await expectAgreement('b.json', { 'zoom-lock-profile.json': profile('/*'), 'b.json': text });
    assert.deepEqual(
      requests.map(({ request, outcomes }) => [request, outcomes.length > 0]),
      [
        ['/$comment', false],
        ['/standup', true],
        ['/launch', false],
      ],
    );
    assert.deepEqual(
      requests[2]?.findings.map(({ code }) => code),
      ['not-a-request'],
    );
  });

  it('a place around them', async () => {
    const requests = await expectAgreement('b.json', {
      'zoom-lock-profile.json': profile('/all'),
      'b.json': `{ "all": ${text} }`,
    });
    const [finding] = requests[0]?.findings ?? [];
    assert.equal(finding?.code, 'not-a-request');
    assert.match(finding.message, /contains several requests\. .* with "at": "\/all\/\*"\.$/);
  });
});
