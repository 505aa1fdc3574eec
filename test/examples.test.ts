import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { URI } from 'vscode-uri';
import { runCli } from '../server/cli/cli.ts';
import { nodeWorld } from '../server/files/nodeWorld.ts';
import { requestPath } from '../shared/containers/containers.ts';
import { documentRules, requestRules } from '../shared/rules/check.ts';
import { projectRoot } from './host/paths.ts';
import { serving } from './support/cliRun.ts';

/**
 * The examples, as the command line sees them. What is stored and what is reported was reasoned out from Zoom's rows and
 * is in two tables; a finding or an example that is in no table fails.
 *
 * The text forms are compared with test/golden/. To renew those files: UPDATE_GOLDEN=1 node --test test/examples.test.ts
 * Read every line that changed, and take it over only if it is right.
 */

/** The ids in the three profiles. */
const options: Record<string, string> = {
  pupils: 'domains_h6TzQ1wPRsGmYk4VcE9uJw',
  foreign: 'signIn_k3VwB8nRTe2yLq0ZsD5aXg',
  employees: 'account_Wz5nHc7RQmKtXb2VyJ8gLa',
  partners: 'domains_Fp1sDk9TSvEwUq6BhM3xNo',
};

/**
 * What is stored. The row is Zoom's; small-team locks nothing (UUU), school is DEU, enterprise is EDE.
 * documents is EEU; clinic is UUD, and UED where the personal meeting ID is used; tables-of-2020 locks nothing, and only there the account's own
 * values do not count.
 *
 * Cells: on, off, no (there is none), set (there is one), or an option's name; then what decides, where anything does.
 *   =  stored as sent   !  sent, and stored differently   +  not sent, and Zoom adds it   ?  inferred, not documented
 */
type StoredRow = readonly [string, string, string, string, string, string, string, string];

