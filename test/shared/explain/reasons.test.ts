import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Enforcement } from '../../../shared/engine/enforcement.ts';
import { predict } from '../../../shared/engine/predict.ts';
import {
  announcement,
  reasonFor,
  reference,
  sourceOf,
  storedText,
  whereToRead,
} from '../../../shared/explain/reasons.ts';
import { type FieldName, fields, type Sent } from '../../../shared/model/security.ts';
import { say, type Text } from '../../../shared/text.ts';
import { account, meetings, patterns, requests } from '../../support/inputs.ts';
import { settled } from '../../support/outcomes.ts';
import { itMeetsEveryPair, rowsOf } from '../../support/rotation.ts';

function reason(name: FieldName, locks: string, sent: Sent, before?: string, more: Partial<Enforcement> = {}): string {
  const operation = before === undefined ? 'create' : 'update';
  const only = settled(operation, locks, sent, before, more);
  return say(reasonFor(name, only));
}

const create = undefined;
const insists = 'nothing else secures the meeting, and Zoom requires one security option';
const allOff: Sent = { waiting_room: false, meeting_authentication: false };

describe('reasonFor', () => {
  /** Field, locks, what is sent, what the meeting had, and the words that the clause must hold. */
  const table: readonly [FieldName, string, Sent, string | undefined, string][] = [
    ['waiting_room', 'EUU', {}, create, 'the account has the Waiting Room on and locked'],
    ['waiting_room', 'DUU', { waiting_room: true }, create, 'the account has the Waiting Room off and locked'],
    ['password', 'UDU', { password: 'x' }, create, 'the account has passcodes off and locked'],
    ['password', 'UEU', {}, create, 'the account has passcodes on and locked'],
    ['password', 'UEU', { password: 'x' }, create, 'passcodes are on and locked; your passcode is used'],
    ['meeting_authentication', 'UUE', {}, create, 'the account has authentication on and locked'],
    ['meeting_authentication', 'UUD', {}, create, 'the account has authentication off and locked'],
    [
      'authentication_option',
      'UUE',
      { authentication_option: 'x' },
      create,
      'authentication is on and locked; your option is used',
    ],
    ['authentication_option', 'UUE', {}, create, 'authentication is on and no option is sent'],
    ['waiting_room', 'UUU', {}, create, insists],
    ['password', 'DUU', allOff, create, insists],
    ['meeting_authentication', 'DDU', {}, create, insists],
    ['waiting_room', 'UUU', { password: 'x' }, create, 'waiting_room is not sent, so off (create requests)'],
    [
      'waiting_room',
      'UUU',
      { waiting_room: true },
      create,
      'the account does not lock the Waiting Room, so the request decides',
    ],
    ['password', 'UUU', { password: 'x' }, create, 'the account does not lock passcodes, so the request decides'],
    ['password', 'EUU', {}, create, 'nothing requires a passcode'],
    ['authentication_option', 'EUU', { authentication_option: 'x' }, create, 'authentication is off'],
    ['password', 'UUU', {}, 'P', 'password is not sent, so unchanged (update requests)'],
    ['password', 'UUU', allOff, 'P', "keeps the meeting's settings"],
    ['password', 'EUU', { password: '' }, 'P', 'an empty passcode has no effect while the account locks an option on'],
    ['password', 'DUD', { password: '' }, 'P', 'nothing else can secure the meeting'],
    [
      'meeting_authentication',
      'EDU',
      { meeting_authentication: true },
      '',
      'under these locks an update changes authentication only if it sends both',
    ],
    // Authentication is on, and has no option: that it is off would not be true.
    [
      'authentication_option',
      'DEU',
      { authentication_option: 'x' },
      'A',
      'under these locks an update changes authentication only if it sends both',
    ],
    ['authentication_option', 'UUU', allOff, 'A', "keeps the meeting's settings"],
  ];
  for (const [name, locks, sent, before, expected] of table) {
    it(`${name} | ${locks}${before === undefined ? '' : ` | had ${before || 'nothing'}`} | ${JSON.stringify(sent)}`, () => {
      const clause = reason(name, locks, sent, before);
      assert.ok(clause.includes(expected), clause);
    });
  }

  const newer = (waitingRoom: boolean, passcode: boolean): Partial<Enforcement> => ({
    rules: ['2025-03-24'],
    enabled: { waitingRoom: [waitingRoom], passcode: [passcode] },
  });
  const passcodes = 'the account has passcodes on, and the request sends none';
  const untold = 'and the request sends neither waiting_room nor a passcode';
  for (const [name, locks, sent, more, expected] of [
    ['waiting_room', 'UUU', {}, newer(true, false), `the account has the Waiting Room on, ${untold}`],
    ['waiting_room', 'UUU', {}, newer(false, true), `the account has the Waiting Room off, ${untold}`],
    ['waiting_room', 'UUU', { password: 'x' }, newer(true, true), 'waiting_room is not sent, so off (create requests)'],
    ['waiting_room', 'UUU', {}, newer(false, false), insists],
    ['waiting_room', 'UUU', {}, {}, insists],
    ['password', 'UUU', {}, newer(true, true), passcodes],
    ['password', 'UEU', {}, newer(true, true), 'the account has passcodes on and locked'],
    ['password', 'DUU', {}, newer(true, false), insists],
    ['password', 'UUU', { default_password: true }, newer(true, true), passcodes],
    [
      'password',
      'EUU',
      { default_password: false },
      newer(true, true),
      'default_password is false, and no passcode is sent',
    ],
    ['password', 'EUU', { default_password: false }, newer(true, false), 'nothing requires a passcode'],
    ['password', 'EUU', { default_password: false }, {}, 'nothing requires a passcode'],
    ['password', 'UEU', {}, { personal: true }, 'the account has passcodes for personal meeting IDs on and locked'],
    [
      'password',
      'UDU',
      { password: 'x' },
      { personal: true },
      'the account has passcodes for personal meeting IDs off and locked',
    ],
    [
      'password',
      'UUU',
      { password: 'x' },
      { personal: true },
      'the account does not lock passcodes for personal meeting IDs, so the request decides',
    ],
    ['waiting_room', 'EUU', {}, { personal: true }, 'the account has the Waiting Room on and locked'],
  ] as const) {
    it(`${name} | ${locks} | ${JSON.stringify(sent)} | ${JSON.stringify(more)}`, () => {
      assert.equal(reason(name, locks, sent, create, more), expected);
    });
  }

  it('of one occurrence', () => {
    const sent: Sent = { password: 'x', waiting_room: true, meeting_authentication: true, occurrence: true };
    for (const name of ['password', 'meeting_authentication'] as const)
      assert.equal(reason(name, 'UUU', sent, 'P'), 'an update of one occurrence does not change it');
    assert.equal(
      reason('waiting_room', 'UUU', sent, 'P'),
      'the account does not lock the Waiting Room, so the request decides',
    );
  });

  const tried = { locks: patterns, sent: requests, meeting: [undefined, ...meetings] };
  const rows = rowsOf(tried);
  itMeetsEveryPair(tried, rows);

  it('over every input: lower case, no full stop, no passcode, and true of the locks it names', () => {
    for (const { locks, sent, meeting } of rows) {
      const prediction = predict(meeting ? 'update' : 'create', sent, account(locks), meeting);
      for (const { name, setting } of fields) {
        const text = say(reasonFor(name, prediction.cases[0] as never));
        const letter = locks[['waitingRoom', 'passcode', 'authentication'].indexOf(setting)];
        const about = `${locks} ${JSON.stringify(sent)} ${name}: ${text}`;
        assert.match(text, /^[a-z].*[^.]$/, about);
        assert.doesNotMatch(text, /-code/, about);
        if (text.includes('on and locked')) assert.equal(letter, 'E', about);
        if (text.includes('off and locked')) assert.equal(letter, 'D', about);
        if (text.includes('does not lock')) assert.equal(letter, 'U', about);
        const authentication = prediction.cases[0]?.outcome.meeting_authentication.value;
        if (text === 'authentication is off') assert.equal(authentication, false, about);
      }
    }
  });
});

