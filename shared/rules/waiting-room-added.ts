import { text } from '../text.ts';
import type { RequestRule } from './rule.ts';
import { decideAdded, observation } from './support/overwritten.ts';
import { writeStored } from './support/secureFixes.ts';

/** `waiting_room` was not sent and Zoom turns it on. */
export const waitingRoomAdded: RequestRule = {
  code: 'waiting-room-added',
  severity: 'information',
  summary: text`The request does not mention waiting_room, and Zoom turns the Waiting Room on.`,
  check(context) {
    const verdict = decideAdded(context, 'waiting_room');
    if (!verdict) return [];
    const title = text`Write ${'waiting_room'}: ${true}, as Zoom will store it`;
    const fixes = () => [writeStored(context, ['waiting_room'], title)];
    return [observation(context, 'waiting_room', verdict, text`Zoom will turn the Waiting Room on`, fixes)];
  },
};
