import { text } from '../text.ts';
import type { RequestContext, RequestRule, Verdict } from './rule.ts';
import { decideOverwritten, observation } from './support/overwritten.ts';
import { fixesToSecure, writeStored } from './support/secureFixes.ts';

/** `waiting_room` was sent and Zoom stores the opposite. */
export const waitingRoomOverwritten: RequestRule = {
  code: 'waiting-room-overwritten',
  severity: 'warning',
  summary: text`Zoom stores the opposite of the waiting_room that the request sends.`,
  check(context) {
    const verdict = decideOverwritten(context, 'waiting_room');
    if (!verdict) return [];
    const stored = !context.prediction.sent.waiting_room;
    const fixes = () => fixesFor(context, verdict, stored);
    if (verdict.condition && alwaysSteppedIn(context)) {
      const plain = { ...verdict, condition: undefined, because: undefined };
      return [observation(context, 'waiting_room', plain, keptOrTurnedOn, fixes)];
    }
    const clause = text`Zoom will store waiting_room as ${stored}`;
    return [observation(context, 'waiting_room', verdict, clause, fixes)];
  },
};

const keptOrTurnedOn = text`${'waiting_room'} may be stored as ${true}: it stays as the meeting has it, or is turned on if nothing else was on`;

/** The request turns everything off: Zoom keeps what the meeting has, and turns the Waiting Room on where it has nothing. */
function alwaysSteppedIn({ prediction: { cases } }: RequestContext): boolean {
  return cases.every(({ intervention }) => intervention !== 'none');
}

/** Where Zoom only turns the Waiting Room on because nothing else secures the meeting, something else can. */
function fixesFor(context: RequestContext, { contested }: Verdict, stored: boolean) {
  const stepsIn =
    contested || context.prediction.cases.every(({ outcome }) => outcome.waiting_room.source === 'fallback');
  if (stepsIn) return fixesToSecure(context, 'password');
  return [writeStored(context, ['waiting_room'], text`Write ${'waiting_room'}: ${stored}, as Zoom will store it`)];
}
