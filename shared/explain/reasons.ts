/** Outcomes in words, for messages and hovers alike. Clauses start in lower case and end without a full stop. */

import type { Facts } from '../engine/facts.ts';
import {
  declinesPasscode,
  generatesUnasked,
  type Intervention,
  leavesAuthentication,
  type Stored,
  seemsToTurnAllOff,
  sparesWaitingRoom,
  takesFromTemplate,
  takesOverWaitingRoom,
} from '../engine/law.ts';
import type { Case } from '../engine/predict.ts';
import { type FieldName, fieldFacts, isFlag, type Operation, reaches, type Sent } from '../model/security.ts';
import { type Text, text } from '../text.ts';

/** Zoom's page with the rows. */
export const rulesPage = 'https://developers.zoom.us/docs/api/references/meeting-api-security-enhancements/';

/** Zoom's announcement of 24 March 2025: the account's settings apply to meetings that are created by the API. */
export const announcement = 'https://developers.zoom.us/changelog/meetings/march-24-2025/';
/** Zoom's API reference, which describes generated passcodes, `default_password`, `use_pmi` and updates of one occurrence. */
export const reference = 'https://developers.zoom.us/docs/api/meetings/';

type Words = Readonly<Record<FieldName, Text>>;

const lockedOn: Words = {
  waiting_room: text`the account has the Waiting Room on and locked`,
  password: text`the account has passcodes on and locked`,
  meeting_authentication: text`the account has authentication on and locked`,
  authentication_option: text`the account has authentication on and locked`,
};

const lockedOff: Words = {
  waiting_room: text`the account has the Waiting Room off and locked`,
  password: text`the account has passcodes off and locked`,
  meeting_authentication: text`the account has authentication off and locked`,
  authentication_option: text`the account has authentication off and locked`,
};

const lockedOnAndGiven: Words = {
  waiting_room: text`the Waiting Room is on and locked, as the request asks`,
  password: text`passcodes are on and locked; your passcode is used`,
  meeting_authentication: text`authentication is on and locked, as the request asks`,
  authentication_option: text`authentication is on and locked; your option is used`,
};

const notLocked: Words = {
  waiting_room: text`the account does not lock the Waiting Room, so the request decides`,
  password: text`the account does not lock passcodes, so the request decides`,
  meeting_authentication: text`the account does not lock authentication, so the request decides`,
  authentication_option: text`the account does not lock authentication, so the request decides`,
};

/** The same for passcodes where the meeting uses the personal meeting ID. */
const personal = {
  lockedOn: text`the account has passcodes for personal meeting IDs on and locked`,
  lockedOff: text`the account has passcodes for personal meeting IDs off and locked`,
  lockedOnAndGiven: text`passcodes for personal meeting IDs are on and locked; your passcode is used`,
  notLocked: text`the account does not lock passcodes for personal meeting IDs, so the request decides`,
};

/** A case, or one of the steps that lead to it. */
interface Stage {
  readonly sent: Sent;
  readonly outcome: Stored;
  readonly facts: Facts;
  readonly intervention: Intervention;
}

/** Why the field is stored as it is: one clause. */
export function reasonFor(name: FieldName, stage: Stage): Text {
  const { sent, outcome, facts } = stage;
  const words = wordsFor(name, facts);
  const { source } = outcome[name];
  if (!reaches(sent, name) && (source === 'current' || source === 'none'))
    return text`an update of one occurrence does not change it`;
  switch (source) {
    case 'lock':
      return outcome[name].value === true ? words.lockedOn : words.lockedOff;
    case 'fallback':
      return insists;
    case 'generated':
      return generatedReason(stage, words.lockedOn);
    case 'default':
      return name === 'authentication_option'
        ? text`authentication is on and no option is sent`
        : unsaidReason(name, stage);
    case 'current':
      return currentReason(name, stage);
    case 'none':
      return noneReason(name, stage);
    default:
      return facts.locks[fieldFacts(name).setting] === 'enabled-locked' ? words.lockedOnAndGiven : words.notLocked;
  }
}

function wordsFor(name: FieldName, facts: Facts): typeof personal {
  if (name === 'password' && facts.personal) return personal;
  return {
    lockedOn: lockedOn[name],
    lockedOff: lockedOff[name],
    lockedOnAndGiven: lockedOnAndGiven[name],
    notLocked: notLocked[name],
  };
}

