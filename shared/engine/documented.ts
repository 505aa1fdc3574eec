/**
 * Which outcomes Zoom's page states, and which we infer where it is silent.
 *
 * One line per scenario, one cell per field: the condition on the request (and on the meeting before it) under which the
 * row says anything about that field. The wording behind each cell is in the row of the same number on Zoom's page.
 */
import type { FieldName, Sent } from '../model/security.ts';
import type { Facts } from './facts.ts';
import { type Stored, takesFromTemplate } from './law.ts';
import { scenarioOf } from './scenarios.ts';

/** documented: a row of Zoom's page states it. inferred: the page is silent or unclear, and this is our reading. */
export type Basis = 'documented' | 'inferred';

interface Situation {
  readonly sent: Sent;
  readonly stored: Stored;
}
type Spoken = (when: Situation) => boolean;
/** waiting_room, password, meeting_authentication, authentication_option. */
type Row = readonly [Spoken, Spoken, Spoken, Spoken];

const always: Spoken = () => true;
const never: Spoken = () => false;

const waitingRoomGiven: Spoken = ({ sent }) => sent.waiting_room !== undefined;
const passcodeGiven: Spoken = ({ sent }) => Boolean(sent.password);
const passcodeNotGiven: Spoken = ({ sent }) => !sent.password;
const passcodeNotEmpty: Spoken = ({ sent }) => sent.password !== '';
const passcodeRefused: Spoken = ({ sent }) => sent.password === null || sent.password === '';
const authGiven: Spoken = ({ sent }) => sent.meeting_authentication !== undefined;
// Rows that name both fields of authentication: true without an option is not theirs.
const authComplete: Spoken = ({ sent }) => !sent.meeting_authentication || Boolean(sent.authentication_option);
const authGivenComplete: Spoken = (when) => authGiven(when) && authComplete(when);
const authNotFalse: Spoken = ({ sent }) => sent.meeting_authentication !== false;
const optionGiven: Spoken = ({ sent }) => Boolean(sent.meeting_authentication && sent.authentication_option);
const waitingRoomAndAuthFalse: Spoken = ({ sent }) =>
  sent.waiting_room === false && sent.meeting_authentication === false;
const waitingRoomFalsePasscodeEmpty: Spoken = ({ sent }) => sent.waiting_room === false && sent.password === '';
const passcodeGivenOrAuthFalse: Spoken = ({ sent }) => Boolean(sent.password) || sent.meeting_authentication === false;
const waitingRoomGivenOrFallback: Spoken = ({ sent, stored }) =>
  sent.waiting_room !== undefined || stored.waiting_room.source === 'fallback';
// The page speaks of an attempt to disable: `null` or an empty passcode, not one that the request does not name.
const noPasscodeAuthFalse: Spoken = (when) => passcodeRefused(when) && when.sent.meeting_authentication === false;
const allOff: Spoken = (when) => noPasscodeAuthFalse(when) && when.sent.waiting_room === false;

const create: Record<number, Row> = {
  // waiting_room                  password                  meeting_authentication  authentication_option
  1: [always, always, always, always],
  2: [always, passcodeGivenOrAuthFalse, authGivenComplete, optionGiven],
  3: [passcodeNotGiven, never, always, never],
  4: [waitingRoomAndAuthFalse, always, never, never],
  5: [always, always, always, always],
  6: [always, always, always, never],
  7: [always, always, always, never],
  8: [always, always, authComplete, optionGiven],
  9: [never, always, authComplete, optionGiven],
  10: [waitingRoomGiven, always, always, always],
  11: [always, always, authGivenComplete, optionGiven],
  12: [always, always, always, always],
  13: [always, always, always, always],
  14: [always, always, always, never],
  15: [always, always, always, always],
  16: [always, always, always, never],
  17: [always, always, always, always],
  18: [always, always, authGivenComplete, optionGiven],
  19: [always, always, authGivenComplete, optionGiven],
  20: [always, always, always, always],
  21: [always, always, always, always],
  22: [always, always, always, never],
  23: [waitingRoomGivenOrFallback, always, authGiven, optionGiven],
};

const update: Record<number, Row> = {
  1: [always, always, always, always],
  2: [always, noPasscodeAuthFalse, noPasscodeAuthFalse, noPasscodeAuthFalse],
  3: [waitingRoomAndAuthFalse, always, never, never],
  4: [waitingRoomFalsePasscodeEmpty, never, always, never],
  5: [always, always, always, always],
  6: [always, always, always, never],
  7: [always, always, always, never],
  8: [always, passcodeGiven, authGiven, never],
  9: [waitingRoomGiven, always, authGiven, never],
  10: [waitingRoomGiven, passcodeGiven, always, always],
  11: [always, always, authGiven, optionGiven],
  12: [always, passcodeGiven, always, always],
  13: [never, always, always, always],
  14: [never, always, always, never],
  15: [never, always, always, always],
  16: [always, passcodeNotEmpty, always, never],
  17: [always, always, always, always],
  18: [always, always, authNotFalse, authNotFalse],
  19: [always, always, authNotFalse, authNotFalse],
  20: [always, always, always, always],
  21: [always, always, always, always],
  22: [always, always, always, never],
  23: [allOff, allOff, allOff, allOff],
};

/** The basis of each field; inferred where no row applies. */
export function basisOf(sent: Sent, facts: Facts, stored: Stored): Record<FieldName, Basis> {
  const row = (facts.operation === 'create' ? create : update)[scenarioOf(facts.operation, facts.locks) ?? 0];
  const [waitingRoom, password, authentication, option] = row ?? [never, never, never, never];
  const when = { sent, stored };
  const meeting_authentication = word(authentication(when));
  return {
    waiting_room: word(waitingRoom(when) && !takesFromTemplate(sent, facts)),
    password: word(password(when)),
    meeting_authentication,
    authentication_option: stored.meeting_authentication.value
      ? word(option(when))
      : withoutAuthentication(sent, meeting_authentication),
  };
}

/** Without authentication there is no option, so this is as certain as that it is off. That a given option is dropped is not documented. */
function withoutAuthentication(sent: Sent, authentication: Basis): Basis {
  return sent.authentication_option ? 'inferred' : authentication;
}

function word(spoken: boolean): Basis {
  return spoken ? 'documented' : 'inferred';
}
