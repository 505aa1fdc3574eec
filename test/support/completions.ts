import type { Enforcement } from '../../shared/engine/enforcement.ts';
import type { Condition } from '../../shared/engine/facts.ts';
import type { Outcome } from '../../shared/engine/outcome.ts';
import { predict } from '../../shared/engine/predict.ts';
import type { Lock, Meeting, Operation, Sent } from '../../shared/model/security.ts';
import { account, meetings } from './inputs.ts';

/** What is known about the three locks: `E?U` is the Waiting Room locked on, the passcode unknown, authentication not locked. */
export type Knowledge = string;

export const knowledge: readonly Knowledge[] = [...'EDU?'].flatMap((w) =>
  [...'EDU?'].flatMap((p) => [...'EDU?'].map((a) => w + p + a)),
);

const lockOf: Record<string, Lock> = { E: 'enabled-locked', D: 'disabled-locked', U: 'unlocked' };
const possible = (letter: string): string => (letter === '?' ? 'EDU' : letter);

export function accountKnowing(known: Knowledge, more: Partial<Enforcement> = {}): Enforcement {
  const [waitingRoom, passcode, authentication] = [...known].map((letter) =>
    [...possible(letter)].map((each) => lockOf[each] as Lock),
  );
  return { ...account('UUU', more), locks: { waitingRoom, passcode, authentication } as Enforcement['locks'] };
}

/** One combination of the unknown facts. */
export interface Completion {
  readonly pattern: string;
  /** Index in `meetings`; 0 where the meeting is known. */
  readonly meeting: number;
  readonly facts: Condition;
}

export function completionsOf(known: Knowledge, meetingKnown: boolean): readonly Completion[] {
  const [w = '', p = '', a = ''] = [...known].map(possible);
  const patterns = [...w].flatMap((x) => [...p].flatMap((y) => [...a].map((z) => x + y + z)));
  return patterns.flatMap((pattern) =>
    (meetingKnown ? [undefined] : meetings).map((meeting, index) => ({
      pattern,
      meeting: index,
      facts: { ...lockFacts(pattern), ...(meeting ? meetingFacts(meeting) : {}) },
    })),
  );
}

function lockFacts(pattern: string): Condition {
  const [w, p, a] = [...pattern].map((letter) => lockOf[letter] as Lock);
  return { 'lock.waitingRoom': w, 'lock.passcode': p, 'lock.authentication': a } as Condition;
}

function meetingFacts(meeting: Meeting): Condition {
  return {
    'meeting.waiting_room': meeting.waiting_room,
    'meeting.password': meeting.password.set,
    'meeting.meeting_authentication': meeting.meeting_authentication,
    'meeting.authentication_option': meeting.authentication_option.set,
  };
}

/** Whether the condition is met where these are the facts. */
export function holds(when: Condition, facts: Condition): boolean {
  for (const fact in when) if (when[fact as keyof Condition] !== facts[fact as keyof Condition]) return false;
  return true;
}

/** The outcome with all facts known. */
export function concrete(
  operation: Operation,
  sent: Sent,
  pattern: string,
  meeting: Meeting | undefined,
  more: Partial<Enforcement> = {},
): Outcome {
  return predict(operation, sent, account(pattern, more), meeting).cases[0]?.outcome as Outcome;
}

/** The outcome in one line, without values that come from the meeting if that is unknown. */
export function lineOf(outcome: Outcome, ownValues: boolean): string {
  return Object.entries(outcome)
    .map(([name, field]) => {
      const hidden = !ownValues && field.source === 'current';
      const value = 'set' in field ? `${field.set} ${hidden ? '' : (field.value ?? '')}` : field.value;
      return `${name} ${value} ${field.source} ${field.effect} ${field.basis}`;
    })
    .sort()
    .join(', ');
}