function generatedReason({ facts, intervention }: Stage, lockedOn: Text): Text {
  if (facts.locks.passcode === 'enabled-locked') return lockedOn;
  if (intervention === 'turned-on') return insists;
  if (facts.rules === '2020-12-20') return text`${'default_password'} is true`;
  return facts.personal
    ? text`the account has passcodes for personal meeting IDs on, and the request sends none`
    : text`the account has passcodes on, and the request sends none`;
}

function unsaidReason(name: FieldName, { sent, outcome, facts }: Stage): Text {
  if (name === 'waiting_room' && takesFromTemplate(sent, facts))
    return outcome.waiting_room.value ? text`the template turns it on` : text`the template leaves it off`;
  if (name !== 'waiting_room' || !takesOverWaitingRoom(sent, facts))
    return text`${name} is not sent, so off (create requests)`;
  return outcome.waiting_room.value
    ? text`the account has the Waiting Room on, and the request sends neither waiting_room nor a passcode`
    : text`the account has the Waiting Room off, and the request sends neither waiting_room nor a passcode`;
}

function noneReason(name: FieldName, stage: Stage): Text {
  const { sent, facts } = stage;
  if (name === 'password' && declinesPasscode(sent, facts))
    return text`${'default_password'} is false, and no passcode is sent`;
  if (name !== 'authentication_option') return text`nothing requires a passcode`;
  return stage.outcome.meeting_authentication.value ? currentReason(name, stage) : text`authentication is off`;
}

function currentReason(name: FieldName, { sent, facts, intervention }: Stage): Text {
  if (intervention === 'restored')
    return seemsToTurnAllOff(sent, facts)
      ? text`the request turns the other options off and sends no passcode, so Zoom probably keeps the meeting's settings`
      : text`the request would leave no security option on, so Zoom keeps the meeting's settings`;
  if (fieldFacts(name).setting === 'authentication' && leavesAuthentication(sent, facts)) {
    return text`under these locks an update changes authentication only if it sends both meeting_authentication and authentication_option`;
  }
  if (name === 'password' && sent.password === null) return text`null is treated as not sent`;
  if (name !== 'password' || sent.password !== '') return text`${name} is not sent, so unchanged (update requests)`;
  return intervention === 'turned-on'
    ? text`nothing else can secure the meeting`
    : text`an empty passcode has no effect while the account locks an option on`;
}

const insists = text`nothing else secures the meeting, and Zoom requires one security option`;

/** The URL of the page behind an outcome that is not in Zoom's tables; undefined where it is. */
export function sourceOf(name: FieldName, { outcome, sent, facts }: Case): string | undefined {
  if (name === 'password') {
    const declined = !outcome.password.set && declinesPasscode(sent, facts);
    return facts.personal || generatesUnasked(sent, facts) || declined ? reference : undefined;
  }
  if (name !== 'waiting_room') return undefined;
  if (takesFromTemplate(sent, facts)) return reference;
  const { value, source } = outcome.waiting_room;
  if (value && source === 'default') return announcement;
  return sparesWaitingRoom(sent, facts, outcome) ? reference : undefined;
}

/** What is stored: a value as it is, or words where there is none; a passcode's value is never shown. */
export function storedText(name: FieldName, { outcome, facts }: Pick<Stage, 'outcome' | 'facts'>): string | Text {
  if (isFlag(name)) return String(outcome[name].value);
  const { set, source, value } = outcome[name];
  if (name === 'password') return set ? passcodeText(source, facts.personal) : text`no passcode`;
  if (!set) return text`no option`;
  return value ?? (source === 'current' ? text`the meeting's option` : text`Zoom's default option`);
}

function passcodeText(source: string, personal: boolean): Text {
  if (source === 'generated')
    return personal ? text`the passcode of the personal meeting ID` : text`a generated passcode`;
  return source === 'current' ? text`the meeting's passcode` : text`the passcode`;
}

/** How to read values that Zoom generates. */
export function whereToRead(operation: Operation): Text {
  return operation === 'create'
    ? text`Read the passcode in the response.`
    : text`The answer to an update is empty. Read the passcode with GET /meetings/{meetingId}.`;
}
