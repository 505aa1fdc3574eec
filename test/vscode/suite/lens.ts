import * as vscode from 'vscode';
import {
  actionsAt,
  applyAction,
  check,
  codeOf,
  eventually,
  everywhere,
  expectFindings,
  expectLater,
  findings,
  hoverText,
  inWorker,
  lockedOn,
  nowhereElse,
  open,
  ours,
  profile,
  revertAndClose,
  type Story,
  same,
  type,
  uriOf,
  write,
} from './support.ts';

const bare = '{\n  "topic": "Weekly",\n  "settings": {\n    "waiting_room": false\n  }\n}\n';

/** Each story works in a folder of its own, so that none depends on another. */
export const lens: Story[] = [
  [
    'findings come with code, link and place',
    everywhere,
    async () => {
      await write('links/zoom-lock-profile.json', profile({ waitingRoom: lockedOn }));
      const document = await open('links/a.zoom-create.json', bare);
      await expectFindings(document, ['waiting-room-overwritten on false']);
      const [diagnostic] = ours(document);
      check(diagnostic?.severity === vscode.DiagnosticSeverity.Warning, 'not a warning');
      const { code } = diagnostic;
      check(
        typeof code === 'object' && code.target.path.endsWith('/docs/rules/waiting-room-overwritten.md'),
        'no link',
      );
      await vscode.workspace.fs.stat(code.target);
    },
  ],
  [
    'the hover shows value, reason and scenario',
    inWorker,
    async () => {
      await write('hover/zoom-lock-profile.json', profile({ waitingRoom: lockedOn }));
      const document = await open('hover/a.zoom-create.json', bare);
      const text = await hoverText(document, 'waiting_room');
      for (const part of ['stored `true`', 'the Waiting Room on and locked', 'create scenario 8', 'documented']) {
        check(text.includes(part), `"${part}" is not in: ${text}`);
      }
    },
  ],
  [
    'a finding and go to definition lead to the line of the profile',
    inWorker,
    async () => {
      const lock = await open('leads/zoom-lock-profile.json', profile({ waitingRoom: lockedOn }));
      const document = await open('leads/a.zoom-create.json', bare);
      await expectFindings(document, ['waiting-room-overwritten on false']);
      const place = lock.positionAt(lock.getText().indexOf('"waitingRoom"'));
      const related = ours(document)[0]?.relatedInformation?.[0]?.location;
      check(related?.uri.toString() === lock.uri.toString() && related.range.start.isEqual(place), 'related elsewhere');
      const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        document.positionAt(bare.indexOf('waiting_room')),
      );
      const [first] = found.map((each) => ('range' in each ? each.range : each.targetRange));
      check(first?.start.isEqual(place), `defined elsewhere: ${JSON.stringify(found)}`);
    },
  ],
  [
    '"Add a passcode" edits the file and the finding goes',
    everywhere,
    async () => {
      await write('passcode/zoom-lock-profile.json', profile({}));
      const document = await open('passcode/a.zoom-create.json', bare);
      await expectFindings(document, ['waiting-room-overwritten on false']);
      const actions = await actionsAt(document, 'false');
      check(actions.filter(({ isPreferred }) => isPreferred).length === 1, 'not exactly one preferred action');
      await applyAction(actions, 'Add a passcode: no Waiting Room');
      await expectFindings(document, []);
      const passcode = /"password": "([^"]+)"/.exec(document.getText())?.[1];
      check(passcode && passcode.length <= 10, 'no passcode was written');
      const rest = document.getText().replace(`\n  "password": "${passcode}",`, '');
      check(same(rest, bare), `more than the passcode was changed: ${document.getText()}`);
    },
  ],
  [
    '"Turn on the Waiting Room" edits the file and the finding goes',
    nowhereElse,
    async () => {
      await write('room/zoom-lock-profile.json', profile({}));
      const document = await open('room/a.zoom-create.json', '{\n  "topic": "Weekly"\n}\n');
      await expectFindings(document, ['unsecured-request on {']);
      await applyAction(await actionsAt(document, '{'), 'Turn on the Waiting Room');
      await expectFindings(document, []);
      const expected = '{\n  "topic": "Weekly",\n  "settings": {\n    "waiting_room": true\n  }\n}\n';
      check(document.getText() === expected, document.getText());
    },
  ],
  [
    'fix all leaves what is meant, and a source action of its own writes what Zoom will store',
    nowhereElse,
    async () => {
      await write(
        'all/zoom-lock-profile.json',
        profile({ waitingRoom: lockedOn, authentication: { enabled: false, locked: true } }),
      );
      const text = '{ "settings": { "waiting_room": false, "meeting_authentication": true } }\n';
      const document = await open('all/a.zoom-create.json', text);
      await expectFindings(document, ['waiting-room-overwritten on false', 'authentication-overwritten on true']);
      check((await actionsAt(document, '{', 'source.fixAll')).length === 0, 'fix all gives up what is meant');
      const actions = await actionsAt(document, '{', 'source.zoomRequestLens');
      await applyAction(actions, 'Write what Zoom will store');
      await expectFindings(document, []);
      const expected = '{ "settings": { "waiting_room": true, "meeting_authentication": false } }\n';
      check(document.getText() === expected, document.getText());
    },
  ],
  [
    '"Ignore … here" edits the profile, which is opened and left unsaved, or puts a comment where comments are',
    inWorker,
    async () => {
      await write('ignore/zoom-lock-profile.json', profile({ waitingRoom: lockedOn }));
      const document = await open('ignore/a.zoom-create.json', bare);
      await expectFindings(document, ['waiting-room-overwritten on false']);
      const title = 'Ignore waiting-room-overwritten here';
      await applyAction(await actionsAt(document, 'false'), `${title}, in the lock profile`);
      await expectFindings(document, []);
      const lock = await open('ignore/zoom-lock-profile.json');
      check(lock.isDirty, 'the profile was saved');
      check(lock.getText().includes('"pointer": "/settings/waiting_room"'), lock.getText());
      await revertAndClose(lock);
      const commented = await open('ignore/b.zoom-create.jsonc', bare);
      await expectFindings(commented, ['waiting-room-overwritten on false']);
      await applyAction(await actionsAt(commented, 'false'), title);
      await expectFindings(commented, []);
      const comment = '// zoom-request-lens-ignore waiting-room-overwritten: intended';
      check(commented.getText() === bare.replace('    "wait', `    ${comment}\n    "wait`), commented.getText());
    },
  ],
  [
    'an unsaved edit of the profile changes the findings of another open file',
    inWorker,
    async () => {
      const request = await open('unsaved/a.zoom-create.json', '{ "settings": { "waiting_room": true } }\n');
      const lock = await open('unsaved/zoom-lock-profile.json', profile({}));
      check(lock.languageId === 'jsonc', `the profile's language is ${lock.languageId}`);
      await expectFindings(request, []);
      await type(lock, profile({ waitingRoom: { enabled: false, locked: true } }));
      check(lock.isDirty, 'the profile was saved');
      await expectFindings(request, ['unsecured-request on "settings"', 'waiting-room-overwritten on true']);
      await revertAndClose(lock);
      await expectFindings(request, []);
    },
  ],
  [
    'a profile that is half typed says so, and is treated as missing once it is saved',
    nowhereElse,
    async () => {
      await write('broken/zoom-lock-profile.json', profile({ waitingRoom: lockedOn }));
      const request = await open('broken/a.zoom-create.json', bare);
      await expectFindings(request, ['waiting-room-overwritten on false']);
      const lock = await open('broken/zoom-lock-profile.json');
      await type(lock, '{ "waitingRoom": { "enabled": true, "locked": ');
      await eventually(() =>
        check(
          ours(lock).some(({ code }) => codeOf(code) === 'profile-syntax'),
          'not said',
        ),
      );
      await expectFindings(request, ['waiting-room-overwritten on false']);
      check(await lock.save(), 'not saved');
      await expectFindings(request, []);
    },
  ],
  [
    'files created, renamed and deleted outside the editor are noticed',
    everywhere,
    async () => {
      const request = await open('outside/a.zoom-create.json', bare);
      await expectLater('outside/later.zoom-create.json');
      check(findings(request).length === 0, 'findings without a profile');
      await write('outside/zoom-lock-profile.json', profile({ waitingRoom: lockedOn }));
      await expectFindings(request, ['waiting-room-overwritten on false']);
      await vscode.workspace.fs.rename(uriOf('outside/zoom-lock-profile.json'), uriOf('outside/other.json'));
      await expectFindings(request, []);
      await vscode.workspace.fs.rename(uriOf('outside/other.json'), uriOf('outside/zoom-lock-profile.json'));
      await expectFindings(request, ['waiting-room-overwritten on false']);
      await vscode.workspace.fs.delete(uriOf('outside/zoom-lock-profile.json'));
      await expectFindings(request, []);
    },
  ],
  [
    'a meeting file beside an update makes the finding certain',
    inWorker,
    async () => {
      await write('meeting/zoom-lock-profile.json', profile({}));
      const request = await open('meeting/a.zoom-update.json', '{ "settings": { "waiting_room": false } }\n');
      await eventually(() => check(same(severities(request), ['Information']), `${severities(request)}`));
      await write('meeting/a.zoom-meeting.json', '{ "settings": { "waiting_room": true } }\n');
      // Nothing is left on, so the meeting keeps its Waiting Room.
      await eventually(() => check(same(severities(request), ['Warning']), `${severities(request)}`));
    },
  ],
  [
    'a plain JSON file gets nothing unless the profile lists it',
    inWorker,
    async () => {
      const lock = await open('plain/zoom-lock-profile.json', profile({ waitingRoom: lockedOn }));
      const document = await open('plain/payloads/standup.json', bare);
      await expectLater('plain/later.zoom-create.json');
      check(findings(document).length === 0, `${findings(document)}`);
      check((await hoverText(document, 'waiting_room')) === '', 'a hover in a file that is none of ours');
      await type(
        lock,
        profile({ waitingRoom: lockedOn, requests: [{ files: 'payloads/*.json', operation: 'create' }] }),
      );
      await expectFindings(document, ['waiting-room-overwritten on false']);
      await revertAndClose(lock);
      await expectFindings(document, []);
    },
  ],
];

function severities(document: vscode.TextDocument): string[] {
  return ours(document).map(({ severity }) => vscode.DiagnosticSeverity[severity]);
}
