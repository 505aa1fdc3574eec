import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import Ajv from 'ajv-draft-04';
import { run, runIn, worldOf } from '../../../../support/cliRun.ts';
import { profileWith } from '../../../../support/profiles.ts';
import { secretBodies, secretsIn } from '../../../../support/secrets.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../../../fixtures/sarif-schema-2.1.0.json', import.meta.url), 'utf8'),
);
const isValid = new Ajv.default({ strict: false, validateFormats: false }).compile(schema);

const profile = `{
  "rules": "2020-12-20",
  "waitingRoom": { "enabled": true, "locked": true },
  "passcode": { "enabled": false, "locked": false }, "authentication": { "enabled": false, "locked": false }
}`;
const body = '{ "topic": "🙂", "password": "q8zXw2Lt",\n "settings": { "waiting_room": false } }';

/** The one run. */
async function logOf(files: Readonly<Record<string, string>>, args = 'check .') {
  const { out } = await run(`${args} --format sarif`, files);
  assert.ok(isValid(JSON.parse(out)), JSON.stringify(isValid.errors));
  return JSON.parse(out).runs[0];
}

describe('SARIF', () => {
  it('a finding: its rule, place, fingerprint, cause and fixes', async () => {
    const page = '# waiting-room-overwritten\n\nThe page.\n';
    const files = {
      'zoom-lock-profile.json': profile,
      'd/a b.zoom-create.json': body,
      '/package/docs/rules/waiting-room-overwritten.md': page,
    };
    const { columnKind, results, tool, invocations } = await logOf(files);
    assert.equal(columnKind, 'utf16CodeUnits');
    assert.deepEqual(invocations, [{ executionSuccessful: true, toolExecutionNotifications: [] }]);
    const [{ partialFingerprints, ...result }] = results;
    const artifactLocation = { uri: 'work/d/a%20b.zoom-create.json', uriBaseId: '%SRCROOT%' };
    const region = { startLine: 2, startColumn: 32, endLine: 2, endColumn: 37 };
    assert.deepEqual(result, {
      ruleId: 'waiting-room-overwritten',
      ruleIndex: 0,
      level: 'warning',
      message: { text: 'Zoom will store waiting_room as true: the account has the Waiting Room on and locked.' },
      locations: [{ physicalLocation: { artifactLocation, region } }],
      relatedLocations: [
        {
          id: 0,
          message: { text: 'The line of the lock profile that causes it.' },
          physicalLocation: {
            artifactLocation: { uri: 'work/zoom-lock-profile.json', uriBaseId: '%SRCROOT%' },
            region: { startLine: 3 },
          },
        },
      ],
      fixes: [
        {
          description: { text: 'Write waiting_room: true, as Zoom will store it' },
          artifactChanges: [
            { artifactLocation, replacements: [{ deletedRegion: region, insertedContent: { text: 'true' } }] },
          ],
        },
      ],
    });
    assert.match(partialFingerprints['zoomRequestLens/v1'], /^[\da-f]{32}$/);
    const [{ id, help, helpUri, shortDescription, defaultConfiguration }, ...others] = tool.driver.rules;
    assert.deepEqual([id, others, defaultConfiguration], ['waiting-room-overwritten', [], { level: 'warning' }]);
    assert.deepEqual(help, { text: shortDescription.text, markdown: page });
    assert.equal(new URL(helpUri).pathname.endsWith('/docs/rules/waiting-room-overwritten.md'), true);
  });

  it('the place of the body counts in the file, the name of the request is said', async () => {
    const requests = [{ files: 'many.json', at: '/*', operation: 'create' }];
    const { results } = await logOf({
      'zoom-lock-profile.json': JSON.stringify({ ...JSON.parse(profile), requests }),
      'many.json': `{ "a": ${body.replace('\n', '')} }`,
    });
    const [{ locations, fixes }] = results;
    assert.deepEqual(locations[0].logicalLocations, [{ name: '/a', kind: 'object' }]);
    const { startColumn } = locations[0].physicalLocation.region;
    assert.equal(startColumn, `{ "a": ${body.replace('\n', '')}`.indexOf('false') + 1);
    assert.equal(fixes[0].artifactChanges[0].replacements[0].deletedRegion.startColumn, startColumn);
  });

  it('problems are notifications, and the run has not succeeded', async () => {
    const { invocations, results } = await logOf({ 'zoom-lock-profile.json': profile }, 'check . gone');
    assert.deepEqual(results, []);
    assert.equal(invocations[0].executionSuccessful, false);
    assert.deepEqual(invocations[0].toolExecutionNotifications, [
      { level: 'error', message: { text: 'gone: no such file or folder' } },
    ]);
  });

  it('is valid, and has no passcode, whatever is in the files', async () => {
    const own = profileWith('W unlocked · P locked off · A unlocked', { requirement: { length: 10 } });
    for (const [where, text] of Object.entries(secretBodies)) {
      const files = { 'zoom-lock-profile.json': own, 'a.zoom-create.json': text, 'a.zoom-update.json': text };
      assert.deepEqual(secretsIn(JSON.stringify(await logOf(files))), [], where);
    }
  });

  it('no fix makes a passcode, or holds one', async () => {
    const titles = async (text: string, own: string) => {
      const { results } = await logOf({ 'zoom-lock-profile.json': own, 'a.zoom-create.json': text });
      return results.flatMap(({ fixes = [] }: { fixes?: { description: { text: string } }[] }) =>
        fixes.map(({ description }) => description.text),
      );
    };
    const unlocked = profileWith('W unlocked · P unlocked · A unlocked');
    // What is offered in an editor: a passcode, the Waiting Room, authentication.
    const secured = await titles('{ "settings": { "waiting_room": false } }', unlocked);
    assert.ok(secured.length > 0 && !secured.some((each: string) => /passcode/i.test(each)), secured.join());
    assert.deepEqual(await titles('{ "settings": { "password": "q8zXw2Lt", "waiting_room": true } }', unlocked), []);
    assert.deepEqual(await titles('{ "password": 83726451, "settings": { "waiting_room": true } }', unlocked), []);
    assert.notDeepEqual(await titles('{ "waiting_room": true, "password": "q8zXw2Lt" }', unlocked), []);
  });
});

describe('a fingerprint', () => {
  const printsOf = async (text: string) => {
    const { results } = await logOf({ 'zoom-lock-profile.json': profile, 'a.zoom-create.json': text });
    return results.map(
      (each: { partialFingerprints: Record<string, string> }) => each.partialFingerprints['zoomRequestLens/v1'],
    );
  };

  it('stays where lines move, and is that of one finding alone', async () => {
    const two = '{ "password": "q8zXw2Lt", "settings": { "waiting_room": false, "waiting_room": false } }';
    const [first, second, ...others] = await printsOf(two);
    assert.notEqual(first, second);
    assert.deepEqual(others, []);
    assert.deepEqual(await printsOf(two.replaceAll(' ', '\n')), [first, second]);
  });

  it('is another one in another file', async () => {
    const world = worldOf({
      'zoom-lock-profile.json': profile,
      'a.zoom-create.json': body,
      'b.zoom-create.json': body,
    });
    const { out } = await runIn(world, ['check', '.', '-f', 'gitlab']);
    const prints = JSON.parse(out).map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    assert.equal(new Set(prints).size, 2);
  });
});
