import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Finding, Fix } from '../../../../shared/finding.ts';
import {
  checkRequest,
  type Operation,
  parse,
  type RequestContext,
  readProfile,
  requestContext,
  writeAllStored,
} from '../../../../shared/index.ts';
import type { Meeting, Sent } from '../../../../shared/model/security.ts';
import { say } from '../../../../shared/text.ts';
import { bodyOf, profileOf } from '../../../support/bodies.ts';
import { knowledge } from '../../../support/completions.ts';
import { meetings, patterns, requests } from '../../../support/inputs.ts';
import {
  context,
  findingsOf,
  madePasscode,
  type Situation as Surroundings,
  withFix,
} from '../../../support/markers.ts';
import { profileWith, signedIn } from '../../../support/profiles.ts';

const listed = { options: [{ ...signedIn, id: 'opt-default' }, { id: 'opt-sent' }, { id: 'opt-own' }] };

/** All that is known beside the request, and what the rules say to a request then. Texts that come up again are looked up. */
interface Situation {
  readonly operation: Operation;
  readonly look: (text: string) => RequestContext;
  readonly check: (text: string) => readonly Finding[];
}

/** Creates and updates of every meeting, the unknown one too. Of an account with unknown locks, the unknown one alone. */
function situationsOf(
  known: string,
  options: object,
  tried: readonly Meeting[] = meetings,
  occurrence = false,
): readonly Situation[] {
  const profile = readProfile(parse(profileOf(known, options)));
  const unknowns = [...known].filter((each) => each === '?').length;
  const states = unknowns > 1 ? [] : [undefined, ...(unknowns === 0 ? tried : [])];
  return [situation('create', undefined), ...states.map((meeting) => situation('update', meeting))];

  function situation(operation: Operation, meeting: Meeting | undefined): Situation {
    const look = remembering((text) => requestContext(parse(text), operation, { profile, meeting, occurrence }));
    return { operation, look, check: remembering((text) => checkRequest(look(text))) };
  }
}

function remembering<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    const value = made.get(text) ?? make(text);
    made.set(text, value);
    return value;
  };
}

describe('each fix clears its finding and brings no other; what Zoom will store is written, never changed', () => {
  for (const known of knowledge) {
    it(`${known}, every request`, () => {
      for (const situation of situationsOf(known, listed)) {
        for (const sent of requests) checkEveryFix(situation, bodyOf(sent), []);
      }
    });
  }
});

/** Authentication can be asked for without knowing the option that Zoom will take; that it takes one is then information. */
describe('the same where the default option is unknown, but for the news of that option', () => {
  for (const locks of patterns) {
    it(`${locks}, every request without an option`, () => {
      for (const situation of situationsOf(locks, {})) {
        for (const sent of requests.filter(({ authentication_option }) => authentication_option === undefined)) {
          checkEveryFix(situation, bodyOf(sent), ['authentication-option-added']);
        }
      }
    });
  }
});

/** What a body may say beside the four fields, and rules speak of. */
const besides: readonly { readonly top?: object; readonly settings?: object }[] = [
  { settings: { join_before_host: true, jbh_time: 5 } },
  { settings: { jbh_time: 0, waiting_room_options: { mode: 'follow_setting' } } },
  { settings: { authentication_domains: 'example.com', authentication_exception: [{ email: 'a@example.com' }] } },
  { settings: { enforce_login: true, enforce_login_domains: 'example.com' } },
  {
    top: { default_password: true },
    settings: { join_before_host: true, waiting_room_options: {}, enforce_login: true, authentication_domains: '*' },
  },
];

