import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type Operation,
  Predictions,
  parse,
  type RequestContext,
  readProfile,
  requestContext,
  writeAllStored,
} from '../../../../shared/index.ts';
import type { Meeting, Sent } from '../../../../shared/model/security.ts';
import { checkRequest } from '../../../../shared/rules/check.ts';
import { say } from '../../../../shared/text.ts';
import { bodyOf, profileOf } from '../../../support/bodies.ts';
import { knowledge } from '../../../support/completions.ts';
import { meetings, patterns, remembering, requests } from '../../../support/inputs.ts';
import {
  codesOf,
  context,
  count,
  findingsOf,
  madePasscode,
  type Situation as Surroundings,
  withFix,
} from '../../../support/markers.ts';
import { profileWith, signedIn } from '../../../support/profiles.ts';
import { itMeetsEveryPair, rowsOf } from '../../../support/rotation.ts';

const listed = { options: [{ ...signedIn, id: 'opt-default' }, { id: 'opt-sent' }, { id: 'opt-own' }] };

/** All that is known beside the request, and what becomes of a text then. Many fixes lead to the same text. */
interface Situation {
  readonly operation: Operation;
  readonly look: (text: string) => RequestContext;
  /** The codes of its findings. */
  readonly codes: (text: string) => readonly string[];
  readonly stored: (text: string) => string;
}

type SituationOf = (operation: Operation, meeting?: Meeting) => Situation;

function situationOf(profileText: string, occurrence = false): SituationOf {
  const profile = readProfile(parse(profileText));
  const predictions = new Predictions();
  const ofMeeting = (operation: Operation) =>
    remembering((meeting: Meeting | undefined): Situation => {
      const look = (text: string) =>
        requestContext(parse(text), operation, { profile, meeting, occurrence }, predictions);
      const codes = remembering((text: string) => codesOf(checkRequest(look(text))));
      return { operation, look, codes, stored: remembering((text: string) => storedBy(look(text))) };
    });
  const made = { create: ofMeeting('create'), update: ofMeeting('update') };
  return (operation, meeting) => made[operation](meeting);
}

const operations = ['create', 'update'] as const;

/** Of the account, several locks are unknown. */
const isOpen = (known: string) => known.split('?').length > 2;

/**
 * Requests of which the meeting is not known: creates and updates in turn, or both in `npm run test:all`; of an account with
 * several unknown locks, creates alone.
 */
function withoutMeeting(known: readonly string[], sent: readonly Sent[]) {
  const open = known
    .filter(isOpen)
    .flatMap((each) => sent.map((sent) => ({ known: each, sent, operation: 'create' as const })));
  return [...rowsOf({ known: known.filter((each) => !isOpen(each)), sent, operation: operations }), ...open];
}

interface Row {
  readonly known: string;
  readonly sent: Sent;
}

/** The rows of one account: updates of known meetings, and requests of which the meeting is not known. */
function checkKnowing(
  known: string,
  of: SituationOf,
  rows: readonly (Row & { readonly meeting: Meeting })[],
  unmet: readonly (Row & { readonly operation: Operation })[],
  tolerated: readonly string[],
): void {
  for (const row of unmet) if (row.known === known) checkEveryFix(of(row.operation), bodyOf(row.sent), tolerated);
  for (const row of rows)
    if (row.known === known) checkEveryFix(of('update', row.meeting), bodyOf(row.sent), tolerated);
}

describe('each fix clears its finding and brings no other; what Zoom will store is written, never changed', () => {
  const tried = { known: patterns, sent: requests, meeting: meetings };
  const rows = rowsOf(tried);
  const unmet = withoutMeeting(knowledge, requests);
  for (const known of knowledge) {
    it(`${known}, every request`, () => {
      const of = situationOf(profileOf(known, listed));
      checkKnowing(known, of, rows, unmet, []);
    });
  }
  itMeetsEveryPair(tried, rows);
  const settled = knowledge.filter((known) => !isOpen(known));
  itMeetsEveryPair({ known: settled, sent: requests, operation: operations }, unmet);
});

/** Authentication can be asked for without knowing the option that Zoom will take; that it takes one is then information. */
describe('the same where the default option is unknown, but for the news of that option', () => {
  const without = requests.filter(({ authentication_option }) => authentication_option === undefined);
  const tried = { known: patterns, sent: without, meeting: meetings };
  const rows = rowsOf(tried);
  const unmet = withoutMeeting(patterns, without);
  for (const known of patterns) {
    it(`${known}, every request without an option`, () => {
      const of = situationOf(profileOf(known, {}));
      checkKnowing(known, of, rows, unmet, ['authentication-option-added']);
    });
  }
  itMeetsEveryPair(tried, rows);
});

