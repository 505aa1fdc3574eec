import { text } from '../text.ts';
import type { RequestContext, RequestRule } from './rule.ts';
import { decideOverwritten, finding } from './support/overwritten.ts';
import { fixesToSecure, writeStored } from './support/secureFixes.ts';

const code = 'waiting-room-overwritten';

/** `waiting_room` was sent and Zoom stores the opposite. */
export const waitingRoomOverwritten: RequestRule = {
  code,
  check(context) {
    const told = decideOverwritten(context, 'waiting_room');
    if (!told) return [];
    const stored = !context.prediction.sent.waiting_room;
    return finding(
      code,
      context,
      'waiting_room',
      told,
      text`Zoom will store waiting_room as ${stored}`,
      fixes(context, stored),
    );
  },
};

/** Where Zoom only turns the Waiting Room on because nothing else does the job, something else can do it. */
function fixes(context: RequestContext, stored: boolean) {
  const stepsIn = context.prediction.cases.every(({ outcome }) => outcome.waiting_room.source === 'fallback');
  if (stepsIn) return fixesToSecure(context, 'password');
  return [writeStored(context, ['waiting_room'], text`Write what Zoom will store: ${stored}`)];
}
