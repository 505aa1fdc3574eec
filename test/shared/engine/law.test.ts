import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Sent } from '../../../shared/model/security.ts';
import { type Drawn, draw, settled } from '../../support/outcomes.ts';

/**
 * rule-decisions.md, heading by heading. The rows themselves are in test/spec; here stands what they leave open.
 * A line: locks (Waiting Room, passcode, authentication), what the meeting has (update only), what is sent, and what is
 * stored: `value source effect basis` for the fields that the line is about.
 */
type Line = readonly [locks: string, before: string | undefined, sent: Sent, expected: Partial<Drawn>];

function check(lines: readonly Line[], more: { required?: boolean; defaultOption?: string | undefined } = {}): void {
  for (const [locks, before, sent, expected] of lines) {
    const operation = before === undefined ? 'create' : 'update';
    it(`${operation} ${locks}${before === undefined ? '' : ` | had ${before || 'nothing'}`} | ${JSON.stringify(sent)}`, () => {
      const drawn = draw(settled(operation, locks, sent, before, more as never).outcome);
      const about = Object.keys(expected) as (keyof Drawn)[];
      assert.deepEqual(Object.fromEntries(about.map((name) => [name, drawn[name]])), expected);
    });
  }
}

const create = undefined;
const allOff: Sent = { waiting_room: false, meeting_authentication: false };
/** The attempt of update rows 23 and 2 as the page has it, the passcode included. */
const refused: Sent = { ...allOff, password: null };

describe('the requirement off: no step in, clamps and fills stay, all inferred', () => {
  // biome-ignore format: one line a case
  check([
    ['UUU', create, allOff, { W: 'off request kept inferred', P: 'no none none inferred', A: 'off request kept inferred', O: 'no none none inferred' }],
    ['UUU', create, {}, { W: 'off default none inferred', P: 'no none none inferred', A: 'off default none inferred' }],
    ['DUD', create, {}, { W: 'off lock none inferred', P: 'no none none inferred', A: 'off lock none inferred' }],
    ['EDU', create, {}, { W: 'on lock added inferred', P: 'no lock none inferred' }],
    ['UEU', create, {}, { P: 'some generated added inferred' }],
    ['UUE', create, {}, { A: 'on lock added inferred', O: 'opt-default default added inferred' }],
    ['UUU', 'P', { ...allOff, password: '' }, { W: 'off request kept inferred', P: 'no request kept inferred', A: 'off request kept inferred' }],
    ['DDU', 'AO', { meeting_authentication: false }, { A: 'off request kept inferred', O: 'no none none inferred' }],
    ['DUD', 'P', {}, { P: 'own-code current none inferred' }],
    ['UDD', 'W', { waiting_room: false }, { W: 'off request kept inferred' }],
    ['EDU', '', { meeting_authentication: true }, { A: 'on request kept inferred', O: 'opt-default default added inferred' }],
    ['DEU', 'AO', { authentication_option: 'opt-sent' }, { A: 'on current none inferred', O: 'opt-sent request kept inferred' }],
  ], { required: false });
});

describe('all three off and locked: everything off, step 3 skipped, inferred', () => {
  const all: Sent = {
    waiting_room: true,
    password: 'code',
    meeting_authentication: true,
    authentication_option: 'opt',
  };
  const overwritten = {
    W: 'off lock overwritten inferred',
    P: 'no lock overwritten inferred',
    A: 'off lock overwritten inferred',
    O: 'no none overwritten inferred',
  };
  const untouched = {
    W: 'off lock none inferred',
    P: 'no lock none inferred',
    A: 'off lock none inferred',
    O: 'no none none inferred',
  };
  // biome-ignore format: one line a case
  check([
    ['DDD', create, all, overwritten],
    ['DDD', 'WPAO', all, overwritten],
    ['DDD', create, {}, untouched],
    ['DDD', 'WPAO', {}, untouched],
  ]);
});

describe('create: what is not given counts as false', () => {
  // biome-ignore format: one line a case
  check([
    ['UUU', create, { password: 'code' }, { W: 'off default none inferred', A: 'off default none inferred', P: 'code request kept documented' }],
    ['UUE', create, {}, { W: 'off default none inferred' }],
    ['EEU', create, {}, { A: 'off default none inferred' }],
  ]);
});