describe('sourceOf', () => {
  const source = (name: FieldName, locks: string, sent: Sent, more: Partial<Enforcement> = {}) =>
    sourceOf(name, settled('create', locks, sent, create, more));
  const newer = { rules: ['2025-03-24'], enabled: { waitingRoom: [true], passcode: [true] } } as const;

  it('the announcement, where the account’s Waiting Room is taken over', () => {
    assert.equal(source('waiting_room', 'UUU', {}, newer), announcement);
  });

  it('the reference, where a passcode is generated or declined, and for what follows from it', () => {
    assert.equal(source('password', 'UUU', {}, newer), reference);
    assert.equal(source('password', 'UUU', { waiting_room: true, default_password: false }, newer), reference);
    const off = { waiting_room: false };
    assert.equal(source('waiting_room', 'UUU', off, newer), reference, 'the passcode keeps Zoom from turning it on');
  });

  it('the reference, where default_password has an effect by the tables', () => {
    const [, heeded] = predict('create', { default_password: true }, account('UUU')).cases;
    assert.equal(heeded?.assumed.default_password, true);
    assert.equal(heeded && sourceOf('password', heeded), reference);
    assert.equal(heeded && say(reasonFor('password', heeded)), 'default_password is true');
  });

  it('none, where the tables would have it so', () => {
    assert.equal(source('waiting_room', 'EUU', {}, newer), undefined);
    assert.equal(source('meeting_authentication', 'UUU', {}, newer), undefined);
    assert.equal(source('waiting_room', 'UUU', {}), undefined);
  });
});