// biome-ignore format: a table is read by its columns
const stored: readonly StoredRow[] = [
  // file                                             row          depends on     waiting_room        password           authentication   its option             because
  ['clinic/appointments.json#/check-up',              'create 3',  '',            'on request =?',    'set request =?',  'off lock =',    'no',                  'a passcode is sent, of which the row says nothing'],
  ['clinic/appointments.json#/interpreter',           'create 3',  '',            'on request =?',    'set request =?',  'off lock !',    'no',                  'authentication is locked off'],
  ['clinic/consultation.zoom-create.json',            'create 3',  '',            'on default +?',    'set generated +', 'off lock',      'no',                  'nothing sent, so the account’s values count'],
  ['clinic/morning-huddle.zoom-create.json',          'create 3',  '',            'off request =?',   'set request =?',  'off lock',      'no',                  'three spaces are a passcode; the row is silent then'],
  ['clinic/on-call.zoom-create.json',                 'create –',  '',            'on request =?',    'set generated +?', 'off lock ?',   'no ?',                'passcodes of personal meeting IDs are locked on'],
  ['clinic/second-opinion.zoom-create.json',          'create 3',  '',            'on request =',     'no',              'off lock',      'no',                  'default_password declines a passcode'],
  ['documents/CreateMeeting.php#createMeeting',       'create 11', '',            'on lock =',        'set generated +', 'off default ?', 'no ?',                'passcodes are locked on and none is sent'],
  ['documents/create.sh#create',                      'create 11', '',            'on lock =',        'set generated +', 'off default ?', 'no ?',                'passcodes are locked on and none is sent'],
  ['documents/createMeeting.ts#createMeeting',        'create 11', 'a value',     'on lock !',        'set request =',   'off default ?', 'no ?',                'the variable has a passcode'],
  ['documents/createMeeting.ts#createMeeting',        'create 11', 'no value',    'on lock !',        'set generated +', 'off default ?', 'no ?',                'the variable is not set'],
  ['documents/create_meeting.py#create_meeting',      'create 11', 'a value',     'on lock !',        'set request =',   'off default ?', 'no ?',                'the body is filled step by step'],
  ['documents/create_meeting.py#create_meeting',      'create 11', 'no value',    'on lock !',        'set generated +', 'off default ?', 'no ?',                'the body is filled step by step'],
  ['documents/requests.md#Reading group',             'create 11', 'a value',     'on lock !',        'set request =',   'off default ?', 'no ?',                'the endpoint is in the paragraph before the body'],
  ['documents/requests.md#Reading group',             'create 11', 'no value',    'on lock !',        'set generated +', 'off default ?', 'no ?',                'the endpoint is in the paragraph before the body'],
  ['documents/requests.md#Storytime',                 'create 11', 'a value',     'on lock =',        'set request =',   'off default ?', 'no ?',                'what curl sends'],
  ['documents/requests.md#Storytime',                 'create 11', 'no value',    'on lock =',        'set generated +', 'off default ?', 'no ?',                'what curl sends'],
  ['documents/zoom.http#Author evening',              'create 11', 'a value',     'on lock =',        'set request =',   'off default ?', 'no ?',                'a variable of the file and two that are not in it'],
  ['documents/zoom.http#Author evening',              'create 11', 'no value',    'on lock =',        'set generated +', 'off default ?', 'no ?',                'a variable of the file and two that are not in it'],
  ['documents/zoom.http#Author evening, an hour later', 'update 11', '',          'on lock +',        'set current',     'off current ?', 'no ?',                'the passcode that it has stays'],
  ['documents/zoom.postman_collection.json#Courses/German for beginners', 'create 11', 'a value',  'on lock !', 'set request =',   'off default ?', 'no ?', 'the first of two'],
  ['documents/zoom.postman_collection.json#Courses/German for beginners', 'create 11', 'no value', 'on lock !', 'set generated +', 'off default ?', 'no ?', 'the first of two'],
  ['documents/zoom.postman_collection.json#Courses/Computer help', 'create 11', 'a value',  'on lock =', 'set request =',   'off default ?', 'no ?',        'the second of two'],
  ['documents/zoom.postman_collection.json#Courses/Computer help', 'create 11', 'no value', 'on lock =', 'set generated +', 'off default ?', 'no ?',        'the second of two'],
  ['enterprise/payloads/create-all-hands.json',       'create 21', '',            'on lock =',        'no lock',         'on lock +',     'employees request =', 'authentication is locked on and not sent'],
  ['enterprise/payloads/create-incident-call.json',   'create 21', '',            'on lock +',        'no lock',         'on lock =',     'employees request =', 'the Waiting Room is locked on and not sent'],
  ['enterprise/payloads/move-weekly-review.json',     'update –',  '',            'on lock =?',       'no lock ?',       'on lock !?',   'employees current ?', 'one occurrence changes only the Waiting Room'],
  ['enterprise/payloads/update-board-meeting.json',   'update 21', '',            'on lock =',        'no lock',         'on lock =',     'employees request =', 'sends what the locks want; the meeting does not matter'],
  ['enterprise/quarterly-results.zoom-create.json',   'create 21', '',            'on lock =',        'no lock !',       'on lock =',     'employees request =', 'passcodes are locked off'],
  ['enterprise/supplier-onboarding.zoom-create.json', 'create 21', '',            'on lock =',        'no lock',         'on lock !',     'partners request =',  'authentication is locked on; the sent option is used'],
  ['integration/after.zoom-create.json',              'create 3',  '',            'off request =?',   'set request =?',  'off lock',      'no',                  'a passcode is sent, of which the row says nothing'],
  ['integration/before.zoom-create.json',             'create 3',  '',            'on fallback !',    'no ?',            'off lock',      'no',                  'no passcode is sent'],
  ['school/alumni-evening.zoom-create.json',          'create 19', '',            'off lock =',       'set request =',   'off default ?', 'no ?',                'domains alone turn nothing on'],
  ['school/class-trip.zoom-update.json',              'update 19', '',            'off lock',         'set request =',   'on request =',  'pupils request =',    'both fields of authentication are sent'],
  ['school/exam-briefing.zoom-create.json',           'create 19', '',            'off lock =',       'set request =',   'on request =',  'pupils request =',    'predicted as if the ä were accepted'],
  ['school/guest-lecture.zoom-create.json',           'create 19', '',            'off lock =',       'set request =',   'on request =',  'foreign request =',   'predicted as if the option were there'],
  ['school/homework-help.zoom-update.json',           'update 19', '',            'off lock =',       'set request =',   'on current',    'pupils current !',    'changes authentication only with both of its fields'],
  ['school/open-day.zoom-create.json',                'create 19', '',            'off lock =',       'set request =',   'off request =', 'no !?',               'an option without authentication goes nowhere'],
  ['school/parents-evening.zoom-create.json',         'create 19', '',            'off lock !',       'set request =',   'off request =', 'no',                  'the Waiting Room is locked off'],
  ['school/reading-club.zoom-create.json',            'create 19', '',            'off lock =',       'set request =',   'on request =',  'pupils request =',    'predicted as if the passcode were accepted'],
  ['school/science-fair.zoom-create.json',            'create 19', '',            'off lock =',       'set generated +', 'off request =', 'no',                  'passcodes are locked on and none is sent'],
  ['school/sports-day.zoom-update.json',              'update 19', 'no passcode', 'off lock =',       'set generated +', 'off request =?', 'no ?',               'passcodes are locked on; false alone is our reading'],
  ['school/sports-day.zoom-update.json',              'update 19', 'a passcode',  'off lock =',       'set current',     'off request =?', 'no ?',               'the passcode it has stays'],
  ['school/staff-meeting.zoom-create.json',           'create 19', '',            'off lock =',       'set request =',   'on request =?', 'pupils default +?',   'the row is silent on true without an option'],
  ['small-team/customer-demo.zoom-create.json',       'create 23', '',            'on fallback !',    'no',              'off request =', 'no',                  'all three off, so the Waiting Room comes on'],
  ['small-team/design-review.zoom-create.jsonc',      'create 23', '',            'off default ?',    'set request =',   'off request =', 'no',                  'waiting_room at the top is not sent; the passcode secures'],
  ['small-team/job-interview.zoom-create.json',       'create 23', 'true',        'on request =',     'set request =',   'off request =', 'no',                  '"true" in quotes may be read as true,'],
  ['small-team/job-interview.zoom-create.json',       'create 23', 'false',       'off request =',    'set request =',   'off request =', 'no',                  'as false,'],
  ['small-team/job-interview.zoom-create.json',       'create 23', 'null',        'off default ?',    'set request =',   'off request =', 'no',                  'or not at all'],
  ['small-team/lunch-talk.zoom-create.json',          'create 23', '',            'on fallback +',    'no',              'off default ?', 'no ?',                'nothing sent, so the Waiting Room comes on'],
  ['small-team/open-house.zoom-update.json',          'update 23', '',            'on current !?',    'set current ?',   'off current =?', 'no ?',               'all off is refused: Waiting Room and passcode stay'],
  ['small-team/planning-day.zoom-create.json',        'create 23', '',            'off request =',    'set request =',   'off request =', 'no',                  'predicted as if the passcode were accepted'],
  ['small-team/retrospective.zoom-create.json',       'create 23', '',            'off request =',    'set request =',   'off request =', 'no',                  'the second waiting_room counts'],
  ['small-team/weekly-standup.zoom-create.json',      'create 23', '',            'off request =',    'set request =',   'off request =', 'no',                  'the passcode secures it'],
  ['tables-of-2020/choir-rehearsal.zoom-create.json', 'create 23', '',            'on fallback !',    'no',              'off default ?', 'no ?',                'passcodes that are on do not count by the tables'],
];