describe('the same of what the body says besides', () => {
  const fewMeetings = meetings.filter((_, index) => index % 5 === 0);
  const few = requests.filter(({ authentication_option }) => authentication_option !== '');
  const withBesides = (sent: Sent, { top, settings }: (typeof besides)[number]) => {
    const body = JSON.parse(bodyOf(sent));
    return JSON.stringify({ ...body, ...top, settings: { ...body.settings, ...settings } });
  };
  const blank = few.filter(({ password }) => password !== '').map((sent) => ({ ...sent, password: '  ' }));

  for (const known of [...patterns, '?UU', 'U?U', 'UU?']) {
    it(`${known}, some requests`, () => {
      for (const situation of situationsOf(known, listed, fewMeetings)) {
        for (const each of besides) {
          for (const sent of few) checkEveryFix(situation, withBesides(sent, each), []);
        }
        for (const sent of blank) checkEveryFix(situation, bodyOf(sent), []);
      }
    });
  }

  describe('and of creates under the newer rules, whatever the account has on by default', () => {
    for (const known of patterns.filter((each) => each.includes('U'))) {
      for (const values of [['waitingRoom'], ['passcode'], ['waitingRoom', 'passcode'], []]) {
        it(`${known}, on: ${values.join(' and ') || 'nothing'}`, () => {
          const profile = readProfile(parse(newer(known, values)));
          const look = (text: string) => requestContext(parse(text), 'create', { profile, meeting: undefined });
          const situation: Situation = { operation: 'create', look, check: (text) => checkRequest(look(text)) };
          for (const sent of few) {
            checkEveryFix(situation, bodyOf(sent), []);
            for (const each of besides) checkEveryFix(situation, withBesides(sent, each), []);
          }
        });
      }
    }
  });

  for (const known of [...patterns, '???']) {
    it(`${known}, an update of one occurrence`, () => {
      for (const situation of situationsOf(known, listed, fewMeetings, true)) {
        if (situation.operation === 'update') for (const sent of requests) checkEveryFix(situation, bodyOf(sent), []);
      }
    });
  }
});

/** Unlocked settings are on where they are named. */
function newer(known: string, on: readonly string[]): string {
  const { waitingRoom, passcode, ...others } = JSON.parse(profileOf(known, listed));
  const valued = (name: string, setting: { locked: boolean }) =>
    setting.locked ? setting : { ...setting, enabled: on.includes(name) };
  const valuedBoth = { waitingRoom: valued('waitingRoom', waitingRoom), passcode: valued('passcode', passcode) };
  return JSON.stringify({ rules: '2025-03-24', ...others, ...valuedBoth });
}

function checkEveryFix({ look, check, operation }: Situation, text: string, allowed: readonly string[]): void {
  const about = (fix: Fix) => `${operation} ${text}, "${say(fix.title)}"`;
  const before = check(text).map((each) => each.code);
  for (const finding of check(text)) {
    const { code } = finding;
    const fixes = finding.fixes();
    assert.equal(fixes.filter(({ preferred }) => preferred).length, Math.min(1, fixes.length), `${text} ${code}`);
    for (const fix of fixes) {
      const after = withFix(text, fix);
      const left = check(after).map((each) => each.code);
      assert.ok(count(left, code) < count(before, code), `${about(fix)}: ${code} is still there`);
      const news = left.filter((each) => count(left, each) > count(before, each));
      // Without a passcode that Zoom drops anyway, the Waiting Room is the account's own and no longer the last resort.
      const own = before.includes('unsecured-request') && !left.includes('unsecured-request');
      const known = [
        ...(say(fix.title) === 'Require authentication' ? allowed : []),
        ...(own && code === 'passcode-overwritten' ? ['waiting-room-added'] : []),
      ];
      assert.deepEqual(
        news.filter((each) => !known.includes(each)),
        [],
        about(fix),
      );
      if (writesStored(fix)) assert.equal(storedBy(look(after)), storedBy(look(text)), about(fix));
    }
  }
  const all = writeAllStored(look(text));
  if (all) assert.equal(storedBy(look(withFix(text, all))), storedBy(look(text)), about(all));
}

function count(codes: readonly string[], code: string): number {
  return codes.filter((each) => each === code).length;
}

function writesStored({ title }: Fix): boolean {
  return /^Write what Zoom will store|^Remove the field: Zoom ignores it$/.test(say(title));
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
