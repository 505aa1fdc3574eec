import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unmetRequirements } from '../../../../shared/model/passcode.ts';
import { say } from '../../../../shared/text.ts';
import { profileTemplate } from '../../../../shared/writing/profileTemplate.ts';
import { pulling, without } from '../../../support/capabilities.ts';
import { profileWith } from '../../../support/profiles.ts';
import { startPair } from '../../../support/serverPair.ts';

const profile = 'file:///ws/zoom-lock-profile.json';
const request = 'file:///ws/deep/a.zoom-create.json';
const on = profileWith('W locked on · P unlocked · A unlocked');
const fixAll = 'source.fixAll.zoomRequestLens';
const writeStored = 'source.zoomRequestLens.writeStored';
const writeProfile = 'source.writeProfile.zoomRequestLens';
const addMeeting = 'source.addMeeting.zoomRequestLens';

/** One finding of each kind that has several fixes, and some more. */
const messy = `{
  "password": "way-too-long-for-zoom",
  "topic": "a", "topic": "b",
  "waiting_room": false,
  "settings": {
    "waiting_room": false,
    "meeting_authentication": "false"
  }
}`;

describe('quick fixes', () => {
  it('each finding has exactly one preferred fix, and each fix names its finding', async (test) => {
    const lens = await startPair(test, { files: { [profile]: on } });
    lens.open(request, messy);
    const actions = await lens.actions(request, messy, ['quickfix']);
    const findings = await lens.diagnostics(request);
    assert.deepEqual(
      findings.map(({ code }) => code),
      ['passcode-too-long', 'duplicate-key', 'field-misplaced', 'waiting-room-overwritten', 'field-type'],
    );
    for (const finding of findings) {
      const fixes = actions.filter(({ diagnostics }) => JSON.stringify(diagnostics) === JSON.stringify([finding]));
      assert.equal(fixes.filter(({ isPreferred }) => isPreferred).length, 1, String(finding.code));
    }
    assert.ok(actions.every(({ kind, diagnostics }) => kind === 'quickfix' && diagnostics?.length === 1));
  });

  it('are those of the place alone', async (test) => {
    const lens = await startPair(test, { files: { [profile]: on } });
    lens.open(request, messy);
    const actions = await lens.actions(request, '"false"', ['quickfix']);
    assert.deepEqual(
      actions.map(({ title }) => title),
      [
        'Write false',
        'Ignore field-type here, in the lock profile',
        'Ignore field-type in deep',
        'Ignore field-type everywhere',
      ],
    );
    assert.deepEqual(await lens.actions(request, '"b"', ['quickfix']), []);
  });

  it('taken one by one, the preferred ones leave a text without findings', async (test) => {
    const lens = await startPair(test, { files: { [profile]: on } });
    lens.open(request, messy);
    for (let round = 0; round < 10; round++) {
      const [first] = await lens.actions(request, lens.textOf(request), ['quickfix']);
      const all = await lens.actions(request, lens.textOf(request), ['quickfix']);
      const preferred = all.find(({ isPreferred }) => isPreferred);
      if (!first || !preferred?.edit) break;
      lens.apply(preferred.edit);
    }
    assert.deepEqual(await lens.codes(request), []);
  });

  it('a passcode is made as the profile requires', async (test) => {
    const requirement = { length: 10, have_special_character: true, have_upper_and_lower_characters: true };
    const files = { [profile]: profileWith('W unlocked · P locked on · A unlocked', { requirement }) };
    const lens = await startPair(test, { files });
    lens.open(request, '{}');
    await lens.applyAction(request, '{', 'Add a passcode');
    const { password } = JSON.parse(lens.textOf(request));
    assert.deepEqual(unmetRequirements(password, requirement), []);
    assert.deepEqual(await lens.codes(request), []);
  });

  it('a passcode is shown where it is written', async (test) => {
    const files = { [profile]: profileWith('W unlocked · P unlocked · A unlocked') };
    const lens = await startPair(test, { files, initializationOptions: { runsCommands: true } });
    lens.open(request, '{\n  "topic": "x", // daily\n  "settings": {\n    "waiting_room": false\n  }\n}');
    const title = 'Add a passcode: no Waiting Room';
    const action = (await lens.actions(request, 'false')).find((each) => each.title === title);
    assert.ok(action?.edit);
    lens.apply(action.edit);
    const lines = lens.textOf(request).split('\n');
    assert.match(lines[2] ?? '', /^ {2}"password": "[^"]+",$/);
    assert.deepEqual(action.command, { title, command: 'zoomRequestLens.showLine', arguments: [request, 3] });
    lens.type(request, lines[2] ?? '', '');
    const other = (await lens.actions(request, 'false')).find((each) => each.title === 'Turn on the Waiting Room');
    assert.ok(other);
    assert.equal(other.command, undefined);
  });

  it('broken text has none', async (test) => {
    const lens = await startPair(test, { files: { [profile]: on } });
    lens.open(request, messy.slice(0, -3));
    assert.deepEqual(await lens.actions(request, messy.slice(0, -3)), []);
  });

  it('a profile has its own', async (test) => {
    const lens = await startPair(test);
    lens.open(
      profile,
      '{ "rules": "2025-03-24", "account": { "plan": "pro" }, "requireSecurityOption": { "enabled": false } }',
    );
    await lens.applyAction(profile, 'false', 'Write true');
    assert.deepEqual(await lens.codes(profile), ['profile-unknown-setting']);
  });
});

