import type { RequestRule } from './rule.ts';
import { waitingRoomOptions } from './support/dependents.ts';
import { findingWithout } from './support/ignored.ts';

const code = 'waiting-room-options-ignored';

/** `waiting_room_options` says who waits, and there is no Waiting Room. */
export const waitingRoomOptionsIgnored: RequestRule = {
  code,
  check: (context) => findingWithout(code, context, waitingRoomOptions),
};
