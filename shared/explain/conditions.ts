/** Conditions on the request, the meeting and the account, in words. */

import type { Condition, Fact, FactValue } from '../engine/facts.ts';
import type { Lock, RuleSet } from '../model/security.ts';
import { listed, type Text, text } from '../text.ts';

type RequestFact = Extract<Fact, `request.${string}`>;

/** What the request says if its open values are filled in like this: words that follow "the request". */
const requestWords: Readonly<Record<RequestFact, readonly [ifTrue: Text, ifFalse: Text, ifNotGiven: Text]>> = {
  'request.waiting_room': [
    text`turns the Waiting Room on`,
    text`turns the Waiting Room off`,
    text`does not name ${'waiting_room'}`,
  ],
  'request.password': [text`gives a passcode`, text`gives no passcode`, text`gives no passcode`],
  'request.meeting_authentication': [
    text`turns authentication on`,
    text`turns authentication off`,
    text`does not name ${'meeting_authentication'}`,
  ],
  'request.authentication_option': [
    text`gives an authentication option`,
    text`gives no authentication option`,
    text`gives no authentication option`,
  ],
  'request.default_password': [
    text`turns ${'default_password'} on`,
    text`turns ${'default_password'} off`,
    text`does not name ${'default_password'}`,
  ],
  'request.use_pmi': [
    text`uses the personal meeting ID`,
    text`does not use the personal meeting ID`,
    text`does not name ${'use_pmi'}`,
  ],
  'request.type': [
    text`gives a type that can use the personal meeting ID`,
    text`gives a type that cannot use the personal meeting ID`,
    text`does not name ${'type'}`,
  ],
};

/** What the meeting has: words that follow "the meeting". */
const meetingWords: Partial<Record<Fact, readonly [ifTrue: Text, ifFalse: Text]>> = {
  'meeting.waiting_room': [text`has the Waiting Room on`, text`has the Waiting Room off`],
  'meeting.password': [text`has a passcode`, text`has no passcode`],
  'meeting.meeting_authentication': [text`has authentication on`, text`has authentication off`],
  'meeting.authentication_option': [text`has an authentication option`, text`has no authentication option`],
};

/** The account's locks: words that follow "the account has". */
const lockWords: Partial<Record<Fact, Readonly<Record<Lock, Text>>>> = {
  'lock.waitingRoom': {
    'enabled-locked': text`the Waiting Room on and locked`,
    'disabled-locked': text`the Waiting Room off and locked`,
    unlocked: text`the Waiting Room not locked`,
  },
  'lock.passcode': {
    'enabled-locked': text`passcodes on and locked`,
    'disabled-locked': text`passcodes off and locked`,
    unlocked: text`passcodes not locked`,
  },
  'lock.authentication': {
    'enabled-locked': text`authentication on and locked`,
    'disabled-locked': text`authentication off and locked`,
    unlocked: text`authentication not locked`,
  },
};

/** The same where the meeting uses the personal meeting ID, for which the passcode is a separate setting. */
const personalLockWords: Readonly<Record<Lock, Text>> = {
  'enabled-locked': text`passcodes for personal meeting IDs on and locked`,
  'disabled-locked': text`passcodes for personal meeting IDs off and locked`,
  unlocked: text`passcodes for personal meeting IDs not locked`,
};

/** What decides where the request says nothing: clauses. */
const defaultWords: Partial<Record<Fact, readonly [ifTrue: Text, ifFalse: Text]>> = {
  'template.waiting_room': [text`the template has the Waiting Room on`, text`the template has the Waiting Room off`],
  'user.use_pmi': [
    text`the host's own setting uses the personal meeting ID`,
    text`the host's own setting does not use the personal meeting ID`,
  ],
};

/** Which of Zoom's rules apply, and what these leave open: clauses. */
const rulesWords: Readonly<Record<RuleSet, Text>> = {
  '2020-12-20': text`Zoom's tables of December 2020 apply`,
  '2025-03-24': text`Zoom's current API reference applies`,
};
const heededWords = [text`${'default_password'} has an effect`, text`${'default_password'} has no effect`] as const;

/** What the account has where the request says nothing. */
const valueWords: Partial<Record<Fact, readonly [ifTrue: Text, ifFalse: Text]>> = {
  'enabled.waitingRoom': [text`the Waiting Room on by default`, text`the Waiting Room off by default`],
  'enabled.passcode': [text`passcodes on by default`, text`passcodes off by default`],
};

const personalValueWords = [
  text`passcodes for personal meeting IDs on by default`,
  text`passcodes for personal meeting IDs off by default`,
] as const;

/**
 * "the meeting has no passcode and has authentication on"; undefined for the empty condition. `personal`: the passcode's lock
 * and value are those for personal meeting IDs.
 */
export function conditionText(condition: Condition, personal = false): Text | undefined {
  const facts = Object.entries(condition) as [Fact, FactValue][];
  const ofRequest = facts.flatMap(([fact, value]) => requestWords[fact as RequestFact]?.[requestIndex(value)] ?? []);
  const ofMeeting = facts.flatMap(([fact, value]) => meetingWords[fact]?.[value ? 0 : 1] ?? []);
  const lock = personal ? { ...lockWords, 'lock.passcode': personalLockWords } : lockWords;
  const byDefault = personal ? { ...valueWords, 'enabled.passcode': personalValueWords } : valueWords;
  const ofAccount = facts.flatMap(
    ([fact, value]) => lock[fact]?.[value as Lock] ?? byDefault[fact]?.[value ? 0 : 1] ?? [],
  );
  const meeting = ofMeeting.length > 0 ? text`the meeting ${listed(ofMeeting)}` : undefined;
  const account = ofAccount.length > 0 ? text`the account has ${listed(ofAccount)}` : undefined;
  const request = ofRequest.length > 0 ? text`the request ${listed(ofRequest)}` : undefined;
  const { rules, default_password: heeded } = condition;
  const ofZoom = [
    rules ? rulesWords[rules as RuleSet] : undefined,
    heeded === undefined ? undefined : heededWords[heeded ? 0 : 1],
  ];
  const byDefaults = facts.flatMap(([fact, value]) => defaultWords[fact]?.[value ? 0 : 1] ?? []);
  const clauses = [...ofZoom, request, ...byDefaults, meeting, account].filter((each) => each !== undefined);
  return clauses.length > 0 ? clauses.reduce((sofar, each) => text`${sofar}, and ${each}`) : undefined;
}

function requestIndex(value: FactValue): 0 | 1 | 2 {
  return value === null ? 2 : value ? 0 : 1;
}