/** What is reported, and on which text. */
type ToldRow = readonly [string, string, string, string];

// biome-ignore format: a table is read by its columns
const told: readonly ToldRow[] = [
  // file                                             line:column and code                     severity       on the text
  ['clinic/appointments.json',                        '21:33 authentication-overwritten',      'warning',     'true'],
  ['clinic/consultation.zoom-create.json',            '7:3 waiting-room-added',                'information', '"settings"'],
  ['clinic/consultation.zoom-create.json',            '12:5 field-unknown',                    'hint',        '"autoRecording"'],
  ['clinic/morning-huddle.zoom-create.json',          '7:15 passcode-blank',                   'warning',     '"   "'],
  ['clinic/on-call.zoom-create.json',                 '5:3 passcode-generated',                'information', '"settings"'],
  ['documents/CreateMeeting.php',                     '13:13 passcode-generated',              'information', "'settings'"],
  ['documents/CreateMeeting.php',                     '15:39 join-before-host-lost',           'warning',     'true'],
  ['documents/create.sh',                             '14:3 passcode-generated',               'information', '"settings"'],
  ['documents/createMeeting.ts',                      '13:21 waiting-room-overwritten',        'warning',     'false'],
  ['documents/create_meeting.py',                     '11:44 waiting-room-overwritten',        'warning',     'False'],
  ['documents/requests.md',                           '13:21 waiting-room-overwritten',        'warning',     'false'],
  ['documents/requests.md',                           '40:61 join-before-host-lost',           'warning',     'true'],
  ['documents/zoom.http',                             '14:25 join-before-host-lost',           'warning',     '{{early}}'],
  ['documents/zoom.postman_collection.json',          '17:137 waiting-room-overwritten',       'warning',     'false'],
  ['enterprise/payloads/create-all-hands.json',       '1:282 authentication-added',            'information', '"settings"'],
  ['enterprise/payloads/create-incident-call.json',   '16:3 waiting-room-added',               'information', '"settings"'],
  ['enterprise/payloads/move-weekly-review.json',     '7:31 occurrence-ignored',               'warning',     'false'],
  ['enterprise/quarterly-results.zoom-create.json',   '8:15 passcode-overwritten',             'warning',     '"example-81"'],
  ['enterprise/supplier-onboarding.zoom-create.json', '49:31 authentication-overwritten',      'warning',     'false'],
  ['integration/before.zoom-create.json',             '3:33 waiting-room-overwritten',         'warning',     'false'],
  ['school/alumni-evening.zoom-create.json',          '12:5 authentication-domains-ignored',   'warning',     '"authentication_domains"'],
  ['school/alumni-evening.zoom-create.json',          '13:5 authentication-exception-ignored', 'warning',     '"authentication_exception"'],
  ['school/class-trip.zoom-update.json',              '4:3 field-unknown-on-update',           'warning',     '"default_password"'],
  ['school/class-trip.zoom-update.json',              '8:5 enforce-login-deprecated',          'hint',        '"enforce_login"'],
  ['school/exam-briefing.zoom-create.json',           '7:15 passcode-characters',              'warning',     '"exämple75"'],
  ['school/guest-lecture.zoom-create.json',           '35:30 authentication-option-unknown',   'warning',     '"signIn_k3VwB8nRTe2yLq0ZsD5aXg"'],
  ['school/homework-help.zoom-update.json',           '31:30 authentication-option-overwritten', 'warning',   '"account_Nc82bFvXSjWqRt5LpK0dMg"'],
  ['school/open-day.zoom-create.json',                '29:30 authentication-option-ignored',   'warning',     '"domains_h6TzQ1wPRsGmYk4VcE9uJw"'],
  ['school/parents-evening.zoom-create.json',         '55:21 waiting-room-overwritten',        'warning',     'true'],
  ['school/parents-evening.zoom-create.json',         '56:5 waiting-room-options-ignored',     'warning',     '"waiting_room_options"'],
  ['school/reading-club.zoom-create.json',            '5:15 passcode-requirement',             'error',       '"example-pw"'],
  ['school/science-fair.zoom-create.json',            '19:3 passcode-generated',               'information', '"settings"'],
  ['school/sports-day.zoom-update.json',              '18:3 passcode-generated',               'information', '"settings"'],
  ['school/staff-meeting.zoom-create.json',           '27:3 authentication-option-added',      'information', '"settings"'],
  ['small-team/customer-demo.zoom-create.json',       '44:25 join-before-host-lost',           'warning',     'true'],
  ['small-team/customer-demo.zoom-create.json',       '67:21 waiting-room-overwritten',        'warning',     'false'],
  ['small-team/design-review.zoom-create.jsonc',      '13:3 field-misplaced',                  'warning',     '"waiting_room"'],
  ['small-team/job-interview.zoom-create.json',       '60:21 field-type',                      'warning',     '"true"'],
  ['small-team/lunch-talk.zoom-create.json',          '19:3 unsecured-request',                'warning',     '"settings"'],
  ['small-team/open-house.zoom-update.json',          '46:21 waiting-room-overwritten',        'information', 'false'],
  ['small-team/planning-day.zoom-create.json',        '7:15 passcode-too-long',                'error',       '"example-passcode-1"'],
  ['small-team/retrospective.zoom-create.json',       '51:5 duplicate-key',                    'warning',     '"waiting_room"'],
  ['tables-of-2020/choir-rehearsal.zoom-create.json', '6:21 waiting-room-overwritten',         'warning',     'false'],
];

