/** All combinations of what is unknown about the request, the account and the meeting before an update. */
import type { Held, Lock, Meeting, Operation, Sent, Setting } from '../model/security.ts';
import { type Enforcement, personalAccount } from './enforcement.ts';
import { type Condition, type Facts, type Inherited, newMeeting } from './facts.ts';
import type { PossibleRequest } from './requests.ts';
import type { Locks } from './scenarios.ts';

/** The facts of one case, and those among them that are assumed. */
export interface PossibleFacts {
  readonly sent: Sent;
  readonly facts: Facts;
  readonly assumed: Condition;
}

/** Every combination of the unknown facts. `meeting` is undefined where an update's is not available. */
export function possibleFacts(
  operation: Operation,
  requests: readonly PossibleRequest[],
  account: Enforcement,
  meeting: Meeting | undefined,
): readonly PossibleFacts[] {
  const meetings = possibleMeetings(operation, meeting);
  const ordinary = possibleAccounts(operation, account);
  const ofPersonalId = account.ifPersonal && possibleAccounts(operation, personalAccount(account));
  return requests.flatMap(({ sent, usesPersonalId, assumed }) =>
    ((usesPersonalId && ofPersonalId) || ordinary).flatMap((each) =>
      meetings.map(({ before, assumed: assumedMeeting }) => ({
        sent,
        facts: { operation, ...each.known, before },
        assumed: { ...assumed, ...assumedMeeting, ...each.assumed },
      })),
    ),
  );
}

interface PossibleAccount {
  readonly known: Omit<Facts, 'operation' | 'before'>;
  readonly assumed: Condition;
}

function possibleAccounts(operation: Operation, account: Enforcement): readonly PossibleAccount[] {
  const { rules, personal, required, defaultOption } = account;
  return possibleLocks(account).flatMap(({ locks, assumed: assumedLocks }) =>
    possibleValues(operation, account).map(({ enabled, assumed: assumedValues }) => ({
      known: { rules, locks, enabled, personal, required, defaultOption },
      assumed: { ...assumedLocks, ...assumedValues },
    })),
  );
}

interface PossibleLocks {
  readonly locks: Locks;
  readonly assumed: Condition;
}

function possibleLocks({ locks }: Enforcement): readonly PossibleLocks[] {
  const assume = (setting: Setting, lock: Lock): Condition =>
    locks[setting].length === 1 ? {} : { [`lock.${setting}`]: lock };
  return locks.waitingRoom.flatMap((waitingRoom) =>
    locks.passcode.flatMap((passcode) =>
      locks.authentication.map((authentication) => ({
        locks: { waitingRoom, passcode, authentication },
        assumed: {
          ...assume('waitingRoom', waitingRoom),
          ...assume('passcode', passcode),
          ...assume('authentication', authentication),
        },
      })),
    ),
  );
}

interface PossibleValues {
  readonly enabled: Facts['enabled'];
  readonly assumed: Condition;
}

/** Only a create under the rules of March 2025 uses the account's values: nothing else needs to assume any. */
function possibleValues(operation: Operation, { rules, enabled }: Enforcement): readonly PossibleValues[] {
  const unused = operation === 'update' || rules === '2020-12-20';
  if (unused) return [{ enabled: { waitingRoom: false, passcode: false }, assumed: {} }];
  const assume = (setting: Inherited, value: boolean): Condition =>
    enabled[setting].length === 1 ? {} : { [`enabled.${setting}`]: value };
  return enabled.waitingRoom.flatMap((waitingRoom) =>
    enabled.passcode.map((passcode) => ({
      enabled: { waitingRoom, passcode },
      assumed: { ...assume('waitingRoom', waitingRoom), ...assume('passcode', passcode) },
    })),
  );
}

interface PossibleMeeting {
  readonly before: Meeting;
  readonly assumed: Condition;
}

const both: readonly boolean[] = [false, true];

function possibleMeetings(operation: Operation, meeting: Meeting | undefined): readonly PossibleMeeting[] {
  if (operation === 'create') return [{ before: newMeeting, assumed: {} }];
  return meeting ? [{ before: meeting, assumed: {} }] : anyMeeting;
}

const anyMeeting: readonly PossibleMeeting[] = both.flatMap((waitingRoom) =>
  both.flatMap((password) =>
    both.flatMap((authentication) => both.map((option) => meetingCase(waitingRoom, password, authentication, option))),
  ),
);

function meetingCase(
  waiting_room: boolean,
  password: boolean,
  authentication: boolean,
  option: boolean,
): PossibleMeeting {
  const held = (set: boolean): Held => ({ set });
  return {
    before: {
      waiting_room,
      password: held(password),
      meeting_authentication: authentication,
      authentication_option: held(option),
    },
    assumed: {
      'meeting.waiting_room': waiting_room,
      'meeting.password': password,
      'meeting.meeting_authentication': authentication,
      'meeting.authentication_option': option,
    },
  };
}