describe('create: where nothing is on, the Waiting Room, else a passcode, else authentication', () => {
  // biome-ignore format: one line a case
  check([
    ['UUU', create, {}, { W: 'on fallback added documented', P: 'no none none documented', A: 'off default none inferred' }],
    ['UUU', create, allOff, { W: 'on fallback overwritten documented', P: 'no none none documented', A: 'off request kept documented' }],
    ['UDU', create, allOff, { W: 'on fallback overwritten documented', P: 'no lock none documented' }],
    ['UUD', create, {}, { W: 'on fallback added documented', A: 'off lock none documented' }],
    ['UDD', create, { waiting_room: false }, { W: 'on fallback overwritten documented' }],
    ['DUU', create, { meeting_authentication: false }, { W: 'off lock none documented', P: 'some generated added documented' }],
    ['DUU', create, {}, { P: 'some generated added inferred' }],
    ['DUD', create, {}, { P: 'some generated added documented' }],
    ['DDU', create, allOff, { A: 'on fallback overwritten documented', O: 'opt-default default added documented' }],
    ['DDU', create, {}, { A: 'on fallback added documented' }],
  ]);
});

describe('an empty passcode', () => {
  // biome-ignore format: one line a case
  check([
    // Create: as if it were not given.
    ['UUU', create, { password: '' }, { W: 'on fallback added documented', P: 'no none none documented' }],
    ['UEU', create, { password: '' }, { P: 'some generated added documented' }],
    // Update, an option locked on: it changes nothing. Row 17 says so, and the rows with passcodes locked on say what comes
    // of no value; the others speak of valid values only.
    ['EUU', 'P', { password: '' }, { P: 'own-code current overwritten inferred' }],
    ['EUU', '', { password: '' }, { P: 'no none kept inferred' }],
    ['UUE', 'P', { password: '' }, { P: 'own-code current overwritten inferred' }],
    ['UEU', 'P', { password: '' }, { P: 'own-code current overwritten documented' }],
    ['UEU', '', { password: '' }, { P: 'some generated overwritten documented' }],
    ['DUE', 'P', { password: '' }, { P: 'own-code current overwritten documented' }],
    // Row 6 keeps the passcode or makes one.
    ['DUD', 'P', { password: '' }, { P: 'own-code current overwritten documented' }],
    ['DUD', '', { password: '' }, { P: 'some generated overwritten documented' }],
    ['DED', 'P', { password: '' }, { P: 'own-code current overwritten documented' }],
    // Nothing locked on, and something else secures the meeting: it goes.
    ['UUU', 'P', { password: '', waiting_room: true }, { W: 'on request kept inferred', P: 'no request kept inferred' }],
    ['UUU', 'WP', { password: '' }, { W: 'on current none inferred', P: 'no request kept inferred' }],
    ['DUU', 'PA', { password: '' }, { P: 'no request kept inferred', A: 'on current none inferred' }],
    ['UUD', 'WP', { password: '', waiting_room: false }, { W: 'on fallback overwritten documented', P: 'no request kept inferred' }],
    // Locked off: there is none, as asked.
    ['UDU', 'W', { password: '' }, { P: 'no lock kept documented' }],
  ]);
});

describe('null as passcode: not given, though an update asks with it for none', () => {
  // biome-ignore format: one line a case
  check([
    ['UUU', create, { password: null }, { W: 'on fallback added documented', P: 'no none none documented' }],
    ['UEU', create, { password: null }, { P: 'some generated added documented' }],
    ['UUU', 'WP', { password: null }, { W: 'on current none inferred', P: 'own-code current overwritten inferred' }],
    ['UUU', 'W', { password: null }, { P: 'no none kept inferred' }],
    ['EEU', 'P', { password: null }, { P: 'own-code current overwritten documented' }],
    ['EEU', '', { password: null }, { P: 'some generated overwritten documented' }],
    ['EUD', 'P', { password: null }, { P: 'own-code current overwritten documented' }],
    ['UDU', 'W', { password: null }, { P: 'no lock kept documented' }],
  ]);
});

