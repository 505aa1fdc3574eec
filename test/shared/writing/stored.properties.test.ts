import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Enforcement } from '../../../shared/engine/enforcement.ts';
import type { Outcome } from '../../../shared/engine/outcome.ts';
import { type Case, predict } from '../../../shared/engine/predict.ts';
import { applyEdits } from '../../../shared/json/edit.ts';
import { parse } from '../../../shared/json/parse.ts';
import { readRequest } from '../../../shared/model/request.ts';
import {
  type FieldName,
  fields,
  type Held,
  type Meeting,
  type Operation,
  type Sent,
} from '../../../shared/model/security.ts';
import { meetingOption, meetingPasscode, storedTexts } from '../../../shared/writing/stored.ts';
import { bodyOf } from '../../support/bodies.ts';
import { accountKnowing } from '../../support/completions.ts';
import { account, describeSent, meetings, patterns, remembering, requests } from '../../support/inputs.ts';
import { type Dimensions, itMeetsEveryPair, type Row, rowsOf } from '../../support/rotation.ts';

const either = [true, false];

/** What is known besides the locks. */
const accounts = [
  { what: 'as the locks say', more: {} },
  { what: 'default option unknown', more: { defaultOption: undefined } },
  { what: 'requirement off', more: { required: false } },
] as const;

/** The account's own values, and what a create without a passcode says about one. */
const newerAccounts = [
  { waitingRoom: [true], passcode: [true] },
  { waitingRoom: [true], passcode: [false] },
  { waitingRoom: [false], passcode: [true] },
  { waitingRoom: [false], passcode: [false] },
  { waitingRoom: either, passcode: either },
] as const;
const asked: readonly Sent[] = [{}, { default_password: true }, { default_password: false }];

const unmet = { sent: requests, pattern: patterns, account: accounts };
const met = { sent: requests, pattern: patterns, meeting: meetings, account: accounts };
const newer = { sent: requests, pattern: patterns, enabled: newerAccounts, asked };

/**
 * The law: sent again, the predicted body is stored as it stands. Whatever depends on a fact is predicted under that fact,
 * and a mark for something of the meeting's is what the meeting has.
 */
describe('predicting the predicted body changes nothing', () => {
  itHolds('create', unmet, ({ sent, pattern, account: { more } }) =>
    holds('create', sent, account(pattern, more), undefined),
  );

  itHolds('update of an unknown meeting', unmet, ({ sent, pattern, account: { more } }) =>
    holds('update', sent, account(pattern, more), undefined),
  );

  itHolds('update of a known meeting', met, ({ sent, pattern, meeting, account: { more } }) =>
    holds('update', sent, account(pattern, more), meeting),
  );

  itHolds('create since March 2025', newer, ({ sent, pattern, enabled, asked }) => {
    const also = sent.password ? {} : asked;
    holds('create', { ...sent, ...also }, account(pattern, { rules: ['2025-03-24'], enabled }), undefined);
  });

  it('update of one occurrence', () => {
    for (const pattern of patterns)
      for (const meeting of meetings.filter((each) => isSound(each, pattern)))
        for (const sent of requests) holds('update', { ...sent, occurrence: true }, account(pattern), meeting);
  });

  it('no lock known', () => {
    for (const sent of requests) holds('create', sent, accountKnowing('???'), undefined);
  });
});

function itHolds<const D extends Dimensions>(what: string, tried: D, test: (row: Row<D>) => void): void {
  const rows = rowsOf(tried);
  it(what, () => rows.forEach(test));
  itMeetsEveryPair(tried, rows);
}

function holds(operation: Operation, sent: Sent, known: Enforcement, meeting: Meeting | undefined): void {
  const prediction = predict(operation, sent, known, meeting);
  const document = parse(bodyOf(sent));
  for (const each of prediction.cases) {
    const texts = storedTexts(document, prediction, { given: each.assumed });
    assert.equal(texts.length, 1, 'all that is assumed leaves one text');
    const text = applyEdits(document.text, texts[0]?.edits ?? []);
    const again = predictAgain(operation, each, text, known, sent.occurrence);
    const isOpen = (name: FieldName) => name === 'authentication_option' && hasNoOption(each);
    for (const { name } of fields) {
      const where = () => `${name}: ${describeSent(sent)} → ${text} | ${JSON.stringify(each.facts)}`;
      const stays = ['kept', 'none'].includes(again[name].effect);
      if (!stays && !(isOpen(name) && 'meeting.authentication_option' in each.assumed)) assert.fail(where());
      if (!isOpen(name) && stateOf(again[name]) !== stateOf(each.outcome[name])) assert.fail(where());
    }
  }
}

/** Thousands of requests are stored as one of a few hundred texts. */
const sentBy = remembering((text: string) => readRequest(parse(text, 'literal')).sent);

function predictAgain(
  operation: Operation,
  { facts }: Case,
  text: string,
  known: Enforcement,
  occurrence?: true,
): Outcome {
  const { locks, enabled, before } = facts;
  const only = { waitingRoom: [locks.waitingRoom], passcode: [locks.passcode], authentication: [locks.authentication] };
  const sent = sentBy(text);
  const values = { waitingRoom: [enabled.waitingRoom], passcode: [enabled.passcode] };
  const again = occurrence ? { ...sent, occurrence } : sent;
  const cases = predict(operation, again, { ...known, locks: only, enabled: values }, marked(before)).cases;
  return cases[0]?.outcome as Outcome;
}

function stateOf(field: Outcome[FieldName]): boolean {
  return 'set' in field ? field.set : field.value;
}

/** What the meeting has, where its value is not known, or may not be shown: a passcode is in no text but the user's own. */
function marked({ password, authentication_option, ...flags }: Meeting): Meeting {
  const secret = (held: Held): Held => (held.set ? { set: true, value: meetingPasscode } : held);
  const open = (held: Held): Held => (held.set ? { value: meetingOption, ...held } : held);
  return { ...flags, password: secret(password), authentication_option: open(authentication_option) };
}

/** As locks leave it, and with an option where it requires authentication. */
function isSound({ password, meeting_authentication, authentication_option }: Meeting, pattern: string): boolean {
  const [, p, a] = [...pattern];
  const obeys = (lock: string | undefined, on: boolean) => lock === 'U' || on === (lock === 'E');
  const hasOption = !meeting_authentication || authentication_option.set;
  return obeys(p, password.set) && obeys(a, meeting_authentication) && hasOption;
}

/**
 * The one state that is tried and that no meeting is in: authentication without an option. An unknown meeting is not said to
 * get one; in a known one, authentication that is given back stands beside the option that it must have.
 */
function hasNoOption({ facts: { before } }: Case): boolean {
  return before.meeting_authentication && !before.authentication_option.set;
}
