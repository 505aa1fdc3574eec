import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Finding, Fix } from '../../../shared/finding.ts';
import {
  checkRequest,
  lookAt,
  type Operation,
  parse,
  type RequestContext,
  readProfile,
  writeAllStored,
} from '../../../shared/index.ts';
import type { Meeting } from '../../../shared/model/security.ts';
import { bodyOf, profileOf } from '../../support/bodies.ts';
import { knowledge } from '../../support/completions.ts';
import { meetings, patterns, requests } from '../../support/inputs.ts';
import { context, expectFix, fixTitles, withFix } from '../../support/markers.ts';
import { profileWith, signedIn } from '../../support/profiles.ts';

const listed = { options: [{ ...signedIn, id: 'opt-default' }, { id: 'opt-sent' }, { id: 'opt-own' }] };

/** All that is known beside the request, and what the rules say to a request then. Texts that come up again are looked up. */
interface Situation {
  readonly operation: Operation;
  readonly look: (text: string) => RequestContext;
  readonly check: (text: string) => readonly Finding[];
}

/** Creates and updates of every meeting, the unknown one too. Of an account with unknown locks, the unknown one alone. */
function situationsOf(known: string, options: object): readonly Situation[] {
  const profile = readProfile(parse(profileOf(known, options)));
  const unknowns = [...known].filter((each) => each === '?').length;
  const states = unknowns > 1 ? [] : [undefined, ...(unknowns === 0 ? meetings : [])];
  return [situation('create', undefined), ...states.map((meeting) => situation('update', meeting))];

  function situation(operation: Operation, meeting: Meeting | undefined): Situation {
    const look = remembering((text) => lookAt(parse(text), operation, { profile, meeting }));
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

function checkEveryFix({ look, check, operation }: Situation, text: string, allowed: readonly string[]): void {
  const about = (fix: Fix) => `${operation} ${text}, "${fix.title}"`;
  for (const { code, fixes } of check(text)) {
    assert.equal(fixes.filter(({ preferred }) => preferred).length, Math.min(1, fixes.length), `${text} ${code}`);
    for (const fix of fixes) {
      const after = withFix(text, fix);
      const left = check(after).map((each) => each.code);
      assert.ok(!left.includes(code), `${about(fix)}: ${code} is still there`);
      const known = [...check(text).map((each) => each.code), ...(fix.title === 'Require authentication' ? allowed : [])];
      assert.deepEqual(left.filter((each) => !known.includes(each)), [], about(fix));
      if (writesStored(fix)) assert.equal(storedBy(look(after)), storedBy(look(text)), about(fix));
    }
  }
  const all = writeAllStored(look(text));
  if (all) assert.equal(storedBy(look(withFix(text, all))), storedBy(look(text)), about(all));
}

function writesStored({ title }: Fix): boolean {
  return title.startsWith('Write what Zoom will store') || title === 'Remove the field: Zoom ignores it';
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
