/** All combinations of what is unknown about the request, the account and the meeting before an update. */
import type { Held, Lock, Meeting, Operation, RuleSet, Sent, Setting } from '../model/security.ts';
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
  const rules = possibleRules(operation, requests, account);
  const ordinary = possibleAccounts(account, rules);
  const ofPersonalId = account.ifPersonal && possibleAccounts(personalAccount(account), rules);
  // By the tables, the host's own setting for new meetings does not count.
  const isByTables = ({ known }: PossibleAccount) => known.rules === '2020-12-20';
  const byHost = ofPersonalId && [...ordinary.filter(isByTables), ...ofPersonalId.filter((each) => !isByTables(each))];
  const accountsFor = ({ usesPersonalId, assumed }: PossibleRequest) =>
    (usesPersonalId && ('user.use_pmi' in assumed ? byHost : ofPersonalId)) || ordinary;
  return requests.flatMap((request) =>
    accountsFor(request).flatMap((each) =>
      meetings.map(({ before, assumed: assumedMeeting }) => ({
        sent: request.sent,
        facts: { operation, ...each.known, before },
        assumed: { ...each.assumedRules, ...request.assumed, ...assumedMeeting, ...each.assumed },
      })),
    ),
  );
}

interface PossibleRules {
  readonly rules: RuleSet;
  readonly heedsDefaultPassword: boolean;
  readonly assumed: Condition;
}

/**
 * The rule sets differ only for creates, and only where the account may leave the Waiting Room or passcodes to the request.
 * What the tables say where they cannot differ is what both say.
 */
function possibleRules(
  operation: Operation,
  requests: readonly PossibleRequest[],
  account: Enforcement,
): readonly PossibleRules[] {
  const { ifPersonal = account } = account;
  const mayLeave = (setting: Inherited) =>
    [account, ifPersonal].some(({ locks }) => locks[setting].includes('unlocked'));
  const differ = operation === 'create' && (mayLeave('waitingRoom') || mayLeave('passcode'));
  if (!differ) return [{ rules: '2020-12-20', heedsDefaultPassword: false, assumed: {} }];
  const asks = mayLeave('passcode') && requests.some(({ sent }) => sent.default_password);
  return account.rules.flatMap((rules): readonly PossibleRules[] => {
    const assumed: Condition = account.rules.length > 1 ? { rules } : {};
    const isOpen = asks && rules === '2020-12-20';
    return isOpen
      ? both.map((heeds) => ({ rules, heedsDefaultPassword: heeds, assumed: { ...assumed, default_password: heeds } }))
      : [{ rules, heedsDefaultPassword: false, assumed }];
  });
}

interface PossibleAccount {
  readonly known: Omit<Facts, 'operation' | 'before'>;
  readonly assumedRules: Condition;
  readonly assumed: Condition;
}

function possibleAccounts(account: Enforcement, possibleRules: readonly PossibleRules[]): readonly PossibleAccount[] {
  const { required, defaultOption } = account;
  const personal = account.personal === true;
  const locks = possibleLocks(account);
  return possibleRules.flatMap(({ rules, heedsDefaultPassword, assumed: assumedRules }) =>
    locks.flatMap(({ locks, assumed: assumedLocks }) =>
      possibleValues(account, rules).map(({ enabled, assumed: assumedValues }) => ({
        known: { rules, heedsDefaultPassword, locks, enabled, personal, required, defaultOption },
        assumedRules,
        assumed: { ...assumedLocks, ...assumedValues },
      })),
    ),
  );
}

interface PossibleLocks {
  readonly locks: Locks;
  readonly assumed: Condition;
}

/** No account that requires one of the options has all three locked off. */
function possibleLocks({ locks, required }: Enforcement): readonly PossibleLocks[] {
  const assume = (setting: Setting, lock: Lock): Condition =>
    locks[setting].length === 1 ? {} : { [`lock.${setting}`]: lock };
  const all = locks.waitingRoom.flatMap((waitingRoom) =>
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
  const contradicts = ({ locks: each }: PossibleLocks) =>
    Object.values(each).every((lock) => lock === 'disabled-locked');
  return required && all.length > 1 ? all.filter((each) => !contradicts(each)) : all;
}

interface PossibleValues {
  readonly enabled: Facts['enabled'];
  readonly assumed: Condition;
}

/** The tables do not use the account's values. */
function possibleValues({ enabled }: Enforcement, rules: RuleSet): readonly PossibleValues[] {
  if (rules === '2020-12-20') return [{ enabled: { waitingRoom: false, passcode: false }, assumed: {} }];
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