describe('the kinds that are asked for', () => {
  const kinds = { quickfix: 'quickfix', fixAll, writeProfile };
  for (const [only, withProfile, expected] of [
    [undefined, true, [kinds.quickfix, kinds.fixAll]],
    [undefined, false, [kinds.quickfix, kinds.fixAll, kinds.writeProfile]],
    [[''], true, [kinds.quickfix, kinds.fixAll]],
    [['quickfix'], true, [kinds.quickfix]],
    [['source'], true, [kinds.fixAll]],
    [['source'], false, [kinds.fixAll, kinds.writeProfile]],
    [['source.fixAll'], true, [kinds.fixAll]],
    [[fixAll], true, [kinds.fixAll]],
    [['source.fix'], true, []],
    [['source.organizeImports'], true, []],
    [['source.fixAll.eslint'], true, []],
    [['refactor'], true, []],
    [[], true, []],
  ] as const) {
    it(`${JSON.stringify(only) ?? 'all'} ${withProfile ? 'with' : 'without'} a profile: ${expected.join(', ') || 'none'}`, async (test) => {
      const lens = await startPair(test, { files: withProfile ? { [profile]: on } : {} });
      lens.open(request, '{ "topic": 1, "topic": 2, "settings": { "waiting_room": "true" }, "password": "q8zXw2Lt" }');
      const actions = await lens.actions(request, lens.textOf(request), only);
      assert.deepEqual([...new Set(actions.map(({ kind }) => kind))], expected);
    });
  }

  it('the server says which there are, and a client without literals is offered none', async (test) => {
    const { capabilities } = (await startPair(test)).initializeResult ?? {};
    assert.deepEqual(capabilities?.codeActionProvider, {
      codeActionKinds: ['quickfix', fixAll, writeStored, writeProfile, addMeeting],
    });
    const poor = { ...pulling, textDocument: { ...pulling.textDocument, codeAction: {} } };
    const lens = await startPair(test, { capabilities: poor });
    assert.equal(lens.initializeResult?.capabilities.codeActionProvider, undefined);
  });
});

describe('edits', () => {
  it('carry the version that they were made for', async (test) => {
    const lens = await startPair(test, { files: { [profile]: on } });
    lens.open(request, messy);
    lens.type(request, '"b"', '"c"');
    const edits = (await lens.actions(request, lens.textOf(request))).filter(
      ({ title }) => !title.startsWith('Ignore '),
    );
    for (const { edit } of edits) {
      assert.deepEqual(
        edit?.documentChanges?.map((each) => 'textDocument' in each && each.textDocument),
        [{ uri: request, version: 2 }],
      );
      assert.equal(edit?.changes, undefined);
    }
  });

  it('are plain for a client that minds no versions; files are not created then', async (test) => {
    const capabilities = { ...pulling, workspace: without(pulling.workspace, 'workspaceEdit') };
    const lens = await startPair(test, { capabilities });
    lens.open(request, messy);
    const actions = await lens.actions(request, messy);
    assert.ok(actions.length > 0);
    for (const { edit, kind } of actions) {
      assert.deepEqual(Object.keys(edit?.changes ?? {}), [request]);
      assert.equal(edit?.documentChanges, undefined);
      assert.notEqual(kind, writeProfile);
    }
  });
});