/** What a body may say beside the four fields, and rules speak of. */
interface Besides {
  readonly top?: object;
  readonly settings?: object;
}
const besides: readonly Besides[] = [
  { settings: { join_before_host: true, jbh_time: 5 } },
  { settings: { jbh_time: 0, waiting_room_options: { mode: 'follow_setting' } } },
  { settings: { authentication_domains: 'example.com', authentication_exception: [{ email: 'a@example.com' }] } },
  { settings: { enforce_login: true, enforce_login_domains: 'example.com' } },
  {
    top: { default_password: true },
    settings: { join_before_host: true, waiting_room_options: {}, enforce_login: true, authentication_domains: '*' },
  },
];

const few = requests.filter(({ authentication_option }) => authentication_option !== '');

function withBesides(sent: Sent, { top, settings }: Besides): string {
  const body = JSON.parse(bodyOf(sent));
  return JSON.stringify({ ...body, ...top, settings: { ...body.settings, ...settings } });
}

/** What a request is sent to; the meeting before an update is known or not. */
const sentTo = ['create', 'unknown', 'known'] as const;

describe('the same for what else the body says', () => {
  const tried = { known: [...patterns, '?UU', 'U?U', 'UU?'], sent: few, meeting: meetings, sentTo, said: besides };
  const rows = rowsOf(tried);
  for (const known of tried.known) {
    it(`${known}, some requests`, () => {
      const of = situationOf(profileOf(known, listed));
      for (const { sent, sentTo, meeting, said } of rows.filter((row) => row.known === known)) {
        const situation = sentTo === 'create' ? of('create') : of('update', sentTo === 'known' ? meeting : undefined);
        checkEveryFix(situation, withBesides(sent, said), []);
      }
    });
  }
  itMeetsEveryPair(tried, rows);
});

describe('the same of blank passcodes', () => {
  const blank = few.filter(({ password }) => password).map((sent) => ({ ...sent, password: '  ' }));
  const tried = { known: patterns, sent: blank, meeting: meetings };
  const rows = rowsOf(tried);
  const all = [...patterns, '?UU', 'U?U', 'UU?'];
  const unmet = withoutMeeting(all, blank);
  for (const known of all) {
    it(`${known}, some requests`, () => {
      const of = situationOf(profileOf(known, listed));
      checkKnowing(known, of, rows, unmet, []);
    });
  }
  itMeetsEveryPair(tried, rows);
});

describe('the same of creates under the newer rules, whatever the account has on by default', () => {
  const accounts = patterns
    .filter((each) => each.includes('U'))
    .flatMap((known) => [['waitingRoom'], ['passcode'], ['waitingRoom', 'passcode'], []].map((on) => ({ known, on })));
  const tried = { account: accounts, sent: few, said: [{}, ...besides] };
  const rows = rowsOf(tried);
  for (const account of accounts) {
    it(`${account.known}, on: ${account.on.join(' and ') || 'nothing'}`, () => {
      const situation = situationOf(newer(account.known, account.on))('create');
      for (const { sent, said } of rows.filter((row) => row.account === account)) {
        checkEveryFix(situation, withBesides(sent, said), []);
      }
    });
  }
  itMeetsEveryPair(tried, rows);
});

describe('the same of an update of one occurrence', () => {
  const tried = { known: [...patterns, '???'], sent: requests, meeting: [undefined, ...meetings] };
  const rows = rowsOf(tried);
  for (const known of tried.known) {
    it(`${known}, every request`, () => {
      const of = situationOf(profileOf(known, listed), true);
      for (const { sent, meeting } of rows.filter((row) => row.known === known)) {
        checkEveryFix(of('update', meeting), bodyOf(sent), []);
      }
    });
  }
  itMeetsEveryPair(tried, rows);
});

/** Unlocked settings are on where they are named. */
function newer(known: string, on: readonly string[]): string {
  const { waitingRoom, passcode, ...others } = JSON.parse(profileOf(known, listed));
  const valued = (name: string, setting: { locked: boolean }) =>
    setting.locked ? setting : { ...setting, enabled: on.includes(name) };
  const valuedBoth = { waitingRoom: valued('waitingRoom', waitingRoom), passcode: valued('passcode', passcode) };
  return JSON.stringify({ rules: '2025-03-24', ...others, ...valuedBoth });
}

