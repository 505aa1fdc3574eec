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
import { account, describeSent, meetings, patterns, requests } from '../../support/inputs.ts';
import { itMeetsEveryPair, rowsOf } from '../../support/rotation.ts';

const either = [true, false];
const tried = { sent: requests, pattern: patterns, meeting: meetings };
const rows = rowsOf(tried);

/**
 * The law: sent again, the predicted body is stored as it stands. Whatever depends on a fact is predicted under that fact,
 * and a mark for something of the meeting's is what the meeting has.
 */
describe('predicting the predicted body changes nothing', () => {
  const accounts: readonly (readonly [string, Partial<Enforcement>])[] = [
    ['', {}],
    [', default option unknown', { defaultOption: undefined }],
    [', requirement off', { required: false }],
  ];
  for (const [what, more] of accounts) {
    it(`create${what}`, () => everywhere((sent, pattern) => holds('create', sent, account(pattern, more), undefined)));
    it(`update of a known meeting${what}`, () => {
      for (const { sent, pattern, meeting } of rows) holds('update', sent, account(pattern, more), meeting);
    });
    it(`update of an unknown meeting${what}`, () => {
      everywhere((sent, pattern) => holds('update', sent, account(pattern, more), undefined));
    });
  }

  for (const [waitingRoom, passcode] of [
    [[true], [true]],
    [[true], [false]],
    [[false], [true]],
    [[false], [false]],
    [either, either],
  ] as const) {
    const newer = { rules: ['2025-03-24'], enabled: { waitingRoom, passcode } } as const;
    it(`create since March 2025, the account has the Waiting Room ${waitingRoom}, passcodes ${passcode}`, () => {
      everywhere((sent, pattern) => {
        for (const asked of sent.password ? [{}] : [{}, { default_password: true }, { default_password: false }])
          holds('create', { ...sent, ...asked }, account(pattern, newer), undefined);
      });
    });
  }

  it('update of one occurrence', () => {
    everywhere((sent, pattern) => {
      for (const meeting of meetings.filter((each) => isSound(each, pattern)))
        holds('update', { ...sent, occurrence: true }, account(pattern), meeting);
    });
  });

  itMeetsEveryPair(tried, rows);

  it('no lock known', () => {
    for (const sent of requests) holds('create', sent, accountKnowing('???'), undefined);
  });
});

function everywhere(test: (sent: Sent, pattern: string) => void): void {
  for (const sent of requests) for (const pattern of patterns) test(sent, pattern);
}

function holds(operation: Operation, sent: Sent, known: Enforcement, meeting: Meeting | undefined): void {
  const prediction = predict(operation, sent, known, meeting);
  const document = parse(bodyOf(sent));
  for (const each of prediction.cases) {
    const texts = storedTexts(document, prediction, each.assumed);
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

function predictAgain(
  operation: Operation,
  { facts }: Case,
  text: string,
  known: Enforcement,
  occurrence?: true,
): Outcome {
  const { locks, enabled, before } = facts;
  const only = { waitingRoom: [locks.waitingRoom], passcode: [locks.passcode], authentication: [locks.authentication] };
  const { sent } = readRequest(parse(text, 'literal'));
  const values = { waitingRoom: [enabled.waitingRoom], passcode: [enabled.passcode] };
  const again = occurrence ? { ...sent, occurrence } : sent;
  const cases = predict(operation, again, { ...known, locks: only, enabled: values }, marked(before)).cases;
  return cases[0]?.outcome as Outcome;
}

function stateOf(field: Outcome[FieldName]): boolean {
  return 'set' in field ? field.set : field.value;
}

/** What the meeting has, where nobody knows its value, or nobody may: a passcode stands in no text but the user's own. */
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
