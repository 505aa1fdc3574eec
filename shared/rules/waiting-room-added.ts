import { text } from '../text.ts';
import type { RequestRule } from './rule.ts';
import { decideAdded, finding } from './support/overwritten.ts';
import { writeStored } from './support/secureFixes.ts';

const code = 'waiting-room-added';

/** `waiting_room` was not sent and Zoom turns it on. */
export const waitingRoomAdded: RequestRule = {
  code,
  check(context) {
    const told = decideAdded(context, 'waiting_room');
    if (!told) return [];
    const write = writeStored(context, ['waiting_room'], text`Write what Zoom will store: ${true}`);
    return finding(code, context, 'waiting_room', told, text`Zoom will turn the Waiting Room on`, [write]);
  },
};
