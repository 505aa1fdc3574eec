/** What Zoom stores, compared with what was sent and with what Zoom's page states. */
import type { FieldName, Operation, Sent } from '../model/security.ts';
import { type Basis, basisOf } from './documented.ts';
import type { Facts } from './facts.ts';
import {
  declinesPasscode,
  type Flag,
  generatesUnasked,
  type Holding,
  rowsApply,
  type Steps,
  type Stored,
  sparesWaitingRoom,
  store,
  takesOverWaitingRoom,
} from './law.ts';

/**
 * kept: sent, and stored as sent. overwritten: sent, and stored differently. added: not sent, and Zoom turns it on or
 * fills it in. none: not sent, and nothing happens.
 */
export type Effect = 'kept' | 'overwritten' | 'added' | 'none';

interface Assessment {
  readonly effect: Effect;
  readonly basis: Basis;
}

export interface Outcome extends Stored {
  readonly waiting_room: Flag & Assessment;
  readonly meeting_authentication: Flag & Assessment;
  readonly password: Holding & Assessment;
  readonly authentication_option: Holding & Assessment;
}

export interface OutcomeCase extends Steps {
  readonly outcome: Outcome;
}

export function outcomeCase(sent: Sent, facts: Facts): OutcomeCase {
  const steps = store(sent, facts);
  const { stored } = steps;
  // The rows cover neither occurrences nor personal meeting IDs.
  const spoken = rowsApply(facts) && !sent.occurrence && !facts.personal;
  const byRows = spoken ? basisOf(sent, facts, stored) : allInferred;
  return { ...steps, outcome: assess(sent, facts, stored, withOthers(byRows, sent, facts, stored)) };
}

/**
 * Of the fields that no row decides: Zoom's current API reference states that a passcode is generated, or that the request
 * declines it. That the account's Waiting Room is taken over, what else follows from either, and that `default_password`
 * counts by the tables is inferred.
 */
function withOthers(byRows: Bases, sent: Sent, facts: Facts, stored: Stored): Bases {
  const declines = !stored.password.set && declinesPasscode(sent, facts);
  const isStated = facts.rules === '2025-03-24' && !facts.personal;
  const { value, source } = stored.waiting_room;
  const takenOver = value && source === 'default' && takesOverWaitingRoom(sent, facts);
  const ofNoRow = declines || generatesUnasked(sent, facts);
  return {
    ...byRows,
    password: ofNoRow ? (isStated ? 'documented' : 'inferred') : byRows.password,
    waiting_room: takenOver || sparesWaitingRoom(sent, facts, stored) ? 'inferred' : byRows.waiting_room,
  };
}

/** Whether the value, or the reason for it, differs. */
export function isOther(a: Stored[FieldName], b: Stored[FieldName]): boolean {
  return a.source !== b.source || a.value !== b.value || ('set' in a && a.set) !== ('set' in b && b.set);
}

function assess(sent: Sent, facts: Facts, stored: Stored, basis: Bases): Outcome {
  const { waiting_room, meeting_authentication, password, authentication_option } = stored;
  const option = sent.authentication_option || undefined;
  return {
    waiting_room: assessFlag(sent.waiting_room, waiting_room, basis.waiting_room),
    meeting_authentication: assessFlag(
      sent.meeting_authentication,
      meeting_authentication,
      basis.meeting_authentication,
    ),
    password: assessHolding(givenPassword(sent, facts.operation), password, basis.password),
    authentication_option: assessHolding(option, authentication_option, basis.authentication_option),
  };
}

type Bases = Readonly<Record<FieldName, Basis>>;

const allInferred: Bases = {
  waiting_room: 'inferred',
  meeting_authentication: 'inferred',
  password: 'inferred',
  authentication_option: 'inferred',
};

/** An empty passcode and `null` mean nothing on create; on update they ask to remove the meeting's. */
function givenPassword(sent: Sent, operation: Operation): string | null | undefined {
  return operation === 'create' ? sent.password || undefined : sent.password;
}

function assessFlag(sent: boolean | undefined, stored: Flag, basis: Basis): Flag & Assessment {
  if (sent !== undefined) return { ...stored, effect: sent === stored.value ? 'kept' : 'overwritten', basis };
  return { ...stored, effect: stored.value && stored.source !== 'current' ? 'added' : 'none', basis };
}

function assessHolding(sent: string | null | undefined, stored: Holding, basis: Basis): Holding & Assessment {
  if (sent === undefined)
    return { ...stored, effect: stored.set && stored.source !== 'current' ? 'added' : 'none', basis };
  const same = sent ? stored.value === sent : !stored.set;
  return { ...stored, effect: same ? 'kept' : 'overwritten', basis };
}