describe('update: the attempt to turn everything off (rows 23 and 2)', () => {
  const had = {
    W: 'on current overwritten documented',
    P: 'own-code current none documented',
    A: 'on current overwritten documented',
    O: 'opt-own current none documented',
  };
  // biome-ignore format: one line a case
  check([
    ['UUU', 'WPAO', refused, { ...had, P: 'own-code current overwritten documented' }],
    ['UUU', 'WPAO', { ...allOff, password: '' }, { ...had, P: 'own-code current overwritten documented' }],
    ['UUU', 'WPAO', { ...refused, authentication_option: 'opt-sent' }, { ...had, P: 'own-code current overwritten documented', O: 'opt-own current overwritten documented' }],
    ['UUU', 'WP', refused, { W: 'on current overwritten documented', P: 'own-code current overwritten documented', A: 'off current kept documented' }],
    ['UUU', 'P', refused, { W: 'off current kept documented', P: 'own-code current overwritten documented' }],
    ['UUU', 'O', refused, { W: 'on fallback overwritten documented', A: 'off request kept documented', O: 'no none none documented' }],
    ['UUU', '', refused, { W: 'on fallback overwritten documented', P: 'no none kept documented', A: 'off request kept documented' }],
    ['DUU', 'PAO', { meeting_authentication: false, password: null }, { W: 'off lock none documented', P: 'own-code current overwritten documented', A: 'on current overwritten documented', O: 'opt-own current none documented' }],
    ['DUU', '', { meeting_authentication: false, password: null }, { P: 'some generated overwritten documented', A: 'off request kept documented' }],
    // A Waiting Room that is locked off by now does not count among what the meeting had.
    ['DUU', 'W', { meeting_authentication: false, password: '' }, { W: 'off lock none documented', P: 'some generated overwritten documented' }],
    // The page does not say that a passcode that is not named is one to disable: the same, inferred.
    ['UUU', 'WPAO', allOff, { W: 'on current overwritten inferred', P: 'own-code current none inferred', A: 'on current overwritten inferred', O: 'opt-own current none inferred' }],
    ['UUU', '', allOff, { W: 'on fallback overwritten inferred', P: 'no none none inferred', A: 'off request kept inferred' }],
    ['DUU', 'PAO', { meeting_authentication: false }, { W: 'off lock none documented', P: 'own-code current none inferred', A: 'on current overwritten inferred' }],
    ['DUU', '', { meeting_authentication: false }, { P: 'some generated added inferred', A: 'off request kept inferred' }],
    // With a passcode it is no attempt.
    ['UUU', 'WA', { ...allOff, password: 'code' }, { W: 'off request kept inferred', P: 'code request kept inferred', A: 'off request kept inferred' }],
  ]);
});

describe('update: what is not that attempt but would leave nothing on gets the same answer, inferred', () => {
  // biome-ignore format: one line a case
  check([
    ['UUU', 'A', { meeting_authentication: false }, { A: 'on current overwritten inferred', W: 'off current none inferred' }],
    ['UUU', 'W', { waiting_room: false }, { W: 'on current overwritten inferred' }],
    ['UUU', 'P', { password: '' }, { P: 'own-code current overwritten inferred' }],
    ['UUU', '', {}, { W: 'on fallback added inferred' }],
    ['DUU', 'P', { password: '' }, { P: 'own-code current overwritten inferred' }],
    ['DUU', '', {}, { P: 'some generated added inferred' }],
    // The passcode that stays secures the meeting, so authentication goes.
    ['UUU', 'PA', { meeting_authentication: false }, { P: 'own-code current none inferred', A: 'off request kept inferred' }],
    ['UUU', 'WP', { waiting_room: false }, { W: 'off request kept inferred', P: 'own-code current none inferred' }],
  ]);
});

describe('update: is a PATCH, what is not given stays', () => {
  // biome-ignore format: one line a case
  check([
    ['UUU', 'WPAO', {}, { W: 'on current none inferred', P: 'own-code current none inferred', A: 'on current none inferred', O: 'opt-own current none inferred' }],
    ['UDU', 'WA', {}, { W: 'on current none inferred', A: 'on current none inferred', P: 'no lock none documented' }],
    ['EUD', 'P', {}, { P: 'own-code current none documented' }],
  ]);
});

describe('update 18 and 19: authentication changes only where both fields are given', () => {
  const both: Sent = { meeting_authentication: true, authentication_option: 'opt-sent' };
  for (const locks of ['EDU', 'DEU']) {
    // biome-ignore format: one line a case
    check([
      [locks, '', both, { A: 'on request kept documented', O: 'opt-sent request kept documented' }],
      [locks, '', { meeting_authentication: true }, { A: 'off current overwritten documented', O: 'no none none documented' }],
      [locks, 'AO', { meeting_authentication: true }, { A: 'on current kept documented', O: 'opt-own current none documented' }],
      [locks, 'A', { meeting_authentication: true }, { A: 'on current kept documented', O: 'no none none documented' }],
      [locks, 'AO', { authentication_option: 'opt-sent' }, { A: 'on current none documented', O: 'opt-own current overwritten documented' }],
      [locks, 'AO', {}, { A: 'on current none documented', O: 'opt-own current none documented' }],
      [locks, 'AO', { meeting_authentication: true, authentication_option: '' }, { A: 'on current kept documented' }],
      [locks, 'AO', { meeting_authentication: false }, { A: 'off request kept inferred', O: 'no none none inferred' }],
      [locks, 'AO', { meeting_authentication: false, authentication_option: 'x' }, { A: 'off request kept inferred', O: 'no none overwritten inferred' }],
      // A create with these locks does not ask for both.
      [locks, create, { meeting_authentication: true }, { A: 'on request kept inferred', O: 'opt-default default added inferred' }],
    ]);
  }
});

