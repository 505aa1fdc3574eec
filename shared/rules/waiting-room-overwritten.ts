import { text } from '../text.ts';
import type { RequestContext, RequestRule } from './rule.ts';
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
    const clause = text`Zoom will store waiting_room as ${stored}`;
    const found = observation(context, 'waiting_room', verdict, clause, () => fixesFor(context, stored));
    return [verdict.condition && alwaysSteppedIn(context) ? { ...found, message: keptOrTurnedOn } : found];
  },
};

const keptOrTurnedOn = text`waiting_room may be stored as true: it stays as the meeting has it, or is turned on if nothing else was on.`;

/** The request turns everything off: Zoom keeps what the meeting has, and turns the Waiting Room on where it has nothing. */
function alwaysSteppedIn({ prediction: { cases } }: RequestContext): boolean {
  return cases.every(({ intervention }) => intervention !== 'none');
}

/** Where Zoom only turns the Waiting Room on because nothing else secures the meeting, something else can. */
function fixesFor(context: RequestContext, stored: boolean) {
  const stepsIn = context.prediction.cases.every(({ outcome }) => outcome.waiting_room.source === 'fallback');
  if (stepsIn) return fixesToSecure(context, 'password');
  return [writeStored(context, ['waiting_room'], text`Write what Zoom will store: ${stored}`)];
}