/** The updates whose meeting lies beside them. */
const meetings: Record<string, string> = {
  'documents/zoom.http#Author evening, an hour later': 'documents/85746065.zoom-meeting.json',
  'enterprise/payloads/move-weekly-review.json': 'enterprise/payloads/move-weekly-review.zoom-meeting.json',
  'school/homework-help.zoom-update.json': 'school/homework-help.zoom-meeting.json',
  'small-team/open-house.zoom-update.json': 'small-team/open-house.zoom-meeting.json',
};

const otherHost =
  'With schedule_for, the lock profile must be that of the host the meeting is for. (https://developers.zoom.us/docs/api/meetings/)';
const notes: Readonly<Record<string, readonly string[]>> = {
  'clinic/consultation.zoom-create.json': [
    "Under Zoom's 2020 rules: no passcode. (https://developers.zoom.us/docs/api/references/meeting-api-security-enhancements/)",
  ],
  'clinic/on-call.zoom-create.json': [
    'With use_pmi, the passcode setting for personal meeting IDs applies. (https://developers.zoom.us/docs/api/meetings/)',
  ],
  'enterprise/payloads/move-weekly-review.json': [
    'An update of one occurrence cannot change passcode or authentication. (https://developers.zoom.us/docs/api/meetings/)',
  ],
  'enterprise/quarterly-results.zoom-create.json': [otherHost],
  'enterprise/supplier-onboarding.zoom-create.json': [otherHost],
  'school/parents-evening.zoom-create.json': [otherHost],
  'small-team/customer-demo.zoom-create.json': [otherHost],
  'small-team/job-interview.zoom-create.json': [otherHost],
  'small-team/weekly-standup.zoom-create.json': [otherHost],
  'tables-of-2020/choir-rehearsal.zoom-create.json': [
    "Zoom's current API reference says: Waiting Room off and a generated passcode. (https://developers.zoom.us/docs/api/meetings/)",
  ],
};