describe('write a lock profile', () => {
  it('creates it in the workspace folder, and it counts at once', async (test) => {
    const lens = await startPair(test);
    lens.open(request, '{}');
    await lens.applyAction(request, '{', 'Write a lock profile');
    const created = 'file:///ws/zoom-lock-profile.json';
    assert.equal(lens.world.textOf(created), say(profileTemplate));
    assert.equal((await lens.status(request))?.profile, created);
    assert.deepEqual(await lens.actions(request, '{', [writeProfile]), []);
    lens.open(created);
    assert.deepEqual(await lens.codes(created), ['profile-unknown-setting']);
  });

  it('is not offered for a document that was never saved', async (test) => {
    const lens = await startPair(test);
    lens.open('untitled:a.zoom-create.json', '{}');
    assert.deepEqual(await lens.actions('untitled:a.zoom-create.json', '{', [writeProfile]), []);
  });
});

describe('add the meeting file', () => {
  const update = 'file:///ws/deep/a.zoom-update.json';
  const meeting = 'file:///ws/deep/a.zoom-meeting.json';
  const unlocked = profileWith('W unlocked · P unlocked · A unlocked');
  const body = '{ "topic": "x", "topic": "y", "settings": { "waiting_room": false } }';
  const title = 'Add the meeting file';
  const command = { title, command: 'zoomRequestLens.addMeeting', arguments: [update] };
  const inVsCode = { runsCommands: true };

  it('is offered on what depends on the meeting, and names that finding', async (test) => {
    const lens = await startPair(test, { files: { [profile]: unlocked }, initializationOptions: inVsCode });
    lens.open(update, body);
    const findings = await lens.diagnostics(update);
    const diagnostics = findings.filter(({ code }) => code === 'waiting-room-overwritten');
    assert.equal(diagnostics.length, 1);
    const added = (await lens.actions(update, 'false', ['quickfix'])).filter((each) => each.title === title);
    assert.deepEqual(added, [{ title, kind: 'quickfix', diagnostics, command }]);
    assert.deepEqual(
      (await lens.actions(update, '"topic"', ['quickfix'])).map((each) => each.title).includes(title),
      false,
    );
  });

  it('comes first there, and nothing else is preferred', async (test) => {
    const lens = await startPair(test, { files: { [profile]: unlocked }, initializationOptions: inVsCode });
    lens.open(update, '{ "topic": "x", "topic": "y", "settings": { "jbh_time": 5 } }');
    const [first, ...others] = await lens.actions(update, '5', ['quickfix']);
    assert.equal(first?.title, title);
    assert.ok(others.length > 1);
    assert.ok(others.every(({ isPreferred }) => !isPreferred));
    assert.ok((await lens.actions(update, '"topic"', ['quickfix'])).some(({ isPreferred }) => isPreferred));
    lens.disk(meeting, '{ "settings": { "waiting_room": true } }');
    await lens.settle();
    const known = await lens.actions(update, '5', ['quickfix']);
    assert.equal(known.filter(({ isPreferred }) => isPreferred).length, 1);
  });

  it('is a source action of every update without its meeting', async (test) => {
    const lens = await startPair(test, { files: { [profile]: unlocked }, initializationOptions: inVsCode });
    lens.open(update, '{}');
    assert.deepEqual(await lens.actions(update, '{', [addMeeting]), [{ title, kind: addMeeting, command }]);
    lens.disk(meeting, '{ "settings": {} }');
    await lens.settle();
    assert.deepEqual(await lens.actions(update, '{', [addMeeting]), []);
    lens.disk(meeting, '{');
    await lens.settle();
    assert.equal((await lens.actions(update, '{', [addMeeting])).length, 1, 'a broken one is none');
  });

  it('is offered neither for a create, nor to an editor that does not know the command, nor where it has no place', async (test) => {
    for (const [uri, initializationOptions] of [
      [request, inVsCode],
      [update, {}],
      ['untitled:a.zoom-update.json', inVsCode],
    ] as const) {
      const lens = await startPair(test, { files: { [profile]: unlocked }, initializationOptions });
      lens.open(uri, body);
      const offered = await lens.actions(uri, body);
      assert.deepEqual(
        offered.filter((each) => each.title === title),
        [],
        uri,
      );
    }
  });
});