describe('an authentication option without authentication is ignored', () => {
  // biome-ignore format: one line a case
  check([
    ['UUU', create, { waiting_room: true, authentication_option: 'opt' }, { A: 'off default none inferred', O: 'no none overwritten inferred' }],
    ['UUD', create, { meeting_authentication: true, authentication_option: 'opt' }, { A: 'off lock overwritten documented', O: 'no none overwritten inferred' }],
    ['UUU', 'W', { authentication_option: 'opt' }, { O: 'no none overwritten inferred' }],
    ['UUU', 'WAO', { authentication_option: 'opt' }, { A: 'on current none inferred', O: 'opt request kept inferred' }],
    ['UUE', create, { meeting_authentication: false, authentication_option: 'opt' }, { A: 'on lock overwritten documented', O: 'opt request kept documented' }],
  ]);
});

describe('authentication on without an option', () => {
  // biome-ignore format: one line a case
  check([
    ['UUU', create, { meeting_authentication: true }, { O: 'opt-default default added inferred' }],
    ['UUU', create, { meeting_authentication: true, authentication_option: '' }, { O: 'opt-default default added inferred' }],
    ['UUE', create, {}, { O: 'opt-default default added documented' }],
    ['UUU', 'W', { meeting_authentication: true }, { O: 'opt-default default added inferred' }],
    ['UUU', 'O', { meeting_authentication: true }, { O: 'opt-own current none inferred' }],
    ['UUE', 'O', {}, { A: 'on lock added documented', O: 'opt-own current none documented' }],
    ['DDU', 'O', {}, { A: 'on fallback added documented', O: 'opt-own current none documented' }],
  ]);
  // biome-ignore format: one line a case
  check([['UUE', create, {}, { O: 'some default added documented' }]], { defaultOption: undefined });
});

describe('a passcode that breaks Zoom’s rules is predicted as if it were accepted', () => {
  // biome-ignore format: one line a case
  check([
    ['UUU', create, { password: 'far too long 🙂' }, { P: 'far too long 🙂 request kept documented' }],
    ['UUU', create, { password: ' ' }, { W: 'off default none inferred', P: '  request kept documented' }],
  ]);
});

describe('an update of one occurrence: Zoom’s reference lets it change the Waiting Room alone; all inferred', () => {
  const occurrence = true;
  const all: Sent = {
    waiting_room: true,
    password: 'x',
    meeting_authentication: true,
    authentication_option: 'y',
    occurrence,
  };
  // biome-ignore format: one line a case
  check([
    ['UUU', '', all, { W: 'on request kept inferred', P: 'no none overwritten inferred', A: 'off current overwritten inferred', O: 'no none overwritten inferred' }],
    ['UUU', 'PAO', all, { P: 'own-code current overwritten inferred', A: 'on current kept inferred', O: 'opt-own current overwritten inferred' }],
    ['UUU', 'P', { password: 'own-code', occurrence }, { P: 'own-code current kept inferred' }],
    ['UUU', 'P', { password: '', occurrence }, { P: 'own-code current overwritten inferred' }],
    // What locks force on it, the meeting has.
    ['EEE', 'WPAO', all, { W: 'on lock kept inferred', P: 'own-code current overwritten inferred', A: 'on lock kept inferred', O: 'opt-own current overwritten inferred' }],
    ['UDD', 'W', all, { W: 'on request kept inferred', P: 'no lock overwritten inferred', A: 'off lock overwritten inferred', O: 'no none overwritten inferred' }],
    ['DUU', 'P', { waiting_room: true, occurrence }, { W: 'off lock overwritten inferred', P: 'own-code current none inferred' }],
    ['UUU', 'W', { waiting_room: false, occurrence }, { W: 'on fallback overwritten inferred', P: 'no none none inferred' }],
    ['UUU', 'WP', { waiting_room: false, occurrence }, { W: 'off request kept inferred', P: 'own-code current none inferred' }],
    ['DUU', '', { waiting_room: false, occurrence }, { W: 'off lock kept inferred', P: 'no none none inferred' }],
  ]);
});