const noRequest = 'enterprise/scheduler.config.json';

/** Code under a lock profile is looked at; these send what they read from files. */
const withoutRequest = ['examples/integration/standup.test.ts', 'examples/integration/test_standup.py'];

interface FindingJson {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly range: { readonly start: Position; readonly end: Position };
}
interface Position {
  readonly line: number;
  readonly character: number;
}
interface CheckedJson {
  readonly request?: string;
  readonly file: string;
  readonly findings: readonly FindingJson[];
}

const predictText = await run('predict', 'examples');
const predictJson = await run('predict', 'examples', '--format', 'json');
const checkText = await run('check', 'examples');
const checkJson = await run('check', 'examples', '--format', 'json');

describe('predict examples', () => {
  it('prints what is stored as JSON, and nothing more', () => {
    const predicted = JSON.parse(predictJson.out).requests as CheckedJson[];
    const requests = unique(stored.map(([request]) => request));
    assert.deepEqual(
      predicted.map(({ file, request }) => requestPath(file, request)),
      requests.map((each) => `examples/${each}`),
    );
    for (const { findings: _, ...prediction } of predicted)
      assert.deepEqual(prediction, expectedPrediction(prediction));
    assert.deepEqual(predicted.flatMap(toldRows), told);
  });

  it('prints what is stored as text', () => {
    assertGolden('predict.txt', predictText.out);
  });

  it('denies no lock', () => {
    const blocks = predictText.out.split(/^(?=examples\/)/m);
    const of = (folder: string) => blocks.filter((block) => block.startsWith(`examples/${folder}/`)).join('');
    assert.doesNotMatch(of('enterprise'), /does not lock/);
    assert.doesNotMatch(of('school'), /does not lock (passcodes|the Waiting Room)/);
  });

  it('exits with 1: Zoom refuses one of them', () => {
    assert.deepEqual([predictText.code, predictJson.code], [1, 1]);
  });
});