function checkEveryFix(situation: Situation, text: string, allowed: readonly string[]): void {
  const { operation } = situation;
  const request = situation.look(text);
  const findings = checkRequest(request);
  const before = codesOf(findings);
  const stored = storedBy(request);
  for (const finding of findings) {
    const { code } = finding;
    const fixes = finding.fixes();
    assert.equal(fixes.filter(({ preferred }) => preferred).length, Math.min(1, fixes.length), `${text} ${code}`);
    for (const fix of fixes) {
      const title = say(fix.title);
      const fail = (what: string) => assert.fail(`${operation} ${text}, "${title}": ${what}`);
      const after = withFix(text, fix);
      const left = situation.codes(after);
      if (count(left, code) >= count(before, code)) fail(`${code} is still there`);
      const news = left.filter((each) => count(left, each) > count(before, each));
      // Without a passcode that Zoom drops anyway, the Waiting Room is the account's own and no longer the last resort.
      const own = before.includes('unsecured-request') && !left.includes('unsecured-request');
      const known = [
        ...(title.startsWith('Require authentication') ? allowed : []),
        ...(own && code === 'passcode-overwritten' ? ['waiting-room-added'] : []),
      ];
      const unknown = news.filter((each) => !known.includes(each));
      if (unknown.length > 0) fail(`brings ${unknown}`);
      const then = writesStored(title) ? situation.stored(after) : stored;
      if (then !== stored) fail(`stores ${then}, not ${stored}`);
    }
  }
  const all = writeAllStored(request);
  if (all) assert.equal(situation.stored(withFix(text, all)), stored, `${operation} ${text}, everything written`);
}

function writesStored(title: string): boolean {
  return /^Write what Zoom will store|^Remove the field \(no effect\)$/.test(title);
}

/** What the four fields hold in the end, in every case that is possible. */
function storedBy({ prediction }: RequestContext): string {
  const stored = prediction.cases.map(({ assumed, outcome }) => {
    const { waiting_room, password, meeting_authentication, authentication_option } = outcome;
    const texts = [password, authentication_option].map(({ set, value }) => [set, value]);
    return [assumed, waiting_room.value, meeting_authentication.value, texts];
  });
  return JSON.stringify(stored);
}

describe('writeAllStored', () => {
  const everythingOn = profileWith('W locked on · P locked on · A locked on', { options: [signedIn] });
  const written = (text: string, surroundings: Surroundings) => {
    const fix = writeAllStored(context(text, surroundings));
    return fix && withFix(text, fix);
  };

  it('writes every field that Zoom changes or adds, but for a passcode that it makes up', () => {
    const before = `{
  // open to all
  "topic": "Open house",
  "settings": {
    "waiting_room": false, // come in
    "host_video": true
  }
}
`.replaceAll('\n', '\r\n');
    const after = `{
  // open to all
  "topic": "Open house",
  "settings": {
    "waiting_room": true, // come in
    "host_video": true,
    "meeting_authentication": true,
    "authentication_option": "opt-signed-in"
  }
}
`.replaceAll('\n', '\r\n');
    assert.equal(written(before, { profile: everythingOn }), after);
  });

  it('removes what Zoom drops', () => {
    const profile = profileWith('W locked on · P locked off · A locked off');
    const before = '{"password":"4sPgWr-2","settings":{"waiting_room":false,"meeting_authentication":true}}';
    const after = '{"settings":{"waiting_room":true,"meeting_authentication":false}}';
    assert.equal(written(before, { profile }), after);
  });

  it('is not there where all is stored as sent, nothing is certain, or the text is broken', () => {
    const unlocked = profileWith('W unlocked · P unlocked · A unlocked');
    assert.equal(written('{ "password": "4sPgWr-2" }', { profile: unlocked }), undefined);
    assert.equal(written('{ "settings": { "waiting_room": false } }', {}), undefined);
    const update = { operation: 'update', profile: unlocked } as const;
    assert.equal(written('{ "settings": { "waiting_room": false } }', update), undefined);
    assert.equal(written('{ "settings": { "waiting_room": false }', { profile: everythingOn }), undefined);
  });

  it('once made, it has nothing left to do', () => {
    const once = written('{"settings":{"waiting_room":false}}', { profile: everythingOn });
    assert.ok(once);
    assert.equal(written(once, { profile: everythingOn }), undefined);
  });
});

describe('the passcode that a fix writes', () => {
  it('the stand-in of these tests breaks no rule of Zoom', () => {
    assert.deepEqual(findingsOf(JSON.stringify({ password: madePasscode }), {}), []);
  });
});
