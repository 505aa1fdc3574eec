import { finding, tellOverwritten } from './overwritten.ts';
import type { RequestContext, RequestRule } from './rule.ts';
import { waysToSecure, writeStored } from './securing.ts';

const code = 'waiting-room-overwritten';

/** `waiting_room` was sent and Zoom stores the opposite. */
export const waitingRoomOverwritten: RequestRule = {
  code,
  check(context) {
    const told = tellOverwritten(context, 'waiting_room');
    if (!told) return [];
    const stored = !context.prediction.sent.waiting_room;
    const clause = `Zoom will store waiting_room as ${stored}`;
    const write = writeStored(context, ['waiting_room'], `Write what Zoom will store: ${stored}`);
    return finding(code, context, 'waiting_room', told, clause, [...otherWays(context), write]);
  },
};

/** Where Zoom only turns the Waiting Room on because nothing else does the job, something else can do it. */
function otherWays(context: RequestContext) {
  const stepsIn = context.prediction.cases.every(({ outcome }) => outcome.waiting_room.source === 'fallback');
  return stepsIn ? waysToSecure(context, 'password') : [];
}