describe('check examples', () => {
  it('prints the findings as JSON, and nothing more', () => {
    const checked = JSON.parse(checkJson.out).files as CheckedJson[];
    const files = checked.map(({ file }) => file).filter((file) => !withoutRequest.includes(file));
    assert.deepEqual(files.sort(), filesOfOurs().sort());
    assert.deepEqual(checked.flatMap(toldRows), told);
  });

  it('reports the same findings as predict', () => {
    const found = (files: readonly CheckedJson[]) =>
      files.flatMap(({ findings }) =>
        findings.map(({ code, severity, message, range }) => ({ code, severity, message, range })),
      );
    assert.deepEqual(found(JSON.parse(checkJson.out).files), found(JSON.parse(predictJson.out).requests));
  });

  it('prints the findings as text', () => {
    assertGolden('check.txt', checkText.out);
  });

  it('exits with 1', () => {
    assert.deepEqual([checkText.code, checkJson.code], [1, 1]);
  });
});

describe('the examples', () => {
  it('show every finding that a request can have, but for broken JSON', () => {
    const codes = [...documentRules, ...requestRules].map(({ code }) => code).filter((code) => code !== 'json-syntax');
    const shown = told.map(([, finding]) => finding.split(' ')[1]);
    assert.deepEqual(unique(shown).sort(), codes.sort());
  });

  it('show the Waiting Room overwritten by a lock, by the fallback and by what the meeting had', () => {
    const overwritten = stored.filter(([, , , waitingRoom]) => waitingRoom.includes('!')).map((row) => row[3]);
    assert.deepEqual(unique(overwritten).sort(), ['off lock !', 'on current !?', 'on fallback !', 'on lock !']);
  });

  it('contain one JSON file beside the saved responses that is not ours, and nothing is said about it', () => {
    const json = allFiles().filter((file) => /\.jsonc?$/.test(file));
    const others = json.filter((file) => !filesOfOurs().includes(`examples/${file}`));
    assert.deepEqual(
      others.filter((file) => !file.startsWith('settings-responses/')),
      [noRequest],
    );
    for (const { out, error } of [predictText, predictJson, checkText, checkJson]) {
      assert.doesNotMatch(out, /scheduler/);
      assert.equal(error, '');
    }
  });

  it('hold the profile that import makes of the saved responses', async () => {
    const responses = allFiles().filter((file) => /^settings-responses\/(account|group|user)/.test(file));
    assert.equal(responses.length, 10);
    const { code, out, error } = await run('import', ...responses.sort().map((file) => `examples/${file}`));
    assert.deepEqual([code, out, error], [0, read('settings-responses/zoom-lock-profile.json'), '']);
  });

  it('come compact, with comments and with Windows line ends, too', () => {
    assert.doesNotMatch(read('enterprise/payloads/create-all-hands.json'), /\n/);
    assert.match(read('small-team/design-review.zoom-create.jsonc'), /\/\/ .*\/\* /s);
    const windows = 'enterprise/supplier-onboarding.zoom-create.json';
    assert.doesNotMatch(read(windows), /[^\r]\n/);
    assert.match(read('.gitattributes'), new RegExp(`^${windows} -text$`, 'm'));
  });

  it('are short and valid JSON once their comments are gone', () => {
    for (const file of allFiles()) {
      assert.ok(read(file).split('\n').length <= 121, file);
      if (file.endsWith('.json') && !file.endsWith('zoom-lock-profile.json')) JSON.parse(read(file));
    }
  });

  it('are all described in their README', () => {
    const sections = read('README.md').split(/^## /m).slice(1);
    const described = sections.flatMap((section) => {
      const folder = /^`(.+?)\/`/.exec(section)?.[1];
      return [...section.matchAll(/^\| `(.+?)` \|/gm)].map(([, file]) => `${folder}/${file}`);
    });
    const shown = allFiles().filter((file) => file.includes('/'));
    assert.deepEqual(described.sort(), shown.sort());
  });
});

async function run(...args: string[]) {
  const printed = { out: '', error: '' };
  const code = await runCli(args, {
    world: { ...nodeWorld, today: () => '2026-11-24' },
    cwd: URI.file(projectRoot).toString(),
    version: '0.0.0',
    rulesFolder: URI.file(join(projectRoot, 'docs/rules')).toString(),
    readStdin: () => Promise.reject(new Error('Standard input is not read here.')),
    out: (text) => (printed.out += text),
    error: (text) => (printed.error += text),
    serving,
  });
  return { ...printed, code };
}

function assertGolden(name: string, actual: string): void {
  const path = join(import.meta.dirname, 'golden', name);
  const { UPDATE_GOLDEN } = process.env;
  if (UPDATE_GOLDEN) writeFileSync(path, actual);
  assert.equal(actual, readFileSync(path, 'utf8'));
}

function expectedPrediction({ file: path, request }: Pick<CheckedJson, 'file' | 'request'>) {
  const file = path.replace(/^examples\//, '');
  const rows = stored.filter(([name]) => name === requestPath(file, request));
  const [operation, scenario] = (rows[0] as StoredRow)[1].split(' ');
  const meeting = meetings[requestPath(file, request)];
  return {
    ...(request === undefined ? {} : { request }),
    file: path,
    operation,
    profile: `examples/${file.split('/')[0]}/zoom-lock-profile.json`,
    meeting: meeting ? `examples/${meeting}` : null,
    rules: file.startsWith('tables-of-2020/') ? '2020-12-20' : '2025-03-24',
    scenario: scenario === '–' ? null : Number(scenario),
    outcomes: rows.map(([, , dependsOn, waitingRoom, password, authentication, option]) => ({
      when: conditionOf(dependsOn),
      waiting_room: flagOf(waitingRoom),
      meeting_authentication: flagOf(authentication),
      password: textOf(password),
      authentication_option: textOf(option),
    })),
    notes: notes[file] ?? [],
  };
}

/** What the meeting has, what is filled in as its passcode, or how Zoom reads `waiting_room`. */
function conditionOf(cell: string) {
  if (cell === '') return {};
  if (cell.endsWith('passcode')) return { 'meeting.password': cell === 'a passcode' };
  if (cell.endsWith('value')) return { 'request.password': cell === 'a value' ? true : null };
  return { 'request.waiting_room': JSON.parse(cell) };
}

function flagOf(cell: string) {
  const { value, ...judged } = partsOf(cell);
  return { value: value === 'on', ...judged };
}

function textOf(cell: string) {
  const { value = '', ...judged } = partsOf(cell);
  const id = options[value];
  return { set: value !== 'no', ...(id ? { value: id } : {}), ...judged };
}

function partsOf(cell: string) {
  const [value, source = 'none'] = cell.split(' ').filter((word) => /\w/.test(word));
  const effects: Record<string, string> = { '=': 'kept', '!': 'overwritten', '+': 'added' };
  const effect = effects[/[=!+]/.exec(cell)?.[0] ?? ''] ?? 'none';
  return { value, source, effect, basis: cell.endsWith('?') ? 'inferred' : 'documented' };
}

function toldRows({ file, findings }: CheckedJson): ToldRow[] {
  return findings.map(({ code, severity, range: { start, end } }) => {
    const name = file.replace(/^examples\//, '');
    assert.equal(start.line, end.line, 'a finding is in one line');
    const line = read(name).split(/\r?\n/)[start.line] ?? '';
    const place = `${start.line + 1}:${start.character + 1}`;
    return [name, `${place} ${code}`, severity, line.slice(start.character, end.character)];
  });
}

/** The requests, their meetings and the profiles, from the folder above the examples. */
function filesOfOurs(): string[] {
  const profiles = [
    'clinic',
    'documents',
    'enterprise',
    'integration',
    'school',
    'settings-responses',
    'small-team',
    'tables-of-2020',
  ].map((folder) => `${folder}/zoom-lock-profile.json`);
  const requests = unique(stored.map(([request]) => request.replace(/#.*/, '')));
  return [...requests, ...Object.values(meetings), ...profiles].map((file) => `examples/${file}`);
}

function allFiles(): string[] {
  const entries = readdirSync(join(projectRoot, 'examples'), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(projectRoot, 'examples').length + 1))
    .map((file) => file.replaceAll('\\', '/'));
}

function read(file: string): string {
  return readFileSync(join(projectRoot, 'examples', file), 'utf8');
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
