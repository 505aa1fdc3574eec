import type { Enforcement } from '../../shared/engine/enforcement.ts';
import type { Outcome } from '../../shared/engine/outcome.ts';
import { type Case, predict } from '../../shared/engine/predict.ts';
import type { Meeting, Operation, Sent } from '../../shared/model/security.ts';
import { account, deepFreeze } from './inputs.ts';

/** W, P, A, O: what the meeting has on or set: `PA` is a passcode and authentication without an option. */
export function meetingWith(letters: string): Meeting {
  return {
    waiting_room: letters.includes('W'),
    password: letters.includes('P') ? { set: true, value: 'own-code' } : { set: false },
    meeting_authentication: letters.includes('A'),
    authentication_option: letters.includes('O') ? { set: true, value: 'opt-own' } : { set: false },
  };
}

/** W waiting_room, P password, A meeting_authentication, O authentication_option: `value source effect basis`. */
export type Drawn = Readonly<Record<'W' | 'P' | 'A' | 'O', string>>;

export function draw({ waiting_room, password, meeting_authentication, authentication_option }: Outcome): Drawn {
  return { W: line(waiting_room), P: line(password), A: line(meeting_authentication), O: line(authentication_option) };
}

function line(field: Outcome['waiting_room'] | Outcome['password']): string {
  const value = 'set' in field ? (field.set ? (field.value ?? 'some') : 'no') : field.value ? 'on' : 'off';
  return `${value} ${field.source} ${field.effect} ${field.basis}`;
}

/** The only case where everything is known. */
export function settled(
  operation: Operation,
  locks: string,
  sent: Sent,
  before?: string,
  more: Partial<Enforcement> = {},
): Case {
  const meeting = before === undefined ? undefined : meetingWith(before);
  return predict(operation, deepFreeze(sent), account(locks, more), deepFreeze(meeting)).cases[0] as Case;
}