describe('storedText', () => {
  const words = (stored: string | Text) => (typeof stored === 'string' ? stored : say(stored));
  const stored = (name: FieldName, locks: string, sent: Sent, before?: string) =>
    words(storedText(name, settled(before === undefined ? 'create' : 'update', locks, sent, before)));

  it('flags by their value', () => {
    assert.equal(stored('waiting_room', 'EUU', {}), 'true');
    assert.equal(stored('meeting_authentication', 'EUU', {}), 'false');
  });

  it('a passcode without its value, whatever it is', () => {
    assert.equal(stored('password', 'EUU', {}), 'no passcode');
    assert.equal(stored('password', 'UEU', {}), 'a generated passcode');
    assert.equal(stored('password', 'UEU', { password: 'secret' }), 'the passcode');
    assert.equal(stored('password', 'UEU', {}, 'P'), "the meeting's passcode");
  });

  it('an option by its id where that is known', () => {
    assert.equal(stored('authentication_option', 'EUU', {}), 'no option');
    assert.equal(stored('authentication_option', 'UUE', {}), 'opt-default');
    assert.equal(stored('authentication_option', 'UUE', {}, 'AO'), 'opt-own');
    const unknown = predict('create', {}, account('UUE', { defaultOption: undefined }));
    assert.equal(words(storedText('authentication_option', unknown.cases[0] as never)), "Zoom's default option");
    const kept = predict('update', {}, account('UUE')).cases.find(
      ({ facts }) => facts.before.authentication_option.set,
    );
    assert.equal(words(storedText('authentication_option', kept as never)), "the meeting's option");
  });
});

describe('whereToRead', () => {
  it('a create answers with the values, an update with nothing', () => {
    assert.doesNotMatch(say(whereToRead('create')), /GET|empty/);
    assert.match(say(whereToRead('update')), /empty.*GET \/meetings\/\{meetingId\}/);
  });
});
